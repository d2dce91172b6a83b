import { describe, expect, it } from 'vitest';
import { extract } from '../../../lambda/extract/extract.ts';
import { ARTICLES } from '../../../lambda/local/samples/stories.ts';

const PUBLISHED = '2025-06-10T09:00:00+07:00';
const actionsIn = (...paragraphs: string[]): string[] =>
  extract({ text: paragraphs.join('\n\n'), published: PUBLISHED }).commitments.map(({ action }) => action.text);

const OWN = 'Komdigi akan memblokir aplikasi itu pada 20 Juni 2025, kata Alexander Sabar.';
const OPENING = 'Kementerian Komunikasi dan Digital (Komdigi) menerima laporan tentang aplikasi tersebut.';

describe('what stands behind a line that announces links', () => {
  it('is the article’s own where the links themselves were cut out of the page', () => {
    expect(actionsIn(OPENING, 'Baca Juga', OWN)).toEqual(actionsIn(OPENING, OWN));
    expect(actionsIn(OPENING, 'Baca Juga', OWN)).toHaveLength(1);
  });

  it.each([
    ['in quotes', '“Kami akan memblokir aplikasi itu pada 20 Juni 2025,” kata Alexander Sabar.'],
    ['of several sentences', `Laporan itu datang dari warga. ${OWN}`],
    ['without a full stop', 'Komdigi akan memblokir aplikasi itu pada 20 Juni 2025'],
    ['in a list', '1. Komdigi akan memblokir Nusachat pada 20 Juni 2025\n2. OJK akan menutup Pinjamcepat'],
    ['full of names', 'Kepala Dinas Kominfo Kota Bandung Yayan Brilyana akan menutup Posko Aduan pada 20 Juni 2025.'],
  ])('is the article’s own %s', (_, paragraph) => {
    expect(actionsIn(OPENING, 'BACA JUGA:', paragraph)).toEqual(actionsIn(OPENING, paragraph));
  });

  it('is another article where it is a headline, with those that follow', () => {
    const links = ['OJK Akan Cabut Izin Pinjol Nakal pada 1 Juli 2025', 'Google Bakal Buka Kantor di IKN Tahun Depan'];
    expect(actionsIn(OPENING, ...links)).not.toEqual([]);
    expect(actionsIn(OPENING, 'Baca juga:', ...links)).toEqual([]);
    expect(actionsIn(OPENING, 'Berita Terkait', ...links, OWN)).toEqual(actionsIn(OPENING, OWN));
  });

  it('is another article where its headline ends in dots or a question', () => {
    expect(actionsIn(OPENING, 'Baca juga', 'TikTok Akan Tutup Fitur Live 1 Juli, Ternyata Begini...')).toEqual([]);
    expect(actionsIn(OPENING, 'Simak juga:', 'Benarkah Meta Akan Tutup Kantor Jakarta 1 Juli?')).toEqual([]);
  });
});

it('a mark that a film stood here says nothing of the paragraph behind it', () => {
  expect(actionsIn(OPENING, `[video.1] ${OWN}`)).toHaveLength(1);
  expect(actionsIn(OPENING, '[video.1]', OWN)).toHaveLength(1);
});

it.each(['Baca Juga', 'ADVERTISEMENT'])(
  'a line "%s" behind every paragraph changes nothing of what articles state',
  (line) => {
    const stated = (paragraphs: readonly string[], published: string, title: string) =>
      extract({ text: paragraphs.join('\n\n'), published, title }).commitments.map(
        ({ type, obligor, speaker, action, deadline, confidence }) => [
          ...[type, obligor.text, speaker?.text, action.text, deadline?.due, confidence],
        ],
      );
    expect(ARTICLES.length).toBeGreaterThan(50);
    for (const { paragraphs, published, title } of ARTICLES) {
      const lines = paragraphs.flatMap((paragraph) => [paragraph, line]);
      expect(stated(lines, published, title)).toEqual(stated(paragraphs, published, title));
    }
  },
);
