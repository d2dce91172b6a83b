/** Who acts, where a passive names him by a common noun: `dipilih tim kurator`, `disampaikan perusahaan kepada BPOM`. */
import type { ActorRef } from '../types.ts';
import { groupRef } from './agent.ts';
import { type Article, refOf } from './article.ts';
import type { Candidate } from './candidates.ts';
import type { Range } from './clause.ts';
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

/** Behind a passive where one who acts may stand: its token; -1 where there is none. */
const behindPassive = ({ view: { tokens }, act, subject }: Candidate): number =>
  act?.voice !== 'passive' || (subject === null && MAKING.has(tokens[act.verb]!.lower)) ? -1 : act.verb + 1;

/** The body by a common noun that stands right behind a passive as its agent: its token; -1 without. */
function agentBody(candidate: Candidate): number {
  const { tokens } = candidate.view;
  const at = behindPassive(candidate);
  if (!BODY.test(tokens[at]?.lower ?? '')) return -1;
  const next = tokens[at + 1];
  return next === undefined || next.kind !== 'word' || AFTER_NAME.has(next.lower) ? at : -1;
}

/** `ditetapkan tim kurator dalam 14 hari`: the words for those who act; null without. */
function agentTeam(candidate: Candidate): Range | null {
  const { tokens } = candidate.view;
  const from = behindPassive(candidate);
  if (!ACTING.has(tokens[from]?.lower ?? '')) return null;
  let to = from + 1;
  while (to < from + 4 && tokens[to]?.kind === 'word' && !AFTER_NAME.has(tokens[to]!.lower)) to++;
  return { from, to };
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
  const team = agentTeam(candidate);
  if (team) return groupRef(article.text, view, team);
  const at = agentBody(candidate);
  if (at < 0) return null;
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
  agentBody(candidate) >= 0 || agentTeam(candidate) !== null;
