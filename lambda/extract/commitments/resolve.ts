import { isCountry } from '../actors/foreign.ts';
import type { ActorRef } from '../types.ts';
import { bodyActing } from './acting.ts';
import { agentGroup, agentOf, agentPronoun, doerIn, giverOf, groupRef } from './agent.ts';
import { type Article, refOf } from './article.ts';
import type { Candidate } from './candidates.ts';
import { agentBefore, type Range } from './clause.ts';
import { type Bound, infer, inferOther, lastClass, type ObligorSource, one } from './inferred.ts';
import { isRegulated, PUBLIC_NOUNS, QUANTIFIERS, RECEIVING, THEY, WE } from './lexicon/words.ts';
import { indexOfRef, isPerson, type PartyMention, partyRef } from './parties.ts';
import { speakerOf } from './speaker.ts';
import { countOf, namedTogether } from './together.ts';
import type { View } from './view.ts';

/** Who is bound, towards whom, and on whose word. */
export interface Roles {
  obligors: ActorRef[];
  counterparties: ActorRef[];
  speaker: ActorRef | null;
  /** How the obligor was found: named, spoken for, or inferred from the article. */
  by: ObligorSource;
  /** The first obligor is an authority: joint leave never counts as working for it. */
  authority: boolean;
}

/** Rules of the frame `order`. */
const ORDERS = ['order', 'urge', 'time-given'];

/** Resolves the roles of a candidate. Never throws; `obligors` is empty where nobody can be named. */
export function rolesOf(candidate: Candidate, article: Article): Roles {
  const speaker = speakerOf(candidate, article);
  const { by, obligors } = obligorsOf(candidate, article, speaker);
  if (candidate.type === 'obligation' && obligors.length > 0) {
    const { memory } = article;
    memory.bound = obligors[0]!;
    memory.orderer = speaker ?? memory.orderer;
    memory.sentence = candidate.view.index;
  }
  if (by === 'subject' && obligors.length > 0) {
    article.memory.actor = obligors[0]!;
    article.memory.actorSentence = candidate.view.index;
  }
  const named = new Set(obligors.map((ref) => ref.text));
  const counterparties = counterpartiesOf(candidate, article, named);
  const first = obligors[0] ? article.parties.all[indexOfRef(article.parties, obligors[0])] : undefined;
  const authority = first?.kind === 'regulator' || first?.kind === 'official';
  return { obligors, counterparties, speaker, by, authority };
}

function obligorsOf(candidate: Candidate, article: Article, speaker: ActorRef | null): Bound {
  const { view, act, subject } = candidate;
  if (candidate.type === 'obligation') return bound(candidate, article, speaker);
  if (candidate.type === 'sanction') return imposing(candidate, article, speaker);
  if (act?.agent !== undefined) {
    const mention = view.mentionAt[act.agent];
    if (view.tokens[act.agent]!.lower === 'pemerintah' && mention) return one('agent', refOf(article.parties, mention));
    return side(view, act.agent, article, speaker);
  }
  if (act?.voice === 'passive') {
    const acting = bodyActing(candidate, article, speaker);
    if (acting) return one('agent', acting);
    const agent = agentOf(candidate);
    // `bisa dilihat investor`: what people can do then, somebody else sees to.
    const enabled =
      candidate.forms.some((form) => ENABLING.test(form)) && isServed(view.tokens[act.verb + 1]?.lower ?? '');
    if (enabled) return infer(candidate, article, speaker);
    if (agent) return one('agent', refOf(article.parties, agent));
    const group = agentGroup(candidate, article.text);
    if (group) return one('agent', group);
    if (agentPronoun(candidate) >= 0) return side(view, agentPronoun(candidate), article, speaker);
    if (subject?.mention && !isThing(view, subject)) return listOf('subject', view, subject, article);
    return infer(candidate, article, speaker);
  }
  const pronoun = agentBefore(view, candidate.at);
  // `Bursa karbon kami targetkan beroperasi`: who aims at it stands between.
  if (
    pronoun !== undefined &&
    subject !== null &&
    subject.from < pronoun &&
    BARE.test(view.tokens[candidate.at]!.lower)
  )
    return side(view, pronoun, article, speaker);
  if (subject === null) return infer(candidate, article, speaker);
  // `pengiriman surat oleh Apple bergeser`, `memperpanjang waktu rapat oleh Investree`: who does what is moved.
  if (candidate.rules.includes('extend') && (act?.voice === 'other' || act?.voice === 'active')) {
    const doer = doerIn(view, act.voice === 'other' ? subject : candidate.action);
    if (doer) return one('agent', refOf(article.parties, doer));
  }
  // `nasabah bakal menerima pembayaran`: it is others who pay.
  if (act !== null && RECEIVING.has(view.tokens[act.verb]!.lower) && isServed(subject.head))
    return infer(candidate, article, speaker);
  return whoIs(candidate, subject, subject.mention, subject.head, article, speaker);
}

