/** What a count starts from: a printed day, or an event (`sejak putusan inkrah`) that the text may date elsewhere. */
import type { Day } from '../civil.ts';
import { isStop, MARK, NUMBER, paragraphBreak, type Tokens, WORD } from '../tokens.ts';

/** Words after a length that say from where it is counted; `sebelum` counts back. */
const FROM = [
  'terhitung sejak',
  'terhitung mulai',
  'terhitung dari',
  'dihitung sejak',
  'dihitung dari',
  'terhitung',
  'sejak',
  'semenjak',
  'setelah',
  'sesudah',
  'seusai',
  'usai',
  'pasca',
  'pascapenerbitan',
  'selepas',
  'dari',
  'mulai',
].map((p) => p.split(' '));

/** End of the words at token `i` that begin an anchor, and whether the count runs back; null where there are none. */
export function anchorWords(t: Tokens, i: number): { end: number; back: boolean } | null {
  if (t.lower[i] === 'sebelum' || t.lower[i] === 'menjelang' || t.lower[i] === 'jelang')
    return { end: i + 1, back: true };
  for (const words of FROM) {
    let k = 0;
    while (k < words.length && t.lower[i + k] === words[k]) k++;
    if (k !== words.length) continue;
    // `dari` and `mulai` begin an anchor only before a time.
    const bare = words[0] === 'dari' || words[0] === 'mulai';
    if (bare && t.kind[i + k] !== NUMBER && !t.lex[i + k]?.starts) return null;
    return { end: i + k, back: false };
  }
  return null;
}

/** `dalam 100 hari, terhitung mulai hari ini`: the same behind a comma. */
export const anchorBehindComma = (t: Tokens, i: number): { end: number; back: boolean } | null =>
  t.lower[i] === ',' && COUNTED.has(t.lower[i + 1] ?? '') ? anchorWords(t, i + 1) : null;
const COUNTED = new Set(['terhitung', 'dihitung']);

/**
 * `tujuh hari untuk menjawab, terhitung sejak surat diterima`: an anchor behind the purpose, in the same sentence and
 * before the next expression (which it may introduce) at token `next`.
 */
export function remoteAnchor(t: Tokens, from: number, next: number): { end: number; back: boolean } | null {
  for (let i = from; i < Math.min(t.count, next, from + 16); i++) {
    if (isStop(t.lower[i]) || paragraphBreak(t, i - 1)) return null;
    if (t.lower[i] === 'terhitung' || t.lower[i] === 'dihitung') return anchorWords(t, i);
  }
  return null;
}

/**
 * Index of the `sebelum` whose event the date behind token `i` dates: `sebelum presiden dilantik pada 20 Oktober 2024`,
 * `sebelum pelantikan, 20 Oktober 2024`; -1 where there is none.
 */
export function eventBefore(t: Tokens, i: number): number {
  const apposed = t.lower[i] === ',';
  if (apposed && t.lower[i + 1] === 'pada') return -1;
  let at = apposed ? i - 1 : i;
  for (let n = 0; n < 7 && at >= 0 && t.kind[at] === WORD; n++, at--) {
    const word = t.lower[at]!;
    // `sebelum masa reses yang dimulai 25 Februari`
    if (word === 'yang' && BEGINS.has(t.lower[at + 1]!)) continue;
    if (word === 'sebelum') return n === 0 || NO_EVENT.has(t.lower[at + 1]!) ? -1 : at;
    // `sebelum rapat dengan DPR pada Rabu (2/7)`
    if ((CLAUSE_END.has(word) && word !== 'dengan') || NO_EVENT.has(word) || paragraphBreak(t, at - 1)) return -1;
  }
  return -1;
}

const BEGINS = new Set(['dimulai', 'berlangsung', 'digelar', 'jatuh', 'dibuka']);

const NO_EVENT = new Set(['itu', 'ini', 'yang', 'akan', 'bakal', 'wajib', 'harus', 'akhirnya', 'kata', 'ujar']);

const CLAUSE_END = new Set(
  'untuk agar supaya guna dan maka akan jika apabila bila kalau serta atau tetapi sehingga sesuai sebagaimana karena namun dengan sebelum melalui demi'.split(
    ' ',
  ),
);

