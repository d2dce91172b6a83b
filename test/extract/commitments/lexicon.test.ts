import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { MARKERS, markerAt, RULE_ORDER } from '../../../lambda/extract/commitments/lexicon/markers.ts';
import senses from '../../../lambda/extract/commitments/lexicon/senses.data.json' with { type: 'json' };
import { deedOf, thingOf } from '../../../lambda/extract/commitments/lexicon/senses.ts';
import { TOPICS } from '../../../lambda/extract/commitments/lexicon/topics.ts';
import { verbClass } from '../../../lambda/extract/commitments/lexicon/verbs.ts';
import { best, chancesOf, MODELS } from '../../../lambda/extract/commitments/model.ts';
import { PATTERNS } from '../../../lambda/extract/commitments/patterns.ts';
import { topicOf } from '../../../lambda/extract/commitments/topic.ts';
import { boilerplate } from '../../../lambda/extract/text/boilerplate.ts';
import { segment } from '../../../lambda/extract/text/segment.ts';
import { tokenize } from '../../../lambda/extract/text/tokens.ts';

describe('markers', () => {
  test('a form belongs to one rule', () => {
    const forms = MARKERS.flatMap((marker) => marker.forms);
    expect(forms.length).toBe(new Set(forms).size);
  });
  test('every rule has its place in the order of rules', () => {
    expect(MARKERS.map(({ rule }) => rule).filter((rule) => !RULE_ORDER.includes(rule))).toEqual([]);
  });
  test('the longest form wins', () => {
    const tokens = tokenize('tidak akan segan mencabut izin');
    expect(markerAt(tokens, 0)?.form).toBe('tidak akan segan');
    expect(markerAt(tokens, 1)?.form).toBe('akan');
    expect(markerAt(tokens, 3)?.marker.rule).toBe('sanction');
  });
});

describe('classes of verbs', () => {
  test.each([
    ['membuka', 'act'],
    ['terbuka', 'state'],
    ['mengubah', 'act'],
    ['berubah', 'state'],
    ['mengadakan', 'act'],
    ['ditingkatkan', 'slogan'],
    ['memblokir', 'sanction'],
    ['blokir', 'sanction'],
    ['dibahas', 'talk'],
  ])('%s is of class %s', (word, expected) => {
    expect(verbClass(word)).toBe(expected);
  });
});

describe('what words are about', () => {
  test.each([
    ['menerbitkan', 'publish'],
    ['diterbitkan', 'publish'],
    ['penerbitan', 'publish'],
    ['berdampak', 'effect'],
    ['mengatakan', 'tell'],
    ['dihapus', 'stop'],
    ['dikatakan', 'tell'],
    ['bertanding', 'play'],
    ['qwrtz', undefined],
  ])('%s is a deed of sort %s', (word, sort) => {
    expect(deedOf(word)).toBe(sort);
  });
  test.each([
    ['kementeriannya', 'authority'],
    ['anak-anak', 'people'],
    ['dananya', 'money'],
    ['pembenahan', 'doing'],
    ['keindahan', 'quality'],
    ['qwrtz', undefined],
  ])('%s is a thing of sort %s', (word, sort) => {
    expect(thingOf(word)).toBe(sort);
  });
  test('a verb of the table is of the sort of its row', () => {
    for (const [sort, words] of Object.entries(senses.deeds))
      expect(words.split(' ').filter((word) => deedOf(word) !== sort)).toEqual([]);
  });
  test('a word stands in one row of things, and a verb in one row of deeds', () => {
    for (const rows of [senses.deeds, senses.things]) {
      const words = Object.values(rows).flatMap((row) => row.split(' '));
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
      expect(words.filter((word) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word))).toEqual([]);
    }
  });
});

describe('topics', () => {
  test.each([
    ['mendaftarkan layanannya sebagai PSE', 'registration'],
    ['memblokir situs judi online', 'content-removal'],
    ['melaporkan kebocoran data pribadi', 'data-access'],
    ['memungut pajak penjualan daring', 'tax'],
    ['membuka kantor perwakilan di Jakarta', 'office-investment'],
    ['menyelidiki dugaan monopoli', 'competition'],
    ['membatasi akun anak di bawah usia 16 tahun', 'child-safety'],
    ['mencabut izin usaha bank itu', 'licensing'],
    ['menurunkan bunga pinjol', 'payment-lending'],
    ['membangun menara BTS', 'infrastructure'],
    ['mengirim surat kepada gubernur', 'other'],
  ])('%s: %s', (action, expected) => {
    const tokens = tokenize(action);
    expect(topicOf(tokens, 0, tokens.length)).toBe(expected);
  });
  test('a word shows one topic', () => {
    const words = TOPICS.flatMap(([, list]) => list);
    expect(words.length).toBe(new Set(words).size);
  });
});

describe('what is the page’s and not the article’s', () => {
  test.each([
    ['Baca juga: Harga Kuota Naik', true],
    ['SCROLL TO CONTINUE WITH CONTENT', true],
    ['ADVERTISEMENT', true],
    ['[Gambas:Video 20detik]', true],
    ['OJK akan mencabut izin itu.', false],
  ])('%s', (line, expected) => {
    expect(boilerplate(segment(line))).toEqual([expected]);
  });
  test('behind a machine’s summary nothing counts', () => {
    const text = 'OJK bekerja.\n---\nRingkasan\nOJK akan bekerja.';
    expect(boilerplate(segment(text)).at(-1)).toBe(true);
  });
});

describe('the model', () => {
  test('knows its patterns by names of their own', () => {
    expect(new Set(PATTERNS.map(({ name }) => name)).size).toBe(PATTERNS.length);
  });
  test('gives a probability to any features', () => {
    const chance = (...features: string[]) =>
      chancesOf(MODELS.clause, { clauses: [{ features, sentence: 0, words: [] }], words: [] })[0]!;
    expect(chance()).toBeGreaterThan(0);
    expect(chance('no such', 'feature', '')).toBe(chance());
    expect(chance('rule', 'order', '', 'pattern', 'order-by-authority', '')).toBeGreaterThan(
      chance('rule', 'order', ''),
    );
  });
  test('chooses the option with most for it, the first of equals, and none of none', () => {
    const weights = new Map([
      ['main', 1],
      ['subject', 2],
    ]);
    const options = [
      ['main', ''],
      ['subject', '', 'unknown', 'class'],
      ['subject', ''],
    ].map((features) => ({ features }));
    expect(best(weights, options)).toBe(options[1]);
    expect(best(weights, [])).toBe(undefined);
  });
  test('has weights that stay small, and a threshold between the extremes', () => {
    const file = new URL('../../../lambda/extract/commitments/weights.data.json', import.meta.url);
    expect(statSync(fileURLToPath(file)).size).toBeLessThan(2_000_000);
    expect(MODELS.clause.threshold).toBeGreaterThan(0.3);
    expect(MODELS.clause.threshold).toBeLessThan(0.8);
  });
});