/** Those whom others serve, beside the public: what they get or can do then, somebody else sees to. */
const SERVED = new Set(
  'nasabah lender investor pemegang penumpang pembeli peserta pekerja karyawan mitra pengguna'.split(' '),
);
const isServed = (noun: string): boolean => PUBLIC_NOUNS.has(noun) || SERVED.has(noun);

/** `bisa dilihat investor`: what somebody can do then. */
const ENABLING = /\b(?:bisa|dapat)$/;

/** A verb behind its agent has no prefix. */
const BARE = /^(?!me[mnlrwy]|di|ber|ter)[a-z]{3,}(?:kan|i)$/;

/** An obligation binds its addressee. */
function bound(candidate: Candidate, article: Article, speaker: ActorRef | null): Bound {
  const { addressee, subject } = candidate;
  if (addressee) {
    const found = whoIs(candidate, addressee, addressee.mention, addressee.head, article, speaker);
    return found.obligors.length > 0 ? { by: 'addressee', obligors: found.obligors } : found;
  }
  if (ORDERS.some((rule) => candidate.rules.includes(rule))) {
    const other = inferOther(candidate, article, subject?.mention);
    const topic = other.obligors.length > 0 ? undefined : topicOf(candidate);
    return topic ? one('inferred', refOf(article.parties, topic)) : other;
  }
  const acting = bodyActing(candidate, article, speaker);
  if (acting) return one('agent', acting);
  // `BHR harus diterima pengemudi dari perusahaan aplikasi`: who is to give it.
  const giver = giverOf(candidate) ?? (candidate.act?.voice === 'passive' ? agentOf(candidate) : undefined);
  if (giver) return one('agent', refOf(article.parties, giver));
  if (subject === null) return inferOther(candidate, article, undefined);
  return whoIs(candidate, subject, subject.mention, subject.head, article, speaker);
}

/** `"Kami perintahkan menghapusnya," ucap Budi soal Shopee`: of whom it is said. */
function topicOf({ at: marker, view: { tokens, mentionAt, quoted } }: Candidate): PartyMention | undefined {
  if (!quoted[marker]) return undefined;
  const at = tokens.findIndex(
    ({ lower }, i) => ABOUT.has(lower) && !quoted[i] && mentionAt[i + 1] && !mentionAt[i + 1]!.person,
  );
  return at < 0 ? undefined : mentionAt[at + 1];
}
const ABOUT = new Set(['soal', 'kepada', 'terhadap', 'mengenai', 'terkait']);

/** A sanction is the authority's who would impose it. */
function imposing(candidate: Candidate, article: Article, speaker: ActorRef | null): Bound {
  const { subject, act, view } = candidate;
  // `saya akan mengenakan denda`, `kami akan blokir WhatsApp`: the office imposes it, not the one who holds it.
  if (act?.voice !== 'passive' && subject && WE.has(subject.head)) {
    const found = side(view, subject.from, article, speaker, true);
    if (found.obligors.length > 0) return found;
  }
  if (act?.voice === 'active' && subject) {
    const found = whoIs(candidate, subject, subject.mention, subject.head, article, speaker);
    if (found.by === 'subject' || found.by === 'we') return found;
  }
  if (act?.agent !== undefined) return side(view, act.agent, article, speaker);
  const agent = agentOf(candidate);
  if (agent) return one('agent', refOf(article.parties, agent));
  if (article.mainAuthority >= 0) return one('inferred', whole(article, article.mainAuthority));
  return infer(candidate, article, speaker);
}

