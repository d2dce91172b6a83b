import { createHash } from 'node:crypto';
import type { Mention } from '../../extract/types.ts';
import { wordsOf } from '../words/words.ts';
import { partyKey } from './parties.ts';

/** An id computed from what a thing is about: 20 hexadecimal digits of SHA-256. Parts are kept apart. */
export function contentId(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 20);
}

/**
 * Id of a mention: of article key, normalised sentence, type and obligor, never of offsets or versions, so that a
 * second reading of the same article finds the same one. The action keeps two mentions of one sentence apart.
 */
export function mentionId(articleKey: string, sentence: string, mention: Mention): string {
  const obligor = partyKey(mention.obligor);
  return contentId(
    'mention',
    articleKey,
    wordsOf(sentence).join(' '),
    mention.type,
    obligor,
    wordsOf(mention.action.text).join(' '),
  );
}
