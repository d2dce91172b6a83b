/** What speaks against it that two mentions of a pile word one promise, beside what the model of pairs has learned. */
import type { Features } from '../model/features.ts';
import { onceOf } from '../model/once.ts';
import { shared } from '../model/overlap.ts';
import { isAuthorityKey } from '../model/parties.ts';
import { terms } from '../words/words.ts';
import { SAYS_MOVED } from './anew.ts';
import { ALREADY } from './doubts.ts';
import { kindredIn } from './kindred.ts';

/** By so much less likely, in log-odds, an earlier and a later mention are one. */
export function lessSurely(early: Features, late: Features): number {
  let less = 0;
  if (areUnlike(early, late) || presupposes(late, early)) less += UNLIKE;
  if (isAboutIt(late, early) || isAboutIt(early, late)) less += ABOUT_IT;
  if (areOtherDeeds(early, late)) less += OTHER_DEEDS;
  if (isWithAnother(early, late) || isInstead(early, late)) less += WITH_ANOTHER;
  if (areOfTwo(early, late) || areOfOthers(early, late)) less += OF_TWO;
  return less;
}

/**
 * By so much less likely, in log-odds, two are one that say nothing alike of what is to be done, and by when: of 71 such pairs of the
 * stories of `test/stories` that are likely otherwise 42 are two.
 */
const UNLIKE = 2;

/** So few words say what is to be done only by what stands around them. */
const ITS_WORDS = 2;

/** Another act, no word of it in both, another day, and nothing by which the later one points back to what was promised. */
const areUnlike = (early: Features, late: Features): boolean =>
  early.act !== late.act &&
  early.due !== null &&
  late.due !== null &&
  early.due.to !== late.due.to &&
  late.retold < SAYS_MOVED &&
  !late.pointsBack &&
  !REST.test(late.mention.quote) &&
  early.words.size >= ITS_WORDS &&
  late.words.size >= ITS_WORDS &&
  shared(early.words, late.words) === 0;

/**
 * By so much less likely, in log-odds, two are one that speak of deeds which have nothing to do with each other: without it 156
 * fillings of `test/frames/joined.jsonl` come out wrong, with it 98 (`bench/frames.ts`), and the stories have it as often right as
 * wrong.
 */
const OTHER_DEEDS = 2;

/** Another act, nothing that is kin to it, no word of what is said of either: two, though they are due on one day. */
const areOtherDeeds = (early: Features, late: Features): boolean =>
  early.act !== late.act &&
  !late.pointsBack &&
  late.retold === 0 &&
  kindredOf(early).size >= ITS_WORDS &&
  kindredOf(late).size >= ITS_WORDS &&
  shared(early.words, late.words) === 0 &&
  shared(kindredOf(early), kindredOf(late)) === 0;
const kindredOf = onceOf(
  ({
    mention: {
      mention: { action, deadline },
    },
  }: Features) => kindredIn(deadline ? action.text.replace(deadline.text, ' ') : action.text),
);

/** `memusnahkan kaleng yang sudah ditarik`: what is to be done then has the other done before it, and is none of it. */
function presupposes(late: Features, { act, words }: Features): boolean {
  if (late.act === act) return false;
  const all = terms(late.mention.mention.action.text);
  return all.some(
    ({ word }, i) =>
      word === 'yang' &&
      (ALREADY.has(all[i + 1]?.word ?? '') || OFFERED.has(all[i + 1]?.word ?? '')) &&
      all[i + 2] !== undefined &&
      words.has(all[i + 2]!.concept),
  );
}

/** By so much less likely, in log-odds, two are one of which one is to be done about the other. */
const ABOUT_IT = 4;

/** `menyosialisasikan pembatasan impor`, `rapat tentang pembatasan impor`, where `membatasi impor` is promised. */
function isAboutIt({ mention }: Features, other: Features): boolean {
  const [deed] = terms(other.mention.mention.action.text);
  const own = terms(mention.mention.action.text);
  if (deed === undefined || own[0]?.stem === deed.stem) return false;
  return own.some(
    ({ stem, word }, i) =>
      i > 0 &&
      stem === deed.stem &&
      NOMINAL.test(word) &&
      own.slice(Math.max(0, i - 1), i).some((t) => ABOUT.has(t.word)),
  );
}
const NOMINAL = /^(?:pe|per|ke)[a-z]{3,}an$/;
const ABOUT: ReadonlySet<string> = new Set(
  'tentang soal mengenai terkait perihal jadwal menyosialisasikan mensosialisasikan mengevaluasi membahas mengkaji'.split(
    ' ',
  ),
);

