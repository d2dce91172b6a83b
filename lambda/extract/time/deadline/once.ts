/** Counts that begin once something is done (`jika berkas sudah lengkap, …`). */
import { isStop, type Tokens } from '../tokens.ts';

/** Words of a clause that opens a sentence, at most. */
const CLAUSE = 18;
/** Words of a sentence before a count, at most. */
const SENTENCE = 45;

/** `Jika berkas sudah lengkap, izin kami keluarkan dalam dua hari kerja`: the count begins when that is so. */
export function isOnceDone(t: Tokens, from: number): boolean {
  let start = from;
  while (start > 0 && start > from - SENTENCE && !(isStop(t.lower[start - 1]) && t.end[start - 1] !== t.start[start]))
    start--;
  if (QUOTES.has(t.lower[start]!)) start++;
  if (!ONCE.has(t.lower[start]!)) return false;
  let done = false;
  for (let i = start + 1; i < Math.min(from, start + CLAUSE); i++) {
    if (t.lower[i] === ',') return done;
    if (COMPLETE.has(t.lower[i]!)) done = true;
  }
  return false;
}
const QUOTES = new Set(['"', '“']);
const COMPLETE = new Set('sudah telah lengkap selesai rampung disetujui terpenuhi dipenuhi diterima masuk'.split(' '));
const ONCE = new Set(['jika', 'kalau', 'apabila', 'bila', 'begitu']);