function whoIs(
  candidate: Candidate,
  range: Range,
  mention: PartyMention | undefined,
  head: string,
  article: Article,
  speaker: ActorRef | null,
): Bound {
  const { view } = candidate;
  const obligation = candidate.type === 'obligation';
  const words: string[] = [];
  for (let i = range.from; i < Math.min(range.to, view.tokens.length); i++) words.push(view.tokens[i]!.lower);
  const size = countOf(words);
  const listed = size > 0 ? namedTogether(article, view.tokens[range.from]!.start, size) : [];
  if (listed.length > 0) return { by: 'subject', obligors: listed };
  if (WE.has(head) && (mention === undefined || mention.pronoun || mention.generic)) {
    // `Komdigi meminta perusahaan aplikasi …`: a class, not the side of whoever speaks.
    const company = COMPANY.has(head);
    const named = company && mention?.generic && words.length > 1 && !POINTS.test(words.at(-1)!);
    // `Perusahaan itu juga diminta …`: the one who was spoken of, not the one who asks.
    if (company && obligation && !named) {
      const other = inferOther(candidate, article, candidate.subject?.mention);
      return other.obligors.length > 0 ? other : side(view, range.from, article, speaker);
    }
    if (!named) return side(view, range.from, article, speaker);
  }
  // `institusinya`, `pihak kami`: the side of whoever speaks.
  const ours = WE.has(words.at(-1) ?? '') && !COMPANY.has(words.at(-1)!) && words.length <= 3;
  if (!obligation && (ours || (mention === undefined && words.length === 1 && OWN_BODY.has(head))))
    return side(view, range.to - 1, article, speaker);
  if (mention) return listOf('subject', view, range, article, mention);
  if (THEY.has(head) && obligation) {
    const orders = candidate.subject?.mention;
    return (head === 'mereka' ? lastClass(candidate, article, orders) : null) ?? inferOther(candidate, article, orders);
  }
  if (THEY.has(head)) {
    const { actor, actorSentence } = article.memory;
    if (actor && view.index - actorSentence <= 1) return one('subject', actor);
    return infer(candidate, article, speaker);
  }
  const groupHead = QUANTIFIERS.has(head) ? (view.tokens[range.from + 1]?.lower ?? head) : head;
  if (QUANTIFIERS.has(head) || isRegulated(groupHead) || PUBLIC_NOUNS.has(groupHead)) {
    return one('group', groupRef(article.text, view, range));
  }
  if (obligation || isOtherCountry(view, range)) return one('group', groupRef(article.text, view, range));
  const inferred = infer(candidate, article, speaker);
  if (inferred.obligors.length > 0 || !capitalised(view, range)) return inferred;
  return one('group', groupRef(article.text, view, range));
}

/** First persons that are also nouns of a class. */
const COMPANY = new Set(['perusahaan', 'perseroan', 'manajemen']);
const OWN_BODY = new Set(
  'lembaganya institusinya instansinya kementeriannya perusahaannya perseroannya kantornya dinasnya badannya organisasinya jajarannya timnya'.split(
    ' ',
  ),
);
const POINTS = /^(?:itu|ini|tersebut|tadi)$|nya$/;

/**
 * `Singapura`, `Amerika Serikat (AS)`: another country promises as a body does; for ours speaks whoever says it, a minister for his
 * ministry.
 */
function isOtherCountry({ tokens }: View, { from, to }: Range): boolean {
  if (!isCountry(tokens[from])) return false;
  return tokens
    .slice(from, to)
    .every((token) => token.capital || token.kind !== 'word' || BESIDE_NAME.has(token.lower));
}
const BESIDE_NAME = new Set(['sendiri', 'juga', 'pun']);

