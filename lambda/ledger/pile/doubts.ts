import { POINTERS } from '../../extract/text/demonstratives.ts';
import { isDoneElsewhere } from '../model/fit.ts';
import { areKin, areTied, COME, ENDS, isOfGiver, isOfOthers, mayComplete, mayTell } from '../model/link.ts';
import { actFeature, type Promised, type Told } from '../model/link-features.ts';
import { onceOf } from '../model/once.ts';
import { shared } from '../model/overlap.ts';
import { ABOUT_ANOTHER } from '../model/pair.ts';
import { isAuthorityKey, isListedKey } from '../model/parties.ts';
import type { Report } from '../types.ts';
import { MONTHS } from '../words/figures.ts';
import { stem } from '../words/stem.ts';
import { PLACES } from '../words/synonyms.ts';
import { isVerbForm } from '../words/verbs.ts';
import { namesIn, terms } from '../words/words.ts';
import { isOfAnotherBody } from './other-body.ts';
import { isPrelude } from './prelude.ts';

/**
 * Whether what rules read in a pile cannot tell of a promise, however much else speaks for it. What only speaks against it is
 * weighed ({@link doubtsOf}): news words an end so differently that a rule which keeps one out keeps out true ones.
 */
export const cannotTell = (promise: Promised, told: Told): boolean => AGAINST.some(({ holds }) => holds(promise, told));

/**
 * The same of what is told in words that no rule reads. Of such sentences that readers marked all that speaks against them
 * would keep out one in five; what was done by others, or is the contrary, is none whatever its words.
 */
export const cannotBe = (promise: Promised, told: Told): boolean =>
  AGAINST.some(({ always, holds }) => always && holds(promise, told));

/**
 * Names of what speaks against a report telling of a promise (`model/link.ts`), and for it.
 * @param own words that only this promise of its matter has.
 */
export function doubtsOf(promise: Promised, told: Told, own: ReadonlySet<string>): string[] {
  const found: string[] = [];
  if (mayTell(promise, told, own)) found.push('may');
  if (!areTied(promise, told, own)) found.push('doubt:untied');
  if (!mayComplete(promise, told)) found.push(isKnown(told) ? 'doubt:completes-nothing' : 'doubt:idle');
  if (isOfOthers(promise, told)) found.push('doubt:others');
  if (isDoneElsewhere(told.report, promise.parties, promise.targets)) found.push('doubt:elsewhere');
  for (const { name, holds } of AGAINST) if (holds(promise, told)) found.push(`against:${name}`);
  return found;
}

/** The class of act that a report tells of is in a table. */
const isKnown = ({ report }: Told): boolean => !report.act.startsWith('~');

/** What was to be there is gone: it undoes the act promised, or ends something where nothing was to end. */
function isContrary(promise: Promised, told: Told): boolean {
  if (actFeature(promise, told) === 'act:reversed') return true;
  return STOPS.has(told.report.act) && ![...promise.acts].some((act) => ENDS.has(act)) && !areKin(promise, told);
}
const STOPS: ReadonlySet<string> = new Set([
  'close',
  'stop-service',
  'remove-app',
  ...['henti', 'setop', 'tutup'].map((word) => `~${stem(word)}`),
]);

/** All who promised are listed, and another listed company did it. */
const isOfAnotherListed = (promise: Promised, told: Told): boolean =>
  isOfOthers(promise, told) &&
  [...promise.parties].every(isListedKey) &&
  [...told.named].some((party) => isListedKey(party) && !promise.parties.has(party));

/** It was to be done to listed companies, and was done to another (`memblokir TikTok`, where Temu was to be blocked). */
const isToAnotherListed = ({ parties, targets }: Promised, { report }: Told): boolean =>
  [...targets].every(isListedKey) &&
  isDoneElsewhere(report, parties, targets) &&
  report.parties.slice(0, report.named).some((p) => isListedKey(p) && !isAuthorityKey(p) && !parties.has(p));

/** Acts of no class by which a thing is put off, waited for or found fault with: it is not there. */
const UNDONE: ReadonlySet<string> = new Set(
  'tunda undur hambat halang rintang kritik kecam keluh protes sayang khawatir cemas sorot tanya soal sindir gagal tunggu nanti bantah langgar bungkam ditanya bertanya'
    .split(' ')
    .map((word) => `~${stem(word)}`),
);

/** To look into a thing, or to tell of it, is not to do it; a thing that is made of stone or money is not there by being told. */
const isAboutIt = (promise: Promised, told: Told): boolean =>
  ABOUT_ANOTHER.has(told.report.act) &&
  [...promise.acts].every((act) => DONE_BY_HAND.has(act) || (told.report.act === 'examine' && MADE.has(act)));
/** What somebody makes is not there because somebody looks at it. */
const MADE: ReadonlySet<string> = new Set(['launch', 'provide', 'establish', 'issue']);
const DONE_BY_HAND: ReadonlySet<string> = new Set(
  'account-off block build erase-data invest move-system open open-office operate pay pay-fine pay-tax produce provide refund remove-app remove-content stop-service unblock'.split(
    ' ',
  ),
);

