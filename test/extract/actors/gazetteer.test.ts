import { describe, expect, test } from 'vitest';
import { actorById, gazetteer, isAuthority, lineage, postAt } from '../../../lambda/extract/actors/gazetteer.ts';

const kinds = (kind: string) => gazetteer.filter((actor) => actor.kind === kind);

describe('the list', () => {
  test('covers regulators, officials and platforms, each id once', () => {
    expect(kinds('regulator').length).toBeGreaterThanOrEqual(60);
    expect(kinds('official').length).toBeGreaterThanOrEqual(80);
    expect(kinds('platform').length).toBeGreaterThanOrEqual(150);
    expect(new Set(gazetteer.map((actor) => actor.id)).size).toBe(gazetteer.length);
  });

  test('says of every row where it comes from, and gives an unverified one no dates of office', () => {
    for (const actor of gazetteer) {
      expect(actor.source, actor.id).not.toBe('');
      expect(typeof actor.verified).toBe('boolean');
      if (actor.verified) continue;
      for (const post of actor.posts ?? [])
        expect([actor.id, post.from, post.to]).toEqual([actor.id, undefined, undefined]);
    }
  });

  test('refers only to rows that exist', () => {
    for (const actor of gazetteer) {
      for (const post of actor.posts ?? []) expect(actorById(post.org), `${actor.id}: ${post.org}`).toBeDefined();
      if (actor.successor) expect(actorById(actor.successor), actor.id).toBeDefined();
      if (actor.predecessor) expect(actorById(actor.predecessor), actor.id).toBeDefined();
    }
  });

  test('writes dates so that they sort', () => {
    const dates = gazetteer.flatMap((a) => [a.from, a.to, ...(a.posts ?? []).flatMap((p) => [p.from, p.to])]);
    for (const date of dates) if (date !== undefined) expect(date).toMatch(/^\d{4}(-\d{2}){0,2}$/);
  });
});

test('a ministry and its successor are one lineage', () => {
  expect(lineage('kominfo')).toBe('komdigi');
  expect(lineage('komdigi')).toBe('komdigi');
  expect(lineage('nobody-knows')).toBe('nobody-knows');
});

test.each([
  ['ojk', true],
  ['meutya-hafid', true],
  ['tiktok', false],
  ['nobody-knows', false],
])('isAuthority(%s) is %s', (id, want) => {
  expect(isAuthority(id)).toBe(want);
});

test.each([
  ['nezar-patria', '2024-10-20', 'kominfo'],
  ['nezar-patria', '2024-10-21', 'komdigi'],
  ['budi-arie-setiadi', '2025-01-15', 'kemenkop'],
  ['budi-arie-setiadi', '2025-12-01', null],
  ['rudiantara', '2010-01-01', null],
  ['purbaya-yudhi-sadewa', '2025-09-08', 'kemenkeu'],
  ['purbaya-yudhi-sadewa', '2025-06-01', 'lps'],
])('postAt(%s, %s) is at %s', (id, date, org) => {
  expect(postAt(id, date)?.org ?? null).toBe(org);
});
