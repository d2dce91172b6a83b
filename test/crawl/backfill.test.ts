import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadArticle } from '../../lambda/crawl/article.ts';
import { backfill } from '../../lambda/crawl/backfill.ts';
import { folderSource, ndjsonSource, sitemapSource, warcSource } from '../../lambda/crawl/backfill-sources.ts';
import { coverageOf } from '../../lambda/crawl/coverage.ts';
import { articleKeys, entriesWaiting, keyOf } from '../../lambda/crawl/entries.ts';
import { reextract } from '../../lambda/crawl/reextract.ts';
import { exportWarc } from '../../lambda/crawl/warc.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';
import { bench, type Newsroom, startNewsroom, versionsOf } from './newsroom.ts';

const NOW = new Date('2026-08-03T00:00:00Z');
const clock = () => NOW;
const PARAGRAPH =
  'Otoritas meminta perusahaan menyampaikan laporan lengkap dan perusahaan menyatakan sedang menyiapkannya bersama tim hukum.';
const page = (
  n: number,
  url: string,
) => `<!doctype html><html><head><meta charset="utf-8"><title>Arsip nomor ${n}</title>
<link rel="canonical" href="${url}"><meta property="article:published_time" content="2019-05-0${(n % 9) + 1}T08:00:00+07:00"></head>
<body><article><h1>Arsip nomor ${n}</h1><p>${PARAGRAPH}</p><p>Nomor ${n}. ${PARAGRAPH}</p><p>${PARAGRAPH}</p></article></body></html>`;

