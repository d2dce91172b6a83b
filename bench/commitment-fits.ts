/** What each of the models of `extract/commitments` learns from, and how strongly it is held back. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { weighed } from '../lambda/extract/commitments/commitments.ts';
import { CLAUSE, namesOf, OPTION } from '../lambda/extract/commitments/feature-names.ts';
import { type ModelData, type Models, tableOf, type Weights } from '../lambda/extract/commitments/model.ts';
import { type Net, unpacked } from '../lambda/extract/commitments/net.ts';
import { obligorOptions, refOfOption } from '../lambda/extract/commitments/obligor.ts';
import { indexOfRef } from '../lambda/extract/commitments/parties.ts';
import { pairFeatures, sentencesWith } from '../lambda/extract/commitments/same.ts';
import { typeOptions } from '../lambda/extract/commitments/type-choice.ts';
import { speakerOfOption, speakerOptions } from '../lambda/extract/commitments/voice.ts';
import { wordingOf } from '../lambda/extract/commitments/wording.ts';
import { type Choice, fitChoice } from './choice.ts';
import { sameName } from './commitment-score.ts';
import type { Prepared } from './commitment-training.ts';
import { type Example, fit } from './logistic.ts';
import { fitNet, type NetArticle, type NetClause } from './network.ts';
import { packed } from './packed-net.ts';

/** Labels of single clauses were made without the whole article in view: they count somewhat less. */
const CLAUSE_WEIGHT = 0.7;
/**
 * The ledger's exercises are as many as all other articles, and word things as their writers do: with their full weight less
 * of general news is found.
 */
const EXERCISE_WEIGHT = 0.5;
/** Two readers marked these, and agreed on what stands there. */
const TWICE_READ = new Set(['commitments-dev.jsonl', 'D.json', 'E.json', 'X.json']);
const TWICE_READ_WEIGHT = 2;
const weightOf = ({ clauses, file }: Prepared['row']): number => {
  if (clauses !== undefined) return CLAUSE_WEIGHT;
  if (TWICE_READ.has(file)) return TWICE_READ_WEIGHT;
  return file.startsWith('exercises') ? EXERCISE_WEIGHT : 1;
};
/** Features of one word are pulled harder to zero than features of a class of words, and what joins two of these in between. */
const ONE_WORD = /^(?:stem|object|head|prev|form|front|back|verb-form|next|second|opens|pair|form\+prev|form\+stem):/;
const held = (name: string): number => (ONE_WORD.test(name) ? 3 : name.includes('+') ? 2 : 1);
/** A clause that says a part of another one's commitment is none beside it; it counts less than what is none at all. */
const PART_WEIGHT = 0.5;

/** Weights nearer to zero than this change nothing that shows. */
const LEAST = 0.09;

/** Words by which the network sees what an article and a sentence are about. */
const WORDS = { article: { least: 22, most: 0.6, pull: 10 }, sentence: { least: 11, most: 1, pull: 30 } };

/** Whether a candidate is a commitment: what its features are worth, alone and together, and what is round it. */
export function fitClause(articles: readonly Prepared[]): Net {
  const learned = articles.map(({ row, judgement, verdicts }): NetArticle => {
    const { clauses, words } = weighed(judgement);
    return {
      words: words.map(({ lower }) => lower),
      clauses: clauses.map((clause, i): NetClause => {
        const { commitment, gold } = verdicts[i]!;
        const isPart = commitment === null && gold !== null && !gold.optional;
        const positive = isPart ? false : commitment;
        const weight = positive === null ? 0 : weightOf(row) * (isPart ? PART_WEIGHT : 1);
        return {
          features: namesOf(clause.features, CLAUSE),
          sentence: clause.sentence,
          words: clause.words.map(({ lower }) => lower),
          positive,
          weight,
        };
      }),
    };
  });
  // As it is kept: what is measured is what will read.
  return unpacked(packed(fitNet(learned, { units: 24, epochs: 16, minimumArticles: 7, held, ...WORDS })));
}

