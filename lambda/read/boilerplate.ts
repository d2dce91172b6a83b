/** Takes the lines out of an article that are not its own: see `boilerplate.data.ts`. */
import { BOILERPLATE } from './boilerplate.data.ts';
import type { Line } from './dom.ts';

/** How many lines from the end a rule for the tail looks at. */
const TAIL = 4;

export function withoutBoilerplate(lines: readonly Line[]): Line[] {
  const kept = lines.filter((line, index) => {
    if (line.text.length > 400) return true;
    const tail = index >= lines.length - TAIL;
    return !BOILERPLATE.some((rule) => (!rule.tail || tail) && rule.line.test(line.text));
  });
  return kept;
}
