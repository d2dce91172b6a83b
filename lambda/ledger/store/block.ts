import type { Db } from '../../dynamo.ts';
import { all, get, getMany, type Key, update } from '../../items.ts';
import type { Block } from '../model/model.ts';
import type { Report, Review, StoredMention } from '../types.ts';
import * as keys from './keys.ts';
import { unpackJson } from './packed.ts';

/** Blocks that belong together, as they are now, and the version of each. */
export interface LoadedBlocks extends Block {
  versions: Map<string, number>;
}

/** Most blocks that are read as one: a list of platforms in every article of a year must not read the whole table. */
const MOST_BLOCKS = 60;

/**
 * Raises the version of blocks and of all that are linked to them. A reading of the blocks that follows sees everything
 * written before; whoever raises later sees more, so the higher version wins a race.
 * @param seeds sets of blocks that belong together.
 * @param known blocks to raise only where they exist already.
 * @returns the versions, a map for each group of linked blocks.
 */
export async function raise(
  db: Db,
  seeds: readonly string[][],
  known: readonly string[] = [],
): Promise<Map<string, number>[]> {
  const links = new Map<string, Set<string>>();
  for (const group of seeds) {
    for (const block of group) {
      const others = links.get(block) ?? new Set<string>();
      for (const other of group) if (other !== block) others.add(other);
      links.set(block, others);
    }
  }
  const groups: Map<string, number>[] = [];
  const seen = new Set<string>();
  for (const start of new Set([...links.keys(), ...(await existing(db, known))])) {
    if (seen.has(start)) continue;
    const versions = new Map<string, number>();
    const queue = [start];
    for (let block = queue.shift(); block !== undefined && versions.size < MOST_BLOCKS; block = queue.shift()) {
      if (versions.has(block)) continue;
      seen.add(block);
      const head = await raiseOne(db, block, links.get(block) ?? null);
      if (!head) continue;
      versions.set(block, head.version);
      queue.push(...(head.links ?? []));
    }
    if (versions.size > 0) groups.push(versions);
  }
  return groups;
}

/**
 * Those of some blocks that exist. Most reports are of what nobody promised, and to ask costs a fifth of a write that
 * is refused. Whoever makes one of the others after this reads in it all that was written before.
 */
async function existing(db: Db, blocks: readonly string[]): Promise<string[]> {
  const names = [...new Set(blocks)];
  const heads = await getMany<Key>(db, names.map(keys.blockHeadKey), { consistent: true });
  const found = new Set(heads.map(({ pk }) => pk));
  return names.filter((name) => found.has(keys.blockPk(name)));
}

/** Blocks and all that are linked to them, with their versions as they stand; nothing is written. */
export async function linked(db: Db, seeds: readonly string[]): Promise<Map<string, number>> {
  const versions = new Map<string, number>();
  const queue = [...seeds].sort();
  for (let block = queue.shift(); block !== undefined && versions.size < MOST_BLOCKS; block = queue.shift()) {
    if (versions.has(block)) continue;
    const head = await get<BlockHead>(db, keys.blockHeadKey(block));
    versions.set(block, head?.version ?? 0);
    queue.push(...(head?.links ?? []));
  }
  return versions;
}

/** Whether somebody has raised one of the blocks since: what they wrote may not know of what was written meanwhile. */
export async function isOvertaken(db: Db, versions: ReadonlyMap<string, number>): Promise<boolean> {
  for (const [block, version] of versions) {
    const head = await get<BlockHead>(db, keys.blockHeadKey(block));
    if ((head?.version ?? 0) > version) return true;
  }
  return false;
}

interface BlockHead {
  version: number;
  links?: Set<string>;
}

/** @param links blocks to link to; null raises only a block that exists. */
function raiseOne(db: Db, block: string, links: Set<string> | null): Promise<BlockHead | null> {
  const linking = links !== null && links.size > 0;
  return update<BlockHead>(
    db,
    keys.blockHeadKey(block),
    linking ? 'ADD version :one, links :links' : 'ADD version :one',
    links === null ? 'attribute_exists(pk)' : null,
    { values: { ':one': 1, ...(linking ? { ':links': links } : {}) } },
  );
}

/** Everything in a set of blocks. */
export async function loadBlocks(db: Db, versions: Map<string, number>): Promise<LoadedBlocks> {
  const mentions: StoredMention[] = [];
  const reports: Report[] = [];
  const reviews: Review[] = [];
  const names = [...versions.keys()].sort();
  for (const block of names) {
    const items = await all<{ sk: string; data?: unknown; body?: Uint8Array }>(db, {
      condition: 'pk = :pk',
      values: { ':pk': keys.blockPk(block) },
    });
    for (const { sk, data, body } of items) {
      if (sk.startsWith('M#')) mentions.push(unpackJson<StoredMention>(body!));
      else if (sk.startsWith('R#')) reports.push(unpackJson<Report>(body!));
      else if (sk.startsWith('V#')) reviews.push(data as Review);
    }
  }
  return { key: names[0] ?? '', mentions, reports, reviews, versions };
}
