/** Who acts, where a passive names him by a common noun: `dipilih tim kurator`, `disampaikan perusahaan kepada BPOM`. */
import type { ActorRef } from '../types.ts';
import { groupRef } from './agent.ts';
import { type Article, refOf } from './article.ts';
import type { Candidate } from './candidates.ts';
import { AFTER_NAME } from './lexicon/words.ts';
import { indexOfRef, isPerson, partyRef } from './parties.ts';

/** Bodies that a text goes on to name by what they are: `disampaikan perusahaan`, `diputus kementeriannya`. */
export const BODY =
  /^(?:perusahaan|perseroan|manajemen|kementerian|lembaga|instansi|otoritas|regulator|dinas|badan|komisi|asosiasi|pengembang|promotor|emiten|maskapai|aplikator)(?:nya)?$/;
/** Bodies that are no company. */
const AUTHORITY_NOUN = /^(?:kementerian|instansi|otoritas|regulator|dinas|komisi)/;
/** Those who act in a body's name and have no name of their own: `ditetapkan tim kurator`. */
const ACTING = new Set('tim panitia kurator likuidator satgas panel penyidik hakim konsorsium'.split(' '));
/** What is made or named by these is no doer: `akan dibentuk tim khusus`, `ditunjuk kurator baru`. */
const MAKING = new Set(
  'dibentuk ditunjuk diangkat didirikan dibangun disiapkan dibuat diturunkan dilantik dipilih dikirim'.split(' '),
);

/** The body by a common noun that stands right behind a passive as its agent: its token; -1 without. */
function agentBody({ view: { tokens }, act, subject }: Candidate): number {
  if (act?.voice !== 'passive' || (subject === null && MAKING.has(tokens[act.verb]!.lower))) return -1;
  const i = act.verb + 1;
  if (!BODY.test(tokens[i]?.lower ?? '')) return -1;
  const next = tokens[i + 1];
  return next === undefined || next.kind !== 'word' || AFTER_NAME.has(next.lower) ? i : -1;
}

/** `ditetapkan tim kurator dalam 14 hari`: those who act, in the article's words; null without. */
function agentTeam({ view, act, subject }: Candidate, text: string): ActorRef | null {
  if (
    act?.voice !== 'passive' ||
    (subject === null && MAKING.has(view.tokens[act.verb]!.lower)) ||
    !ACTING.has(view.tokens[act.verb + 1]?.lower ?? '')
  )
    return null;
  const from = act.verb + 1;
  let to = from + 1;
  while (to < from + 4 && view.tokens[to]?.kind === 'word' && !AFTER_NAME.has(view.tokens[to]!.lower)) to++;
  return groupRef(text, view, { from, to });
}

/** A body of no fixed kind: only whose it is tells which. */
const EITHER = /^(?:lembaga|badan|asosiasi)/;

/**
 * The team, or the body that the common noun stands for: that of whoever speaks where it is of the kind named, and else the
 * authority or company that the article is about; null where nothing of the sort stands behind the passive.
 */
export function bodyActing(candidate: Candidate, article: Article, speaker: ActorRef | null): ActorRef | null {
  const { view } = candidate;
  const { all } = article.parties;
  const team = agentTeam(candidate, article.text);
  const at = agentBody(candidate);
  if (team || at < 0) return team;
  const token = view.tokens[at]!;
  const mention = view.mentionAt[at];
  if (mention && !mention.generic) return refOf(article.parties, mention);
  const said = speaker ? indexOfRef(article.parties, speaker) : -1;
  const office = said < 0 ? -1 : (all[said]!.organisation ?? (isPerson(all[said]) ? -1 : said));
  const wanted = AUTHORITY_NOUN.test(token.lower);
  const either = EITHER.test(token.lower);
  if (office >= 0 && (either || (all[office]!.kind === 'regulator') === wanted))
    return partyRef(article.parties, office, token);
  const main = wanted ? article.mainAuthority : article.mainCompany;
  if (main < 0 || either || receives(candidate, main)) return null;
  const isMeant = !wanted || all[main]!.name.toLowerCase().startsWith(token.lower.replace(/nya$/, ''));
  return isMeant ? partyRef(article.parties, main, token) : null;
}

/** `disampaikan perusahaan kepada Tokopedia`: who gets it is not who gives it. */
const receives = ({ view: { tokens, mentionAt }, action }: Candidate, party: number): boolean =>
  mentionAt.some(
    (mention, i) => i >= action.from && i < action.to && mention?.party === party && TO.has(tokens[i - 1]?.lower ?? ''),
  );
const TO = new Set(['kepada', 'ke', 'untuk', 'bagi']);

/** Whether such a noun stands behind the passive of a clause. */
export const hasBodyActing = (candidate: Candidate): boolean =>
  agentBody(candidate) >= 0 || agentTeam(candidate, '') !== null;
