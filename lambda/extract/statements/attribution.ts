import type { ActorIndex } from '../actors/entity.ts';
import type { Doc } from '../text/segment.ts';
import type { ActorRef, Span, Statement } from '../types.ts';

/**
 * Whom a sentence is attributed to: whoever makes the statement in it, else whoever the paragraph goes on to report,
 * else whoever is quoted right behind it; null where the reporter states it. `sentences` are in order of the text.
 */
export function attributedTo(
  doc: Doc,
  actors: ActorIndex,
  statements: readonly Statement[],
  sentence: Span,
): ActorRef | null {
  let own: Statement | null = null;
  let earlier: Statement | null = null;
  let later: Statement | null = null;
  for (const statement of statements) {
    if (statement.content.end <= sentence.start) earlier = statement;
    else if (statement.content.start >= sentence.end) {
      later = statement;
      break;
    } else if (statement.speaker && (own === null || !own.direct)) own = statement;
  }
  if (own) return own.speaker;
  const index = doc.sentences.findIndex((one) => one.start <= sentence.start && one.end > sentence.start);
  const here = doc.sentences[index];
  if (!here) return null;
  const before = doc.sentences[index - 1];
  if (earlier?.speaker && before && before.paragraph === here.paragraph && earlier.content.end > before.start) {
    const named = actors.mentionsIn(here).find(({ entity }) => entity.kind === 'person' || entity.kind === 'official');
    if (!named || named.entity.fullest.text === earlier.speaker.text || named.start - here.start > 40)
      return earlier.speaker;
  }
  const after = doc.sentences[index + 1];
  if (later?.direct && later.speaker && after && later.content.start <= after.start + 1) return later.speaker;
  return null;
}
