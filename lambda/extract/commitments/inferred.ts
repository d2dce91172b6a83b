/** Who is meant where a clause names nobody. */
import { firstEndingBehind } from '../text/bisect.ts';
import type { ActorRef } from '../types.ts';
import type { Article } from './article.ts';
import type { Candidate } from './candidates.ts';
import { indexOfRef, isPerson, type PartyMention, partyRef } from './parties.ts';

/** Where the one bound was found: named, spoken for, or inferred from the article. */
export type ObligorSource = 'subject' | 'agent' | 'addressee' | 'group' | 'we' | 'inferred' | 'none';

/** Who is bound, and how that was found. */
export type Bound = { by: ObligorSource; obligors: ActorRef[] };

/** One who is bound. */
export const one = (by: ObligorSource, ref: ActorRef): Bound => ({ by, obligors: [ref] });

/** The one who acts where the clause leaves him out: the speaker's side, the last subject, the article's own. */
export function infer(candidate: Candidate, article: Article, speaker: ActorRef | null): Bound {
  const token = candidate.view.tokens[candidate.at]!;
  if (speaker) {
    const index = indexOfRef(article.parties, speaker);
    const organisation = index >= 0 ? article.parties.all[index]!.organisation : null;
    const chosen = organisation ?? index;
    return one('inferred', chosen >= 0 ? partyRef(article.parties, chosen, token) : speaker);
  }
  // The one who acted in the sentence before goes on acting.
  const { actor, actorSentence } = article.memory;
  if (actor && candidate.view.index - actorSentence === 1) {
    const index = indexOfRef(article.parties, actor);
    if (index >= 0 && !isPerson(article.parties.all[index]))
      return one('inferred', { ...actor, start: token.start, end: token.end });
  }
  const before = lastOrganisation(candidate, article);
  const chosen = article.mainOrganisation >= 0 ? article.mainOrganisation : before;
  return chosen >= 0 ? one('inferred', partyRef(article.parties, chosen, token)) : { by: 'none', obligors: [] };
}

/** The addressee an order leaves out: the last party named that is not the one who orders. */
export function inferOther(candidate: Candidate, article: Article, authority: PartyMention | undefined): Bound {
  const { view } = candidate;
  const { mentions, organisations } = article.parties;
  const { memory } = article;
  if (memory.bound && view.index - memory.sentence <= 2) return one('inferred', memory.bound);
  for (const i of organisations(firstEndingBehind(mentions, view.tokens[candidate.at]!.start) - 1)) {
    const mention = mentions[i]!;
    if (mention.party !== authority?.party) return one('inferred', partyRef(article.parties, mention.party, mention));
  }
  return { by: 'none', obligors: [] };
}

/**
 * Of whom `mereka` speaks: the class named last, in the same sentence or the one before, where no organisation but the one who orders is
 * named there; null where none is.
 */
export function lastClass(candidate: Candidate, article: Article, authority: PartyMention | undefined): Bound | null {
  const { mentions, all } = article.parties;
  const at = candidate.view.tokens[candidate.at]!.start;
  let group: PartyMention | null = null;
  for (let i = firstEndingBehind(mentions, at) - 1; i >= 0; i--) {
    const mention = mentions[i]!;
    const to = group?.start ?? at;
    if ((article.text.slice(mention.end, to).match(SENTENCE_END)?.length ?? 0) > (group ? 0 : 1)) break;
    if (mention.party === authority?.party || mention.pronoun || mention.person) continue;
    // `Shopee dan Tokopedia merugikan konsumen. Komdigi mewajibkan mereka …`: those who are named are meant.
    if (!all[mention.party]!.generic) return null;
    group ??= mention;
  }
  return group === null ? null : one('inferred', partyRef(article.parties, group.party, group));
}

const SENTENCE_END = /[.!?]["”]?\s/g;

function lastOrganisation({ view, at }: Candidate, { parties: { mentions, organisations } }: Article): number {
  const [last] = organisations(firstEndingBehind(mentions, view.tokens[at]!.start) - 1);
  return last === undefined ? -1 : mentions[last]!.party;
}
