import { describe, expect, test } from 'vitest';
import { unglue } from '../../../lambda/extract/actors/unglue.ts';
import { extract } from '../../../lambda/extract/extract.ts';
import { tokenize } from '../../../lambda/extract/text/tokens.ts';

const parts = (text: string): string[] => unglue(text, tokenize(text)).map(({ start, end }) => text.slice(start, end));
const published = '2025-06-10T08:00:00+07:00';

describe('words that a page has glued are parted', () => {
  test.each([
    ['a known word before a name', 'klaimMenteri itu', ['klaim', 'Menteri', 'itu']],
    ['a small word before a name', 'Rudi danVincent', ['Rudi', 'dan', 'Vincent']],
    ['a form of law before its name', 'PTSinar Kirana', ['PT', 'Sinar', 'Kirana']],
    ['a listed name before a verb', 'Googlemengumumkan', ['Google', 'mengumumkan']],
    ['a listed name with a capital within', 'TikTokakan', ['TikTok', 'akan']],
    ['a place before a link', 'Cimahidan', ['Cimahi', 'dan']],
    [
      'a name that the article has apart',
      'Rini Sukmo hadir. Rini Sukmomenyebut',
      ['Rini', 'Sukmo', 'hadir', '.', 'Rini', 'Sukmo', 'menyebut'],
    ],
    ['two names that the article has apart', 'Doni Rahma, DoniRahma', ['Doni', 'Rahma', ',', 'Doni', 'Rahma']],
    ['more than two', 'Jawa danBandungakan', ['Jawa', 'dan', 'Bandung', 'akan']],
    ['a dateline in capitals', 'JAKARTA-Rini hadir', ['JAKARTA', '-', 'Rini', 'hadir']],
    ['an abbreviation before a link', 'KPK hadir. KPKjuga', ['KPK', 'hadir', '.', 'KPK', 'juga']],
    ['two known words with capitals', 'DinasKominfo', ['Dinas', 'Kominfo']],
  ])('%s', (_, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    'TikTok YouTubenya WhatsApp GoPay',
    'MyTelkomsel SeaBank OpenAI LinkAja iPhone PeduliLindungi SatuSehat PPnBM DiCaprio JakartaPost',
    'Kemendikbud dan Kemen',
    'Rama bertemu Ramadan.',
    'Wulan hadir. Ibunya Sri Wulandari juga.',
    'Wahyu hadir. Ayahnya Wahyudianto juga.',
    'Mas Anies suka Masakan dan Masterplan.',
    'LED itu padam. Ledakan terdengar.',
    'Wali Kota Banjarbaru, Banjar dan Kendari, Ken hadir',
    'Bandung-Jakarta dan JAKARTA-Bandung macet',
    '#BlokirKominfo ramai, kata Kominfo yang mau Blokir',
    // The glued word stands there twice: it is a name of its own.
    'Master Chef MasterChef MasterChef',
    // Nobody else is called so in the article.
    'Sukmomenyebut',
  ])('what may be a name of its own stays whole: %s', (text) => {
    expect(parts(text)).toEqual(tokenize(text).map(({ start, end }) => text.slice(start, end)));
  });

  test('an endless word is not looked into', () => {
    const word = `Meta${'akanMeta'.repeat(5000)}`;
    expect(parts(`Meta dan ${word} hadir`)).toContain(word);
  });

  test('so that what is glued to a verb to come is still a promise of whoever is named', () => {
    const [found] = extract({
      text: 'JAKARTA - Microsoftakan menutup layanan lamanya di Indonesia paling lambat 14 Oktober 2025.',
      published,
    }).commitments;
    expect(found).toMatchObject({ obligor: { actor: 'microsoft' }, deadline: { due: '2025-10-14' } });
  });
});

test('a name is given in one line, its words apart, and nothing but it within brackets', () => {
  const names = (text: string): string[] => extract({ text, published }).commitments.map(({ obligor }) => obligor.text);
  expect(names('JAKARTA - Dinas Perdagangan KotaCimahi akan membuka pasar murah pada 1 Juli 2025.')).toEqual([
    'Dinas Perdagangan Kota Cimahi',
  ]);
  expect(names('JAKARTA - Komisi Pengawas Persaingan Usaha ( KPPU ) akan membuka loket pada 1 Juli 2025.')).toEqual([
    'Komisi Pengawas Persaingan Usaha (KPPU)',
  ]);
  const text = 'JAKARTA - Polisi memanggil Rini\nKirana. Rini Kirana akan membuka loket pada 1 Juli 2025.';
  expect(names(text)).toEqual(['Rini Kirana']);
});

describe('lines of the page’s own', () => {
  const TEXT = [
    'JAKARTA - Menteri Komunikasi dan Digital Meutya Hafid mengatakan Komdigi akan membuka loket aduan pada 1 Juli 2025.',
    'Baca juga: TikTok Janji Buka Kantor',
    'Baca juga:',
    'Telegram Resmi Dibuka Lagi',
    'Loket itu ada di Jakarta.',
  ].join('\n');

  test('name nobody', () => {
    const named = extract({ text: TEXT, published }).named;
    expect(named).toEqual(expect.arrayContaining(['komdigi', 'meutya-hafid']));
    expect(named).not.toContain('tiktok');
    expect(named).not.toContain('telegram');
  });

  test('are no lines that say something themselves', () => {
    const [found] = extract({
      text: '#BlokirTikTok ramai. Menteri Komdigi Meutya Hafid menanggapi.\nIa mengatakan kementeriannya akan memblokir TikTok pada 1 Juli 2025.',
      published,
    }).commitments;
    expect(found?.obligor.actor).toBe('komdigi');
  });
});
