import { describe, expect, test } from 'vitest';
import { extract, read } from '../../../lambda/extract/extract.ts';
import { segment } from '../../../lambda/extract/text/segment.ts';
import { toPileArticle } from '../../../lambda/ledger/follow.ts';
import { readReports } from '../../../lambda/ledger/outcomes/read.ts';

const sentences = (text: string): string[] => segment(text).sentences.map(({ start, end }) => text.slice(start, end));
const links = (text: string): string[] => segment(text).links.map(({ start, end }) => text.slice(start, end));

/** Texts that no link stands in. */
test.each([
  'Berita terkait - yang beredar di media sosial - tidak benar, kata Komdigi.',
  'Kementerian mengutip berita terkait – yang ramai dibaca – soal blokir itu.',
])('a dash before small letters opens no link: %s', (text) => {
  expect(segment(text).links).toEqual([]);
});

test('a link ends before the bracket of the next', () => {
  const text = `Rapat selesai. Baca juga: Harga Kuota Naik Lagi (Baca juga: Komdigi Akan Blokir Nusachat) OJK hadir.`;
  const found = segment(text).links;
  expect(found).toHaveLength(2);
  expect(found[0]!.end).toBeLessThanOrEqual(found[1]!.start);
});

const BEFORE = 'Pemerintah menyiapkan aturan itu besok.';
const LINK = 'Komdigi Akan Blokir Nusachat Pekan Depan';

describe('a link within a paragraph ends', () => {
  test.each([
    ['where its capitals do, before a word that opens sentences', 'Menurut dia, aturan itu sudah rampung.'],
    ['before the one capital that a sentence opens with', 'Aturan itu sudah rampung sejak Mei.'],
    ['before the office that a sentence opens with', 'Menteri Komdigi Meutya Hafid mengatakan aturan itu rampung.'],
    ['before whose words a sentence gives', 'Menurut Wakil Menteri Komdigi Nezar Patria, aturan itu rampung.'],
    ['before a company', 'PT Nusachat Indonesia menyatakan siap.'],
    ['before a quotation', '"Aturan Presiden itu sudah rampung," kata dia.'],
    ['before what opens with a number', 'Ada 3 aturan yang sudah rampung.'],
    ['before an opening preposition', 'Di Bandung, aturan itu sudah rampung.'],
  ])('%s', (_, after) => {
    const text = `${BEFORE} Baca juga: ${LINK} ${after}`;
    expect(links(text)).toEqual([`Baca juga: ${LINK}`]);
    expect(sentences(text)).toEqual([BEFORE, `Baca juga: ${LINK}`, after]);
  });
  test.each([
    [`${BEFORE}Baca Juga: ${LINK}Sementara itu, aturan lain sudah rampung.`, `Baca Juga: ${LINK}`],
    [`${BEFORE} Baca Juga : ${LINK}. Menurut dia, aturan itu rampung.`, `Baca Juga : ${LINK}.`],
    [`${BEFORE} BACA JUGA - ${LINK} Aturan itu sudah rampung.`, `BACA JUGA - ${LINK}`],
    [`${BEFORE} Simak juga: ${LINK}! Aturan itu sudah rampung.`, `Simak juga: ${LINK}!`],
    [
      `${BEFORE} Lihat juga: ${LINK}, Ini Kata Pengguna Ia menyebut aturan itu rampung.`,
      `Lihat juga: ${LINK}, Ini Kata Pengguna`,
    ],
    [`${BEFORE} Pilihan Editor: ${LINK}`, `Pilihan Editor: ${LINK}`],
    [`Pertama, Baca juga: ${LINK} Pasal 5 mengatur denda.`, `Baca juga: ${LINK}`],
    [
      `${BEFORE} Baca juga: Komdigi blokir Nusachat hari ini. Menurut dia, aturan itu rampung.`,
      'Baca juga: Komdigi blokir Nusachat hari ini.',
    ],
    [`${BEFORE} Baca: ${LINK} Menurut dia, aturan itu rampung.`, `Baca: ${LINK}`],
    [
      `${BEFORE} Baca juga: Harga Whatsplus dan Nusachat pro Naik Ia menyebut harga itu wajar.`,
      'Baca juga: Harga Whatsplus dan Nusachat pro Naik',
    ],
  ])('however pages write it: %s', (text, link) => {
    expect(links(text)).toEqual([link]);
  });
  test('before a name of two words that the text has elsewhere', () => {
    const text = `${BEFORE} Baca juga: ${LINK} Rangga Wirya menyebut aturan itu rampung. Kemarin Rangga Wirya hadir.`;
    expect(sentences(text)[2]).toBe('Rangga Wirya menyebut aturan itu rampung.');
  });
  test('with its bracket, in the middle of a sentence too, which stays one', () => {
    const text = `OJK akan mencabut izin itu (Baca juga: ${LINK}) pada Juli 2025.`;
    expect(links(text)).toEqual([`(Baca juga: ${LINK})`]);
    expect(sentences(text)).toEqual([text]);
  });
  test('before the next link', () => {
    expect(links(`${BEFORE} Baca juga:${LINK}Baca juga:Harga Kuota Naik Lagi`)).toEqual([
      `Baca juga:${LINK}`,
      'Baca juga:Harga Kuota Naik Lagi',
    ]);
  });
});

