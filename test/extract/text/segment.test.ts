import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segment } from '../../../lambda/extract/text/segment.ts';

const sentences = (text: string): string[] => segment(text).sentences.map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each<[string, string, string[]]>([
    ['a full stop before a capital ends one', 'Situs ditutup. Warga pindah.', ['Situs ditutup.', 'Warga pindah.']],
    ['a price keeps its stop', 'Biayanya Rp. 5.000 per bulan. Mahal.', ['Biayanya Rp. 5.000 per bulan.', 'Mahal.']],
    ['a company form opens a name', 'PT. Awan Biru menutup kantor.', ['PT. Awan Biru menutup kantor.']],
    ['`No.` before a number', 'Aturan No. 5 berlaku. Titik.', ['Aturan No. 5 berlaku.', 'Titik.']],
    ['a title before a name', 'Kata Dr. Sari, aman. Ia pergi.', ['Kata Dr. Sari, aman.', 'Ia pergi.']],
    ['an initial within a name', 'Ketua M. Rizal hadir. Ia diam.', ['Ketua M. Rizal hadir.', 'Ia diam.']],
    [
      'an initial before a usual opener',
      'Ia tiba dengan Budi S. Namun rapat batal.',
      ['Ia tiba dengan Budi S.', 'Namun rapat batal.'],
    ],
    ['a degree with stops', 'Rina, S.H. menjawab. Selesai.', ['Rina, S.H. menjawab.', 'Selesai.']],
    ['a decimal', 'Naik 2.5 persen. Turun lagi.', ['Naik 2.5 persen.', 'Turun lagi.']],
    [
      'a quotation stays with its attribution',
      '"Kami siap." kata Budi. Ia pergi.',
      ['"Kami siap." kata Budi.', 'Ia pergi.'],
    ],
    [
      'a question stays with who asks it',
      '"Kapan dibuka?" tanya Sari. Tak ada jawaban.',
      ['"Kapan dibuka?" tanya Sari.', 'Tak ada jawaban.'],
    ],
    ['a quotation of two sentences is two', '"Satu. Dua," kata Budi.', ['"Satu.', 'Dua," kata Budi.']],
    ['paragraphs glued by a comma', 'Selesai," ujarnya.,Budi pergi.', ['Selesai," ujarnya.', 'Budi pergi.']],
    [
      'a quotation glued to the sentence before',
      'Rapat usai.,"Kami puas," katanya.',
      ['Rapat usai.', '"Kami puas," katanya.'],
    ],
    ['sentences glued without a space', 'Situs dibuka.Warga senang.', ['Situs dibuka.', 'Warga senang.']],
    ['an address is no boundary', 'Baca di kabar.com Hari ini.', ['Baca di kabar.com Hari ini.']],
    ['the number of a list item', '1. Daftar ulang dibuka.', ['1. Daftar ulang dibuka.']],
    ['dots of omission go on before a small letter', 'Ia ragu... lalu pergi.', ['Ia ragu... lalu pergi.']],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('paragraphs', () => {
  test.each<[string, string, number]>([
    ['each line is one', 'Satu baris.\nDua baris.', 2],
    ['empty lines are none', 'Satu.\n\n \nDua.', 2],
    ['a line that ends on a preposition goes on', 'Menteri berbicara panjang lebar dalam\nSiaran Pagi, Rabu.', 1],
    ['a link text broken out of its sentence is joined', 'JAKARTA -\nDanau Toba\nakan dibersihkan bulan depan.', 1],
    ['a list item begins its own', 'Syaratnya begini\n- KTP\n- ijazah', 3],
  ])('%s', (_, text, count) => {
    expect(segment(text).paragraphs).toHaveLength(count);
  });

  test('a sentence names its paragraph', () => {
    expect(segment('Satu. Dua.\nTiga.').sentences.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1]);
  });
});

describe('any text', () => {
  const pieces = [
    'PT.',
    ' ',
    '\n',
    '."',
    '“',
    '”',
    'Rp. 5',
    '.,"',
    'A.',
    'kata Budi',
    '...',
    '?',
    '1.',
    '💥',
    '\u0000',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  );
  test('is cut without loss: spans in order, disjoint, trimmed, with all its letters', () => {
    fc.assert(
      fc.property(text, (input) => {
        const doc = segment(input);
        let last = 0;
        for (const { start, end } of doc.sentences) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(doc.sentences.map(({ start, end }) => input.slice(start, end)).join(''))).toBe(letters(input));
      }),
      { seed: 7, numRuns: process.env.TAGIH_LONG ? 20_000 : 400 },
    );
  });

  test.each(['. ', '"', 'A.', '\n', '.,"', 'x'])('300 kB of %j are cut in linear time', (unit) => {
    const started = performance.now();
    segment(unit.repeat(300_000 / unit.length));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test('a sentence of more than two thousand characters is cut between words, and nothing of it is lost', () => {
  const text = `${'Kominfo akan memblokir layanan itu, dan '.repeat(200)}selesai.`;
  const { sentences } = segment(text);
  expect(Math.max(...sentences.map(({ start, end }) => end - start))).toBeLessThanOrEqual(2000);
  expect(sentences.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text);
});
