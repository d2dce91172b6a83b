import type { ActorEntity, ActorMention } from '../actors/entity.ts';
import { classOf, ROLE, SPEECH } from '../actors/lexicon.ts';
import { firstEndingBehind } from '../text/bisect.ts';
import { POINTERS } from '../text/demonstratives.ts';
import { tokenFrom } from '../text/quotes.ts';
import type { Token } from '../text/tokens.ts';
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
  let office: ActorMention | null = null;
  for (let i = from; i < tokens.length && i < from + 40 && tokens[i]!.start < limit; i++) {
    if (to.inside[i] !== -1) break;
    const mention = actors.mentionAt(tokens[i]!.start);
    if (mention) {
      if (isPerson(mention.entity)) {
        if (isEpithet(to, from, mention)) return to.person ?? personBefore(to, first.start, mention) ?? mention;
        if (!isOffice(mention.entity)) return meant(to, mention);
        // `kata Ketua RT 18, Klaster Indah, Budi Santoso`: the name may come behind what the office is of.
        if (office !== null) return office;
        office = mention;
      } else if (office === null) other ??= mention;
      while (i + 1 < tokens.length && tokens[i + 1]!.start < mention.end) i++;
      continue;
    }
    if (AFTER_SPEAKER.has(tokens[i]!.lower) && !tokens[i]!.capital && i > from) break;
    if (office !== null && !isOfOffice(tokens[i]!)) break;
    if ((tokens[i]!.lower === '.' && !abbreviated(tokens, i)) || tokens[i]!.lower === ';' || tokens[i]!.lower === ':') {
      stop = tokens[i]!.start;
      break;
    }
  }
  if (office !== null) return meant(to, office);
  if (other && other.start < stop) {
    // `kata politikus Golkar itu`: a description of whoever spoke before.
    const isRole = !first.capital || (classOf(first.lower) & ROLE) !== 0;
    const isDescribed = other.start > first.start && isRole && takesUp(to, from, limit);
    return (isDescribed && (to.person ?? personBefore(to, first.start, other))) || other;
  }
  return takesUp(to, from, limit) ? to.speaker : null;
}

/** Known by an office alone, without a name. */
const isOffice = ({ role, fullest }: ActorEntity): boolean => role !== null && fullest.text.startsWith(role);

/** What may stand between an office and who holds it: numbers, commas and further names. */
const isOfOffice = ({ kind, capital, lower }: Token): boolean => capital || kind === 'number' || lower === ',';

/** `kata suami Mulan Jameela itu`, `kata mantan Wali Kota Bogor tersebut`, `lanjut Wali Kota Makassar ini`: who has been named is described. */
function isEpithet({ tokens, inside }: Reading, from: number, mention: ActorMention): boolean {
  const isRelated = RELATED.has(tokens[from]!.lower) && mention.start > tokens[from]!.start;
  if (!isRelated && !isOffice(mention.entity)) return false;
  const behind = tokenFrom(tokens, mention.end);
  return POINTERS.has(tokens[behind]?.lower ?? '') && inside[behind] === -1;
}
const RELATED = new Set(
  'suami istri anak putra putri adik kakak ayah ibu ayahanda ibunda kekasih sahabat menantu mantan eks'.split(' '),
);

/** The person named last before an offset, outside quotations, who is not the one described. */
function personBefore(
  { actors, inside, tokens }: Reading,
  offset: number,
  { entity }: ActorMention,
): ActorMention | null {
  const { mentions } = actors;
  const at = firstEndingBehind(mentions, offset);
  for (let i = at - 1; i >= 0 && i >= at - NEAR; i--) {
    const one = mentions[i]!;
    if (!isPerson(one.entity) || isOffice(one.entity) || one.entity === entity) continue;
    if (inside[tokenFrom(tokens, one.start)] === -1) return one;
  }
  return null;
}
/** So many mentions back. */
const NEAR = 12;

/** `kata perempuan asal Bandung itu`: whoever spoke before, described. */
function takesUp(to: Reading, from: number, limit: number): boolean {
  for (let i = from; i < to.tokens.length && i < from + 12 && to.tokens[i]!.start < limit; i++) {
    const token = to.tokens[i]!;
    if (token.kind === 'mark' && token.lower !== '(' && token.lower !== ')') return false;
    if (i > from && POINTERS.has(token.lower)) return true;
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
  for (let i = beforeInset(to, verb, from); i >= 0 && verb - i < 45 && tokens[i]!.start >= from; i--) {
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

/** `Budi, yang diadukan AK, menegaskan`, `Kemenkes, usai memeriksa laporan warga, meminta`: the last token before what is said of the subject between commas, or before the verb. */
function beforeInset({ tokens, inside }: Reading, verb: number, from: number): number {
  if (tokens[verb - 1]?.lower !== ',') return verb - 1;
  for (let i = verb - 2; i > 0 && verb - i < INSET && tokens[i]!.start >= from && inside[i] === -1; i--) {
    if (tokens[i]!.lower === '.' || classOf(tokens[i]!.lower) & SPEECH) break;
    if (tokens[i - 1]!.lower === ',' && INSETS.has(tokens[i]!.lower)) return i - 2;
  }
  return verb - 1;
}
/** Tokens of it, at most; and what it begins with. */
const INSET = 30;
const INSETS = new Set(
  'yang usai seusai setelah sesudah selepas sebagaimana seperti sesuai berdasarkan tanpa'.split(' '),
);

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
