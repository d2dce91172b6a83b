import type { Report, StoredMention } from '../types.ts';
import { saysMoved } from './cues.ts';
import { ANCHOR, actBy, mentionAct } from './features.ts';
import { counterpartyKeys, obligorKeys } from './parties.ts';

/**
 * Blocks: who must act and the class of act. Only mentions of one block are compared. A mention with several parties
 * stands in the first of its blocks and links the others to it, so that a promise of two is found under either.
 */
export const blockKey = (party: string, act: string): string => `${party}|${act}`;

/** Most parties of a list that get a block of their own. */
const MOST = 10;

/** Blocks of a mention, sorted: the first is its home, all belong together. */
export function blocksOf(mention: StoredMention): string[] {
  const act = mentionAct(mention);
  const parties = obligorKeys(mention);
  // Who extends another's deadline is named as the one who acts; the duty is the other's.
  if (saysMoved(mention.quote)) parties.push(...counterpartyKeys(mention));
  const blocks = parties.slice(0, MOST).map((party) => blockKey(party, act));
  // What it replaces stands under another act of the same party.
  for (const old of mention.replaces?.acts ?? []) blocks.push(blockKey(parties[0]!, actBy(parties[0]!, old)));
  // What a count starts from may be dated by an article that speaks of no act.
  if (mention.mention.deadline?.due === 'unanchored') blocks.push(blockKey(parties[0]!, ANCHOR));
  return [...new Set(blocks)].sort();
}

/** Blocks in which a report may find the promise it tells of. */
export function reportBlocks(report: Report): string[] {
  // An act without a class is told of in every sentence: only those the sentence names are asked.
  if (report.act.startsWith('~')) {
    return report.parties.slice(0, Math.max(1, Math.min(2, report.named))).map((party) => blockKey(party, report.act));
  }
  return [...new Set([...report.parties.slice(0, 4), 'class'])].map((party) =>
    blockKey(party, actBy(party, report.act)),
  );
}

/** Groups blocks that some mention links, over all mentions: the root of each block is the smallest key in its group. */
export function linkedBlocks(mentions: readonly StoredMention[]): (block: string) => string {
  const parent = new Map<string, string>();
  const find = (block: string): string => {
    let root = block;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    return root;
  };
  for (const mention of mentions) {
    const blocks = blocksOf(mention);
    for (const block of blocks) {
      const [root, other] = [find(blocks[0]!), find(block)].sort();
      if (root !== other) parent.set(other!, root!);
    }
  }
  return find;
}
