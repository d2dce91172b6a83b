import type { Db } from '../../dynamo.ts';
import { getMany } from '../../items.ts';
import { docKey } from './keys.ts';

/** What was indexed of a commitment last. */
export interface Doc {
  stems: string[];
  /** What it has from each article that it rests on: the article's id, and a digest of it. */
  uses: Record<string, string>;
  /** Its place in the order of first mentions; empty of one that is gone. */
  at: string;
  /** Sequence number of the change that it was made from. */
  sequence: number;
}

interface DocItem extends Omit<Doc, 'stems'> {
  pk: string;
  sk: string;
  id: string;
  /** With spaces between. */
  stems: string;
}

export const docItem = (id: string, { stems, ...doc }: Doc): DocItem => ({
  ...docKey(id),
  ...doc,
  id,
  stems: stems.join(' '),
});

/** What was indexed of some commitments, by id. */
export async function docsOf(db: Db, ids: readonly string[]): Promise<Map<string, Doc>> {
  const items = await getMany<DocItem>(db, ids.map(docKey), { consistent: true });
  return new Map(
    items.map(({ id, stems, uses, at, sequence }) => [id, { stems: stems.split(' '), uses, at, sequence }]),
  );
}
