import { findActors } from '../../extract/actors/actors.ts';
import { isAuthority } from '../../extract/actors/gazetteer.ts';
import { insideOf, linksElsewhere, outsideOf, withoutLinks } from '../../extract/text/boilerplate.ts';
import { segment } from '../../extract/text/segment.ts';
import { findDeadlines, resolveDeadline } from '../../extract/time/deadlines.ts';
import type { ActorRef, DeadlineClaim, Mention, Span } from '../../extract/types.ts';
import { LASTS } from '../model/cues.ts';
import { jakartaDay } from '../model/features.ts';
import type { LedgerArticle } from '../types.ts';

/** Who moves a day says it in the active, with the act behind it; or it is moved, with the act before. */
const ACTIVE = new RegExp(
  String.raw`\b(?:memperpanjang(?!${LASTS})|mengundurkan|memundurkan|menunda|memajukan|mempercepat|menggeser|menangguhkan|memberi(?:kan)? (?:tambahan waktu|waktu tambahan|perpanjangan waktu|kelonggaran))\b`,
);
const PASSIVE =
  /\b(?:diperpanjang|diundur|diundurkan|dimundurkan|ditunda|dimajukan|dipercepat|digeser|ditangguhkan|mundur|molor|bergeser)\b/;
/** Time given for an act: `Pedagang diberi waktu enam bulan … untuk melengkapi berkas`. Who is given it must act. */
const GRANTED =
  /\b(?:diberi|diberikan|dikasih) (?:tambahan |batas |masa )?(?:waktu|tenggat|kesempatan|tempo|kelonggaran)\b|\b(?:memberi|memberikan|beri) (?:[A-Z]\S+ ){1,4}(?:tambahan |batas )?(?:waktu|tenggat|tempo)\b/;
/** Words shortly before the verb by which nothing has moved. */
const NOT_MOVED =
  /\b(?:tidak|tak|belum|batal|jika|bila|kalau|apabila|agar|supaya|minta|meminta|diminta|mendesak|mengusulkan|usul|berharap|bisa|dapat|boleh|mungkin|ingin|perlu|apakah)\b(?: \S+){0,3} $/;
/** A day behind one of these is the old one. */
const OLD_DAY = /\b(?:dari|semula|sebelumnya|awalnya|seharusnya)(?: \S+){0,3} $/i;
/** Words that lead up to the new day. */
const TO =
  /\b(?:hingga|sampai|sampai dengan|menjadi|jadi|ke|paling lambat|selambat-lambatnya)(?: tanggal| akhir| awal)? $/i;
/** The extractor's rule for an act that is only a move: what is moved is read here. */
export const MOVING_RULE = 'extend';
const ANY = new RegExp(`${ACTIVE.source}|${PASSIVE.source}|${GRANTED.source}`, 'i');

/**
 * Deadlines that a sentence says have moved, where extraction reads no commitment in it: `OJK memajukan pelaporan ke 1
 * Maret`, `Pendaftaran diundur hingga 29 Juli`. What is moved is somebody's promise or duty, so each is a mention. The
 * new day must lie ahead: what was moved once upon a time is background. Pure; linear in the text.
 */
export function movesOf(article: LedgerArticle): Mention[] {
  if (!ANY.test(article.text)) return [];
  const doc = segment(article.text);
  const taken = article.extraction.commitments.filter((c) => c.rule !== MOVING_RULE).map((c) => c.sentence);
  const isLink = insideOf(linksElsewhere(doc));
  const own = withoutLinks(doc);
  const sentences = doc.sentences.filter(
    (s) => !isLink(s) && ANY.test(own.slice(s.start, s.end)) && !taken.some((t) => t.start < s.end && t.end > s.start),
  );
  if (sentences.length === 0) return [];
  const actors = findActors(doc, { published: article.published, title: article.title });
  // What stands in a link within the sentence moves nothing of this article's.
  const timexes = [...outsideOf(doc.links, article.extraction.timexes)];
  const blank: LedgerArticle = { ...article, text: own, extraction: { ...article.extraction, timexes } };
  const claims = findDeadlines(own, timexes, {
    published: article.published,
    sentences: doc.sentences,
  });
  const namedIn = (span: Span): ActorRef[] =>
    actors.mentionsIn(span).flatMap((m) => {
      const side = actors.sideOf(m.entity) ?? m.entity;
      if (side.id === null && !side.generic) return [];
      return [{ start: m.start, end: m.end, text: side.fullest.text, actor: side.id }];
    });
  const lead = namedIn({ start: 0, end: doc.sentences[0]?.end ?? 0 });
  return sentences.flatMap((sentence): Mention[] => {
    const found = grantIn(blank, sentence, claims, namedIn) ?? moveIn(blank, sentence, claims, namedIn, lead);
    if (found === null) return [];
    const { start, end } = found.action;
    return [{ ...found, action: { start, end, text: article.text.slice(start, end) } }];
  });
}

