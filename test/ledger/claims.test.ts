import { describe, expect, test } from 'vitest';
import { followedBy } from '../../lambda/ledger/follow.ts';
import { historyAt } from '../../lambda/ledger/model/history.ts';
import { commitmentOf } from '../../lambda/ledger/model/model.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import type { Commitment } from '../../lambda/ledger/types.ts';
import { article, type MentionSketch } from './articles.ts';

type Telling = {
  on: string;
  due?: string;
  outlet?: string;
  text?: string;
  title?: string;
  precision?: MentionSketch['precision'];
  speaker?: string;
  anchor?: string;
};

/** One duty told several times; `§` in the text stands for the action. */
function told(...tellings: Telling[]): Commitment {
  const action = 'mendaftar sebagai PSE';
  const articles = tellings.map(
    ({ on, due, outlet, text = 'Telegram wajib §', title = '', precision, speaker, anchor }, i) =>
      article({
        id: `t${i}`,
        outlet: outlet ?? `outlet${i}`,
        published: on,
        title,
        text: `${text.replace('§', action)}${due ? ` (tenggat ${due})` : ''}.`,
        mentions: [
          {
            type: 'obligation',
            obligor: 'Telegram=telegram',
            action,
            ...(due ? { deadline: due } : {}),
            ...(precision ? { precision } : {}),
            ...(speaker ? { speaker } : {}),
            ...(anchor ? { anchor } : {}),
          },
        ],
      }),
  );
  const made = followedBy(
    articles.flatMap((a) => readMentions(a, a.published)),
    [],
  ).map(commitmentOf);
  expect(made).toHaveLength(1);
  return made[0]!;
}

const history = (c: Commitment): string => c.claims.map((claim) => `${claim.due} ${claim.state}`).join(', ');

