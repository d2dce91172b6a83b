import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FiledReply, PendingReplyPage, PublicReply } from '../../lambda/api/schema.ts';
import { issueToken, revokeToken } from '../../lambda/api/tokens.ts';
import { PLACED, stories } from './samples.ts';
import { startApi, type TestApi } from './server.ts';

const REPLY = {
  kind: 'correction',
  name: 'Humas',
  organisation: 'Gugel',
  contact: 'humas@contoh.example',
  text: 'Tenggatnya bukan 3 Januari.',
};

describe('replies and reviews', () => {
  let api: TestApi;
  let ids: string[];
  beforeAll(async () => {
    api = await startApi(stories(), PLACED);
    ids = ((await (await fetch(`${api.url}/v1/commitments`)).json()) as { items: { id: string }[] }).items.map(
      (i) => i.id,
    );
  });
  afterAll(async () => {
    await api.stop();
    expect(api.faults).toEqual([]);
  });

  const post = (path: string, body: unknown, token?: string) =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('a reply waits unseen until a moderator decides, and then stands in the log and on the page', async () => {
    const filed = await post(`/v1/commitments/${ids[0]}/replies`, REPLY);
    expect(filed.status).toBe(202);
    expect(filed.headers.get('ratelimit')).toMatch(/^"replies";r=4;/);
    const { id } = FiledReply.parse(await filed.json());
    expect(await (await fetch(`${api.url}/v1/corrections`)).json()).toEqual({ items: [], next: null });

    const token = await issueToken(api.db, { name: 'Moderator', scopes: ['moderate'] }, PLACED);
    const waiting = await fetch(`${api.url}/v1/replies`, { headers: { authorization: `Bearer ${token}` } });
    expect(waiting.headers.get('cache-control')).toBe('no-store');
    expect(PendingReplyPage.parse(await waiting.json()).items.map((item) => item.id)).toEqual([id]);

    const decision = { outcome: 'corrected', answer: 'Benar, tenggatnya kami koreksi.' };
    const decided = await post(`/v1/commitments/${ids[0]}/replies/${id}`, decision, token);
    expect(decided.status).toBe(200);
    expect(PublicReply.parse(await decided.json()).outcome).toBe('corrected');
    expect((await post(`/v1/commitments/${ids[0]}/replies/${id}`, decision, token)).status).toBe(409);

    const log = await (await fetch(`${api.url}/v1/corrections`)).text();
    expect(log).toContain('Benar, tenggatnya kami koreksi.');
    expect(log).not.toContain('humas@contoh.example');
    const page = await (await fetch(`${api.url}/commitments/${ids[0]}`)).text();
    expect(page).toContain('Tenggatnya bukan 3 Januari.');
  });

  test('the page’s form files a reply without scripts', async () => {
    const response = await fetch(`${api.url}/v1/commitments/${ids[1]}/replies.html`, {
      method: 'POST',
      body: new URLSearchParams({ ...REPLY, website: '', source: '' }),
    });
    expect(response.status).toBe(202);
    expect(await response.text()).toContain('Terima kasih');
  });

  test.each<[string, unknown, number]>([
    ['without an address to answer to', { ...REPLY, contact: undefined }, 400],
    ['with an address that is none', { ...REPLY, contact: 'humas' }, 400],
    ['with too little to say', { ...REPLY, text: 'x' }, 400],
    ['with a link that is no web address', { ...REPLY, source: 'javascript:alert(1)' }, 400],
    ['with a field that only machines fill in', { ...REPLY, website: 'http://spam.example' }, 400],
    ['with a member that there is not', { ...REPLY, admin: true }, 400],
    ['that is no JSON', '{', 400],
    ['that is too long', `"${'x'.repeat(70_000)}"`, 413],
  ])('a reply %s is refused', async (_name, body, status) => {
    const response = await post(`/v1/commitments/${ids[0]}/replies`, body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('a reply to no commitment, or as no known type, is refused', async () => {
    expect((await post('/v1/commitments/nothing/replies', REPLY)).status).toBe(404);
    const plain = await fetch(`${api.url}/v1/commitments/${ids[0]}/replies`, { method: 'POST', body: 'hello' });
    expect(plain.status).toBe(415);
  });

  test('who replies too often is told when to come back, and no address is kept', async () => {
    let last: Response | null = null;
    for (let i = 0; i < 6; i++) last = await post(`/v1/commitments/${ids[2]}/replies`, REPLY);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  const confirm = (id: string) => ({
    action: { kind: 'confirm', field: 'commitment', about: id },
    why: 'dibaca ulang',
  });

  test.each<[string, () => Promise<string | undefined>, number]>([
    ['without a token', async () => undefined, 401],
    ['with a made-up token', async () => 'tagih_x', 401],
    ['with a token of another scope', () => issueToken(api.db, { name: 'M', scopes: ['moderate'] }, PLACED), 403],
    [
      'with a token whose time is over',
      () => issueToken(api.db, { name: 'M', scopes: ['review'], until: '2022-01-01T00:00:00Z' }, PLACED),
      401,
    ],
    [
      'with a token taken back',
      async () => {
        const token = await issueToken(api.db, { name: 'M', scopes: ['review'] }, PLACED);
        await revokeToken(api.db, token, PLACED);
        return token;
      },
      401,
    ],
  ])('a review %s is refused', async (_name, token, status) => {
    const response = await post(`/v1/commitments/${ids[0]}/reviews`, confirm(ids[0]!), await token());
    expect(response.status).toBe(status);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
  });

  test('a reviewer corrects, annotates and confirms, and the record says so under their name', async () => {
    const token = await issueToken(api.db, { name: 'Peninjau', scopes: ['review'] }, PLACED);
    const path = `/v1/commitments/${ids[0]}/reviews`;
    for (const action of [
      { kind: 'correct', field: 'due', value: '2023-01-09' },
      { kind: 'annotate', text: 'Dicocokkan dengan surat resmi.' },
    ]) {
      const added = await post(path, { action, why: 'surat resmi' }, token);
      expect(added.status).toBe(201);
      expect(((await added.json()) as { written: string[] }).written).toEqual([ids[0]]);
    }
    const record = (await (await fetch(`${api.url}/v1/commitments/${ids[0]}`)).json()) as Record<string, unknown>;
    expect(record).toMatchObject({ deadline: { due: '2023-01-09' }, reviewed: ['due'] });
    expect(record.notes).toMatchObject([{ by: 'Peninjau', text: 'Dicocokkan dengan surat resmi.' }]);
    const page = await (await fetch(`${api.url}/commitments/${ids[0]}`)).text();
    expect(page).toContain('Dicocokkan dengan surat resmi.');
  });

  test.each<[string, unknown]>([
    ['of no known kind', { kind: 'delete' }],
    ['of a status that there is not', { kind: 'correct', field: 'status', value: 'done' }],
    ['of a day that there is not', { kind: 'correct', field: 'due', value: '2023-02-30' }],
    ['without a field', { kind: 'correct', value: 'x' }],
  ])('a review %s is refused', async (_name, action) => {
    const token = await issueToken(api.db, { name: 'Peninjau', scopes: ['review'] }, PLACED);
    expect((await post(`/v1/commitments/${ids[0]}/reviews`, { action, why: 'x' }, token)).status).toBe(400);
  });

  test('two commitments that a reviewer links become one, and the id that went leads to the other', async () => {
    const token = await issueToken(api.db, { name: 'Peninjau', scopes: ['review'] }, PLACED);
    const [a, b] = [ids[1]!, ids[2]!];
    const action = { kind: 'must-link', a, b };
    expect((await post(`/v1/commitments/${a}/reviews`, { action, why: 'janji yang sama' }, token)).status).toBe(201);
    const answers = await Promise.all(
      [a, b].map((id) => fetch(`${api.url}/v1/commitments/${id}.csl?lang=en`, { redirect: 'manual' })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 301]);
    const moved = answers.find((answer) => answer.status === 301)!;
    const stays = answers[0] === moved ? b : a;
    expect(moved.headers.get('location')).toBe(`/v1/commitments/${stays}.csl?lang=en`);
    const page = await fetch(`${api.url}/commitments/${stays === a ? b : a}`);
    expect([page.status, page.url]).toEqual([200, `${api.url}/commitments/${stays}`]);
  });
});