/** A name that no list knows and nothing in the text explains. */
function capitalised({ tokens }: View, { from, to }: Range): boolean {
  return to - from <= 5 && tokens.slice(from, to).every((token) => token.capital || token.kind !== 'word');
}

/** First persons: the organisation of the one who speaks, or the speaker. */
function side(view: View, at: number, article: Article, speaker: ActorRef | null, office = false): Bound {
  const token = view.tokens[at]!;
  const mention = view.mentionAt[at];
  const own = mention && !mention.generic ? mention.party : -1;
  const said = speaker ? indexOfRef(article.parties, speaker) : -1;
  const party = own < 0 || (said >= 0 && token.lower === 'pihaknya') ? said : own;
  if (party >= 0) {
    const known = article.parties.all[party]!;
    const himself = !office && (token.lower === 'saya' || token.lower === 'aku');
    if (isPerson(known) && !himself && known.organisation !== null) {
      return one('we', partyRef(article.parties, known.organisation, token));
    }
    return one('we', partyRef(article.parties, party, token));
  }
  if (speaker) return one('we', { ...speaker, start: token.start, end: token.end });
  if (article.mainOrganisation >= 0) return one('inferred', partyRef(article.parties, article.mainOrganisation, token));
  return { by: 'none', obligors: [] };
}

/** All parties coordinated in the group: `TikTok, Shopee, dan Lazada`. */
function listOf(by: ObligorSource, view: View, range: Range, { parties }: Article, head?: PartyMention): Bound {
  const refs: ActorRef[] = [];
  const seen = new Set<number>();
  let coordinated = true;
  let last: PartyMention | undefined;
  for (let i = range.from; i < range.to; i++) {
    const mention = view.mentionAt[i];
    const { lower } = view.tokens[i]!;
    if (mention === last && mention !== undefined) continue;
    if (mention === undefined) {
      last = undefined;
      if (lower === ',' || lower === 'dan' || lower === 'serta' || lower === 'maupun' || lower === 'atau')
        coordinated = true;
      continue;
    }
    if (coordinated && !seen.has(mention.party)) {
      refs.push(refOf(parties, mention));
      seen.add(mention.party);
    }
    coordinated = false;
    last = mention;
  }
  if (refs.length === 0 && head) refs.push(refOf(parties, head));
  return { by, obligors: refs };
}

function isThing(view: View, subject: { head: string; from: number }): boolean {
  return view.mentionAt[subject.from] === undefined;
}

function whole({ parties }: Article, index: number): ActorRef {
  return partyRef(parties, index, parties.mentionsOf[index]?.[0] ?? { start: 0, end: 0 });
}

/** Parties within the act, and the authority behind an order: those to whom it is owed or who share in it. */
function counterpartiesOf(candidate: Candidate, { parties }: Article, obligors: ReadonlySet<string>): ActorRef[] {
  const { view, action, subject, addressee } = candidate;
  const refs: ActorRef[] = [];
  const add = (mention: PartyMention | undefined): void => {
    if (mention === undefined) return;
    const ref = refOf(parties, mention);
    if (obligors.has(ref.text) || refs.some((other) => other.text === ref.text)) return;
    refs.push(ref);
  };
  if (candidate.type === 'obligation' && (addressee || ORDERS.some((rule) => candidate.rules.includes(rule))))
    add(subject?.mention);
  // `Ketua KPU Sari Dewi dan Ketua Bawaslu Rudi Hartono akan`: who speaks for one that is bound is no other party.
  const inner = subject?.inner;
  const boss = inner?.person ? (parties.all[inner.party]!.organisation ?? -1) : -1;
  if (candidate.type !== 'obligation' && !obligors.has(parties.all[boss]?.name ?? '')) add(inner);
  for (let i = action.from; i < action.to; i++) add(view.mentionAt[i]);
  return refs;
}