describe('deadlines over time', () => {
  test.each<[string, Telling[], string, number]>([
    [
      'the same day counts once',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-06-25', due: '2022-07-20' },
      ],
      '2022-07-20 current',
      0,
    ],
    [
      'an extension supersedes and is a slip',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-07-18', due: '2022-07-27', text: 'Telegram diberi tambahan waktu §' },
      ],
      '2022-07-20 superseded, 2022-07-27 current',
      1,
    ],
    [
      'two extensions are two slips',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-07-18', due: '2022-07-27', text: 'Tenggat Telegram § diperpanjang' },
        { on: '2022-07-25', due: '2022-07-29', text: 'Telegram wajib § setelah jadwal diundur' },
      ],
      '2022-07-20 superseded, 2022-07-27 superseded, 2022-07-29 current',
      2,
    ],
    [
      'a deadline brought forward supersedes and is no slip',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-06-30', due: '2022-07-10', text: 'Telegram wajib § karena jadwal dipercepat' },
      ],
      '2022-07-20 superseded, 2022-07-10 current',
      0,
    ],
    [
      'another outlet that reads it otherwise is a rival',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-06-23', due: '2022-07-22' },
      ],
      '2022-07-20 current, 2022-07-22 rival',
      0,
    ],
    [
      'another outlet that names another day two weeks later tells that it moved',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-07-06', due: '2022-07-22' },
      ],
      '2022-07-20 superseded, 2022-07-22 current',
      1,
    ],
    [
      'but not where it counts anew from the day of the first',
      [
        { on: '2022-06-22', due: '2022-07-22' },
        { on: '2022-07-05', due: '2022-07-12', anchor: '2022-06-22' },
      ],
      '2022-07-22 current, 2022-07-12 rival',
      0,
    ],
    [
      'two days later the word of the same is still read otherwise by another outlet',
      [
        { on: '2022-06-22', due: '2022-07-20', speaker: 'BPKN=bpkn' },
        { on: '2022-06-24', due: '2022-07-12', speaker: 'BPKN=bpkn' },
      ],
      '2022-07-20 current, 2022-07-12 rival',
      0,
    ],
    [
      'four days later it is a new day',
      [
        { on: '2022-06-22', due: '2022-07-20', speaker: 'BPKN=bpkn' },
        { on: '2022-06-26', due: '2022-07-12', speaker: 'BPKN=bpkn' },
      ],
      '2022-07-20 superseded, 2022-07-12 current',
      0,
    ],
    [
      'nor where its words say that others name another day',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-07-06', due: '2022-07-22', text: 'Berbeda dengan keterangan kementerian, Telegram wajib §' },
      ],
      '2022-07-20 current, 2022-07-22 rival',
      0,
    ],
    [
      'two days later, where its words say that it is another than before',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-06-24', due: '2022-07-22', text: 'Telegram kini wajib §' },
      ],
      '2022-07-20 superseded, 2022-07-22 current',
      1,
    ],
    [
      'the same outlet corrects itself',
      [
        { on: '2022-06-22', due: '2022-07-20', outlet: 'warta' },
        { on: '2022-06-24', due: '2022-07-22', outlet: 'warta' },
      ],
      '2022-07-20 superseded, 2022-07-22 current',
      1,
    ],
    [
      'the same official names another day later',
      [
        { on: '2022-06-22', due: '2022-07-20', speaker: 'Semuel=semuel-abrijani-pangerapan' },
        { on: '2022-07-01', due: '2022-07-22', speaker: 'Semuel=semuel-abrijani-pangerapan' },
      ],
      '2022-07-20 superseded, 2022-07-22 current',
      1,
    ],
    [
      'a new day after all earlier ones have lapsed is a move',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-07-22', due: '2022-07-27' },
      ],
      '2022-07-20 superseded, 2022-07-27 current',
      1,
    ],
    [
      'a day follows a vague word without a slip',
      [
        { on: '2022-06-01', due: 'vague' },
        { on: '2022-06-22', due: '2022-07-20' },
      ],
      'vague superseded, 2022-07-20 current',
      0,
    ],
    [
      'a vague word after a day changes nothing',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-06-25', due: 'vague' },
      ],
      '2022-07-20 current, vague rival',
      0,
    ],
    [
      'an anchor that becomes known resolves the count',
      [
        { on: '2022-06-01', due: 'unanchored' },
        { on: '2022-06-22', due: '2022-07-20' },
      ],
      'unanchored superseded, 2022-07-20 current',
      0,
    ],
    [
      'a day inside the month named before is finer, not later',
      [
        { on: '2022-06-01', due: '2022-07-31', precision: 'month' },
        { on: '2022-06-22', due: '2022-07-20' },
      ],
      '2022-07-31 superseded, 2022-07-20 current',
      0,
    ],
    [
      'an extension restated by a late outlet is no second slip',
      [
        { on: '2022-06-22', due: '2022-07-20' },
        { on: '2022-07-18', due: '2022-07-27', text: 'Tenggat Telegram § diperpanjang' },
        { on: '2022-07-19', due: '2022-07-27', text: 'Tenggat Telegram § diperpanjang' },
        { on: '2022-07-19', due: '2022-07-20' },
      ],
      '2022-07-20 superseded, 2022-07-27 current',
      1,
    ],
  ])('%s', (_what, tellings, expected, slips) => {
    const c = told(...tellings);
    expect(history(c)).toBe(expected);
    expect(c.slips).toBe(slips);
  });

  test('a rival widens the window to the latest reading, a superseding one replaces it', () => {
    const rival = told({ on: '2022-06-22', due: '2022-07-20' }, { on: '2022-06-23', due: '2022-07-22' });
    expect(rival.events.filter((e) => e.kind === 'deadline-moved')).toEqual([]);
    const moved = told(
      { on: '2022-06-22', due: '2022-07-20' },
      { on: '2022-07-18', due: '2022-07-27', text: 'Tenggat Telegram § diperpanjang' },
    );
    expect(moved.events.filter((e) => e.kind === 'deadline-moved').map((e) => e.detail)).toEqual([
      { from: '2022-07-20', to: '2022-07-27', later: true },
    ]);
  });

  test('every claim keeps its wording, its rule and the sentence it was read in', () => {
    for (const claim of told({ on: '2022-06-22', due: '2022-07-20' }, { on: '2022-06-23', due: '2022-07-22' }).claims) {
      expect(claim.rule).toBe('test');
      expect(claim.evidence.quote).toContain(claim.text);
      expect(claim.evidence.article.url).toMatch(/^https:/);
    }
  });
});

describe('the history at a moment', () => {
  const at = (instant: string, c: Commitment) => historyAt(c, new Date(instant)).map((e) => e.kind);
  test('a deadline passes in the second after it, once', () => {
    const c = told({ on: '2022-06-22', due: '2022-07-20' });
    expect(at('2022-07-20T23:59:59+07:00', c)).toEqual(['stated']);
    expect(at('2022-07-21T00:00:00+07:00', c)).toEqual(['stated', 'deadline-passed']);
  });
  test('a deadline moved before it came never passes, one moved after it did', () => {
    const moved = { on: '2022-07-18', due: '2022-07-27', text: 'Tenggat Telegram § diperpanjang' };
    expect(at('2022-07-22T00:00:00Z', told({ on: '2022-06-22', due: '2022-07-20' }, moved))).not.toContain(
      'deadline-passed',
    );
    const late = told({ on: '2022-06-22', due: '2022-07-20' }, { ...moved, on: '2022-07-22' });
    expect(at('2022-07-23T00:00:00Z', late).filter((kind) => kind === 'deadline-passed')).toHaveLength(1);
  });
});
