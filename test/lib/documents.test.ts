import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ASSUMED, modelOf, PRICES, totalOf } from '../../bench/cost-model.ts';
import { templateOf } from './synthesize.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Names of the metrics that the handlers write, found where they write them. */
const written = new Set(
  globSync('lambda/**/*.lambda.ts', { cwd: root }).flatMap((file) => [
    ...[...read(file).matchAll(/addMetric\(\s*'(\w+)'/g)].map(([, name]) => name),
    // The members of what `count` is given.
    ...[...read(file).matchAll(/count\(metrics, \{([\s\S]*?)\s\}\)/g)].flatMap(([, members]) =>
      [...members!.matchAll(/^ *([A-Z]\w+):/gm)].map(([, name]) => name),
    ),
  ]),
);

describe('what the documents and the dashboard say', () => {
  let alarms: { AlarmDescription: string; Namespace: string; MetricName: string }[];
  let board: string;
  beforeAll(() => {
    const template = templateOf({ operatorEmail: 'operator@example.org' });
    alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map((alarm) => alarm.Properties);
    board = JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'));
  });

  test('every alarm says in its first line what does not work, and links to a section of the runbook', () => {
    const sections = new Set([...read('docs/runbook.md').matchAll(/^## (.+)$/gm)].map(([, title]) => title));
    expect(alarms.length).toBeGreaterThan(10);
    for (const { AlarmDescription } of alarms) {
      const [first, link] = AlarmDescription.split('\n');
      expect(first).toMatch(/^\S.{30,}\.$/);
      expect(sections).toContain(/^Runbook: docs\/runbook\.md#([a-z]+)$/.exec(link ?? '')?.[1]);
    }
  });

  test('the dashboard and the alarms show metrics that handlers write', () => {
    const shown = [...board.matchAll(/\\"Tagih\\",\\"(\w+)\\"/g)].map(([, name]) => name);
    expect(shown.length).toBeGreaterThan(10);
    const watched = alarms.filter(({ Namespace }) => Namespace === 'Tagih').map(({ MetricName }) => MetricName);
    expect([...shown, ...watched].filter((name) => !written.has(name))).toEqual([]);
  });

  test('the table of metrics names each metric that handlers write, and no other', () => {
    const listed = [...read('docs/operations.md').matchAll(/^\| \w+ \| `(\w+)`/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...written].sort());
  });

  test('the cost model counts as many alarms and metrics as there are, and the memory that handlers have', () => {
    expect(ASSUMED.alarms).toBeGreaterThanOrEqual(alarms.length);
    expect(ASSUMED.metrics.always + ASSUMED.metrics.rare).toBeGreaterThanOrEqual(written.size);
    const memory = Object.values(templateOf().findResources('AWS::Lambda::Function')).map(
      ({ Properties }) => Properties.MemorySize / 1024,
    );
    expect(memory.sort()).toEqual(Object.values(ASSUMED.memory).sort());
  });

  test('a cost grows by exactly what more work costs', () => {
    const unit = { requests: 1, read: 2, write: 3, cpuMs: 0 };
    const counts = {
      plain: unit,
      named: unit,
      rich: unit,
      entry: unit,
      revisit: unit,
      gate: unit,
      robots: unit,
      idlePoll: unit,
      idleSweep: unit,
      outlet: unit,
      feed: unit,
      richSweep: unit,
      request: unit,
    };
    const written = (requestsADay: number) =>
      totalOf(modelOf(counts, { requestsADay }).filter(({ what }) => what === 'Table, written'));
    expect(written(2000) - written(1000)).toBeCloseTo(1000 * ASSUMED.days * 3 * PRICES.tableWrite, 9);
  });

  test('links between the documents lead to files that exist', () => {
    for (const document of ['docs/operations.md', 'docs/runbook.md', 'docs/cost.md']) {
      for (const [, target] of read(document).matchAll(/\]\(([^)#:]+)\)/g)) {
        expect(() => read(path.join('docs', target!)), `${document}: ${target}`).not.toThrow();
      }
    }
  });
});
