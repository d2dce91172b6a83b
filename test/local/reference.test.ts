import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROUTES } from '../../lambda/api/routes.ts';
import { REFERENCE_FILE, reference } from '../../lambda/local/reference.ts';

const kept = readFileSync(REFERENCE_FILE, 'utf8');

describe('the reference of the API', () => {
  test('in docs/ is what the OpenAPI document says now (else: npm run reference)', async () => {
    expect(kept).toBe(await reference());
  });

  test('has every route once, under its method and path', () => {
    const headings = [...kept.matchAll(/^### ([A-Z]+ \/.*)$/gm)].map(([, title]) => title);
    expect(headings.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test('names what a parameter takes, and members of members under their own names', () => {
    expect(kept).toContain('| `limit` | integer from 1 to 100 |');
    expect(kept).toContain('| `items[].deadline.due` | string | YYYY-MM-DD, vague or unanchored |');
    expect(kept).toContain('| `regulator` | string, at most 80 characters or list of string');
  });

  test('says which fields of a body must be given, and each form of one that has several', () => {
    expect(kept).toContain('| `email` | e-mail address, at most 200 characters, required |');
    expect(kept).toContain('or { `kind`: `"must-link"`; `a`: string; `b`: string }<br>or {');
  });

  test('links only to records that it has', () => {
    const records = new Set([...kept.matchAll(/^### (\w+)$/gm)].map(([, name]) => name!.toLowerCase()));
    const linked = [...kept.matchAll(/\]\(#(\w+)\)/g)].map(([, name]) => name!);
    expect(linked.length).toBeGreaterThan(10);
    expect(linked.filter((name) => !records.has(name))).toEqual([]);
  });
});
