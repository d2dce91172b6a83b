/** What another body of the same kind did, by its name and as the subject of the sentence. */
import { behindDateline } from '../../read/dateline.ts';
import { COME } from '../model/link.ts';
import type { Promised, Told } from '../model/link-features.ts';
import { isAuthorityKey, nameKey } from '../model/parties.ts';

/** Words that open the names of bodies of one kind, or stand in many of them: they tell none from another. */
const FORMS: ReadonlySet<string> = new Set(
  (
    'pt cv perum perumda koperasi yayasan bank universitas institut politeknik sekolah rumah sakit pemerintah kota kabupaten provinsi ' +
    'pemkot pemprov pemkab pemda dinas polda polres kejaksaan pengadilan asosiasi perhimpunan serikat indonesia tbk persero grup group'
  ).split(' '),
);

/** Letters of a stock code or of initials, at most: `INVS` is PT Inovisi Infracom. */
const SHORT = 5;

/** A name that opens a sentence, and the verb of what it did. */
const DOES =
  /^\s*((?:\p{Lu}[\p{L}\d&.-]*,? ){1,7})(?:\([^)]{1,30}\) )?(?:(?:sudah|telah|akhirnya|resmi|baru|kini) )?((?:me|ber)\p{Ll}+)/u;

/** The same told passive, by a verb that says no more: `pelelangan itu dilakukan Pemprov Sumatera Utara`. */
const DONE_BY =
  /\b(?:dilakukan|dilaksanakan|digelar|diselenggarakan|dirampungkan|dituntaskan|diselesaikan) (?:oleh )?((?:\p{Lu}[\p{L}\d&.-]*,? ?){1,7})/u;

/**
 * A body promised, and another did it whose name says that it is one: `PT Surya Baruna sudah membayar denda`, where PT Kencana Air was to; `Pemkot
 * Bogor`, where Pemkot Depok was to; one authority, where another was to. Whoever shares a word or the initials of a name may be
 * the same, and so may names that say nothing (a brand and its company).
 */
export function isOfAnotherBody({ parties, targets }: Promised, { report }: Told): boolean {
  const [doer] = report.parties;
  if (doer === undefined || report.named === 0 || !COME.has(report.kind)) return false;
  if (
    parties.size === 0 ||
    parties.has('class') ||
    report.parties.slice(0, report.named).some((party) => parties.has(party))
  )
    return false;
  const [, subject, verb] = DOES.exec(behindDateline(report.quote.trim())) ?? [];
  const agent = DONE_BY.exec(report.quote)?.[1];
  const name = subject ?? agent;
  if (name === undefined || (verb !== undefined && TELLS.has(verb)) || GOVERNS.test(name.toLowerCase())) return false;
  if (!isOfSomeKind(subject === undefined ? nameKey(name) : doer, name.toLowerCase())) return false;
  const names = new Set([...parties, ...targets].flatMap((party) => party.slice(2).split('-')));
  const words = report.quote.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (words.some((word) => word.length > 2 && names.has(word) && !FORMS.has(word))) return false;
  return ![...names].some((short) => short.length <= SHORT && !FORMS.has(short) && isWithin(short, name.toLowerCase()));
}

/** Who does what any of its ministries promised. */
const GOVERNS =
  /^(?:(?:wakil )?presiden|wapres|pemerintah(?! (?:kota|kabupaten|provinsi|daerah|desa|pusat dan))|men(?:ter|k)|negara|ri\b)/;

/** Who gets, sees or says a thing does not do it. */
const TELLS = new Set(
  'menerima mengonfirmasi membenarkan menyatakan mencatat mengaku mengakui menilai mengatakan menyebut memastikan menegaskan menjelaskan melihat mengapresiasi memuji menyambut mengkritik meminta mengungkapkan menemukan menyaksikan'.split(
    ' ',
  ),
);

/** Its name says what it is: an authority, a firm, a local government. */
function isOfSomeKind(key: string, name: string): boolean {
  const [first] = key.slice(2).split('-');
  return isAuthorityKey(key) || FIRMS.has(name.split(' ')[0]!) || FORMS.has(first!);
}
const FIRMS: ReadonlySet<string> = new Set(['pt', 'cv', 'perum', 'perumda', 'koperasi', 'yayasan', 'bank']);

/** The letters of one stand in the other, in their order. */
function isWithin(letters: string, name: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === letters[at]) at++;
  return at === letters.length;
}
