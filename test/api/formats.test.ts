import { createHash } from 'node:crypto';
import { entries as bibtexEntries } from 'bibtex-parse';
import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import RssParser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS } from '../../lambda/api/csv.ts';
import { addReview } from '../../lambda/ledger/store/review.ts';
import { numberChanges } from '../../lambda/ledger/store/sequencer.ts';
import { PLACED, stories } from './samples.ts';
import { startApi, type TestApi } from './server.ts';

interface Line {
  id: string;
  action: string;
  deadline: { due: string } | null;
  version: string;
}

/** Every representation, read by a parser that is not its writer. */
describe('representations', () => {
  let api: TestApi;
  let items: Line[];
  beforeAll(async () => {
    api = await startApi(stories(), PLACED);
    items = ((await (await fetch(`${api.url}/v1/commitments`)).json()) as { items: Line[] }).items;
  });
  afterAll(() => api.stop());
  const text = async (path: string): Promise<string> => {
    const response = await fetch(`${api.url}${path}`);
    expect(response.status).toBe(200);
    return response.text();
  };

  test('CSV has a header and a row for each commitment, and no cell that a spreadsheet would run', async () => {
    const rows = parseCsv(await text('/v1/commitments.csv'), { columns: true }) as Record<string, string>[];
    expect(Object.keys(rows[0]!)).toEqual(COLUMNS.map((column) => column.name));
    expect(rows.map((row) => row.id)).toEqual(items.map((item) => item.id));
    const formula = rows.find((row) => row.outlets === 'harian')!;
    expect(formula.obligor).toBe("'@SUM(1) Platform Uji");
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  test('NDJSON is one commitment a line', async () => {
    const lines = (await text('/v1/commitments.ndjson')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Line).id)).toEqual(items.map((item) => item.id));
  });

  test('Atom is read by a feed reader, each entry under its permanent link', async () => {
    const feed = await new RssParser().parseString(await text('/v1/commitments.atom'));
    expect(feed.items.map((item) => item.link)).toEqual(items.map((item) => `${api.url}/commitments/${item.id}`));
    expect(feed.items.every((item) => !Number.isNaN(Date.parse(item.pubDate ?? '')))).toBe(true);
  });

  test('JSON Feed has what version 1.1 asks for', async () => {
    const feed = JSON.parse(await text('/v1/commitments.jsonfeed?limit=1')) as Record<string, unknown> & {
      items: Record<string, string>[];
    };
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', home_page_url: `${api.url}/?limit=1` });
    expect(feed.next_url).toMatch(/^http.*cursor=/);
    expect(feed.items[0]).toMatchObject({ id: `${api.url}/commitments/${items[0]!.id}` });
    expect(feed.items[0]!.content_text).toContain('“');
  });

  const events = (source: string) =>
    new ICAL.Component(ICAL.parse(source)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

  test('the calendar has an all-day event for each due day', async () => {
    const all = events(await text('/v1/calendar.ics?due_from=2022-01-01'));
    expect(all.map((event) => event.startDate.toString()).sort()).toEqual(
      items.map((item) => item.deadline!.due).sort(),
    );
    expect(all.map((event) => event.uid).sort()).toEqual(items.map((item) => `${item.id}@tagih`).sort());
    expect(all.every((event) => event.startDate.isDate)).toBe(true);
  });

  test('a calendar event keeps its UID and raises its SEQUENCE when the record changes', async () => {
    const { id } = items.find((item) => item.action.includes('pajak'))!;
    const [before] = events(await text(`/v1/commitments/${id}.ics`));
    await addReview(
      api.db,
      {
        commitment: id,
        action: { kind: 'correct', field: 'due', value: '2023-01-09' },
        by: 'Peninjau',
        why: 'salah baca',
      },
      PLACED,
    );
    const [after] = events(await text(`/v1/commitments/${id}.ics`));
    expect(after!.uid).toBe(before!.uid);
    expect(after!.sequence).toBeGreaterThan(before!.sequence);
    expect(after!.startDate.toString()).toBe('2023-01-09');
  });

  test('a citation names the permanent link, the version and the day of access', async () => {
    const item = items.find((one) => one.action.includes('usia'))!;
    const { version } = JSON.parse(await text(`/v1/commitments/${item.id}`)) as Line;
    const [entry] = bibtexEntries(await text(`/v1/commitments/${item.id}.bib`)) as Record<string, string>[];
    expect(entry).toMatchObject({
      type: 'misc',
      key: `tagih-${item.id}`,
      URL: `${api.url}/commitments/${item.id}`,
      URLDATE: '2022-12-27',
      VERSION: version,
    });
    const [csl] = JSON.parse(await text(`/v1/commitments/${item.id}.csl`)) as Record<string, unknown>[];
    expect(csl).toMatchObject({
      URL: `${api.url}/commitments/${item.id}`,
      version,
      accessed: { 'date-parts': [[2022, 12, 27]] },
    });
  });

  test('evidence is a Web Annotation target whose offsets and hash are those of the text', async () => {
    const source = stories().find((story) => story.id === 'pse-1')!;
    const { quotes } = JSON.parse(await text('/v1/articles/pse-1')) as {
      quotes: {
        evidence: { textSha256: string; selector: { type: string; exact?: string; start?: number; end?: number }[] };
      }[];
    };
    const { evidence } = quotes[0]!;
    const [quote, position] = evidence.selector;
    expect(evidence.textSha256).toBe(createHash('sha256').update(source.text).digest('hex'));
    expect(source.text.slice(position!.start, position!.end)).toBe(quote!.exact);
  });

  test('the pages of an export have the hash of their bytes, and together are everything', async () => {
    const ids: string[] = [];
    for (let path: string | null = '/v1/export.ndjson?limit=2'; path; ) {
      const response: Response = await fetch(`${api.url}${path}`);
      const body = await response.text();
      expect(response.headers.get('x-content-sha256')).toBe(createHash('sha256').update(body).digest('hex'));
      expect(response.headers.get('content-disposition')).toContain('tagih-commitments-2022-12-27.ndjson');
      ids.push(
        ...body
          .trimEnd()
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => (JSON.parse(line) as Line).id),
      );
      path = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(ids.toSorted()).toEqual(items.map((item) => item.id).toSorted());
  });

  test('the data package describes every column of the CSV export', async () => {
    const pack = JSON.parse(await text('/v1/datapackage.json')) as {
      licenses: unknown[];
      resources: { name: string; schema?: { fields: { name: string; description: string }[] } }[];
    };
    const [header] = parseCsv(await text('/v1/export.csv')) as string[][];
    const fields = pack.resources.find((one) => one.name === 'commitments-csv')!.schema!.fields;
    expect(fields.map((field) => field.name)).toEqual(header);
    expect(fields.every((field) => field.description !== '')).toBe(true);
    expect(pack.licenses).toHaveLength(1);
  });

  test('a copy rebuilt from the changes equals the export', async () => {
    while ((await numberChanges(api.db, 'test', PLACED, new Map())) ?? 0) {
      // Until every change has its number.
    }
    const copy = new Map<string, unknown>();
    for (let cursor = 0; ; ) {
      const page = JSON.parse(await text(`/v1/changes?limit=3&cursor=${cursor}`)) as {
        items: { id: string; kind: string; commitment: unknown; sequence: number }[];
        next: number;
      };
      for (const change of page.items) {
        expect(change.sequence).toBe(++cursor);
        if (change.kind === 'tombstone') copy.delete(change.id);
        else copy.set(change.id, change.commitment);
      }
      if (page.items.length === 0) break;
      expect(page.next).toBe(cursor);
    }
    const whole = (await text('/v1/export.ndjson?limit=100')).trimEnd().split('\n');
    const exported = new Map(whole.map((line) => [(JSON.parse(line) as Line).id, JSON.parse(line) as unknown]));
    expect(Object.fromEntries(copy)).toEqual(Object.fromEntries(exported));
  });
});
