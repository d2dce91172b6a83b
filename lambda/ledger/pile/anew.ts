import { type Features, told } from '../model/features.ts';
import type { Cluster } from '../model/grouping.ts';
import type { LinkedReport } from '../model/match.ts';
import { shared } from '../model/overlap.ts';
import { heldBefore } from '../model/printed.ts';
import { saidIn } from '../model/tells.ts';

/** Two mentions, by their ids, that are no one promise. */
export type Apart = readonly [earlier: string, later: string];

/** Reports that are linked to promises. */
type Links = ReadonlyMap<Cluster, readonly LinkedReport[]>;

/**
 * Of promises that were fulfilled the mentions that are of another: once it is told to be done, what is to be done by a later
 * day is promised anew (`tahap pertama` was paid, `tahap kedua` is to be). Each with every mention published before the end was.
 */
export function promisedAnew(linked: Links): Apart[] {
  return [...linked].flatMap(([{ members }, reports]) =>
    members.flatMap((late) => {
      const before = new Set(
        reports.flatMap((end) => endedBefore(end, late, members)).filter((early) => !movesDayOf(late, early)),
      );
      const isSameDay = [...before].some((early) => early.due?.to === late.due?.to);
      return isSameDay ? [] : [...before].map((early): Apart => [early.mention.id, late.mention.id]);
    }),
  );
}

/** `menjadi 16 Juni dari rencana semula 1 Juli`: it says itself which promise it moves. */
const movesDayOf = (late: Features, early: Features): boolean =>
  late.moved && early.due !== null && heldBefore(late.formerly, early.due.day) === 'day';

/** A promise cut where its day changes, in the order in which its mentions were published. */
export function runsOf({ members, joins }: Cluster): Cluster[] {
  const runs: Cluster[] = [];
  const byDay = new Map<number, Cluster>();
  for (const member of [...members].sort((a, b) => told(a) - told(b))) {
    const known = member.due === null ? runs.at(-1) : byDay.get(member.due.to);
    if (known) {
      known.members.push(member);
      continue;
    }
    const run = { members: [member], joins };
    runs.push(run);
    if (member.due !== null) byDay.set(member.due.to, run);
  }
  return runs;
}

/**
 * The same where that ended which a promise had been until its day changed: an article that tells the end of one and promises another
 * thing is none that tells of what it promises itself. Only where the end is told in the act of the promise, and nothing says that
 * the day is moved.
 * @param runs of each promise what {@link runsOf} makes of it.
 * @param linked reports linked to those.
 */
export function promisedAfter(runs: readonly (readonly Cluster[])[], linked: Links): Apart[] {
  return runs.flatMap((own) =>
    own.flatMap((run, k) => {
      const early = own.slice(0, k + 1).flatMap(({ members }) => members);
      const late = own.slice(k + 1).flatMap(({ members }) => members.filter((m) => !m.moved && m.retold < SAYS_MOVED));
      const ends = (linked.get(run) ?? []).filter(({ inOtherWords }) => !inOtherWords);
      return late.flatMap((one) =>
        ends.flatMap((end) => endedBefore(end, one, early).map((m): Apart => [m.mention.id, one.mention.id])),
      );
    }),
  );
}
/** How surely a statement says that it moves a day ({@link Features.retold}), from which on it rather does. */
export const SAYS_MOVED = 2;

/** The mentions that an end had ended when a later one, of a day after it, was published; none where it had not. */
function endedBefore(end: LinkedReport, late: Features, members: readonly Features[]): Features[] {
  const { report } = end;
  const at = Date.parse(report.article.published);
  if (report.kind !== 'fulfilled' || late.due === null || told(late) < at || isItsOwn(end, late)) return [];
  if (late.due.to <= saidIn(report).occurred) return [];
  const all = members.filter((early) => told(early) < at);
  const doers = new Set(report.parties.slice(0, report.named));
  const own = all.filter(({ parties }) => parties.some((party) => doers.has(party)));
  // Of several acts that were joined the end is of the one it tells.
  const acting = (own.length > 0 ? own : all).filter(({ act }) => act === report.act);
  const before = acting.length > 0 ? acting : own.length > 0 ? own : all;
  // What is told in other words to be done, and then asked for in the same ones, was not.
  return end.inOtherWords && before.some((early) => saysSame(early, late)) ? [] : before;
}

/** `meminta data itu sudah diserahkan paling lambat 9 Desember`: what is asked for there is not told to be done. */
const isItsOwn = ({ report: { article, span } }: LinkedReport, { mention }: Features): boolean =>
  article.key === mention.article.key && span.start === mention.mention.sentence.start;

/** A later mention is of the act of an earlier one, and one of the two says nothing of it that the other does not. */
const saysSame = (early: Features, late: Features): boolean =>
  early.act === late.act && shared(early.words, late.words) === Math.min(early.words.size, late.words.size);