/** Whether two candidates word one commitment: of those that word a labelled one, every pair. */
export function fitSame(articles: readonly Prepared[]): Weights {
  const examples = articles.flatMap(({ row, judgement, verdicts }) => {
    const members = judgement.judged.flatMap(({ candidate, roles }, i) => {
      const { gold } = verdicts[i]!;
      return gold === null ? [] : [{ gold, wording: wordingOf(candidate, roles) }];
    });
    const common = sentencesWith(members.map(({ wording }) => wording));
    const pairs = (members.length * (members.length - 1)) / 2;
    return members.flatMap((a, i) =>
      members.slice(i + 1).map(
        (b): Example => ({
          features: pairFeatures(a.wording, b.wording, common, judgement.titleKeys),
          positive: a.gold === b.gold,
          group: row.id,
          // An article with many commitments has very many pairs: it should not outweigh all others.
          weight: 3 / Math.sqrt(pairs),
        }),
      ),
    );
  });
  return fit(examples, {
    // With four times as much what repeats in general news is told less well.
    penalty: () => 4,
    prior: () => 0,
    minimumGroups: 3,
    rounds: 200,
  }).weights;
}

/** Who is bound by a commitment. */
export function fitObligor(articles: readonly Prepared[]): Weights {
  const choices = articles.flatMap(({ row, judgement, verdicts, scene }) =>
    judgement.judged.flatMap(({ candidate, roles }, i): Choice[] => {
      const { gold, commitment } = verdicts[i]!;
      if (gold === null || commitment !== true) return [];
      const options = obligorOptions(row.text, candidate, roles, scene).map((option) => ({
        features: namesOf(option.features, OPTION),
        right: sameName(gold.obligor.text, refOfOption(option, candidate, scene.parties).text),
      }));
      return [{ options, group: row.id, weight: TWICE_READ.has(row.file) ? TWICE_READ_WEIGHT : 1 }];
    }),
  );
  return fitChoice(choices, { penalty: 30, prior: (name) => (name === 'rule' ? 2 : 0), minimumGroups: 3, rounds: 150 });
}

/** On whose word a commitment stands. The labels say so of its first sentence only. */
export function fitSpeaker(articles: readonly Prepared[]): Weights {
  const choices = articles.flatMap(({ row, judgement, verdicts, scene }) =>
    judgement.judged.flatMap(({ candidate, roles }, i): Choice[] => {
      const { gold, commitment, first } = verdicts[i]!;
      if (gold === null || commitment !== true || !first) return [];
      const bound = indexOfRef(scene.parties, roles.obligors[0]!);
      const options = speakerOptions(candidate, roles, bound, scene).map((option) => ({
        features: namesOf(option.features, OPTION),
        right: sameName(
          gold.speaker?.text,
          speakerOfOption(option, (one) => refOfOption(one, candidate, scene.parties))?.text,
        ),
      }));
      return [{ options, group: row.id, weight: TWICE_READ.has(row.file) ? TWICE_READ_WEIGHT : 1 }];
    }),
  );
  return fitChoice(choices, { penalty: 4, prior: (name) => (name === 'rule' ? 2 : 0), minimumGroups: 3, rounds: 150 });
}

/** Of which type a commitment is. */
export function fitType(articles: readonly Prepared[]): Weights {
  const choices = articles.flatMap(({ row, judgement, verdicts }) =>
    judgement.judged.flatMap(({ candidate, roles }, i): Choice[] => {
      const { gold, commitment } = verdicts[i]!;
      if (gold === null || commitment !== true) return [];
      const options = typeOptions(candidate, roles).map(({ type, features }) => ({
        features: namesOf(features, OPTION),
        right: type === gold.type,
      }));
      return [{ options, group: row.id, weight: TWICE_READ.has(row.file) ? TWICE_READ_WEIGHT : 1 }];
    }),
  );
  return fitChoice(choices, { penalty: 2, prior: (name) => (name === 'rule' ? 2 : 0), minimumGroups: 4, rounds: 200 });
}

/** Writes the models where the extractor reads them. */
export function writeModels({ clause, same, obligor, speaker, type }: Models): void {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const data: ModelData = {
    clause: {
      ...{ slope: round(clause.slope), offset: round(clause.offset), threshold: clause.threshold },
      net: packed(clause.net),
    },
    same: { threshold: same.threshold, weights: tableOf(same.weights, LEAST) },
    obligor: tableOf(obligor, LEAST),
    speaker: tableOf(speaker, LEAST),
    type: tableOf(type, LEAST),
  };
  const file = fileURLToPath(new URL('../lambda/extract/commitments/weights.data.json', import.meta.url));
  const content = `${JSON.stringify(data)}\n`;
  writeFileSync(file, content);
  console.log(`weights written: ${content.length} bytes`);
}
