/** The labelled articles as the training takes them: read, with their candidates and what the labels say of each. */
import { basename } from 'node:path';
import { type Judged, type Judgement, judge } from '../lambda/extract/commitments/commitments.ts';
import { type Scene, sceneOf } from '../lambda/extract/commitments/scene.ts';
import { read } from '../lambda/extract/extract.ts';
import { type LabelledArticle, type Verdict, verdictsOn } from './commitment-labels.ts';
import { type BareRow, linesOf, textsOf, withText } from './label-files.ts';

interface ClauseLabel {
  verb: number;
  at: number;
  commitment: boolean;
}

export interface Row extends LabelledArticle {
  clauses?: ClauseLabel[];
  /** The name of the file that has its labels. */
  file: string;
}

export interface Prepared {
  row: Row;
  judgement: Judgement;
  verdicts: Verdict[];
  scene: Scene;
}

/** The articles of label files, each once; one whose every commitment is marked before one with single clauses. */
export function rowsOf(files: readonly string[], texts: readonly string[]): Row[] {
  const known = textsOf(texts);
  const seen = new Map<string, Row>();
  for (const path of files) {
    for (const raw of linesOf(path)) {
      const read = 'text' in raw ? (raw as unknown as Row) : (withText(raw as unknown as BareRow, known) as Row);
      const row = { ...read, file: basename(path) };
      if (!Array.isArray(row.commitments) && !Array.isArray(row.clauses)) continue;
      const before = seen.get(row.id);
      if (before === undefined || before.clauses !== undefined) seen.set(row.id, row);
    }
  }
  return [...seen.values()];
}

export function prepare(row: Row): Prepared {
  const { doc, input } = read({ text: row.text, published: row.published ?? null, title: row.title });
  const judgement = judge(doc, input);
  const { parties, judged } = judgement;
  const verdicts =
    row.clauses === undefined
      ? verdictsOn(judged, row)
      : judged.map((item) => ({ commitment: clauseLabel(item, row.clauses!), gold: null, first: false }));
  const { sentences } = judgement.doc;
  const { statements } = input;
  return {
    row,
    judgement,
    verdicts,
    scene: sceneOf({ text: doc.text, parties, sentences, statements, title: row.title ?? '', judged }),
  };
}

function clauseLabel({ candidate }: Judged, known: readonly ClauseLabel[]): boolean | null {
  const { tokens } = candidate.view;
  const verb = tokens[candidate.act?.verb ?? candidate.at]!.start;
  const at = tokens[candidate.at]!.start;
  return (known.find((label) => label.verb === verb) ?? known.find((label) => label.at === at))?.commitment ?? null;
}