/**
 * Nothing but names, places and days is in both, and the deeds are not kin; or they are, and it is told of what they are done to
 * (`membagikan kupon belanja`, where a feature was to be provided).
 */
export function isFarFrom(promise: Promised, told: Told): boolean {
  // `memeriksa Tokopedia`: what it is done to is a name, and that name is told of.
  if (
    [...promise.targets].some((target) => told.named.has(target) && !isAuthorityKey(target)) &&
    isOfDeed(promise, told)
  )
    return false;

  const isName = (word: string): boolean => promise.names.has(word) || word.split('-').some((part) => places.has(part));
  const says = (word: string): boolean => !isName(word) && !/\d/.test(word) && !months.has(word);
  const both = [...promise.quoted].filter((word) => told.wide.has(word) && says(word));
  if (!areKin(promise, told) && shared(promise.deeds, told.told) === 0) return both.length === 0;
  const isDeed = (word: string): boolean => word === told.report.act || promise.acts.has(word);
  if (!both.every(isDeed)) return false;
  return [...told.words].filter((word) => says(word) && !isDeed(word)).length >= THINGS;
}

/** It is told of by the class of its act. */
const isOfDeed = ({ acts }: Promised, { report }: Told): boolean => acts.has(report.act) && !report.act.startsWith('~');

/** So many words beside its deed, and it is told of what that is done to. */
const THINGS = 2;
const places: ReadonlySet<string> = new Set(PLACES.split(' '));
const months: ReadonlySet<string> = new Set(MONTHS.map(stem));

/** It is told of what those do, or leave undone, to whom it is to be done: `akhirnya menyerahkan data` ends no threat to block who does not. */
const isOfWhom = ({ conditions, acts }: Promised, { report }: Told): boolean =>
  conditions.has(report.act) && !acts.has(report.act);

/** Who reports others to the police does nothing that he, or they, promised; but `melaporkan data pengemudi kepada Polri` hands it over. */
const isComplaint = ({ acts }: Promised, { report }: Told): boolean =>
  report.act === 'charge' && !acts.has('charge') && !PAPER.test(report.quote);
const PAPER = /\bmelaporkan (?:\w+ )?(?:data|hasil|harta|kekayaan|dokumen|perkembangan|temuan)\b/i;

/** `Baru 11 dari 42 perusahaan yang menyerahkan`: of many without a name, and no one by name did it. */
const isOfMany = ({ parties }: Promised, { report, named }: Told): boolean =>
  COME.has(report.kind) && !parties.has('class') && saysMany(report) && ![...named].some((party) => parties.has(party));
const saysMany = onceOf(({ quote }: Report) => MANY.test(quote.toLowerCase()));
const MANY =
  /(?<![\d.,])\d{1,3}(?:\.\d{3})* dari (?:total |sekitar |seluruh )?\d{1,3}(?:\.\d{3})* (?:perusahaan|bank|emiten|operator|platform|penyelenggara|maskapai|produsen|importir|eksportir|penyedia|aplikasi)\b/;

/** `Kami tidak membuka posko karena …`: whatever else is told to be done there, the promise is not. */
const isDeniedThere = ({ verbs, words, isNegated }: Promised, { report }: Told): boolean =>
  !isNegated &&
  COME.has(report.kind) &&
  deniedIn(report).some(({ verb, near }) => verbs.has(verb) && near.some((word) => words.has(word)));

/**
 * The verbs that a no stands right before, as stems, and the words behind them: of the sentence itself, and not of what it says of
 * somebody (`yang pekan lalu belum membayar`), nor where it tells the same verb as done (`sudah menghapus …, tetapi tidak menghapus …`).
 */
const deniedIn = onceOf(({ quote }: Report) => {
  const all = terms(quote);
  const done = new Set(all.flatMap(({ stem: verb }, i) => (i > 0 && DONE.has(all[i - 1]!.word) ? [verb] : [])));
  return all.flatMap(({ stem: verb, word }, i) => {
    const isWho = all.slice(Math.max(0, i - WHO), i).some((before) => before.word === 'yang');
    const no = all[i - 1]?.word ?? '';
    const isDenied =
      (NOT.has(no) && isVerbForm(word)) || (no === NO_SUCH && (isVerbForm(word) || NOUN_OF_DEED.test(word)));
    return isDenied && !isWho && !done.has(verb)
      ? [{ verb, near: all.slice(i + 1, i + 1 + NEAR).map(({ concept }) => concept) }]
      : [];
  });
});
const DONE: ReadonlySet<string> = new Set(['sudah', 'telah']);
/** Behind `yang`, of what is told to be done already. */
export const ALREADY: ReadonlySet<string> = new Set(['sudah', 'telah', 'terlanjur', 'telanjur']);
/** Words before a verb in which the `yang` of its clause stands. */
const WHO = 5;
const NOT: ReadonlySet<string> = new Set(['tidak', 'tak', 'belum', 'batal', 'urung', 'gagal', 'lalai', 'lupa']);
/** `bukan revisi aturan ojek, melainkan …`: of a deed's noun too. */
const NO_SUCH = 'bukan';
const NOUN_OF_DEED = /^(?:pe|per|ke)[a-z]{4,}an$/;
/** Words behind a verb in which what it is done to stands. */
const NEAR = 4;

