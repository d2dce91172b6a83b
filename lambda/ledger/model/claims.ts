import { countAndEvent } from '../outcomes/anchors.ts';
import type { ArticleRef, Claim, Party, Report, StoredMention } from '../types.ts';
import { wordsOf } from '../words/words.ts';
import { countedFrom } from './anchoring.ts';
import { differs, saysRather } from './cues.ts';
import { dayOf, type Features, jakartaDay } from './features.ts';
import { contentId } from './ids.ts';

/** The deadlines of one promise over time, and how often they moved to a later day. */
export interface DeadlineHistory {
  claims: Claim[];
  slips: number;
  /** Moves in order, for the history. */
  moves: { from: string; to: string; later: boolean; claim: string; at: string }[];
}

interface Working extends Claim {
  article: ArticleRef;
  speaker: string | null;
  /** Last day of the window, as a day number; null without a day. */
  to: number | null;
}

/** A day inside the period named before, said this many days later, is news; on the same days it is another reading. */
const REFINED_AFTER = 7;

/** Days after which one who names another day has set a new one; before that another outlet prints it otherwise. */
const SAID_ANEW_AFTER = 4;

/** Days after which another day is a new one, whoever prints it: of 160 such in read stories 152 replaced the one before. */
const NEWER_AFTER = 14;

const isDated = (claim: Working): boolean => claim.to !== null;
const isActive = (claim: Working): boolean => claim.state !== 'superseded';

/**
 * Reads the deadlines of one promise in the order of their articles. The same day counts once. A statement that says
 * the date has moved, that sets a new one after all earlier ones have lapsed, or by which the same outlet or speaker
 * corrects themselves later, supersedes; any other differing reading is a rival and stands beside the first.
 */
export function deadlineHistory(mentions: readonly Features[], datings: readonly Dating[] = []): DeadlineHistory {
  const claims: Working[] = [];
  const moves: DeadlineHistory['moves'] = [];
  let slips = 0;
  for (const features of formerFirst(mentions)) {
    const claim = claimOf(features);
    if (!claim) continue;
    const known = claims.find((c) => c.due === claim.due);
    if (known && (isActive(known) || !features.moved)) continue;
    if (isOfYearBefore(claim, claims)) continue;
    const active = claims.filter(isActive);
    const dated = active.filter(isDated);
    const reason = reasonFor(claim, features, active, dated);
    claim.reason = reason;
    if (reason === 'other-reading') claim.state = 'rival';
    if (reason === 'first' || reason === 'other-reading') {
      claims.push(claim);
      continue;
    }
    for (const old of active) {
      old.state = 'superseded';
      old.replacedBy = claim.id;
    }
    claims.push(claim);
    const last = Math.max(...dated.map((c) => c.to!));
    if (dated.length > 0 && claim.to !== null && reason !== 'refined') {
      const later = claim.to > last;
      if (later) slips++;
      const from = dated.find((c) => c.to === last)!;
      moves.push({ from: from.due, to: claim.due, later, claim: claim.id, at: features.mention.article.published });
    }
  }
  anchor(claims, datings);
  return { claims: claims.map(({ article: _a, speaker: _s, to: _t, ...claim }) => claim), slips, moves };
}

/** `berjanji mengumumkannya akhir April`, told in June: without its year a day that is known already is that one, and not a year on. */
const isOfYearBefore = ({ due, text }: Working, claims: readonly Working[]): boolean =>
  /^\d/.test(due) &&
  !NAMES_YEAR.test(text) &&
  claims.some((c) => {
    if (!/^\d/.test(c.due) || Number(due.slice(0, 4)) !== Number(c.due.slice(0, 4)) + 1) return false;
    // A feast moves by some days from year to year.
    const isFeast = c.text.toLowerCase() === text.toLowerCase() && Math.abs(dayOf(due) - dayOf(c.due) - YEAR) <= FEAST;
    return c.due.slice(4) === due.slice(4) || isFeast;
  });
const YEAR = 360;
const FEAST = 10;
const NAMES_YEAR = /\b\d{4}\b|\/\d\d\b|\b(?:tahun|depan|mendatang)\b/i;

/** Within an article the day that held before comes before the one that replaced it, whichever is told first. */
const formerFirst = (mentions: readonly Features[]): Features[] =>
  mentions
    .map((m, i) => ({
      m,
      i: m.former ? mentions.findIndex((x) => x.mention.article.key === m.mention.article.key) - 0.5 : i,
    }))
    .sort((a, b) => a.i - b.i)
    .map(({ m }) => m);

