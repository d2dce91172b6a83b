/**
 * Deadlines that hang on an event without a date: `setelah masa reses berakhir`, `sebelum direalisasikan`, `hingga
 * sistem pendeteksi dipasang`, `ketika masalahnya selesai`.
 */
import type { DeadlineClaim } from '../../types.ts';
import { isStop, MARK, NUMBER, paragraphBreak, type Tokens, WORD } from '../tokens.ts';
import { type Context, claimOf } from './claim.ts';

type Kind = 'after' | 'until' | 'when';

/** Words that open such a clause. */
const OPENERS = new Map<string, Kind>([
  ...'setelah sesudah seusai usai selepas sehabis abis habis pascapenetapan'
    .split(' ')
    .map((w): [string, Kind] => [w, 'after']),
  ...'sebelum hingga sampai'.split(' ').map((w): [string, Kind] => [w, 'until']),
  ...'ketika saat begitu'.split(' ').map((w): [string, Kind] => [w, 'when']),
]);
export const AWAITED_WORDS: string[] = [...OPENERS.keys()];
export const opensEvent = (word: string): boolean => OPENERS.has(word);

/** Words with which an event is over or has come. */
const COMPLETED = new Set(
  `selesai selasai rampung tuntas usai berakhir habis lulus terbit mencapai tercapai terbentuk siap tersedia
   kelar beres pulih normal tamat ditetapkan disahkan diterbitkan dilantik dibentuk dipasang diresmikan`.split(/\s+/),
);
/** `setelah itu`, `usai ini`: the event is what was last spoken of. */
const POINTS_BACK = new Set(['itu', 'ini']);
const CLAUSE_END = new Set(
  `dan serta maka akan bakal wajib harus akan agar supaya untuk sehingga karena tetapi namun sebagaimana jika apabila bila
   yang berencana berjanji akan bisa dapat`.split(/\s+/),
);
const VERB = /^(?:di|me[mnrlwy]|meng|ter|ber)[a-z]{3,}$/;
/** Words of the shape of a verb that are none, or whose clause is no event but a condition (`setelah mendapat izin`). */
const NO_VERB = new Set(
  `dia dini dinas dirinya direktur direksi disini digital meski media mereka merah melalui menteri merek metode mesin
   memang menit meter terkait terhadap tertentu tersebut terakhir terlebih berikut bersama berbagai bersih beberapa
   berita berbasis terbaru terdekat meliputi merupakan berupa terdiri termasuk dikurangi dipotong bernama berjudul
   disebut diketahui dikabarkan mendapat mendapatkan memperoleh memenuhi`.split(/\s+/),
);
const RUNS_OUT = new Set(['berakhir', 'habis', 'selesai', 'usai', 'tutup']);
const MOST_WORDS = 12;

/** The claim of a clause that begins at token `i`; null where it names no event or one that is past. */
export function awaitedClaim(c: Context, i: number, dated: boolean): DeadlineClaim | null {
  const { t } = c;
  const kind = OPENERS.get(t.lower[i]!);
  if (!kind || dated || t.kind[i + 1] === NUMBER || paragraphBreak(t, i)) return null;
  const back = kind === 'after' && POINTS_BACK.has(t.lower[i + 1] ?? '') && !COMPLETED.has(t.lower[i + 2] ?? '');
  const end = back ? i + 2 : eventClauseEnd(t, i + 1);
  if (end <= i + 1 || !(back || isEvent(t, i, end, kind)) || (!c.phrase && isPast(t, i))) return null;
  return claimOf(c, i, end, { rule: `awaited-${kind}`, due: 'unanchored', anchorSource: 'event' });
}

/** Whether the words `[i + 1, end)` name an event, by what the opener needs. */
function isEvent(t: Tokens, i: number, end: number, kind: Kind): boolean {
  let completed = false;
  let verb = false;
  for (let k = i + 1; k < end; k++) {
    const word = t.lower[k]!;
    if (COMPLETED.has(word)) completed = true;
    if (VERB.test(word) && !NO_VERB.has(word)) verb = true;
  }
  if (kind === 'when') return completed;
  // `akan dikelola terpusat, sebelum akhirnya disalurkan`: what comes next, unless the clause stands before its act or
  // says that something comes to its end (`sebelum masa jabatannya berakhir`).
  if (t.lower[i] === 'sebelum') return RUNS_OUT.has(t.lower[end - 1]!) || ((completed || verb) && t.lower[end] === ',');
  return completed || (verb && kind === 'after');
}

function eventClauseEnd(t: Tokens, from: number): number {
  let end = from;
  while (end < t.count && end - from < MOST_WORDS) {
    if (paragraphBreak(t, end - 1)) break;
    const word = t.lower[end]!;
    if (t.kind[end] === MARK && word !== '-' && word !== '/') break;
    if (end > from && CLAUSE_END.has(word)) break;
    end++;
  }
  return end;
}

const FUTURE = new Set(
  `akan bakal berencana rencananya direncanakan berjanji janji menargetkan ditargetkan target wajib harus diminta meminta
   dijadwalkan nanti nantinya segera siap diwajibkan mewajibkan dilarang ditunda menunggu kembali`.split(/\s+/),
);
const PAST = new Set('telah sudah sempat pernah lalu'.split(' '));

/** Whether the sentence has no word of what is to come, or one of the past nearer to the clause. */
function isPast(t: Tokens, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 25); k--) {
    const word = t.lower[k]!;
    if ((isStop(word) && t.end[k] !== t.start[k + 1]) || paragraphBreak(t, k)) break;
    if (FUTURE.has(word)) return false;
    if (t.kind[k] === WORD && PAST.has(word)) return true;
  }
  for (let k = i + 1; k < Math.min(t.count, i + 25); k++) {
    const word = t.lower[k]!;
    if ((isStop(word) && t.end[k] !== t.start[k + 1]) || paragraphBreak(t, k - 1)) break;
    if (FUTURE.has(word)) return false;
  }
  return true;
}
