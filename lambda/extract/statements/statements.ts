import type { ActorIndex } from '../actors/entity.ts';
import type { Doc } from '../text/segment.ts';
import type { Statement } from '../types.ts';
import { direct } from './direct.ts';
import { indirect } from './indirect.ts';
import type { Reading } from './reading.ts';

/**
 * Who says what in an article: direct quotations with their marks and indirect speech without its cue, in order of the
 * text. The speaker is the fullest name that the article gives, null where it names nobody. Pure; never throws; linear.
 */
export function findStatements(doc: Doc, actors: ActorIndex): Statement[] {
  const { tokens, quotes, inside } = actors;
  const reading: Reading = { doc, actors, tokens, quotes, inside, speaker: null, person: null, out: [] };
  let token = 0;
  let quote = 0;
  for (const sentence of doc.sentences) {
    while (token < tokens.length && tokens[token]!.end <= sentence.start) token++;
    let stop = token;
    while (stop < tokens.length && tokens[stop]!.start < sentence.end) stop++;
    indirect(reading, sentence, token, stop);
    // A quotation is read where it ends, for there its cue is.
    while (quote < quotes.length && quotes[quote]!.end <= sentence.end) direct(reading, quotes[quote++]!, sentence);
    token = stop;
  }
  return reading.out.sort((a, b) => a.content.start - b.content.start);
}