describe.each(ENGINES)('backfilling, kept in %s', (engine) => {
  let db: TestDb;
  let room: Newsroom;
  let dir: string;
  beforeAll(async () => {
    db = await testDb(engine);
    room = await startNewsroom();
    dir = await mkdtemp(path.join(tmpdir(), 'tagih-backfill-'));
  });
  afterAll(async () => {
    await room.stop();
    await db.stop();
    await rm(dir, { recursive: true });
  });
  const url = (n: number, site: string) => `https://${site}.test/arsip/berita-arsip-nomor-${n}`;
  const known = async (site: string, numbers: number[]) => {
    const own = bench(db, room);
    const found = await Promise.all(numbers.map((n) => loadArticle(own.deps, keyOf(url(n, site)))));
    return found.map((article) => article?.title);
  };

  test('a folder of HTML is read with its subfolders, an address from each page', async () => {
    const folder = path.join(dir, 'html');
    await mkdir(path.join(folder, '2019'), { recursive: true });
    await writeFile(path.join(folder, 'a.html'), page(1, url(1, 'folder')));
    await writeFile(path.join(folder, '2019', 'b.htm'), page(2, url(2, 'folder')));
    await writeFile(path.join(folder, 'kosong.html'), '');
    await writeFile(path.join(folder, 'catatan.txt'), 'bukan halaman');
    const problems: string[] = [];
    const own = bench(db, room);
    const done = await backfill(own.deps, folderSource(folder), {
      name: 'folder',
      clock,
      onProblem: (p) => problems.push(p),
    });
    expect(done).toEqual({ done: 3, stored: 2, listed: 0, unusable: 1, finished: true, share: 1 });
    expect(problems).toHaveLength(1);
    expect(await known('folder', [1, 2])).toEqual(['Arsip nomor 1', 'Arsip nomor 2']);
  });

  test('lines of JSON with pages or texts are read, and each bad line is said', async () => {
    const file = path.join(dir, 'rows.ndjson.gz');
    const lines = [
      JSON.stringify({ url: url(1, 'baris'), html: page(1, url(1, 'baris')) }),
      JSON.stringify({ url: url(2, 'baris'), htmlBase64: Buffer.from(page(2, url(2, 'baris'))).toString('base64') }),
      JSON.stringify({
        url: url(3, 'baris'),
        title: 'Judul tiga',
        text: PARAGRAPH,
        published: '2019-05-04T08:00:00+07:00',
      }),
      '{"url": ',
      JSON.stringify({ html: 'tanpa alamat' }),
      JSON.stringify({ url: url(4, 'baris'), text: 'tanpa tanggal' }),
      JSON.stringify({ url: url(5, 'baris') }),
      'null',
    ];
    await writeFile(file, gzipSync(lines.join('\n')));
    const problems: string[] = [];
    const done = await backfill(bench(db, room).deps, ndjsonSource(file), {
      name: 'baris',
      clock,
      onProblem: (p) => problems.push(p),
    });
    expect(done).toMatchObject({ done: 8, stored: 3, unusable: 5, finished: true });
    expect(problems.join('\n')).toMatch(/line 4 is not JSON[\s\S]*line 5 has no "url"[\s\S]*line 6 has no "published"/);
    expect(await known('baris', [1, 2, 3])).toEqual(['Arsip nomor 1', 'Arsip nomor 2', 'Judul tiga']);
  });

  test('broken off, it goes on where it was, and ends with every article once', async () => {
    const file = path.join(dir, 'panjang.ndjson');
    const rows = Array.from({ length: 120 }, (_, n) =>
      JSON.stringify({ url: url(n, 'panjang'), html: page(n, url(n, 'panjang')) }),
    );
    await writeFile(file, rows.join('\n'));
    const steps: number[] = [];
    const shares: (number | null)[] = [];
    const run = (limit?: number) =>
      backfill(bench(db, room).deps, ndjsonSource(file), {
        name: 'panjang',
        clock,
        covers: [{ outlet: 'panjang.test', covered: [{ from: '2019-05-01T00:00:00Z', to: '2019-05-31T00:00:00Z' }] }],
        onProgress: ({ done, share }) => {
          steps.push(done);
          shares.push(share);
        },
        ...(limit === undefined ? {} : { limit }),
      });
    expect(await run(110)).toMatchObject({ done: 110, finished: false });
    expect(await coverageOf(db, 'panjang.test')).toEqual([]);
    expect(await run()).toMatchObject({ done: 120, stored: 120, finished: true });
    expect(await run()).toMatchObject({ done: 120, finished: true });
    expect(steps).toEqual([100, 110, 120, 120]);
    expect(shares.at(-1)).toBe(1);
    expect(
      (
        await known(
          'panjang',
          Array.from({ length: 120 }, (_, n) => n),
        )
      ).every(Boolean),
    ).toBe(true);
    expect(await coverageOf(db, 'panjang.test')).toHaveLength(1);
  });

  test('one address twice in an archive is one article, its text as last fetched, both kept', async () => {
    const own = bench(db, room);
    const file = path.join(dir, 'dua-kali.ndjson');
    const row = (text: string, fetchedAt: string) =>
      JSON.stringify({ url: url(1, 'dua'), html: page(1, url(1, 'dua')).replace('Nomor 1', text), fetchedAt });
    await writeFile(
      file,
      [row('Yang baru', '2019-06-02T00:00:00Z'), row('Yang lama', '2019-06-01T00:00:00Z')].join('\n'),
    );
    const done = await backfill(own.deps, ndjsonSource(file), { name: 'dua-kali', clock });
    expect(done).toMatchObject({ done: 2, stored: 2 });
    expect((await loadArticle(own.deps, keyOf(url(1, 'dua'))))?.text).toContain('Yang baru');
    const versions = await versionsOf(db, keyOf(url(1, 'dua')));
    expect(versions.map(({ text }) => /Yang \w+/.exec(text)?.[0]).sort()).toEqual(['Yang baru', 'Yang lama']);
  });

  test('a sitemap and the sitemaps it names give addresses to the crawl, not a flood to the host', async () => {
    room.page(
      'http://peta.test/sitemap.xml',
      `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>http://peta.test/2019.xml</loc></sitemap><sitemap><loc>http://peta.test/hilang.xml</loc></sitemap></sitemapindex>`,
      { 'content-type': 'application/xml' },
    );
    room.page(
      'http://peta.test/2019.xml',
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://peta.test/berita/satu-dua-tiga-empat</loc></url><url><loc>http://peta.test/berita/lima-enam-tujuh-delapan</loc></url></urlset>`,
      { 'content-type': 'application/xml' },
    );
    const own = bench(db, room);
    const done = await backfill(own.deps, sitemapSource('http://peta.test/sitemap.xml', own.deps.fetch), {
      name: 'peta',
      clock,
    });
    expect(done).toMatchObject({ listed: 2, unusable: 1, finished: true });
    expect(own.sent).toEqual([]);
    const waiting: string[] = [];
    for (const { key } of await entriesWaiting(db, new Date('2030-01-01'), 1000))
      if (key.startsWith('peta.test')) waiting.push(key);
    expect(waiting).toHaveLength(2);
  });

  test('what was kept goes out as WARC and comes back the same', async () => {
    const own = bench(db, room);
    const file = path.join(dir, 'keluar.ndjson');
    const rows = [1, 2, 3].map((n) => JSON.stringify({ url: url(n, 'arsip'), html: page(n, url(n, 'arsip')) }));
    await writeFile(file, rows.join('\n'));
    await backfill(own.deps, ndjsonSource(file), { name: 'keluar', clock });
    const articles = async function* () {
      for (const n of [1, 2, 3]) yield (await loadArticle(own.deps, keyOf(url(n, 'arsip'))))!;
    };
    own.snapshots.delete((await loadArticle(own.deps, keyOf(url(2, 'arsip'))))!.snapshots[0]!.address);
    const problems: string[] = [];
    const packed = async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of exportWarc(own.deps.snapshots, articles(), (p) => problems.push(p))) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    const warc = await packed();
    expect(problems).toHaveLength(1);
    expect((await packed()).equals(warc)).toBe(true);

    const out = path.join(dir, 'arsip.warc.gz');
    await writeFile(out, Buffer.concat([warc, gzipSync('bukan rekaman'), warc.subarray(0, 40)]));
    const pages: { url: string | null; body: string }[] = [];
    for await (const item of warcSource(out).items(0)) {
      if (item.kind === 'page') pages.push({ url: item.url, body: Buffer.from(item.body).toString() });
    }
    expect(pages).toEqual([1, 3].map((n) => ({ url: url(n, 'arsip'), body: page(n, url(n, 'arsip')) })));
    const skipped: (string | null)[] = [];
    for await (const item of warcSource(out).items(1)) if (item.kind === 'page') skipped.push(item.url);
    expect(skipped).toEqual([url(3, 'arsip')]);
  });

  test('articles are read again only where the extractor is another', async () => {
    const own = bench(db, room);
    const months = { from: '2019-05', to: '2019-05', clock };
    const keys: string[] = [];
    for await (const key of articleKeys(db, '2019-05', '2019-05')) keys.push(key);
    expect(keys.length).toBeGreaterThan(35);
    const progress: [number, number][] = [];
    const all = await reextract(own.deps, { ...months, onProgress: (...p) => progress.push(p) });
    expect(all).toEqual({ looked: keys.length, placed: 0 });
    expect(progress.at(-1)).toEqual([keys.length, 0]);
  });
});
