import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { GoldCommitment, LabelledArticle } from './commitment-labels.ts';

type Pair = [start: number, end: number];

/** Labels without their article: offsets into its text (UTF-16 code units, end exclusive) in place of words. */
export interface BareRow {
  id: string;
  commitments?: {
    type: string;
    obligor: Pair;
    speaker: Pair | null;
    sentence: Pair;
    action: Pair;
    due: string | null;
    also?: Pair[];
    optional?: boolean;
  }[];
  clauses?: { verb: number; at: number; commitment: boolean }[];
}

export interface Text {
  text: string;
  published: string | null;
  title?: string;
}

/** The objects of a JSON-lines file, gzipped or not, or the articles of a story's file. */
export function linesOf(file: string): Record<string, unknown>[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  if (file.endsWith('.json')) return (JSON.parse(text) as { articles: Record<string, unknown>[] }).articles;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Articles by id; a sample story's are its paragraphs, a line each. */
export function textsOf(files: readonly string[]): ReadonlyMap<string, Text> {
  return new Map(
    files.flatMap(linesOf).map((row) => {
      const { paragraphs, ...rest } = row as { paragraphs?: string[] };
      return [String(row.id), { ...(paragraphs ? { text: paragraphs.join('\n') } : {}), ...rest } as unknown as Text];
    }),
  );
}

/**
 * Labels put back into their article.
 * @throws Error naming an article that none of the text files has.
 */
export function withText(row: BareRow, texts: ReadonlyMap<string, Text>): LabelledArticle & Pick<BareRow, 'clauses'> {
  const article = texts.get(row.id);
  if (!article) throw new Error(`the labels of ${row.id} have no text: give the file that has it with --texts`);
  const { text } = article;
  const span = ([start, end]: Pair) => ({ start, end });
  const words = (pair: Pair) => ({ ...span(pair), text: text.slice(pair[0], pair[1]) });
  const commitments = row.commitments?.map(
    ({ type, obligor, speaker, sentence, action, due, also, optional }): GoldCommitment => ({
      type,
      obligor: words(obligor),
      speaker: speaker && words(speaker),
      sentence: span(sentence),
      action: words(action),
      deadline: due === null ? null : { due },
      also: (also ?? []).map(span),
      ...(optional ? { optional } : {}),
    }),
  );
  return {
    ...article,
    id: row.id,
    ...(commitments ? { commitments } : {}),
    ...(row.clauses ? { clauses: row.clauses } : {}),
  } as LabelledArticle & Pick<BareRow, 'clauses'>;
}
