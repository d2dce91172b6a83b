/** Letters of a name that is compared at all. */
const [SHORTEST, LONGEST] = [4, 20];
/** Letters from which on a name may be two letters apart from another spelling, not one. */
const LONG = 7;

/** True of two spellings of one name (`Pangerapan`, `Pangarepan`): same first letter, at most two letters apart. */
export function slip(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || Math.abs(a.length - b.length) > 1) return false;
  if (a.length < SHORTEST || a.length > LONGEST || b.length > LONGEST) return false;
  // What they begin and end with alike costs nothing.
  let start = 1;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  return areApartBy(a.slice(start, endA), b.slice(start, endB), a.length >= LONG ? 2 : 1);
}

/** True where at most so many letters, put in, left out, changed or in the wrong order (Damerau), make one word of the other. */
function areApartBy(a: string, b: string, most: number): boolean {
  // Nearly always a letter or two, or too many.
  if (a.length <= most && b.length <= most) return true;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  let least = 0;
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    const leastBefore = least;
    least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, changed);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most && leastBefore > most) return false;
    before = row;
    row = next;
  }
  return row[b.length]! <= most;
}