/** Where the event named from token `i` on ends: at a mark, a conjunction, or after twelve words. */
export function eventEnd(t: Tokens, i: number): number {
  let end = i;
  while (end < t.count && end - i < 12) {
    if (end > i && paragraphBreak(t, end - 1)) break;
    const word = t.lower[end]!;
    if (t.kind[end] === MARK && word !== '-' && word !== '/') break;
    if (end > i && CLAUSE_END.has(word)) break;
    end++;
  }
  return end;
}

const GENERIC = new Set(
  'tanggal hari yang ini itu tersebut para oleh pada dari untuk dengan sejak setelah resmi secara dalam atas akan telah sudah keputusan nya'.split(
    ' ',
  ),
);

/** Words for one and the same outcome. */
const SAME = new Map([
  ['selesai', 'selesai'],
  ['akhir', 'selesai'],
  ['berakhir', 'selesai'],
  ['tuntas', 'selesai'],
  ['rampung', 'selesai'],
  ['usai', 'selesai'],
  // `menghentikan sementara perdagangan saham sejak Senin … 10 hari kerja sejak suspensi`
  ['suspensi', 'henti'],
  ['suspens', 'henti'],
  ['setop', 'henti'],
  ['beku', 'henti'],
]);

/** A rough root, enough to see `dicabutnya` and `mencabut` as one: affixes off, never below four letters. */
export function root(word: string): string {
  const same = SAME.get(word);
  if (same) return same;
  let w = word;
  for (const suffix of ['nya', 'kan', 'an', 'i']) {
    if (w.endsWith(suffix) && w.length - suffix.length >= 4) {
      w = w.slice(0, -suffix.length);
      if (suffix !== 'nya') break;
    }
  }
  for (const prefix of [
    'memper',
    'diper',
    'meng',
    'meny',
    'peng',
    'peny',
    'mem',
    'men',
    'pem',
    'pen',
    'ber',
    'ter',
    'per',
    'di',
    'ke',
    'me',
    'pe',
    'se',
  ]) {
    if (w.startsWith(prefix) && w.length - prefix.length >= 4) {
      w = w.slice(prefix.length);
      break;
    }
  }
  return SAME.get(w) ?? w;
}

/** `mengirim` and `dikirim`: the prefix has taken the first letter of the one. */
const areOneRoot = (a: string, b: string): boolean => a === b || lost(a) === b || lost(b) === a;
const lost = (root: string): string => (/^[kpts]/.test(root) ? root.slice(1) : root);

/** A day that the text prints: its token and which it is. */
interface Dated {
  at: number;
  day: Day;
}

/**
 * The day on which the text says the event of tokens `[from, end)` took place: that of the dated sentence that shares
 * most of its words, at least two thirds of them. What `itu` or `tersebut` points back to has been told before; of a meeting it
 * may have been in any words. Null where no sentence does.
 * @param ref the day of publication, if known.
 */
export function eventDay(t: Tokens, from: number, end: number, dated: readonly Dated[], ref: Day | null): Day | null {
  const words: string[] = [];
  for (let i = from; i < end; i++) if (t.kind[i] === WORD) words.push(t.lower[i]!);
  const points = POINTS.has(words.at(-1) ?? '');
  const told = points ? dated.filter(({ at, day }) => at < from && (ref === null || day <= ref)) : dated;
  // `sejak tanggal tersebut`
  if (points && words.length === 2 && DAY.has(words[0]!)) return told.at(-1)?.day ?? null;
  const found = dayOfWords(t, from, end, told, ref);
  // `dalam 20 hari kerja sejak diterima`: the article has told when it was handed in.
  if (found === null && words.length === 1 && RECEIVED.has(words[0]!) && ref !== null)
    return (
      dated.findLast(({ at, day }) => at < from && day <= ref && ref - day <= LATELY && isOf(t, at, HANDING))?.day ??
      null
    );
  if (found !== null || !points || ref === null || !MEETINGS.has(words[0]!)) return found;
  return told.findLast(({ at, day }) => ref - day <= LATELY && isOfMeeting(t, at))?.day ?? null;
}

