import { findActors } from './actors/actors.ts';
import { type CommitmentInput, findCommitments } from './commitments/commitments.ts';
import { findStatements } from './statements/statements.ts';
import { type Doc, segment } from './text/segment.ts';
import { findDeadlines } from './time/deadlines.ts';
import { findTimexes } from './time/timexes.ts';
import type { ExtractInput, Extraction, Timex } from './types.ts';

/** Changes whenever the same input may give another extraction: a re-run of the archive is then due. */
export const EXTRACTOR_VERSION = '0.29.0';

/** An article read by every room but the last: what `findCommitments` is given. */
export interface Reading {
  doc: Doc;
  timexes: Timex[];
  input: CommitmentInput;
}

/** Segments an article and finds its times, actors and statements. Pure; never throws. */
export function read({ text, published, title }: ExtractInput): Reading {
  const doc = segment(text);
  const timexes = findTimexes(text, { published });
  const deadlines = findDeadlines(text, timexes, { published, sentences: doc.sentences });
  const actors = findActors(doc, { published, title });
  const statements = findStatements(doc, actors);
  return { doc, timexes, input: { actors, deadlines, statements, published, title } };
}

/**
 * Everything that one article states: its temporal expressions, statements and commitments. Pure; never throws.
 * @param least confidence from which on a clause is a commitment (see {@link findCommitments}).
 */
export function extract(input: ExtractInput, least?: number): Extraction {
  const { doc, timexes, input: found } = read(input);
  const named: string[] = [];
  for (const { id } of found.actors.entities) if (id !== null) named.push(id);
  return { timexes, statements: [...found.statements], commitments: findCommitments(doc, found, least), named };
}
