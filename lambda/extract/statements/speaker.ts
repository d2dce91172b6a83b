import type { ActorMention } from '../actors/entity.ts';
import { classOf, SPEECH } from '../actors/lexicon.ts';
import { tokenFrom } from '../text/quotes.ts';
import { AFTER_SPEAKER, BETWEEN, FIRST_PERSONS } from './lexicon.ts';
import { abbreviated, isPerson, meant, type Reading } from './reading.ts';

/** The speaker whose name begins at a token: the person if there is one before place, time or addressee follow. */
export function named(to: Reading, from: number, limit: number): ActorMention | null {
  const { tokens, actors } = to;
  const first = tokens[from];
  if (!first || first.start >= limit) return null;
  // `kata dia` where nobody has a name: whoever spoke last.
  if (SINGULAR.has(first.lower) && !actors.mentionAt(first.start)) return to.speaker;
  let stop = limit;
  let other: ActorMention | null = null;
  for (let i = from; i < tokens.length && i < from + 40 && tokens[i]!.start < limit; i++) {
    if (to.inside[i] !== -1) break;
    const mention = actors.mentionAt(tokens[i]!.start);
    if (mention) {
      if (isPerson(mention.entity)) return meant(to, mention);
      other ??= mention;
      while (i + 1 < tokens.length && tokens[i + 1]!.start < mention.end) i++;
      continue;
    }
    if (AFTER_SPEAKER.has(tokens[i]!.lower) && !tokens[i]!.capital && i > from) break;
    if ((tokens[i]!.lower === '.' && !abbreviated(tokens, i)) || tokens[i]!.lower === ';' || tokens[i]!.lower === ':') {
      stop = tokens[i]!.start;
      break;
    }
  }
  if (other && other.start < stop) {
    // `kata politikus Golkar itu`: a description of whoever spoke before.
    const described = other.start > first.start && !first.capital && to.person !== null && takesUp(to, from, limit);
    return described ? to.person : other;
  }
  return takesUp(to, from, limit) ? to.speaker : null;
}

/** `kata perempuan asal Bandung itu`: whoever spoke before, described. */
function takesUp(to: Reading, from: number, limit: number): boolean {
  for (let i = from; i < to.tokens.length && i < from + 12 && to.tokens[i]!.start < limit; i++) {
    const token = to.tokens[i]!;
    if (token.kind === 'mark' && token.lower !== '(' && token.lower !== ')') return false;
    if (i > from && (token.lower === 'itu' || token.lower === 'ini' || token.lower === 'tersebut')) return true;
  }
  return false;
}

/** Index of the verb of speech that has a mention as its subject, or -1. */
export function speechAfter(to: Reading, mention: ActorMention): number {
  const { tokens } = to;
  let i = tokenFrom(tokens, mention.end);
  for (let steps = 0; i < tokens.length && steps < 6; i++, steps++) {
    if (to.inside[i] !== -1) return -1;
    if (classOf(tokens[i]!.lower) & SPEECH && !tokens[i]!.capital) return i;
    if (!BETWEEN.has(tokens[i]!.lower)) return -1;
  }
  return -1;
}

/**
 * The subject of the verb at a token: the name right before it; the person whom it is the office of, where it is an
 * organisation; else the person before it in its sentence, else the nearest other actor.
 */
export function subject(to: Reading, verb: number, from: number): ActorMention | null {
  const { tokens, actors } = to;
  let other: ActorMention | null = null;
  let near = true;
  for (let i = verb - 1; i >= 0 && verb - i < 45 && tokens[i]!.start >= from; i--) {
    if (to.inside[i] !== -1) break;
    const { lower } = tokens[i]!;
    if (lower === ';' || lower === ':' || (lower === '.' && !abbreviated(tokens, i))) break;
    if (near && FIRST_PERSONS.has(lower)) return null;
    if (near && SINGULAR.has(lower) && !actors.mentionAt(tokens[i]!.start)) {
      const { start, end } = tokens[i]!;
      return to.speaker && { ...to.speaker, start, end };
    }
    // `Adik mendiang Olga Syahputra ini meminta`: whoever spoke before, described.
    if (near && (lower === 'ini' || lower === 'itu') && to.speaker && !actors.mentionAt(tokens[i]!.start))
      return to.speaker;
    const mention = actors.mentionAt(tokens[i]!.start);
    if (mention) {
      const aside = asideBefore(to, mention);
      if (isPerson(mention.entity) && !aside) {
        const apposed = tokens[tokenFrom(tokens, mention.end)]?.lower === ',';
        const own = other !== null && (mention.entity.affiliation === other.entity || apposed);
        return other && !own && adjacent(to, other, verb) ? other : meant(to, mention);
      }
      // `Maxim, aplikator asal Rusia, menyatakan`: a class behind a name describes it.
      if (!aside && other?.entity.generic && !mention.entity.generic && describes(to, mention, other)) return mention;
      if (!aside) other ??= mention;
      while (i > 0 && tokens[i - 1]!.start >= mention.start) i--;
      near = false;
      continue;
    }
    if (!BETWEEN.has(lower) && lower !== ',' && lower !== ')' && lower !== '(') near = false;
  }
  return other;
}

const SINGULAR = new Set(['ia', 'dia', 'beliau']);

/** Nothing but a comma between a name and what follows it. */
function describes({ tokens }: Reading, name: ActorMention, aside: ActorMention): boolean {
  const comma = tokenFrom(tokens, name.end);
  return tokens[comma]?.lower === ',' && tokens[comma + 1]?.start === aside.start;
}

/** Nothing but adverbs between a mention and the verb. */
const adjacent = (to: Reading, mention: ActorMention, verb: number): boolean => speechAfter(to, mention) === verb;

const NOT_SUBJECT = new Set([
  ...[
    'di',
    'dari',
    'kepada',
    'oleh',
    'dengan',
    'terhadap',
    'untuk',
    'dalam',
    'bersama',
    'pada',
    'bagi',
    'soal',
    'selain',
  ],
  ...[
    'menurut',
    'seperti',
    'terkait',
    'mendampingi',
    'didampingi',
    'menemui',
    'bertemu',
    'antara',
    'tentang',
    'mengenai',
  ],
]);

/** True of a mention behind a preposition: it is no subject. */
function asideBefore(to: Reading, mention: ActorMention): boolean {
  const at = tokenFrom(to.tokens, mention.start) - 1;
  return at >= 0 && NOT_SUBJECT.has(to.tokens[at]!.lower);
}