/** An event that a deadline may count from, and the day on which it was. */
export interface Dating {
  report: Report;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** A count whose event has been dated since becomes a day; the words it was first said in stay, superseded. */
function anchor(claims: Working[], datings: readonly Dating[]): void {
  if (claims.some((c) => isActive(c) && isDated(c))) return;
  for (const old of claims.filter((c) => isActive(c) && c.due === 'unanchored')) {
    const parts = countAndEvent(old.text);
    if (!parts) continue;
    for (const { report, day } of datings) {
      const counted = countedFrom(old, parts.count, day);
      if (!counted) continue;
      const claim: Working = {
        ...old,
        ...counted,
        id: contentId('claim', old.id, day),
        state: 'current',
        reason: 'anchored',
        evidence: { article: report.article, span: report.span, quote: report.quote },
        statedAt: report.article.published,
        article: report.article,
        to: jakartaDay(counted.latest),
      };
      old.state = 'superseded';
      old.replacedBy = claim.id;
      claims.push(claim);
      return;
    }
  }
}

function reasonFor(claim: Working, features: Features, active: Working[], dated: Working[]): string {
  if (active.length === 0) return 'first';
  if (!isDated(claim)) return 'other-reading';
  if (dated.length === 0) return active.some((c) => c.due === 'unanchored') ? 'anchored' : 'refined';
  if (features.moved) return 'moved';
  const said = features.day;
  if (dated.every((c) => c.to! < said) && claim.to! >= said) return 'moved-after-lapse';
  const current = dated.find((c) => c.state === 'current') ?? dated[0]!;
  const later = said - jakartaDay(current.article.published);
  if (later >= REFINED_AFTER && dated.every((c) => within(c, claim))) return 'refined';
  if (later >= 1 && current.article.outlet === features.mention.article.outlet) {
    return within(current, claim) ? 'refined' : 'moved';
  }
  const isSaidAnew = claim.speaker !== null && claim.speaker === current.speaker;
  // `diberi tiga bulan sejak 12 Desember`, read in February: what was said then, read otherwise.
  const { quote } = features.mention;
  const isRetold =
    (claim.anchor !== null && dayOf(claim.anchor) <= jakartaDay(current.article.published)) ||
    differs(quote) ||
    SAID_THEN.test(quote);
  const isNew = later >= NEWER_AFTER && !isRetold;
  const isMoved = isNew || (later >= 2 && saysRather(quote)) || (later >= SAID_ANEW_AFTER && isSaidAnew && !isRetold);
  // `pekan depan`, and some days later by the same one `pada Selasa`.
  if (!isMoved) return later >= 2 && isSaidAnew && within(current, claim) ? 'refined' : 'other-reading';
  return within(current, claim) ? 'refined' : 'moved';
}

/** `Bulan lalu perusahaan itu berjanji …`: retold, whatever day it names. */
const SAID_THEN =
  /\b(?:pekan|minggu|bulan|tahun) lalu\b[^.;]{0,60}\b(?:berjanji|menjanjikan|menargetkan|berencana|menyatakan|menyebut|mengatakan)\b/i;

/** The new day lies in the period the old one named: `Maret` and then `28 Maret` is no move. */
const LENGTH: Record<string, number> = { week: 7, month: 31, quarter: 92, semester: 184, year: 366 };
function within(old: Working, next: Working): boolean {
  const length = LENGTH[old.precision ?? ''] ?? 0;
  return length > 0 && next.to! <= old.to! && next.to! > old.to! - length;
}

function claimOf(features: Features): Working | null {
  const { mention } = features;
  const deadline = mention.mention.deadline;
  if (!deadline) return null;
  return {
    id: contentId('claim', mention.id, deadline.due, deadline.text),
    text: deadline.text,
    due: deadline.due,
    earliest: deadline.earliest,
    latest: deadline.latest,
    rule: deadline.rule,
    anchor: deadline.anchor,
    precision: deadline.precision,
    zone: deadline.zone,
    calendarVersion: deadline.calendarVersion,
    kind: deadline.kind,
    state: 'current',
    reason: 'first',
    replacedBy: null,
    evidence: evidenceOf(mention),
    statedAt: mention.article.published,
    article: mention.article,
    speaker: speakerKey(mention.mention.speaker),
    to: features.due?.to ?? null,
  };
}

function evidenceOf(mention: StoredMention): Claim['evidence'] {
  return { article: mention.article, span: mention.mention.sentence, quote: mention.quote };
}

function speakerKey(speaker: Party | null): string | null {
  if (!speaker) return null;
  return speaker.actor ?? wordsOf(speaker.text).slice(-2).join(' ');
}
