import type { ActorIndex } from '../actors/actors.ts';
import { boilerplate, outsideOf } from '../text/boilerplate.ts';
import { bySentence } from '../text/by-sentence.ts';
import type { Doc } from '../text/segment.ts';
import { stemKey } from '../text/stem.ts';
import { isQuote, type Token, tokenize } from '../text/tokens.ts';
import type { Word } from '../text/words.ts';
import { formatDay, publishedDay } from '../time/civil.ts';
import type { DeadlineClaim, Mention, MentionType, Statement } from '../types.ts';
import { domainsOf } from './about.ts';
import type { Article } from './article.ts';
import { wordsIn } from './bags.ts';
import { type Candidate, candidatesIn, markersIn, mayCommit } from './candidates.ts';
import { chosenRoles } from './chosen-roles.ts';
import { isVerbLike } from './clause.ts';
import { type Found, type Group, groupsOf } from './duplicates.ts';
import { type ArticleFacts, featuresOf } from './features.ts';
import { ADVERBS, CUE_ROOTS } from './lexicon/words.ts';
import { mentionOf } from './mention.ts';
import { best, chancesOf, MODELS, type Models } from './model.ts';
import type { Weighed, WeighedArticle } from './net.ts';
import { withoutOverlaps } from './overlaps.ts';
import { isPerson, type Parties, type Party, partiesOf } from './parties.ts';
import { type Roles, rolesOf } from './resolve.ts';
import { sceneOf } from './scene.ts';
import { remember } from './speaker.ts';
import { isAgreed, typeOptions } from './type-choice.ts';
import { vetoed } from './vetoes.ts';
import { type View, viewOf } from './view.ts';

/** What the other rooms found in the same article. */
export interface CommitmentInput {
  actors: ActorIndex;
  deadlines: readonly DeadlineClaim[];
  statements: readonly Statement[];
  published: string | null;
  title?: string;
}

/** A candidate with its roles and features: what the training script learns from. */
export interface Judged {
  candidate: Candidate;
  roles: Roles;
  features: string[];
}

/** What of an article the decisions look at. */
export interface Judgement {
  /** The article without the lines of its page. */
  doc: Doc;
  input: CommitmentInput;
  parties: Parties;
  /** The tokens of each of its sentences. */
  tokens: readonly (readonly Token[])[];
  titleKeys: ReadonlySet<string>;
  /** All candidates that no veto drops, in order of the text. */
  judged: Judged[];
}

/**
 * Every commitment that the article states, once each, in order of the text. Rules find the candidates and who may be
 * bound; vetoes drop what is never a commitment; models over the rules' features decide the rest, give the confidence,
 * see which clauses repeat each other, and choose among the parties. Pure; never throws; linear in the length of the
 * text.
 * @param least confidence (0 to 1) from which on a clause counts, where that is less than the model has learned to be best.
 */
export function findCommitments(doc: Doc, input: CommitmentInput, least?: number): Mention[] {
  const judgement = judge(doc, input);
  return decide(judgement, MODELS, chancesOf(MODELS.clause, weighed(judgement)), least);
}

/** Candidates, and the words round them, as the model takes them. */
export function weighed({ tokens, judged }: Judgement): WeighedArticle {
  if (judged.length === 0) return { clauses: [], words: [] };
  const bySentence = new Map<View, Word[]>();
  const clauses: Weighed[] = [];
  for (const { features, candidate } of judged) {
    const { view } = candidate;
    const words = bySentence.get(view) ?? wordsIn([view.tokens]);
    bySentence.set(view, words);
    clauses.push({ features, sentence: view.index, words });
  }
  return { clauses, words: wordsIn(tokens) };
}

/** The mentions of an article, from its candidates and the probability of each; `least` as in {@link findCommitments}. */
export function decide(
  { doc, input, parties, titleKeys, judged }: Judgement,
  models: Models,
  chances: readonly number[],
  least?: number,
): Mention[] {
  const found: Found[] = [];
  const enough = Math.min(least ?? 1, models.clause.threshold);
  for (const [i, { candidate, roles }] of judged.entries()) {
    const confidence = chances[i]!;
    if (confidence >= enough) found.push({ candidate, roles, confidence });
  }
  if (found.length === 0) return [];
  const { sentences } = doc;
  const scene = sceneOf({
    text: doc.text,
    parties,
    sentences,
    statements: input.statements,
    title: input.title ?? '',
    judged,
  });
  return groupsOf(withoutOverlaps(found), titleKeys, models.same).map((group) => {
    const type = chosenType(group, models);
    return mentionOf(doc.text, parties, type, {
      ...group.fullest,
      roles: chosenRoles(doc.text, group, type, scene, models),
    });
  });
}

function chosenType({ fullest: { candidate, roles } }: Group, models: Models): MentionType {
  const { type } = best(models.type, typeOptions(candidate, roles))!;
  return type === 'pledge' && isAgreed(candidate) ? 'agreement' : type;
}

