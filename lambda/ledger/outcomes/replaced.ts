import type { Replaces } from '../types.ts';
import { actOf, findActs } from '../words/acts.ts';
import { contentOf } from '../words/words.ts';

/**
 * Ways of saying that a new promise takes the place of an old one; the group is what is replaced, and where there is
 * none the sentence before tells it. Bounded repeats only: linear.
 */
const PATTERNS: readonly RegExp[] = [
  /\b(?:mengganti|menggantikan)(?! rugi)\s{1,3}([^.]{5,120}?)\s{1,3}(?:dengan|menjadi)\b/i,
  /\b([^.,]{5,160}?)\s{1,3}(?:(?:akan|bakal|kini|resmi|lalu|kemudian)\s{1,3})?(?:diganti|digantikan)\s{1,3}(?:dengan|oleh|menjadi)\b/i,
  /\b(?:sebagai (?:ganti|pengganti)|alih-alih|menggantikan)\s{1,3}([^.,]{5,120})(?:,|$)/i,
  /\bsebagai (?:ganti|pengganti)nya\b|^gantinya\b/i,
];

/**
 * What a sentence that promises says it replaces: the classes of act and the words of the old promise.
 * @param before text before the sentence, to which `sebagai gantinya` points.
 */
export function replacedIn(sentence: string, before: string): Replaces | null {
  for (const pattern of PATTERNS) {
    const m = pattern.exec(sentence);
    if (!m) continue;
    const old = (m[1] ?? before.split(/(?<=[.!?]["”]?)\s+/).at(-1) ?? '').replace(/(?<![.\s])[.\s]+$/, '');
    const words = contentOf(old);
    if (words.length === 0) continue;
    return { acts: [...new Set([actOf(old), ...findActs(old).map((f) => f.act)])].sort(), words };
  }
  return null;
}
