import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmationMail, mailOf } from '../../lambda/alert/channels/mail.ts';
import { change, message } from './messages.ts';

const digest = message({
  frequency: 'daily',
  unsubscribeUrl: `https://tagih.example/unsubscribe?token=${'t'.repeat(32)}`,
  changes: [
    change(),
    change(
      { obligor: 'TikTok', groupedBy: 'TikTok', action: 'membuka kantor', phrase: 'paling lambat 10 Maret 2025' },
      { id: 'chg_2', kind: 'moved', from: '2025-03-01', to: '2025-03-10', day: '2025-03-10', slip: 2 },
    ),
  ],
});
const to = 'ani@example.org';

/** Set to a folder, the pictures are kept there for somebody to look at. */
const PICTURES = process.env.TAGIH_PICTURES;

describe.skipIf(process.platform !== 'linux')('an e-mail in a browser', () => {
  let browser: Browser;
  let axe: string;
  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      // One process for all makes closing a page end the browser.
      args: chromium.args.filter((arg) => !/single-process|no-zygote/.test(arg)),
    });
  }, 60_000);
  afterAll(() => browser?.close());

  test.each([
    ['alert', mailOf(message(), to).html, 700, 'light'],
    ['digest', mailOf(digest, to).html, 360, 'dark'],
    ['digest-en', mailOf({ ...digest, lang: 'en' }, to).html, 360, 'light'],
    ['confirmation', confirmationMail(to, 'id', `https://tagih.example/${'t'.repeat(90)}`).html, 360, 'light'],
  ] as const)('%s: readable in its colours, and no wider than the screen', async (name, html, width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 400 }, colorScheme });
    try {
      await page.setContent(html);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
      await page.evaluate(axe);
      const { violations } = (await page.evaluate(
        "axe.run({ runOnly: ['color-contrast', 'link-name', 'document-title', 'html-has-lang'] })",
      )) as { violations: { id: string; nodes: { html: string }[] }[] };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
