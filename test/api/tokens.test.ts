import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueToken, listTokens, revokeToken, tokenId } from '../../lambda/api/tokens.ts';
import { tokenCommand } from '../../lambda/local/commands/token.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';

const NOW = new Date('2026-06-01T00:00:00Z');

describe.each(ENGINES)('tokens on %s', (engine) => {
  let db: TestDb;
  beforeAll(async () => {
    db = await testDb(engine);
  });
  afterAll(() => db.stop());

  test('a list names each, says whether it is good, and holds nothing that opens', async () => {
    const good = await issueToken(db, { name: 'A', scopes: ['review', 'moderate'] }, NOW);
    const over = await issueToken(db, { name: 'B', scopes: ['review'], until: '2026-05-31T16:59:59.000Z' }, NOW);
    const back = await issueToken(db, { name: 'C', scopes: ['moderate'] }, NOW);
    expect(await revokeToken(db, tokenId(back), NOW)).toBe(true);
    const lines = await listTokens(db, NOW);
    expect(Object.fromEntries(lines.map(({ id, state }) => [id, state]))).toEqual({
      [tokenId(good)]: 'good',
      [tokenId(over)]: 'expired',
      [tokenId(back)]: 'revoked',
    });
    expect(lines.find(({ name }) => name === 'A')).toMatchObject({ scopes: ['review', 'moderate'], until: null });
    for (const token of [good, over, back]) expect(JSON.stringify(lines)).not.toContain(token);
  });

  test.each(['000000000000', 'tagih_none', '', '*', 'zzz'])('there is none to take back under "%s"', async (which) => {
    expect(await revokeToken(db, which, NOW)).toBe(false);
  });
});

describe('the command tagih token', () => {
  test.each<[string, Parameters<typeof tokenCommand.run>[0], string[], RegExp]>([
    ['without a name', { scope: ['review'] }, ['create'], /--name/],
    ['without a scope', { name: 'A' }, ['create'], /--scope: give review, moderate/],
    ['with a scope that there is not', { name: 'A', scope: ['all'] }, ['create'], /"all" is none of/],
    [
      'until a day that there is not',
      { name: 'A', scope: ['review'], until: '2026-02-30' },
      ['create'],
      /--until: "2026-02-30" is not a day/,
    ],
    ['to take back nothing', {}, ['revoke'], /an id or a token is missing/],
    ['to do what it does not', {}, ['delete'], /"delete" is none of create, list, revoke/],
  ])('refuses to be called %s', async (_name, values, positionals, complaint) => {
    await expect(tokenCommand.run(values, positionals)).rejects.toThrow(complaint);
  });
});
