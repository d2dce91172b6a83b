import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLACED, stories } from './samples.ts';
import { startApi, type TestApi } from './server.ts';

interface Violation {
  impact: string;
  id: string;
  nodes: { html: string }[];
}

/** What people see, in a real browser. The browser that ships with the tests is for Linux. */
describe.skipIf(process.platform !== 'linux')('the page in a browser', () => {
  let api: TestApi;
  let browser: Browser;
  let axe: string;
  let one: string;
  beforeAll(async () => {
    api = await startApi(stories(), PLACED);
    const { items } = (await (await fetch(`${api.url}/v1/commitments?q=kantor`)).json()) as { items: { id: string }[] };
    one = `/commitments/${items[0]!.id}`;
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      // One process for all makes closing a page end the browser.
      args: chromium.args.filter((arg) => !/single-process|no-zygote/.test(arg)),
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await api.stop();
  });

  test.each<[string, () => string, number, 'light' | 'dark']>([
    ['the list, wide and light', () => '/', 1200, 'light'],
    ['the list in English, on a phone in the dark', () => '/?lang=en', 360, 'dark'],
    ['a commitment on a phone', () => one, 360, 'light'],
    ['a commitment in English in the dark', () => `${one}?lang=en`, 1200, 'dark'],
    ['an actor', () => '/actors/google', 1200, 'light'],
    ['the calendar', () => '/calendar?from=2022-01-01', 360, 'light'],
    ['the list with its filters unfolded, on a phone', () => '/?outlet=kabar', 360, 'light'],
    ['the health of the sources', () => '/feeds', 360, 'dark'],
    ['the method', () => '/about?lang=en', 360, 'light'],
    ['the form for alerts', () => '/subscribe', 360, 'light'],
    ['an actor with its plot, on a phone in the dark', () => '/actors/kominfo', 360, 'dark'],
    ['the reference', () => '/docs', 1200, 'dark'],
  ])(
    '%s: nothing to fault for access, nothing wider than the screen, and no script',
    async (_name, path, width, colorScheme) => {
      // The policy of the page forbids scripts; the checker is one.
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
      try {
        await page.goto(`${api.url}${path()}`);
        expect(await page.locator('script').count()).toBe(0);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await page.evaluate(axe);
        const { violations } = (await page.evaluate('axe.run()')) as { violations: Violation[] };
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      } finally {
        await page.close();
      }
    },
    30_000,
  );

  test('a reader finds a commitment, sees why its status, and gets to the source', async () => {
    const page = await browser.newPage();
    try {
      await page.goto(api.url);
      await page.fill('#q', 'pembukaan kantor');
      await page.click('form.search button');
      await page.click('ol.list h2 a');
      expect(await page.textContent('h1')).toContain('membuka kantor perwakilan');
      expect(await page.textContent('.says')).not.toBe('');
      expect(await page.locator('figure.story svg circle.stated').count()).toBe(1);
      expect(await page.getAttribute('article > blockquote cite a', 'href')).toBe('https://kabar.example/kantor-1');
    } finally {
      await page.close();
    }
  }, 30_000);

  test.each(['/', '/?lang=en'])('the first view is below 50 KB (%s)', async (path) => {
    const body = await (await fetch(`${api.url}${path}`)).arrayBuffer();
    expect(body.byteLength).toBeLessThan(50_000);
  });
});
