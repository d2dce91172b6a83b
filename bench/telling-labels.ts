/** Which sentences of the stories tell what became of which promise, and how it ended, as readers marked it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TOLD_KINDS, type ToldKind } from '../lambda/ledger/pile/telling/telling.ts';

/** A row of `labels/tells.jsonl`: what an article tells of one promise, with the characters of each sentence. */
interface Row {
  article: string;
  key: string;
  tells: [start: number, end: number, kind: string][];
}

const FILE = path.join(import.meta.dirname, 'labels/tells.jsonl');

/** What is counted as what: a refusal leaves a promise undone. Of the rest (its day moves, it is under way) nothing is learned. */
const AS: ReadonlyMap<string, ToldKind> = new Map([
  ...TOLD_KINDS.map((kind) => [kind, kind] as const),
  ['refused', 'missed'],
]);

/** How a sentence was marked: of which promise, and that it ended so. */
export interface Mark {
  key: string;
  kind: ToldKind;
}

const marks = new Map<string, Mark[]>();
for (const line of readFileSync(FILE, 'utf8').split('\n').filter(Boolean)) {
  const { article, key, tells }: Row = JSON.parse(line);
  for (const [start, , named] of tells) {
    const kind = AS.get(named);
    if (kind === undefined) continue;
    const id = `${article} ${start}`;
    marks.set(id, [...(marks.get(id) ?? []), { key, kind }]);
  }
}

/** What the sentence of an article that begins there (UTF-16 code units) tells of which promises; empty where of none. */
export const marksOf = (article: string, start: number): readonly Mark[] => marks.get(`${article} ${start}`) ?? [];