/** Who was given time until when, for what; null where the sentence says nothing of the kind. */
function grantIn(
  article: LedgerArticle,
  sentence: Span,
  claims: readonly DeadlineClaim[],
  namedIn: (span: Span) => ActorRef[],
): Mention | null {
  const text = article.text.slice(sentence.start, sentence.end);
  const found = GRANTED.exec(text);
  if (!found || text.endsWith('?') || /\b(?:tidak|tak|jika|bila|kalau|apabila) $/.test(text.slice(0, found.index)))
    return null;
  const isPassive = found[0].startsWith('di');
  const verb = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
  const who = isPassive ? namedIn({ start: sentence.start, end: verb.start }).at(-1) : namedIn(verb)[0];
  const purpose = /\b(?:untuk|guna|agar) ((?:me|ber|men)[^,.;]*)/.exec(text.slice(found.index));
  if (!who || !purpose) return null;
  const published = jakartaDay(article.published);
  const deadline = claims
    .filter((c) => c.start >= verb.start && c.end <= sentence.end && c.latest !== null)
    .filter((c) => jakartaDay(c.latest!) >= published)
    .sort((a, b) => Number(a.anchor !== null) - Number(b.anchor !== null) || a.start - b.start)[0];
  if (!deadline) return null;
  const start = verb.start + purpose.index + purpose[0].length - purpose[1]!.length;
  const cut = deadline.start > start ? article.text.slice(start, deadline.start) : purpose[1]!;
  const end = start + cut.trimEnd().length;
  const by = namedIn(sentence).filter((a) => a.actor !== null && a.actor !== who.actor && isAuthority(a.actor));
  return mentionOf(
    'obligation',
    [who],
    by,
    { sentence, action: { start, end }, deadline, rule: 'time-granted' },
    article,
  );
}

function moveIn(
  article: LedgerArticle,
  sentence: Span,
  claims: readonly DeadlineClaim[],
  namedIn: (span: Span) => ActorRef[],
  lead: readonly ActorRef[],
): Mention | null {
  const text = article.text.slice(sentence.start, sentence.end);
  const active = ACTIVE.exec(text);
  const found = active ?? PASSIVE.exec(text);
  if (!found || text.endsWith('?') || NOT_MOVED.test(text.slice(0, found.index).toLowerCase())) return null;
  const verb = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
  const deadline = newDay(article, { start: verb.end, end: sentence.end }, claims);
  if (!deadline) return null;
  const before = namedIn({ start: sentence.start, end: verb.start });
  const behind = namedIn({ start: verb.end, end: sentence.end }).filter((a) => a.end <= deadline.start);
  const agent = active ? before.at(-1) : [...behind, ...before].find((a) => isBy(article.text, a));
  const mover = agent ?? (active ? lead[0] : (before.at(-1) ?? lead[0]));
  if (!mover) return null;
  // Of an authority that moves the day for somebody, the duty is theirs.
  const bound = behind.filter(
    (a) =>
      a.actor !== mover.actor &&
      (isFor(article.text, a, found[0].startsWith('memberi')) || isWhose(article.text.slice(verb.end, a.start), a)),
  );
  const isOthers = mover.actor !== null && isAuthority(mover.actor) && bound.length > 0;
  const obligors = isOthers ? bound : [mover];
  const action = active
    ? { start: verb.start, end: lastWord(article.text, verb.end, deadline.start) }
    : { start: clauseStart(article.text, sentence.start, verb.start), end: verb.end };
  const parts = { sentence, action, deadline, rule: 'deadline-move' };
  return mentionOf(isOthers ? 'obligation' : 'pledge', obligors, isOthers ? [mover] : [], parts, article);
}

