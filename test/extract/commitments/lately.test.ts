import { describe, expect, test } from 'vitest';
import { judge } from '../../../lambda/extract/commitments/commitments.ts';
import { latelyNamed } from '../../../lambda/extract/commitments/lately.ts';
import { obligorOptions } from '../../../lambda/extract/commitments/obligor.ts';
import type { PartyMention } from '../../../lambda/extract/commitments/parties.ts';
import { sceneOf } from '../../../lambda/extract/commitments/scene.ts';
import { speakerOptions } from '../../../lambda/extract/commitments/voice.ts';
import { read } from '../../../lambda/extract/extract.ts';

describe('who was named lately', () => {
  /** Mentions of parties by number; odd ones are persons. */
  const mentionsOf = (parties: readonly number[]): PartyMention[] =>
    parties.map((party, i) => ({
      start: i * 2,
      end: i * 2 + 1,
      party,
      pronoun: false,
      person: party % 2 === 1,
      generic: false,
    }));
  const body = ({ person }: PartyMention): boolean => !person;

  test('each once, by its latest mention, the nearest first; those that do not fit are passed over', () => {
    const lately = latelyNamed(mentionsOf([0, 2, 1, 0, 4, 3]), 3, body);
    expect([-1, 0, 1, 2, 3, 4, 5].map(lately)).toEqual([[], [0], [1, 0], [1, 0], [3, 1], [4, 3, 1], [4, 3, 1]]);
  });

  test('is what looking back would find, whatever the order', () => {
    let state = 7;
    const next = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const mentions = mentionsOf(Array.from({ length: 500 }, (_, i) => next(i < 250 ? 4 : 12)));
    for (const most of [1, 2, 3]) {
      const lately = latelyNamed(mentions, most, body);
      for (let i = 0; i < mentions.length; i++) {
        const found: number[] = [];
        for (let k = i; k >= 0 && found.length < most; k--) {
          const { party } = mentions[k]!;
          if (body(mentions[k]!) && !found.some((other) => mentions[other]!.party === party)) found.push(k);
        }
        expect(lately(i)).toEqual(found);
      }
    }
  });
});

/** A made name of letters for each number. */
const nameOf = (n: number): string => `PT Z${[...String(n)].map((digit) => 'aeioulmnrs'[Number(digit)]).join('a')}k`;

test('of an article that names more than a thousand, a clause weighs the first thousand and whoever stands near it', () => {
  const crowd = Array.from({ length: 1200 }, (_, i) => `${nameOf(i)} hadir.`).join(' ');
  const text = `${crowd} ${nameOf(1150)} akan membayar denda paling lambat 17 Agustus 2025.`;
  const { doc, input } = read({ text, published: '2025-06-10' });
  const { parties, judged } = judge(doc, input);
  expect(parties.all.length).toBeGreaterThanOrEqual(1200);
  const { sentences } = doc;
  const scene = sceneOf({ text, parties, sentences, statements: input.statements, title: '', judged });
  const { candidate, roles } = judged.at(-1)!;
  for (const options of [obligorOptions(text, candidate, roles, scene), speakerOptions(candidate, roles, -1, scene)]) {
    const names = options.map(({ party }) => parties.all[party]?.name);
    expect(names).toContain(nameOf(0));
    expect(names).toContain(nameOf(900));
    expect(names).toContain(nameOf(1150));
    expect(names).not.toContain(nameOf(1100));
  }
});
