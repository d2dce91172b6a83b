/**
 * How well temporal expressions are found in articles that none of the rules were made with, as a reader marked them who
 * did not know the rules:
 *
 *   node bench/time-labels.ts TEXTS.jsonl[.gz] [--errors]
 *
 * The labels (`bench/labels/times.jsonl`) hold offsets into the text, types and TIMEX3 values; the articles are their
 * publishers' and come from TEXTS (`{id, text, published, title?}` a line). An expression that the reader marked as one
 * that others could well read differently counts neither way; the second line counts those too.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findTimexes } from '../lambda/extract/time/timexes.ts';
import { linesOf, textsOf } from './label-files.ts';

interface Label {
  at: [start: number, end: number];
  type: string;
  value: string;
  optional?: boolean;
}

const { values, positionals } = parseArgs({ options: { errors: { type: 'boolean' } }, allowPositionals: true });
if (positionals.length === 0) {
  console.error('usage: node bench/time-labels.ts TEXTS.jsonl[.gz] [--errors]');
  process.exit(2);
}
const texts = textsOf(positionals);
const rows = linesOf(path.join(import.meta.dirname, 'labels/times.jsonl')) as unknown as {
  id: string;
  times: Label[];
}[];
console.log(`${rows.length} articles`);
console.log(`without the doubtful ones: ${figures(false)}`);
console.log(`with them: ${figures(true)}`);

/** Shares over all articles: expressions with exactly those ends and with any overlap (F1), and of the latter type and value. */
function figures(all: boolean): string {
  const sum = { gold: 0, system: 0, strict: 0, relaxed: 0, type: 0, value: 0 };
  for (const { id, times } of rows) {
    const article = texts.get(id);
    if (!article) throw new Error(`the labels of ${id} have no text: name the file that has it`);
    const free = new Set(findTimexes(article.text, { published: article.published }));
    for (const label of times) {
      const [start, end] = label.at;
      const shared = (t: { start: number; end: number }): number => Math.min(t.end, end) - Math.max(t.start, start);
      const [met] = [...free].filter((t) => shared(t) > 0).sort((a, b) => shared(b) - shared(a));
      if (met) free.delete(met);
      if (label.optional && !all) continue;
      sum.gold++;
      const words = article.text.slice(start, end);
      if (!met) {
        tell(all, `${id} missed ${words} (${label.value})`);
        continue;
      }
      sum.system++;
      sum.relaxed++;
      if (met.start === start && met.end === end) sum.strict++;
      else tell(all, `${id} extent ${words}: ${article.text.slice(met.start, met.end)}`);
      if (met.type === label.type) sum.type++;
      if (met.value === label.value) sum.value++;
      else tell(all, `${id} value ${words}: ${met.value}, not ${label.value}`);
    }
    sum.system += free.size;
    for (const { start, end } of free) tell(all, `${id} extra ${article.text.slice(start, end)}`);
  }
  const f1 = (hit: number): string => ((2 * hit) / (sum.gold + sum.system)).toFixed(3);
  const share = (hit: number): string => (hit / sum.relaxed).toFixed(3);
  return `${sum.gold}, strict ${f1(sum.strict)} relaxed ${f1(sum.relaxed)}; type ${share(sum.type)} value ${share(sum.value)}`;
}

function tell(all: boolean, error: string): void {
  if (all && values.errors) console.log(error);
}
