import { describe, expect, test } from 'vitest';
import { toPileArticle } from '../../lambda/ledger/follow.ts';
import { newsIn } from '../../lambda/ledger/outcomes/news.ts';
import { readReports } from '../../lambda/ledger/outcomes/read.ts';

const lines = (sentence: string): string[] => newsIn(sentence, 2025).map(({ kind, act }) => `${kind} ${act}`);

describe('what the top of an article tells as its news', () => {
  test.each<[string, string[]]>([
    ['Komdigi memblokir gim itu lewat pusat data.', ['fulfilled block']],
    ['Pendaftaran Tokopedia di Kominfo tanpa keramaian.', ['fulfilled register']],
    ['Sebagian pedagang membayar pajak lewat aplikasi.', ['partly pay-tax']],
    ['Tokopedia telah menguji fitur pengecekan penjual.', []],
    ['DPR membahas pemblokiran TikTok oleh Komdigi.', []],
    // Nothing is told of what is still to come, asked for, denied, put off, going on or long past, wherever it is said.
    ['Komdigi memperpanjang waktu pendaftaran Tokopedia.', []],
    ['Batas waktu pendaftaran Tokopedia di Komdigi semakin dekat.', []],
    ['Pendaftaran Tokopedia diminta DPR.', []],
    ['Cara pendaftaran Tokopedia mudah.', []],
    ['Pemblokiran TikTok oleh Komdigi direncanakan bertahap.', []],
    ['Pemblokiran TikTok oleh Komdigi pada 2018 segar dalam ingatan.', []],
    ['Pembayaran denda Google kepada KPPU diharapkan tuntas.', []],
    ['KPPU tunggu pembayaran denda Google.', []],
    ['Persiapan peluncuran layanan itu dikebut.', []],
    ['Grab berjanji kepada KPPU dan para pengemudi di seluruh Indonesia menyerahkan laporan tarif.', []],
    ['Komdigi memblokir gim itu apabila pemainnya mengadu.', []],
    ['Penjual Tokopedia di Bandung ramai.', []],
    ['Komdigi akan memblokir gim itu.', []],
    ['Komdigi diminta memblokir gim itu.', []],
    ['Komdigi membantah memblokir gim itu.', []],
    ['Peluncuran satelit itu molor.', []],
    ['Fitur pengecekan itu belum beroperasi.', []],
    ['Komdigi menarik kembali permintaannya agar gim itu diblokir.', []],
    ['Pembangunan jaringan itu sudah mencapai 40 persen.', []],
    ['Baca juga: Komdigi memblokir gim itu.', []],
    ['', []],
  ])('%s', (sentence, expected) => {
    expect(lines(sentence)).toEqual(expected);
  });

  const rules = (text: string, chosen = true): string[] => {
    const article = toPileArticle({
      ...{ id: 'a', url: 'https://satu.example/a', outlet: 'Satu', title: 'Tokopedia terdaftar', text },
      published: '2025-05-02T20:00:00+07:00',
    });
    return readReports(article, article.published, { chosen }).map(({ rule }) => rule);
  };
  const NEWS = 'Jakarta - Pendaftaran Tokopedia di Kominfo tanpa keramaian.';

  test('is read where somebody chose the article, in its first sentences only', () => {
    const text = `${NEWS} Hari cerah. Penutupan gerai Tokopedia di Bandung sepi.`;
    expect(rules(text)).toEqual(['told-as-news']);
    expect(rules(text, false)).not.toContain('told-as-news');
  });

  test('is no end of what the article itself promises for a day to come', () => {
    expect(rules(`${NEWS} Tokopedia akan mendaftar di Kominfo paling lambat 30 Juni 2025.`)).toEqual([]);
  });

  test('is the event itself where the sentence dates one that deadlines count from', () => {
    expect(rules('Jakarta - Putusan KPPU terhadap Google inkrah per 3 Maret 2025.')).toEqual(['dated-event']);
  });
});

describe('a link to another article', () => {
  const of = (...lines: string[]) =>
    readReports(
      toPileArticle({
        id: 'a',
        url: 'https://a.example/a',
        outlet: 'a',
        published: '2025-06-10T08:00:00+07:00',
        title: 'Sidang di Jakarta',
        text: ['Sidang itu digelar di Jakarta.', ...lines, 'Hujan turun sampai sore.'].join('\n\n'),
      }),
      'now',
    ).map(({ kind, quote }) => `${kind}: ${quote}`);

  test('reports nothing, on one line or announced by the line before', () => {
    expect(of('Baca juga: Komdigi Resmi Cabut Blokir Telegram')).toEqual([]);
    expect(of('Baca juga:', 'Komdigi Resmi Cabut Blokir Telegram')).toEqual([]);
    expect(of('Komdigi resmi mencabut blokir Telegram.')).toEqual([
      'fulfilled: Komdigi resmi mencabut blokir Telegram.',
    ]);
  });
});
