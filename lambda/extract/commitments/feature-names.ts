/**
 * Features are named in two parts, a head from a short list and a tail (`verb` and `act`, `subject` and
 * `quoted/direct`), and a list of features holds heads and tails in turn; a tail is empty where the head says all.
 * Joined they would have to be written, hashed and compared for every clause and party, which cost more than all that
 * is reckoned with them; in parts they are looked up as they are. What learns and keeps weights knows whole names.
 */
export type Features = readonly string[];

/** What stands between the parts of a whole name: in features of a clause, and of somebody who may be meant. */
export const CLAUSE = ':';
export const OPTION = '|';
export type Joint = typeof CLAUSE | typeof OPTION;

/** The whole names of features. */
export function namesOf(features: Features, joint: Joint): string[] {
  const names: string[] = [];
  for (let i = 0; i < features.length; i += 2) {
    const tail = features[i + 1]!;
    names.push(tail === '' ? features[i]! : features[i]! + joint + tail);
  }
  return names;
}

/** What is kept under whole names, by head and tail. */
export type ByHead<V> = ReadonlyMap<string, ReadonlyMap<string, V>>;

/** Values under whole names, cut where the names are joined. */
export function byHead<V>(values: ReadonlyMap<string, V>, joint: Joint): ByHead<V> {
  const heads = new Map<string, Map<string, V>>();
  for (const [name, value] of values) {
    const cut = name.indexOf(joint);
    const head = cut < 0 ? name : name.slice(0, cut);
    const tails = heads.get(head) ?? new Map<string, V>();
    heads.set(head, tails.set(cut < 0 ? '' : name.slice(cut + 1), value));
  }
  return heads;
}