/** All candidates of an article that no veto drops, in order of the text. */
export function judge(whole: Doc, input: CommitmentInput): Judgement {
  const doc = ownOf(whole);
  const all = tokensBySentence(doc, outsideOf(doc.links, input.actors.tokens));
  const parties = partiesOf(input.actors);
  const article = articleOf(doc.text, parties, all);
  const published = publishedDay(input.published);
  const facts: ArticleFacts = {
    parties,
    domains: domainsOf(all, parties),
    titleKeys: new Set(
      tokenize(input.title ?? '')
        .filter((token) => token.kind === 'word' && token.lower.length > 3)
        .map((token) => stemKey(token.lower)),
    ),
    sentences: doc.sentences.length,
    published: published === null ? null : formatDay(published),
  };
  const judged: Judged[] = [];
  const deadlines = bySentence(doc.sentences, outsideOf(doc.links, input.deadlines));
  const statements = bySentence(
    doc.sentences,
    input.statements.map((statement) => ({ start: statement.content.start, end: statement.content.end, statement })),
  );
  for (const i of doc.sentences.keys()) {
    const tokens = all[i]!;
    const said = statements[i]!.map(({ statement }) => statement);
    const hits = markersIn(tokens);
    if (mayCommit(tokens, hits, deadlines[i]!.length)) {
      const view: View = viewOf(doc, i, tokens, parties, deadlines[i]!, said);
      for (const candidate of candidatesIn(view, hits)) {
        if (vetoed(candidate, facts) !== null) continue;
        const roles = rolesOf(candidate, article);
        if (roles.obligors.length === 0) continue;
        judged.push({ candidate, roles, features: featuresOf(candidate, roles, facts) });
      }
    }
    remember(article, i, said, tokens);
  }
  return { doc, input, parties, tokens: all, titleKeys: facts.titleKeys, judged };
}

/**
 * The document with no sentences but the article's own: who spoke in the sentence before did not stop for a line of the page
 * (`Baca Juga`, `ADVERTISEMENT`), of which there is one in six.
 */
function ownOf(doc: Doc): Doc {
  const skip = boilerplate(doc);
  return skip.includes(true) ? { ...doc, sentences: doc.sentences.filter((_, i) => !skip[i]) } : doc;
}

/** Words that stand between marks where only a word is set off: `aplikasi "mata elang" yang masih beredar`. */
const SET_OFF = 4;

/** The tokens of a sentence without the marks round a word or two in the middle of a clause: nobody is quoted there. */
function withoutScareQuotes(tokens: Token[]): Token[] {
  const dropped = new Set<number>();
  for (let i = 1; i < tokens.length; i++) {
    if (!isQuote(tokens[i]) || tokens[i - 1]!.kind === 'mark' || CUE_ROOTS.has(tokens[i - 1]!.lower)) continue;
    const inside = tokens.slice(i + 1, i + 2 + SET_OFF);
    const closing = inside.findIndex(isQuote);
    const isWords = closing > 0 && inside.slice(0, closing).every(({ kind }) => kind !== 'mark');
    const end = i + 1 + closing;
    if (isWords && tokens[end + 1]?.kind === 'word') {
      dropped.add(i).add(end);
    }
    if (closing >= 0) i = end;
  }
  return dropped.size === 0 ? tokens : tokens.filter((_, i) => !dropped.has(i));
}

/** The article's tokens, cut where its sentences are. */
function tokensBySentence(doc: Doc, tokens: readonly Token[]): Token[][] {
  let at = 0;
  const cut: Token[][] = [];
  for (const { start, end } of doc.sentences) {
    while (at < tokens.length && tokens[at]!.start < start) at++;
    const from = at;
    let marks = 0;
    for (; at < tokens.length && tokens[at]!.start < end; at++) if (isQuote(tokens[at])) marks++;
    const own = tokens.slice(from, at);
    cut.push(marks > 1 ? withoutScareQuotes(own) : own);
  }
  return cut;
}

function articleOf(text: string, parties: Parties, sentences: readonly (readonly Token[])[]): Article {
  const count = weightOf(parties, sentences);
  return {
    text,
    parties,
    mainOrganisation: weightiest(count, parties, isOrganisation),
    memory: {
      orderer: null,
      bound: null,
      sentence: -9,
      actor: null,
      actorSentence: -9,
      voice: null,
      voiceSentence: -9,
      official: null,
      officialSentence: -9,
    },
    mainCompany: weightiest(count, parties, isCompany),
    mainAuthority: weightiest(count, parties, isAuthority),
  };
}

const isOrganisation = (party: Party): boolean => !isPerson(party) && !party.generic;
const isCompany = (party: Party): boolean => isOrganisation(party) && party.kind !== 'regulator';
const isAuthority = (party: Party): boolean => party.kind === 'regulator' && !party.generic;

/** Of the parties of a sort the one with the most weight; -1 where none has any. */
function weightiest(weight: Float64Array, { all }: Parties, fits: (party: Party) => boolean): number {
  let best = -1;
  for (let i = 0; i < weight.length; i++) {
    if (fits(all[i]!) && weight[i]! > (best < 0 ? 0 : weight[best]!)) best = i;
  }
  return best;
}

/** How much the article is about each party: who acts in its clauses counts most, then who opens it. */
function weightOf({ all, mentions }: Parties, sentences: readonly (readonly Token[])[]): Float64Array {
  const weight = new Float64Array(all.length);
  let at = 0;
  for (let index = 0; index < sentences.length; index++) {
    const tokens = sentences[index]!;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      while (at < mentions.length && mentions[at]!.end <= token.start) at++;
      const mention = mentions[at];
      if (mention === undefined) return weight;
      if (mention.start > token.start || mention.end > token.end) continue;
      let next = i + 1;
      while (next < tokens.length && (tokens[next]!.kind === 'mark' || ADVERBS.has(tokens[next]!.lower))) next++;
      const acts = next < tokens.length && isVerbLike(tokens[next]!.lower) && !tokens[next]!.lower.startsWith('di');
      weight[mention.party]! += 0.3 + (acts ? 2 : 0) + (index < 3 ? 0.7 : 0) + (all[mention.party]!.actor ? 0.3 : 0);
    }
  }
  return weight;
}