const POINTS = new Set(['itu', 'tersebut']);
const DAY = new Set(['tanggal', 'hari', 'saat']);
/** What an article is about that tells of it as `pertemuan itu`. */
const MEETINGS = new Set(
  'sidang persidangan pertemuan rapat audiensi mediasi pemanggilan pemeriksaan konferensi'.split(' '),
);
/** Days before publication within which it was. */
const LATELY = 14;
/** In the words for what those do who meet. */
const MEETING = /p?anggil|temu|undang|kemuka|hadir|gelar|kumpul|rapat|sidang|datang|mediasi|audiensi/;
const isOfMeeting = (t: Tokens, at: number): boolean => isOf(t, at, MEETING);

/** What is counted from where nothing but that it was received is said; and words of a sentence that tells it. */
const RECEIVED = new Set('diterima penerimaan diserahkan penyerahan disampaikan diajukan masuk'.split(' '));
const HANDING = /(?:ny|s)erahk|terima|kirim|sampaikan|ajukan|antark?an/;

/** Before a day, in its sentence, a word of a sort stands. */
function isOf(t: Tokens, at: number, sort: RegExp): boolean {
  for (let i = at - 1, n = 0; i >= 0 && n < 40 && !sentenceBreak(t, i); i--, n++)
    if (t.kind[i] === WORD && sort.test(t.lower[i]!)) return true;
  return false;
}

/** Verbs by which a document comes to be; `bertanggal` tells the day of that. */
const MADE = new Set(['tetap', 'terbit', 'teken', 'keluar', 'tandatangan', 'tanda', 'buat', 'sah'].map(root));
const DATED_ON = new Set(['bertanggal', 'tertanggal']);

/** `"Kami menargetkan audit itu selesai dalam dua pekan," kata Budi, Kamis`: that day it was said, and has not been. */
const STILL_AHEAD =
  /^(?:target|targetkan|menargetkan|ditargetkan|akan|bakal|belum|berjanji|dijanjikan|menjanjikan|berencana)$/;

/** `Sampai siang ini salinannya belum kami terima`: that day it had not come about. */
const isDenied = (t: Tokens, i: number): boolean => NOT_YET.has(t.lower[i - 1]!) || NOT_YET.has(t.lower[i - 2]!);
const NOT_YET = new Set(['belum', 'tidak', 'tak']);

function dayOfWords(t: Tokens, from: number, end: number, dated: readonly Dated[], ref: Day | null): Day | null {
  const roots = new Set<string>();
  for (let i = from; i < end; i++) {
    const word = t.lower[i]!;
    if (t.kind[i] === WORD && word.length >= 4 && !GENERIC.has(word)) roots.add(root(word));
  }
  if (roots.size === 0) return null;
  let best: Day | null = null;
  let score = 0;
  for (const { at, day } of dated) {
    if (ref !== null && day <= ref && isOf(t, at, STILL_AHEAD)) continue;
    const seen = new Set<string>();
    const see = (i: number): void => {
      if (t.kind[i] !== WORD || t.lower[i]!.length < 4 || isDenied(t, i)) return;
      const own = root(t.lower[i]!);
      for (const one of roots) if (areOneRoot(one, own)) seen.add(one);
      if (DATED_ON.has(t.lower[i]!)) for (const one of roots) if (MADE.has(one)) seen.add(one);
    };
    for (let i = at - 1, n = 0; i >= 0 && n < 40; i--, n++) {
      if (sentenceBreak(t, i)) break;
      if (i >= from && i < end) return best;
      see(i);
    }
    for (let i = at + 1, n = 0; i < t.count && n < 30; i++, n++) {
      if (sentenceBreak(t, i - 1) && n > 0) break;
      see(i);
    }
    const share = seen.size / roots.size;
    if (share >= 2 / 3 && share > score) {
      best = day;
      score = share;
    }
  }
  return best;
}

const sentenceBreak = (t: Tokens, i: number): boolean =>
  paragraphBreak(t, i) || (isStop(t.lower[i]) && i + 1 < t.count && t.end[i] !== t.start[i + 1]);
