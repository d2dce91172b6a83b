/** What each of the models of `extract/commitments` learns from, and how strongly it is held back. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLAUSE, namesOf, OPTION } from '../lambda/extract/commitments/feature-names.ts';
import type { Form } from '../lambda/extract/commitments/form.ts';
import { type ModelData, type Models, tableOf, type Weights } from '../lambda/extract/commitments/model.ts';
import { obligorOptions, refOfOption } from '../lambda/extract/commitments/obligor.ts';
import { indexOfRef } from '../lambda/extract/commitments/parties.ts';
import { PATTERNS } from '../lambda/extract/commitments/patterns.ts';
import { pairFeatures, sentencesWith } from '../lambda/extract/commitments/same.ts';
import { speakerOfOption, speakerOptions } from '../lambda/extract/commitments/voice.ts';
import { wordingOf } from '../lambda/extract/commitments/wording.ts';
import { type Choice, fitChoice } from './choice.ts';
import { sameName } from './commitment-score.ts';
import type { Prepared } from './commitment-training.ts';
import { type Example, fit } from './logistic.ts';
import { packed } from './packed-form.ts';
import { fitForm } from './quadratic.ts';

/** Labels of single clauses were made without the whole article in view: they count somewhat less. */
const CLAUSE_WEIGHT = 0.7;
/**
 * The ledger's exercises are as many as all other articles, and word things as their writers do: with their full weight less
 * of general news is found (F1 of `c` 0.674, of `d` 0.623; with 0.4 of it 0.681 and 0.634).
 */
const EXERCISE_WEIGHT = 0.5;
const weightOf = ({ clauses, file }: Prepared['row']): number =>
  clauses !== undefined ? CLAUSE_WEIGHT : file.startsWith('exercises') ? EXERCISE_WEIGHT : 1;
const PRIORS = new Map(PATTERNS.map(({ name, prior }) => [`pattern:${name}`, prior]));
/** Features of one word are pulled harder to zero than features of a class of words; patterns to their priors. */
const ONE_WORD = /^(?:stem|object|head|prev|form|front|back|verb-form|next|second|opens|pair|form\+prev|form\+stem):/;

/** How strongly a feature of the clause model is held back, by its kind. */
const held = (name: string): number =>
  1.5 * (name.startsWith('pattern:') ? 2 : ONE_WORD.test(name) ? 3 : name.includes('+') ? 2 : 1);

/**
 * How strongly a feature is held back among what features are worth together. Words are held back less than alone: who
 * acts on what tells most promises apart from what else is to come.
 */
const heldTogether = (name: string): number => {
  if (/^(?:front|back):/.test(name)) return 1.5 * 1.5;
  return ONE_WORD.test(name) ? 3 : held(name);
};

/** Weights nearer to zero than this change nothing that shows. */
const LEAST = 0.09;

/** A unit of the form is worth so many of a weight. Not tuned finely: trials with less and more of the form scored alike. */
const TOGETHER = 4;

/** Whether a candidate is a commitment: what its features are worth, alone and together. */
export function fitClause(articles: readonly Prepared[]): Form {
  const examples = articles.flatMap(({ row, judgement, verdicts }) =>
    judgement.judged.flatMap(({ features }, i): Example[] => {
      const positive = verdicts[i]!.commitment;
      if (positive === null) return [];
      return [
        {
          features: namesOf(features, CLAUSE),
          positive,
          group: row.id,
          weight: weightOf(row),
        },
      ];
    }),
  );
  const { weights } = fit(examples, {
    penalty: held,
    prior: (name) => PRIORS.get(name) ?? 0,
    minimumGroups: 4,
    rounds: 200,
  });
  const scale = (name: string): number => 1 / Math.sqrt(heldTogether(name));
  const alone = new Map([...weights].filter(([, weight]) => Math.abs(weight) >= LEAST));
  return fitForm(examples, { scale, minimumGroups: 8, most: 3, rank: 24, alone, unit: TOGETHER });
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
      return [{ options, group: row.id }];
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
      return [{ options, group: row.id }];
    }),
  );
  return fitChoice(choices, { penalty: 4, prior: (name) => (name === 'rule' ? 2 : 0), minimumGroups: 3, rounds: 150 });
}

/** Writes the models where the extractor reads them. */
export function writeModels({ clause, same, obligor, speaker }: Models): void {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const data: ModelData = {
    clause: {
      ...{ slope: round(clause.slope), offset: round(clause.offset), threshold: clause.threshold },
      around: clause.around.map(round),
      form: packed(clause.form),
    },
    same: { threshold: same.threshold, weights: tableOf(same.weights, LEAST) },
    obligor: tableOf(obligor, LEAST),
    speaker: tableOf(speaker, LEAST),
  };
  const file = fileURLToPath(new URL('../lambda/extract/commitments/weights.data.json', import.meta.url));
  const content = `${JSON.stringify(data)}\n`;
  writeFileSync(file, content);
  console.log(`weights written: ${content.length} bytes`);
}
