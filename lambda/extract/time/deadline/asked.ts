/** Whether somebody is to act by a count of time: by what is asked or promised round it. */
import { ASKS } from '../lexicon.ts';
import { isStop, type Tokens } from '../tokens.ts';

/** What asks or promises, and words that are also said of what merely happens. */
const DEMAND = new Set([
  ...ASKS,
  ...'agar supaya akan bakal rampung selesai tuntas merampungkan menyelesaikan menuntaskan siap setuju menyetujui perlu'.split(
    ' ',
  ),
]);

/** Whether the sentence, before the length, asks or promises something. */
export function isDemanded(t: Tokens, from: number, words: ReadonlySet<string> = DEMAND): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 25); i--) {
    if (words.has(t.lower[i]!)) return true;
    if (isStop(t.lower[i]) && t.end[i] !== t.start[i + 1]) return false;
  }
  return false;
}

/** `menyerahkan daftar pesanan yang belum diterima pembeli dalam sepekan`: the verb before the count says which of them. */
export function isBehindWhich(t: Tokens, from: number): boolean {
  for (let i = from - 1; i > 0 && i >= from - WHICH_REACH; i--) {
    if (t.lower[i] === ',' || isStop(t.lower[i])) return false;
    if (t.lower[i] === 'yang') return true;
  }
  return false;
}
const WHICH_REACH = 7;

/** Words before a length in which its act stands. */
const ACT_BEFORE = 12;

/** `Kami ajukan banding dalam 14 hari`: a bare verb behind who does it, which nothing tells as done, is yet to come. */
export function isOwnAct(t: Tokens, from: number): boolean {
  for (let i = from - 1; i >= Math.max(1, from - ACT_BEFORE); i--) {
    const word = t.lower[i]!;
    if (isStop(word) || word === ',') return false;
    if (!BARE_VERB.test(word) || !DOERS.has(t.lower[i - 1]!)) continue;
    return !DONE.has(t.lower[i - 2] ?? '');
  }
  return false;
}
const BARE_VERB =
  /^(?!me[mnlrwy]|di|ber|ter|pe[mnr])[a-z]{2,}(?:kan|i)$|^(?:buka|tutup|bayar|kirim|cabut|blokir|proses|susun|ganti|pasang|buat|beri|tunda|ubah|hapus)$/;
const DOERS = new Set(['kami', 'kita', 'saya']);
const DONE = new Set(['sudah', 'telah', 'yang', 'pernah', 'sempat']);

/** `Budi menambahkan, tagihan itu dilunasi BGN dalam dua pekan`: a passive that somebody says, and nothing tells as done. */
export function isSaidOfAct(t: Tokens, from: number, end: number): boolean {
  let verb = from - 1;
  while (verb >= Math.max(0, from - ACT_BEFORE) && !PASSIVE.test(t.lower[verb]!)) {
    if (isStop(t.lower[verb]!) || t.lower[verb] === ',') return false;
    verb--;
  }
  if (verb < Math.max(1, from - ACT_BEFORE) || DONE.has(t.lower[verb - 1]!) || TOLD_DONE.has(t.lower[verb - 1]!))
    return false;
  for (
    let i = verb - 1;
    i >= Math.max(0, verb - SAID_BEFORE) && !(isStop(t.lower[i]) && t.end[i] !== t.start[i + 1]);
    i--
  )
    if (SAYS.test(t.lower[i]!)) return true;
  for (let i = end; i < Math.min(t.count, end + SAID_BEHIND) && !isStop(t.lower[i]); i++)
    if (SAYS.test(t.lower[i]!)) return true;
  return false;
}
const PASSIVE = /^di(?!nas|rut|rekt|gita|men)[a-z]{4}/;
const TOLD_DONE = new Set(['berhasil', 'baru', 'bisa', 'dapat', 'hanya']);
const SAID_BEFORE = 25;
const SAID_BEHIND = 5;
const SAYS =
  /^(?:mengatakan|menyatakan|menjelaskan|menuturkan|menyebut|menyebutkan|mengungkapkan|menegaskan|memaparkan|menerangkan|menambahkan|memastikan|menjamin|kata|ujar|ucap|tutur|menurut|janji)$/;

/** `Dalam 30 hari, kata Heru, operator harus menyetorkan …`: it opens the sentence, and the duty stands behind it. */
export function isOpening(t: Tokens, from: number, end: number): boolean {
  const before = from - 1;
  if (from > 0 && !OPENERS.has(t.lower[before]!) && !(isStop(t.lower[before]) && t.end[before] !== t.start[from]))
    return false;
  for (let i = end; i < Math.min(t.count, end + 16); i++) {
    const word = t.lower[i]!;
    if (DUTIES.has(word) || (DOERS.has(word) && BARE_VERB.test(t.lower[i + 1] ?? ''))) return true;
    // `Dalam tiga tahun Telkom membangun 100 menara dan akan …`: what happened in it.
    if (isStop(word) || word === 'dan' || /^(?:me[mnlrwy]|di)[a-z]{4}/.test(word)) return false;
  }
  return false;
}
const DUTIES = new Set(['harus', 'wajib', 'mesti', 'diwajibkan', 'diharuskan', 'akan', 'bakal']);
const OPENERS = new Set(['"', '“', 'bahwa']);

/** `akan menambah pasokan 20 persen dalam tiga hari`: what somebody is to do by so much is no rate. */
export function isToBeDone(t: Tokens, from: number): boolean {
  for (let i = from - 1; i > Math.max(0, from - ACT_REACH) && !isStop(t.lower[i]) && t.lower[i] !== 'yang'; i--)
    if (TO_BE.has(t.lower[i - 1]!) && /^me[a-z]{4}/.test(t.lower[i]!)) return true;
  return false;
}
const TO_BE = new Set(['akan', 'bakal', 'wajib', 'harus', 'berjanji', 'diminta', 'diwajibkan']);
/** Words before a count in which its verb stands. */
const ACT_REACH = 14;
