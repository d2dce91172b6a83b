import { describe, expect, test } from 'vitest';
import { commitmentsOf } from '../../lambda/ledger/model/model.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { articleRef } from '../../lambda/ledger/outcomes/article-ref.ts';
import { isCovered, STATUS_TABLE, statusOf } from '../../lambda/ledger/status.ts';
import type { Commitment, Coverage, Outcome, OutcomeKind, Status } from '../../lambda/ledger/types.ts';
import { article, type MentionSketch } from './articles.ts';

const TEXT = 'Telegram akan membuka kantor di Jakarta hingga 20 Juli 2022.';

function commitment(sketch: Partial<MentionSketch> = {}, outcomes: Partial<Outcome>[] = []): Commitment {
  const first = article({
    id: 's',
    outlet: 'warta',
    published: '2022-06-01',
    text: TEXT,
    mentions: [
      {
        obligor: 'Telegram=telegram',
        action: 'membuka kantor di Jakarta',
        deadline: 'hingga 20 Juli 2022=2022-07-20',
        ...sketch,
      },
    ],
  });
  const [made] = commitmentsOf({ mentions: readMentions(first, first.published), reports: [], reviews: [] });
  return { ...made!, outcomes: outcomes.map((o, i) => outcome(`o${i}`, o)) };
}

function outcome(id: string, part: Partial<Outcome>): Outcome {
  const on = article({ id, outlet: id, published: '2022-07-10', text: 'x' });
  const ref = articleRef(on);
  return {
    id,
    kind: 'fulfilled',
    evidence: { article: ref, span: { start: 0, end: 1 }, quote: 'x' },
    occurred: { earliest: '2022-07-10', latest: '2022-07-10' },
    late: false,
    source: id,
    rule: 'test',
    score: 1,
    recordedAt: on.published,
    ...part,
  };
}

const at = (instant: string, c: Commitment, coverage: Coverage = 'complete') =>
  statusOf(c, coverage, new Date(instant));
const done = (kind: OutcomeKind, late = false): Partial<Outcome> => ({ kind, late });

/** An outcome that was told on a day. */
const told = (kind: OutcomeKind, published: string): Partial<Outcome> => {
  const on = article({ id: published, outlet: published, published, text: 'x' });
  return { kind, evidence: { article: articleRef(on), span: { start: 0, end: 1 }, quote: 'x' } };
};

/** That something is done is denied on a day. */
const denied = (published: string): Partial<Outcome> => {
  const { evidence, ...rest } = told('contested', published);
  return { ...rest, evidence: { ...evidence!, quote: 'Klaim itu disangkal Ombudsman.' } };
};

describe('the decision table', () => {
  const later = '2022-08-01T00:00:00Z';
  test.each<[Status, string, Commitment, string]>([
    ['withdrawn', 'taken back, whatever else is known', commitment({}, [done('fulfilled'), done('withdrawn')]), later],
    ['disputed', 'reported done, and contradicted', commitment({}, [done('fulfilled'), done('contested')]), later],
    [
      'fulfilled',
      'contradicted before anything was told, and then done',
      commitment({}, [told('contested', '2022-07-01'), told('fulfilled', '2022-07-10')]),
      later,
    ],
    [
      'fulfilled_late',
      'contradicted, and a day later told again as done, now late: what was contradicted counts for nothing',
      commitment({}, [
        told('fulfilled', '2022-07-10'),
        told('contested', '2022-07-12'),
        { ...told('fulfilled', '2022-07-25'), late: true },
      ]),
      later,
    ],
    [
      'disputed',
      'contradicted and told as done again on the same day',
      commitment({}, [
        told('fulfilled', '2022-07-10'),
        told('contested', '2022-07-12'),
        told('fulfilled', '2022-07-12'),
      ]),
      later,
    ],
    ['disputed', 'told only by who denies that it is done', commitment({}, [denied('2022-07-12')]), later],
    [
      'fulfilled_late',
      'denied, and told days later as done',
      commitment({}, [denied('2022-07-12'), { ...told('fulfilled', '2022-07-25'), late: true }]),
      later,
    ],
    ['overdue', 'contradicted without anything to contradict', commitment({}, [done('contested')]), later],
    ['broken', 'broken outright', commitment({}, [done('broken')]), later],
    ['broken', 'done although it was promised not to', commitment({ negated: true }, [done('fulfilled')]), later],
    ['fulfilled', 'done in time', commitment({}, [done('fulfilled')]), later],
    ['fulfilled_late', 'done after the deadline then current', commitment({}, [done('fulfilled', true)]), later],
    [
      'fulfilled',
      'in time by one report, later retold as late',
      commitment({}, [done('fulfilled'), done('fulfilled', true)]),
      later,
    ],
    ['partly_fulfilled', 'part of it, before the deadline', commitment({}, [done('partly')]), '2022-07-11T00:00:00Z'],
    ['overdue', 'part of it, and the deadline has passed', commitment({}, [done('partly')]), later],
    ['overdue', 'a refusal leaves it to time', commitment({}, [done('refused')]), later],
    [
      'due_soon',
      'a reported miss before the last reading leaves it to time',
      commitment({}, [done('missed')]),
      '2022-07-19T00:00:00Z',
    ],
    ['superseded', 'replaced by another commitment', { ...commitment(), supersededBy: 'x' }, later],
    ['awaiting_anchor', 'counts from an event without a date', commitment({ deadline: 'hingga=unanchored' }), later],
    ['undated', 'a vague deadline', commitment({ deadline: 'hingga=vague' }), later],
    ['undated', 'no deadline', commitment({ deadline: '' }), later],
    ['undated', 'promised not to, and not done', commitment({ negated: true }), later],
    ['open', 'long before', commitment(), '2022-07-01T00:00:00Z'],
    ['due_soon', 'in the last seven days', commitment(), '2022-07-15T00:00:00Z'],
    ['overdue', 'past it with coverage', commitment(), later],
    ['overdue', 'what was to begin on a day has not', commitment({ kind: 'start' }), later],
  ])('%s: %s', (status, _why, c, instant) => {
    expect(at(instant, c).status).toBe(status);
  });

  test('every row has words for people in both languages, and the last one always fits', () => {
    for (const row of STATUS_TABLE) expect(row.when.id.length * row.when.en.length).toBeGreaterThan(0);
    expect(STATUS_TABLE.at(-1)?.status).toBe('lapsed_unverified');
  });
});

