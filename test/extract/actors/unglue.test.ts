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
  ])('%s', (_, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    'TikTok YouTubenya WhatsApp GoPay',
    'Kemendikbud dan Kemen',
    'Ramadan Rama Ramadan',
    'Meskipun Daripada Sebagian Tindakan',
    'Bandung-Jakarta',
    // The glued word stands there twice: it is a name of its own.
    'Master Chef MasterChef MasterChef',
    // Nobody else is called so in the article.
    'Sukmomenyebut',
  ])('what may be a name of its own stays whole: %s', (text) => {
    expect(parts(text)).toEqual(tokenize(text).map(({ start, end }) => text.slice(start, end)));
  });

  test('so that what is glued to a verb to come is still a promise of whoever is named', () => {
    const [found] = extract({
      text: 'JAKARTA - Microsoftakan menutup layanan lamanya di Indonesia paling lambat 14 Oktober 2025.',
      published,
    }).commitments;
    expect(found).toMatchObject({ obligor: { actor: 'microsoft' }, deadline: { due: '2025-10-14' } });
  });
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
    expect(extract({ text: TEXT, published }).named).toEqual(expect.arrayContaining(['komdigi', 'meutya-hafid']));
    expect(extract({ text: TEXT, published }).named).not.toEqual(expect.arrayContaining(['tiktok']));
    expect(extract({ text: TEXT, published }).named).not.toEqual(expect.arrayContaining(['telegram']));
  });
});
