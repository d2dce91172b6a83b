import { describe, expect, test } from 'vitest';
import { ACCOUNT } from '../../lambda/api/answers/account.ts';
import { DATA } from '../../lambda/api/answers/data.ts';
import { FEEDS } from '../../lambda/api/answers/feeds.ts';
import { PAGES } from '../../lambda/api/answers/pages.ts';
import { functionFor, functionOf } from '../../lambda/api/functions.ts';
import { nameOf } from '../../lambda/api/route.ts';
import { ROUTES } from '../../lambda/api/routes.ts';

const ANSWERS = { api: DATA, page: PAGES, feed: FEEDS, account: ACCOUNT };

describe('the functions behind the HTTP API', () => {
  test('answer every row in every format, each by the function that is asked for it', () => {
    for (const row of ROUTES) {
      for (const format of row.formats ?? ['json']) {
        const to = functionOf(row, format);
        // A row for programs has its page under another address, which is a row of its own.
        const name = to === 'page' && row.page ? nameOf({ method: 'GET', path: row.page }) : nameOf(row);
        expect(Object.keys(ANSWERS[to]), `${name} as ${format}`).toContain(name);
      }
    }
  });

  test('answer nothing that no row has', () => {
    const rows = new Set(ROUTES.map(nameOf));
    for (const answers of Object.values(ANSWERS)) for (const name of Object.keys(answers)) expect(rows).toContain(name);
  });

  test.each([
    ['GET', '/', 'page'],
    ['POST', '/', null],
    ['GET', '/v1/commitments', 'api'],
    ['HEAD', '/v1/commitments.csv', 'api'],
    ['GET', '/v1/commitments.atom', 'feed'],
    ['HEAD', '/v1/commitments.jsonfeed', 'feed'],
    ['GET', '/v1/commitments/abc.ics', 'api'],
    ['GET', '/v1/commitments/abc/replies', 'api'],
    ['POST', '/v1/commitments/abc/replies', 'account'],
    ['POST', '/v1/commitments/abc/replies.html', 'account'],
    ['POST', '/v1/commitments/abc/replies/def', 'account'],
    ['GET', '/v1/replies', 'account'],
    ['GET', '/v1/replies.json', 'account'],
    ['GET', '/v1/commitments.html', 'api'],
    ['DELETE', '/v1/subscriptions/abc.json', 'account'],
    ['POST', '/v1/subscriptions.html', 'account'],
    ['DELETE', '/v1/subscriptions/abc', 'account'],
    ['OPTIONS', '/v1/commitments', 'api'],
    ['GET', '/commitments/abc', 'page'],
    ['GET', '/subscribe/confirm', 'account'],
    ['GET', '/openapi.json', 'page'],
    ['GET', '/nothing/of/the/kind', 'page'],
    ['GET', '/v1/nothing', 'api'],
    ['PUT', '/v1/commitments', null],
  ])('%s %s is asked of %s', (method, path, name) => {
    expect(functionFor(method, path)).toBe(name);
  });
});
