import type { ActorRef } from '../types.ts';
import { type Parties, type PartyMention, partyRef } from './parties.ts';

/** What resolving needs of the article. */
export interface Article {
  text: string;
  parties: Parties;
  /** The organisation that the article is most about; -1 where none is named. */
  mainOrganisation: number;
  /** The organisation that is no authority it is most about; -1 where none is named. */
  mainCompany: number;
  /** The authority it is most about; -1 where none is named. */
  mainAuthority: number;
  /** What the sentences before left to be understood. Changes as the article is read. */
  memory: Memory;
}

/** The last who ordered something and the last who were bound, with the sentence that said so. */
export interface Memory {
  orderer: ActorRef | null;
  bound: ActorRef | null;
  sentence: number;
  /** Who acted in the last clause that was read. */
  actor: ActorRef | null;
  actorSentence: number;
  /** Who was reported to speak last, and in which sentence. */
  voice: ActorRef | null;
  voiceSentence: number;
  /** The authority that did what binds others last (`melayangkan teguran`, `mengabulkan gugatan`), and in which sentence. */
  official: ActorRef | null;
  officialSentence: number;
}

/** A mention's party as `extract` prints it. */
export const refOf = (parties: Parties, mention: PartyMention): ActorRef => partyRef(parties, mention.party, mention);
