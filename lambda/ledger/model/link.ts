import type { Report } from '../types.ts';
import { stem } from '../words/stem.ts';
import { actFeature, ledgerFeatures, type Promised, SAME_ACT, type Told } from './link-features.ts';
import weights from './link-weights.data.json' with { type: 'json' };
import { shared } from './overlap.ts';
import { isAuthorityKey, isUnlistedKey } from './parties.ts';

/**
 * Weights of a logistic model over features that each say one thing of a promise and a report (`link-features.ts`) in the
 * growing ledger, where most of what is told has nothing to do with what was promised. `bench/train-links.ts` learns them
 * from the stories of `test/stories` and from articles of general news.
 */
const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(weights));

/** Kinds of report that end a promise: what the model has learned. */
export const ENDING: ReadonlySet<string> = new Set(['fulfilled', 'partly', 'withdrawn']);

/** Whether a report tells the end of what was promised. */
export const isEnd = ({ kind }: Report): boolean => ENDING.has(kind);

/** Kinds by which what was promised has come about, wholly or in part. */
export const COME: ReadonlySet<string> = new Set(['fulfilled', 'partly']);

/**
 * The likelihood that a report of the growing ledger tells what became of a promise, 0 to 1, where it may tell of it at
 * all. Pure.
 * @param fit how well the report fits by its party and act (`fit.ts`), 0 where it does not.
 */
export function likelyInLedger(promise: Promised, told: Told, fit: number): number {
  let sum = 0;
  for (const name of ledgerFeatures(promise, told, fit)) sum += WEIGHTS.get(name) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Whether a report may tell of a promise at all: something ties them, and it is neither others' deed nor the contrary. In a
 * pile it may be the deed of another name where several of its words are no other promise's, and a name is in no list: such
 * names are not known by all that they are called.
 * @param own of a pile, words that no other promise has.
 */
export const mayTell = (promise: Promised, told: Told, own: ReadonlySet<string> = NONE): boolean =>
  areTied(promise, told, own) &&
  isOfGiver(promise, told) &&
  mayComplete(promise, told) &&
  (!isOfOthers(promise, told) ||
    (shared(own, told.wide) >= ALONE && [...promise.parties, ...told.named].some(isUnlistedKey)));

const NONE: ReadonlySet<string> = new Set();

/** So many of its own words tell that a report is of one promise and of none beside it. */
const ALONE = 2;

/** What was received ends what the one promised who handed it over, and promised to hand over. */
export function isOfGiver(promise: Promised, told: Told): boolean {
  if (told.report.rule !== 'received') return true;
  return told.report.parties.some((p) => promise.parties.has(p)) && actFeature(promise, told) !== 'act:other';
}

/** The act told may be the deed promised, in another word. */
export const areKin = (promise: Promised, told: Told): boolean => shared(promise.deeds, told.deeds) > 0;

/** A word, the verb or the act: most pairs of a pile have nothing in common. */
export const areTied = (promise: Promised, told: Told, own: ReadonlySet<string> = NONE): boolean =>
  shared(promise.words, told.words) >= 1 ||
  shared(promise.verbs, told.stems) >= 1 ||
  shared(promise.words, told.wide) >= 2 ||
  shared(own, told.words) >= 1 ||
  shared(own, told.wide) >= 2 ||
  (areKin(promise, told) && shared(promise.words, told.wide) >= 1 && shared(promise.parties, told.parties) >= 1) ||
  actFeature(promise, told) === SAME_ACT;

/** A company promised, and another by name did it. What an authority promised it does to those whom the report names. */
export function isOfOthers({ parties, targets }: Promised, { named }: Told): boolean {
  const promised = [...parties].filter((party) => party !== 'class' && !isAuthorityKey(party));
  if (promised.length === 0 || promised.some((party) => named.has(party))) return false;
  return [...named].some((party) => party !== 'class' && !isAuthorityKey(party) && !targets.has(party));
}

/** Whether the act told can be the end of the one promised: it is the same, or one in which a thing comes to be there. */
export function mayComplete(promise: Promised, told: Told): boolean {
  const act = actFeature(promise, told);
  if (act === SAME_ACT || told.report.kind === 'withdrawn') return act !== 'act:reversed';
  if (act === 'act:reversed') return false;
  if (!completesNothing(told.report)) return true;
  return told.report.act.startsWith('~') && areKin(promise, told) && [...promise.acts].some((own) => ENDS.has(own));
}

/** Whether nothing that was promised in another word comes about by the act of a report. What is taken back need not come about. */
export const completesNothing = ({ kind, act }: Report): boolean =>
  kind !== 'withdrawn' && (act.startsWith('~') ? IDLE.has(act.slice(1)) : COMPLETES_NOTHING.has(act));

/** Acts that end something: `henti` and `tutup` may be theirs. */
export const ENDS: ReadonlySet<string> = new Set(
  'close stop-service block freeze-permit sanction remove-app remove-content erase-data account-off limit'.split(' '),
);

/** Acts by which nothing that was promised comes about, unless they are the promise. */
const COMPLETES_NOTHING: ReadonlySet<string> = new Set(
  (
    'close stop-service limit examine supervise warn educate comply protect cooperate consult hearing sanction block ' +
    'freeze-permit account-off appeal announce recruit write raise decide separate move-system change-price cut-price'
  ).split(' '),
);

/** Stems of verbs, known to no class of act, by which nothing comes about: stopping, putting off, trying, finding fault. */
const IDLE: ReadonlySet<string> = new Set(
  (
    'henti setop tunda undur batas cegah hambat halang rintang uji coba periksa kritik kecam keluh protes adu gugat tuntut tolak tangkap jerat ' +
    'bobol retas curi bocor langgar tuduh duga sayang khawatir cemas sorot tanya soal dorong desak sindir gagal rusak hilang ' +
    'rekrut paten survei ajar pamer izin tutup cabut bekukan tinggal kaji bahas rancang tunggu nanti pantau awas imbau ingat janji usul ubah bantah beli sewa'
  )
    .split(' ')
    .map(stem),
);