/** By so much less likely, in log-odds, two are one that are pledged by two, as other deeds. */
const OF_TWO = 4;

/** `Peruri akan membuka sambungan`, `DJP menerbitkan petunjuk`: each promises for itself, another act in other words. */
function areOfTwo(early: Features, late: Features): boolean {
  const isOwn = ({ mention, parties }: Features): boolean =>
    mention.mention.type === 'pledge' && parties.length > 0 && !parties.includes('class');
  if (early.act === late.act || !isOwn(early) || !isOwn(late) || late.retold >= SAYS_MOVED) return false;
  const [one, other] = [early, late].map(({ parties, targets }) => new Set([...parties, ...targets]));
  return (
    shared(one!, other!) === 0 &&
    early.words.size >= ITS_WORDS &&
    late.words.size >= ITS_WORDS &&
    shared(early.words, late.words) <= 1
  );
}

/** `Pemkab Sleman berjanji akan …`, where Pemkot Bandung has: a firm or a local government, by its name, and another body. */
function areOfOthers(early: Features, late: Features): boolean {
  const [one, other] = [early, late].map(({ mention }) => mention.mention.obligor.text);
  if (early.parties.some((party) => late.parties.includes(party) || late.targets.includes(party))) return false;
  if (early.targets.some((party) => late.parties.includes(party))) return false;
  if (!NAMED_BODY.test(other!) || !(NAMED_BODY.test(one!) || early.parties.some(isAuthorityKey))) return false;
  const words = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const own = words(one!).filter((word) => !OF_BODIES.has(word));
  return !words(other!).some((word) => own.includes(word) || own.some((w) => w.startsWith(word) || word.startsWith(w)));
}
/** What says by itself which kind of body it is: `PT …`, `Pemerintah Kabupaten …`. */
const NAMED_BODY = /^(?:(?:PT|CV) \p{Lu}|Pemerintah (?:Kota|Kabupaten|Provinsi) |Pem(?:kot|kab|prov) )/u;
const OF_BODIES: ReadonlySet<string> = new Set(
  'pemerintah kota kabupaten provinsi pemkot pemkab pemprov tbk persero indonesia'.split(' '),
);

/** By so much less likely, in log-odds, two are one that name different ones with whom it is to be done. */
const WITH_ANOTHER = 8;

/** `perjanjian dengan Bank DKI`, `perjanjian dengan Bank Jatim`. */
function isWithAnother(early: Features, late: Features): boolean {
  const [one, other] = [early, late].map(({ mention }) => WITH.exec(mention.mention.action.text)?.[1]?.toLowerCase());
  if (!one || !other || early.act !== late.act) return false;
  const own = one.split(' ').filter((word) => !KINDS.has(word));
  return own.length > 0 && !other.split(' ').some((word) => own.includes(word) || own.some((w) => w.startsWith(word)));
}
/** `Sebagai gantinya, KPU akan memuat daftar itu di lamannya`: what comes instead of what an earlier article promised. */
const isInstead = (early: Features, late: Features): boolean =>
  early.day < late.day && INSTEAD.test(late.mention.quote) && !INSTEAD.test(early.mention.quote);
const INSTEAD = /^[^\p{L}]*sebagai (?:ganti|pengganti|kompensasi)(?:nya)?\b/iu;

const WITH = /\bdengan ((?:\p{Lu}[\p{L}\d-]+)(?: \p{Lu}[\p{L}\d-]+){0,3})/u;
const KINDS: ReadonlySet<string> = new Set(['bank', 'pt', 'pemerintah', 'kementerian', 'komisi', 'badan']);

/** `pelanggan yang menolak perpanjangan itu` */
const OFFERED: ReadonlySet<string> = new Set(['menolak', 'menerima', 'mendapat', 'memperoleh']);

/** What is left of what was promised. */
const REST = /\b(?:sisa|sisanya|selebihnya)\b/i;