/**
 * `memusnahkan kaleng yang sudah ditarik`, `surat suara yang sudah dikirim rusak`: the deed only tells which ones are meant, and the
 * sentence is about something else.
 */
const isPresupposed = ({ verbs }: Promised, { report }: Told): boolean =>
  report.kind === 'fulfilled' && presupposedIn(report).some((verb) => verbs.has(verb));

/** The verbs, as stems, that a sentence tells of only behind `yang sudah`. */
const presupposedIn = onceOf(({ quote }: Report) => {
  const all = terms(quote);
  // `mengapresiasi Telkomsel yang telah …`: of a name it is told.
  const names = namesIn(quote);
  const isWhich = all.map(
    (_, i) => i > 1 && ALREADY.has(all[i - 1]!.word) && all[i - 2]!.word === 'yang' && !names.has(i - 3),
  );
  const told = new Set(all.flatMap(({ stem: verb }, i) => (isWhich[i] ? [] : [verb])));
  return all.flatMap(({ stem: verb }, i) => (isWhich[i] && !told.has(verb) ? [verb] : []));
});

/** What is to stay as it is until a day is not done before it, whatever is told (`merek Holcim tetap dipakai hingga 31 Desember`). */
const isKept = ({ keeps, due }: Promised, { report, day }: Told): boolean =>
  keeps && report.kind === 'fulfilled' && due !== null && day < due;

/** `menyiapkan Rp 2 miliar untuk membayar`, `membahas pembayaran dalam rapat`: it is got ready or talked of, and not done. */
const isPrepared = ({ acts }: Promised, { report }: Told): boolean =>
  report.kind === 'fulfilled' && report.act === 'write' && !acts.has('write') && PREPARES.test(report.quote);
const PREPARES =
  /^(?!.*\b(?:sudah|telah|selesai|rampung|tuntas|resmi|akhirnya)\b).*\b(?:membahas|dibahas|menyiapkan|disiapkan|mempersiapkan|mengkaji|dikaji|merancang|dirancang|menggodok|digodok)\b/is;

/** `Unjuk rasa dibatalkan karena denda sudah dibayar`: what is off is something else, and the deed is done. */
const isOffBecause = ({ words, verbs }: Promised, { report }: Told): boolean => {
  const because = report.kind === 'withdrawn' ? BECAUSE.exec(report.quote) : null;
  if (because === null) return false;
  const reason = report.quote.slice(because.index);
  const before = terms(report.quote.slice(0, report.quote.length - reason.length));
  if (before.some(({ concept, stem: verb, word }) => words.has(concept) || verbs.has(verb) || POINTERS.has(word)))
    return false;
  return terms(reason).some(({ stem: verb }, i, all) => verbs.has(verb) && DONE.has(all[i - 1]?.word ?? ''));
};

const BECAUSE = /\b(?:karena|lantaran|sebab|setelah)\b/i;

/** `Pembangunan gedung pusat data dinyatakan selesai`: what was to run, or to be opened, stands, and does not run yet. */
const isBuilt = ({ acts }: Promised, { report }: Told): boolean =>
  report.act === 'build' && !acts.has('build') && [...acts].some((act) => RUNS.has(act));
const RUNS: ReadonlySet<string> = new Set(['operate', 'open', 'open-office', 'launch']);

/** `mengumumkan lokasi menara`: what is made by hand is no further for being announced. */
const isAnnounced = ({ acts }: Promised, { report }: Told): boolean =>
  COME.has(report.kind) && report.act === 'announce' && [...acts].every((act) => DONE_BY_HAND.has(act));

interface Against {
  name: string;
  /** In whatever words it is told. */
  always: boolean;
  holds: (promise: Promised, told: Told) => boolean;
}

/** What speaks most against it. */
const AGAINST: readonly Against[] = [
  { name: 'giver', always: false, holds: (promise, told) => !isOfGiver(promise, told) },
  { name: 'contrary', always: true, holds: isContrary },
  { name: 'other-listed', always: true, holds: isOfAnotherListed },
  { name: 'to-other-listed', always: true, holds: isToAnotherListed },
  { name: 'condition', always: true, holds: isOfWhom },
  { name: 'complaint', always: true, holds: isComplaint },
  { name: 'denied-there', always: true, holds: isDeniedThere },
  { name: 'of-many', always: true, holds: isOfMany },
  { name: 'other-body', always: true, holds: isOfAnotherBody },
  { name: 'presupposed', always: true, holds: isPresupposed },
  { name: 'kept', always: true, holds: isKept },
  { name: 'prepared', always: true, holds: isPrepared },
  { name: 'prelude', always: true, holds: isPrelude },
  { name: 'off-because', always: true, holds: isOffBecause },
  { name: 'built', always: true, holds: isBuilt },
  { name: 'announced', always: true, holds: isAnnounced },
  { name: 'undone', always: true, holds: (_, told) => UNDONE.has(told.report.act) },
  { name: 'about-it', always: false, holds: isAboutIt },
  { name: 'far', always: false, holds: isFarFrom },
];
