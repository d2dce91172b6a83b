import { deflateRawSync } from 'node:zlib';
import { FIRST, type Form, type FormData } from '../lambda/extract/commitments/form.ts';

/** Steps from zero to the largest number of a column: of fewer the decisions would turn, more only take room. */
const LARGEST = 31;

/** A form as it is kept: every number as one of 31 steps up to the largest of its column, or below zero. */
export function packed({ constant, signs, rows, table, steps: units }: Form): FormData {
  const columns = FIRST + signs.length;
  const steps = Array.from({ length: columns }, (_, k) => {
    let largest = 0;
    for (let at = k; at < table.length; at += columns) largest = Math.max(largest, Math.abs(table[at]! * units[k]!));
    return Number((largest / LARGEST).toPrecision(6)) || 1;
  });
  const names: Record<string, string[]> = {};
  for (const name of rows.keys()) {
    const kind = name.slice(0, name.indexOf(':') + 1);
    names[kind] ??= [];
    names[kind].push(name.slice(kind.length));
  }
  const bytes = Object.entries(names).flatMap(([kind, list]) =>
    list.flatMap((name) => {
      const from = rows.get(kind + name)! * columns;
      return steps.map((step, k) =>
        Math.max(-LARGEST, Math.min(LARGEST, Math.round((table[from + k]! * units[k]!) / step))),
      );
    }),
  );
  return {
    constant: Number(constant.toPrecision(6)),
    signs: [...signs],
    steps,
    names,
    table: deflateRawSync(Int8Array.from(bytes), { level: 9 }).toString('base64'),
  };
}
