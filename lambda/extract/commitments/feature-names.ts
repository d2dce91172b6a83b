/**
 * Features are named in parts, a head from a short list and a tail (`verb` and `act`, `subject` and `quoted/direct`); a
 * tail is empty where the head says all. A list of features holds the parts of one after another: of somebody who may be
 * meant these two, of a clause three, since a head that names two things (`rule+verb`) has a second tail (`plan` and
 * `act`). Joined they would have to be written, hashed and compared for every clause and party, which cost more than all
 * that is reckoned with them; in parts they are looked up as they are. What learns and keeps weights knows whole names.
 */
export type Features = readonly string[];

/** What stands between the parts of a whole name: in features of a clause, and of somebody who may be meant. */
export const CLAUSE = ':';
export const OPTION = '|';
export type Joint = typeof CLAUSE | typeof OPTION;

/** How many parts a feature of a clause has. */
export const CLAUSE_PARTS = 3;
/** Between two tails, and in the heads that have two. */
const AND = '+';

/** Adds a feature of a clause to those that hold, by the parts of its name. */
export function add(found: string[], head: string, tail = '', second = ''): void {
  found.push(head, tail, second);
}

/** The whole names of features. */
export function namesOf(features: Features, joint: Joint): string[] {
  const names: string[] = [];
  const parts = joint === CLAUSE ? CLAUSE_PARTS : 2;
  for (let i = 0; i < features.length; i += parts) {
    const [head, first] = [features[i]!, features[i + 1]!];
    const tail = parts > 2 && head.includes(AND) ? `${first}${AND}${features[i + 2]!}` : first;
    names.push(tail === '' ? head : head + joint + tail);
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

/** The parts of a feature of a clause by its whole name: the head, and two tails that may be empty. */
export function partsOf(name: string): [head: string, first: string, second: string] {
  const cut = name.indexOf(CLAUSE);
  if (cut < 0) return [name, '', ''];
  const head = name.slice(0, cut);
  const and = head.includes(AND) ? name.indexOf(AND, cut) : -1;
  return and < 0 ? [head, name.slice(cut + 1), ''] : [head, name.slice(cut + 1, and), name.slice(and + 1)];
}
