import type { Db } from '../dynamo.ts';
import { lineageRoot } from '../ledger/model/lineage.ts';
import { type Stats, statsByStatus } from '../ledger/store/changes.ts';

/** Counts beside the facets: of everything, or of one actor. One request; they are those of the last numbered change. */
export const facetsOf = (db: Db, actor: string | undefined): Promise<Stats> =>
  statsByStatus(db, actor ? lineageRoot(actor.toLowerCase()) : undefined);
