/** Words that look like markers and are none, by the words round them. */
import type { DeadlineClaim } from '../types.ts';
import { isVerbLike } from './clause.ts';
import type { Hit } from './drafts.ts';
import type { View } from './view.ts';

/** The same letters in another sense: `di tengah`, `mulai dari`, `bisa jadi`. */
export function notAMarker({ tokens, mentionAt, deadlines }: View, { at, length, form, marker }: Hit): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[at + length]?.lower ?? '';
  if (mentionAt[at] !== undefined && tokens[at]!.capital && at > 0) return true;
  // `keputusan menteri yang mewajibkan cadangan data`: what a rule says, not what is said here.
  if (marker.frame === 'order' && before === 'yang' && isRule(tokens, at - 1)) return true;
  if (form === 'tengah') return before === 'di' || before === 'ke' || before === 'dari';
  if (form === 'mundur dari' || form === 'maju dari') return !WHEN.test(after) && !PLANNED.has(after);
  if (marker.rule === 'extend' && marker.frame === 'noun') {
    const isAhead = deadlines.some(({ start, text }) => start > tokens[at]!.start && !SINCE.test(text));
    return NOT_GIVEN.has(before) || NO_DEED.has(after) || !isAhead;
  }
  if (form === 'mulai') return after === 'dari' || after === 'pukul' || WHEN.test(after);
  if (form === 'akan') return OF.has(before);
  // `baru bisa digelar pertengahan 2012`: not before a day to come; without one it is an ability, or news.
  if (marker.rule === 'not-before')
    return !deadlines.some((claim) => claim.start > tokens[at]!.start && isFrom(tokens, at + length, claim));
  if (form === 'wajib') return COMPOUNDS.has(after);
  if (form === 'siap') return READY_FOR.has(after);
  // `mengingatkan bahwa lembaganya bakal …`: what is said, and not what is asked for.
  if (marker.rule === 'urge') return after === 'bahwa' || (form === 'memohon' && ASKED_FOR.has(after));
  // `Tunggu saja, besok …`: nobody is made to act.
  if (form === 'tunggu') return MERELY.has(after);
  if (form.endsWith('minta')) return ASKED_FOR.has(after) && !tokens[at + length]!.capital;
  if (marker.rule === 'may') return after === 'jadi' || after === 'disebut';
  if (form === 'mau') return after === 'tidak' || after === 'tak' || before === 'tak' || before === 'tidak';
  return false;
}

/** `baru bisa digelar pertengahan 2012`: the day stands behind the one verb, and is no last one. */
function isFrom(tokens: View['tokens'], from: number, claim: DeadlineClaim): boolean {
  if (UNTIL.test(claim.text)) return false;
  let verbs = 0;
  for (let i = from; i < tokens.length && tokens[i]!.start < claim.start; i++) {
    if (isVerbLike(tokens[i]!.lower)) verbs++;
    if (verbs > 1 || tokens[i]!.lower === 'dan' || tokens[i]!.lower === 'akan') return false;
  }
  return verbs === 1;
}
const UNTIL = /^(?:hingga|sampai|paling (?:lambat|telat|lama)|selambat|sebelum)/i;

/** Whether a rule or a document is what a `yang` belongs to. */
function isRule(tokens: View['tokens'], yang: number): boolean {
  for (let i = yang - 1; i >= 0 && i >= yang - 6; i--) {
    if (tokens[i]!.kind === 'mark') return false;
    if (RULES.has(tokens[i]!.lower)) return true;
  }
  return false;
}

const RULES = new Set(
  'aturan peraturan keputusan edaran surat undang-undang ketentuan kebijakan regulasi pasal beleid permen pp perpres pojk'.split(
    ' ',
  ),
);

/** What one asks for without asking anybody to do a thing: `meminta waktu`, `meminta maaf`, `dimintai keterangan`. */
const ASKED_FOR = new Set(
  (
    'waktu maaf keterangan izin bantuan dukungan doa tambahan persetujuan penjelasan masukan kelonggaran keringanan ' +
    'dispensasi ampun pengertian pinjaman suaka'
  ).split(' '),
);

/** More time is asked for, or told of as the reason of something. */
const NOT_GIVEN = new Set(
  'meminta minta mengajukan mengusulkan menolak ditolak permintaan permohonan usulan wacana tanpa karena akibat setelah usai atas soal mengenai'.split(
    ' ',
  ),
);
/** No deed stands behind: it has been told of, or is given to somebody. */
const NO_DEED = new Set('itu ini tersebut kepada bagi untuk hingga sampai ke yang selama dari'.split(' '));
const SINCE = /^(?:sejak|dari|mulai|sepanjang)\b/i;

const MERELY = new Set(['saja', 'aja', 'dulu', 'nanti', 'ya', 'dong', ',']);

/** What a day or a time begins with. */
export const WHEN =
  /^(?:\d|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|hari|tahun|bulan|pekan|minggu|tanggal|besok|senin|selasa|rabu|kamis|jum|sabtu)/;
/** From what a day moves, where no day is named: `mundur dari jadwal`. */
const PLANNED = new Set([
  'jadwal',
  'target',
  'rencana',
  'tenggat',
  'semula',
  'sebelumnya',
  'kuartal',
  'semester',
  'awal',
  'akhir',
]);

/** After these words `akan` is "of": `kekhawatiran akan`, `kaya akan`. */
const OF = new Set(
  'kekhawatiran kebutuhan pengingat kesadaran kaya terkenal permintaan takut rindu haus sadar percaya ketakutan'.split(
    ' ',
  ),
);
/** What a thing is made for: `pangan siap saji`, `rumah siap huni`. */
const READY_FOR = new Set('saji pakai santap minum huni tanding tempur'.split(' '));
const COMPOUNDS = new Set(['pajak', 'militer', 'belajar', 'daftar', 'halal', 'retribusi', 'lapor', 'bayar', 'dan']);
