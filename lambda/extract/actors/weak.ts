import { PLATFORM_CUES, PREDICATES, WHAT_IT_IS } from './classes.ts';
import { classOf, ROLE, SPEECH } from './lexicon.ts';
import type { RawName, TokenView } from './raw.ts';
import { bump, textOf } from './surroundings.ts';

/** Names that are ordinary words too stay only where the context speaks for the platform. */
export function dropWeak(view: TokenView, raws: RawName[]): RawName[] {
  if (!raws.some(isWeak)) return raws;
  const sure = new Set(raws.filter((raw) => raw.actor && !raw.weak).map((raw) => raw.actor!.id));
  const counts = new Map<string, number>();
  for (const raw of raws) if (raw.weak && view.breaks[raw.first] === 0) bump(counts, raw.actor!.id);
  return raws.filter((raw, i) => !raw.weak || supported(view, raws, i, sure, counts.get(raw.actor!.id) ?? 0));
}

const isWeak = ({ weak }: RawName): boolean => weak;

/** Names that headings and other names capitalise as well: being frequent proves nothing. */
const COMMON_WORDS = new Set([
  'line',
  'world',
  'temu',
  'pintu',
  'medium',
  'wise',
  'signal',
  'gemini',
  'opera',
  'thread',
  'ajaib',
  'bibit',
  'tenor',
  'valve',
  'steam',
  'stripe',
  'zoom',
]);

function supported(view: TokenView, raws: RawName[], i: number, sure: ReadonlySet<string>, often: number): boolean {
  const raw = raws[i]!;
  const { tokens } = view;
  const single = raw.end - raw.start <= 2;
  // A capital inside the sentence more than once is no slip; single letters need more.
  if (often > 1 && raw.end - raw.start > 3 && !COMMON_WORDS.has(textOf(view, raw).toLowerCase())) return true;
  if (sure.has(raw.actor!.id) && !raw.doubtful && view.breaks[raw.first] === 0) return true;
  // `Komisioner KPI`: somebody holds an office of it.
  const isOfOffice = classOf(tokens[raw.first - 1]?.lower ?? '') & ROLE && view.breaks[raw.first] === 0;
  if (isOfOffice && !single && !COMMON_WORDS.has(textOf(view, raw).toLowerCase())) return true;
  for (let k = raw.first - 1; k >= 0 && k >= raw.first - 3; k--) if (PLATFORM_CUES.has(tokens[k]!.lower)) return true;
  const near = (other: RawName | undefined, gap: string): boolean =>
    other?.actor?.kind === 'platform' &&
    gap.length <= 12 &&
    /^[\s,/&()]*(?:(?:dan|atau|hingga|serta|maupun)[\s,/&(]*)?$/.test(gap);
  // `Maxim, aplikator asal Rusia,`: what it is stands behind it.
  if (tokens[raw.last]?.lower === ',' && WHAT_IT_IS.has(tokens[raw.last + 1]?.lower ?? '')) return true;
  const before = raws[i - 1];
  const after = raws[i + 1];
  if (before && near(before, view.text.slice(before.end, raw.start))) return true;
  if (after && near(after, view.text.slice(raw.end, after.start))) return true;
  const next = tokens[raw.last]?.lower ?? '';
  // `X, lanjut dia, sudah …`: a letter that opens a sentence in an article that surely names the platform.
  if (single) return sure.has(raw.actor!.id) && (next === ',' || PREDICATES.has(next));
  // A word that opens a sentence has a capital in any case: only names that are hardly words (`Meta`) stay for less.
  if (view.breaks[raw.first]! > 0 && !sure.has(raw.actor!.id) && COMMON_WORDS.has(textOf(view, raw).toLowerCase()))
    return (classOf(next) & SPEECH) !== 0;
  return PREDICATES.has(next) || (classOf(next) & SPEECH) !== 0;
}