function mentionOf(
  type: Mention['type'],
  obligors: ActorRef[],
  counterparties: ActorRef[],
  { sentence, action, deadline, rule }: { sentence: Span; action: Span; deadline: DeadlineClaim; rule: string },
  article: LedgerArticle,
): Mention {
  return {
    type,
    obligor: obligors[0]!,
    obligors,
    counterparties,
    modality: 'firm',
    topic: 'other',
    rule,
    speaker: null,
    sentence: { start: sentence.start, end: sentence.end },
    action: { start: action.start, end: action.end, text: article.text.slice(action.start, action.end) },
    deadline,
    condition: null,
    negated: false,
    confidence: 0.7,
  };
}

const isBy = (text: string, { start }: Span): boolean => /\boleh $/i.test(text.slice(Math.max(0, start - 6), start));
/** `memajukan batas penyetoran pajak OpenAI`: whose time it is stands behind what is to be done by then. */
const isWhose = (between: string, { actor }: ActorRef): boolean =>
  (actor === null || !isAuthority(actor)) && WHOSE.test(between);
const WHOSE = /^ (?:batas(?: waktu| akhir)?|tenggat(?: waktu)?|jatuh tempo|kewajiban)(?: [\p{L}-]+){1,4} $/u;

/** `bagi importir`; `kepada` says for whom only where time is given. */
function isFor(text: string, { start }: Span, isGiven: boolean): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    /\b(?:bagi|untuk|oleh)(?: (?:para|seluruh|semua|pihak))? $/i.test(before) ||
    (isGiven && /\bkepada(?: (?:para|seluruh|semua|pihak))? $/i.test(before))
  );
}

/** The first day of a stretch that is led up to as the new one and lies ahead. */
function newDay(article: LedgerArticle, span: Span, claims: readonly DeadlineClaim[]): DeadlineClaim | null {
  const published = jakartaDay(article.published);
  const isAhead = (c: DeadlineClaim): boolean => c.latest !== null && jakartaDay(c.latest) >= published;
  const own = claims.filter((c) => c.start >= span.start && c.end <= span.end && isAhead(c));
  const leads = (start: number): string => article.text.slice(Math.max(span.start, start - 40), start);
  const claim = own.find(
    (c) => !OLD_DAY.test(leads(c.start)) && (TO.test(leads(c.start)) || TO.test(`${firstWords(c.text)} `)),
  );
  if (claim) return claim;
  // `menjadi 10 Januari 2025` is no wording of a deadline by itself.
  for (const timex of article.extraction.timexes) {
    if (timex.start < span.start || timex.end > span.end || timex.type !== 'DATE' || !TO.test(leads(timex.start)))
      continue;
    const read = resolveDeadline(`hingga ${timex.text}`, { published: article.published });
    if (read && isAhead(read)) return { ...read, start: timex.start, end: timex.end, text: timex.text };
  }
  return null;
}

/** The first two words, or one where the second holds a figure. */
function firstWords(text: string): string {
  const [first = '', second] = text.split(' ', 2);
  return second === undefined || /\d/.test(second) ? first : `${first} ${second}`;
}

/** End of the last word before the day, without what leads up to it. */
function lastWord(text: string, from: number, to: number): number {
  const between = text
    .slice(from, to)
    .trimEnd()
    .replace(/(?:hingga|sampai(?: dengan)?|menjadi|jadi|ke|dari)$/i, '')
    .replace(/(?<![\s,])[\s,]+$/, '');
  return from + between.length;
}

/** Where the last occurrence of a mark ends; 0 where there is none. */
function endOfLast(text: string, mark: string): number {
  const at = text.lastIndexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}

/** Where the clause of a passive begins: behind the last comma or dateline before the verb. */
function clauseStart(text: string, from: number, verb: number): number {
  const clause = text.slice(from, verb);
  const start = from + Math.max(0, ...[', ', ' – ', ' - '].map((mark) => endOfLast(clause, mark)));
  return start < verb ? start : from;
}