describe('the edges of a day in Jakarta', () => {
  test.each<[string, Status]>([
    ['2022-07-13T23:59:58+07:00', 'open'],
    ['2022-07-13T23:59:59+07:00', 'due_soon'],
    ['2022-07-20T23:59:59+07:00', 'due_soon'],
    ['2022-07-21T00:00:00+07:00', 'overdue'],
    ['2022-07-20T17:00:00Z', 'overdue'],
  ])('%s is %s', (instant, status) => {
    expect(at(instant, commitment()).status).toBe(status);
  });

  test('an outcome published later is not known yet', () => {
    const c = commitment({}, [done('fulfilled')]);
    expect(at('2022-07-10T11:59:59+07:00', c).status).toBe('open');
    expect(at('2022-07-10T12:00:00+07:00', c).status).toBe('fulfilled');
  });

  test('the next change is the instant at which the answer becomes another', () => {
    for (let instant = '2022-07-01T00:00:00Z', i = 0; i < 3; i++) {
      const { status, nextChangeAt } = at(instant, commitment());
      if (!nextChangeAt) break;
      expect(at(nextChangeAt, commitment()).status).not.toBe(status);
      expect(at(new Date(Date.parse(nextChangeAt) - 1001).toISOString(), commitment()).status).toBe(status);
      instant = nextChangeAt;
    }
  });
});

describe('overdue is earned', () => {
  const covered = (from: string, to: string) => [{ from, to }];
  const whole = covered('2022-07-13T00:00:00Z', '2022-07-22T00:00:00Z');
  const late = '2022-07-25T00:00:00Z';
  test.each<[string, [string, { from: string; to: string }[]][], Status]>([
    ['the outlet that first reported it was read throughout', [['warta', whole]], 'overdue'],
    ['nothing was read', [], 'lapsed_unverified'],
    [
      'two others were',
      [
        ['a', whole],
        ['b', whole],
      ],
      'overdue',
    ],
    ['one other was', [['a', whole]], 'lapsed_unverified'],
    [
      'a gap of a day',
      [
        [
          'warta',
          [
            ...covered('2022-07-13T00:00:00Z', '2022-07-17T00:00:00Z'),
            ...covered('2022-07-18T00:00:00Z', '2022-07-22T00:00:00Z'),
          ],
        ],
      ],
      'overdue',
    ],
    [
      'a gap of a day and a second',
      [
        [
          'warta',
          [
            ...covered('2022-07-13T00:00:00Z', '2022-07-17T00:00:00Z'),
            ...covered('2022-07-18T00:00:01Z', '2022-07-22T00:00:00Z'),
          ],
        ],
      ],
      'lapsed_unverified',
    ],
    [
      'not to the end of the day after',
      [['warta', covered('2022-07-13T00:00:00Z', '2022-07-21T16:59:58Z')]],
      'lapsed_unverified',
    ],
    [
      'just to the end of the day after',
      [['warta', covered('2022-07-13T00:00:00Z', '2022-07-21T16:59:59Z')]],
      'overdue',
    ],
  ])('%s', (_what, intervals, status) => {
    expect(at(late, commitment(), new Map(intervals)).status).toBe(status);
  });

  test('intervals in any order and overlapping cover what they cover together', () => {
    const parts = [
      { from: '2022-07-15T00:00:00Z', to: '2022-07-22T00:00:00Z' },
      { from: '2022-07-10T00:00:00Z', to: '2022-07-16T00:00:00Z' },
    ];
    expect(isCovered(parts, Date.parse('2022-07-11T00:00:00Z'), Date.parse('2022-07-21T00:00:00Z'))).toBe(true);
  });
});

describe('certainty', () => {
  test('one source reports, two independent ones confirm, copies are one', () => {
    expect(at('2022-08-01T00:00:00Z', commitment({}, [done('fulfilled')])).certainty).toBe('reported');
    expect(at('2022-08-01T00:00:00Z', commitment({}, [done('fulfilled'), done('fulfilled')])).certainty).toBe(
      'confirmed',
    );
    const copy = { ...done('fulfilled'), source: 'o0' };
    expect(at('2022-08-01T00:00:00Z', commitment({}, [done('fulfilled'), copy])).certainty).toBe('reported');
  });
  test('a reviewer confirms', () => {
    const c = { ...commitment({}, [done('fulfilled')]), confirmedOutcomes: ['o0'] };
    expect(at('2022-08-01T00:00:00Z', c).certainty).toBe('confirmed');
  });
});