describe('no link is', () => {
  test.each([
    ['a call to watch', `${BEFORE} Simak juga penjelasan Menteri dalam rapat itu.`],
    ['another word', `${BEFORE} Di sana terlihat juga: pos satpam dan pagar.`],
    ['a word explained', 'Dana segar (baca: uang) belum masuk.'],
    [
      'what reads on for longer than any headline',
      `${BEFORE} Baca juga: ${'aturan itu sudah rampung dan '.repeat(10)}siap`,
    ],
    ['a paragraph of its own, which is told otherwise', `Baca juga: ${LINK}`],
  ])('%s', (_, text) => {
    expect(links(text)).toEqual([]);
  });
});

describe('what a link within a paragraph says', () => {
  const glued = `JAKARTA - OJK akan mencabut izin Pinjamcepat pada 30 Juni 2025. Baca juga: ${LINK} Menurut OJK, pencabutan izin itu akan diumumkan di Bandung.`;
  const bracketed = `JAKARTA - OJK akan mencabut izin Pinjamcepat (Baca juga: Komdigi Akan Blokir Nusachat 20 Juni 2025) pada 30 Juni 2025.`;
  const published = '2025-06-10T08:00:00+07:00';

  test.each([glued, bracketed])('promises nothing and names nobody: %s', (text) => {
    const { commitments, named } = extract({ text, published }, 0.01);
    expect(commitments.map(({ obligor }) => obligor.actor)).not.toContain('komdigi');
    expect(named).toEqual(['ojk']);
    const { input } = read({ text, published });
    expect(input.actors.mentions.map(({ entity }) => entity.id)).not.toContain('komdigi');
  });
  test('takes nothing from the sentence that it stands in', () => {
    const [found] = extract({ text: bracketed, published }, 0.01).commitments;
    expect(found).toMatchObject({ obligor: { actor: 'ojk' }, deadline: { text: 'pada 30 Juni 2025' } });
    expect(bracketed.slice(found!.sentence.start, found!.sentence.end)).toBe(bracketed);
  });
  test('leaves the places of what follows as the article has them', () => {
    const { commitments } = extract({ text: glued, published }, 0.01);
    for (const { action, sentence } of commitments) {
      expect(glued.slice(action.start, action.end)).toBe(action.text);
      expect(glued.slice(sentence.start, sentence.end)).not.toContain('Baca juga');
    }
  });
  test('reports no end of anything', () => {
    const quotes = (text: string): string[] => {
      const article = toPileArticle({
        id: 'a',
        url: 'https://a.example/a',
        outlet: 'a',
        published,
        title: 'Rapat',
        text,
      });
      return readReports(article, published, { chosen: true }).map(({ quote }) => quote);
    };
    const told = 'Komdigi telah mencabut blokir Nusachat pada 9 Juni 2025.';
    const bracket = '(Baca juga: Komdigi telah mencabut blokir Nusachat pada 9 Juni 2025)';
    expect(quotes(`Rapat itu berlangsung lama ${bracket}, dan semua hadir.`)).toEqual([]);
    expect(quotes(`Rapat itu berlangsung lama. ${told}`)).toContain(told);
    expect(
      quotes(
        'Rapat itu berlangsung lama. Baca juga: Komdigi Telah Mencabut Blokir Nusachat pada 9 Juni 2025 Menurut dia, rapat itu berguna.',
      ),
    ).toEqual(['Menurut dia, rapat itu berguna.']);
  });
  test('does not keep a long paragraph that opens with one from being the article’s', () => {
    const text = `Baca juga: ${LINK} OJK akan mencabut izin Pinjamcepat pada 30 Juni 2025. ${'Rapat itu berlangsung lama. '.repeat(6)}`;
    const { commitments } = extract({ text, published }, 0.05);
    expect(commitments.map(({ obligor }) => obligor.actor)).toEqual(['ojk']);
  });
});
