import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

async function tagih(args: string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [path.join(root, 'lambda/local/tagih.ts'), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

const COMMANDS = [
  'start',
  'crawl',
  'backfill',
  'reextract',
  'explain',
  'extract',
  'read',
  'feed',
  'follow',
  'export',
  'backup',
  'restore',
  'redrive',
];

describe('the tagih command', () => {
  test('lists its commands with --help', async () => {
    const { code, out } = await tagih(['--help']);
    expect(code).toBe(0);
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  test.each(COMMANDS)('%s says with --help how it is used', async (name) => {
    const { code, out } = await tagih([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`usage: tagih ${name}`);
  });

  test.each([
    [['nonsense'], 'there is no command "nonsense"'],
    [['extract', '--colour'], "Unknown option '--colour'"],
    [['start', '--port', 'many'], '"many" is not a port number'],
    [['explain'], 'an argument is missing'],
    [['explain', 'a', 'b'], '"b" is one argument too many'],
    [['explain', 'a', '--published', 'soon'], '"soon" is not a date'],
    [['follow', '--at', 'later'], '"later" is not an instant'],
    [['export', '--format', 'xml'], '"xml" is neither'],
    [['backup'], '--to: which folder?'],
    [['redrive'], '--stage: which stage'],
  ])('a wrong call %j exits 2 and shows the right one', async (args, complaint) => {
    const { code, err, out } = await tagih(args);
    expect(code).toBe(2);
    expect(err).toContain(complaint);
    expect(err).toContain('usage: tagih');
    expect(out).toBe('');
  });

  test('a file that is not there is named, without a stack trace', async () => {
    const { code, err } = await tagih(['explain', 'none.txt']);
    expect(code).toBe(1);
    expect(err).toBe('tagih explain: there is no file none.txt\n');
  });
});

const ARTICLE = {
  id: 'a1',
  published: '2025-03-10',
  text: 'Jakarta - Kominfo akan memblokir layanan itu paling lambat Jumat (14/3/2025).\nCuaca hari ini cerah.',
};

describe('the batch commands', () => {
  test('extract answers each article on its line, and a bad line with its cause and exit status 1', async () => {
    const { code, out } = await tagih(['extract'], `${JSON.stringify(ARTICLE)}\n{"id":"a2"}\n`);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(rows[0].id).toBe('a1');
    expect(rows[0].commitments[0]).toMatchObject({
      type: 'pledge',
      obligor: { actor: 'kominfo' },
      deadline: { due: '2025-03-14', latest: '2025-03-14T23:59:59+07:00' },
    });
    expect(rows[1]).toEqual({ id: 'a2', error: 'line 2: "text" must be a string' });
  });

  test('a date of publication that is none is an error of its line', async () => {
    const { out } = await tagih(['extract'], `${JSON.stringify({ ...ARTICLE, published: 'kemarin' })}\n`);
    expect(JSON.parse(out).error).toContain('"published" must be YYYY-MM-DD');
  });

  test('read takes the article out of a page', async () => {
    const html = `<html><head><title>Judul</title></head><body><nav>Beranda</nav><article><h1>Judul</h1>
      <p>${'Kalimat pertama dari artikel yang cukup panjang untuk dibaca. '.repeat(4)}</p>
      <p>${'Kalimat kedua menyebut tenggat yang jelas bagi platform. '.repeat(4)}</p></article></body></html>`;
    const row = { id: 'p1', htmlBase64: Buffer.from(html).toString('base64'), url: 'https://contoh.example/a' };
    const { code, out } = await tagih(['read'], `${JSON.stringify(row)}\n`);
    const read = JSON.parse(out);
    expect(code).toBe(0);
    expect(read.text).toContain('Kalimat kedua menyebut tenggat');
    expect(read.text).not.toContain('Beranda');
    expect(read).toMatchObject({ id: 'p1', title: 'Judul', canonicalUrl: 'https://contoh.example/a' });
  });

  test('feed lists the entries', async () => {
    const xml =
      '<rss version="2.0"><channel><title>T</title><item><title>Satu</title><link>https://contoh.example/1</link></item></channel></rss>';
    const { code, out } = await tagih(
      ['feed'],
      `${JSON.stringify({ id: 'f1', xml, url: 'https://contoh.example/rss' })}\n`,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'f1',
      format: 'rss',
      entries: [{ title: 'Satu', link: 'https://contoh.example/1' }],
    });
  });

  test('follow prints the ledger of a pile of articles, with the status at the instants asked for', async () => {
    const article = {
      ...ARTICLE,
      url: 'https://contoh.example/1',
      outlet: 'contoh',
      title: 'Kominfo Akan Blokir Layanan',
      published: '2025-03-10T09:00:00+07:00',
    };
    const at = '2025-03-12T12:00:00+07:00,2025-03-20T12:00:00+07:00';
    const { code, out } = await tagih(['follow', '--at', at], `${JSON.stringify(article)}\n`);
    expect(code).toBe(0);
    expect(JSON.parse(out).statusAt.map((s: { status: string }) => s.status)).toEqual(['due_soon', 'overdue']);
  });
});

describe('tagih explain', () => {
  test('marks commitments, deadlines and rules without colour where it is not wanted', async () => {
    const { code, out } = await tagih(['explain', 'docs/contoh.txt', '--published', '2017-08-02'], '', {
      NO_COLOR: '1',
    });
    expect(code).toBe(0);
    expect(out).toContain('sebelum 17 Agustus 2017');
    expect(out).toMatch(/→ 2017-08-16 .*rule before-day/);
    expect(out).not.toContain('\u001b[');
  });

  test('colours where it is asked to', async () => {
    const { out } = await tagih(['explain', 'docs/contoh.txt', '--published', '2017-08-02'], '', {
      FORCE_COLOR: '1',
      NO_COLOR: '',
    });
    expect(out).toContain('\u001b[');
  });
});
