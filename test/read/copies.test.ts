import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areCopies, copyBands, fingerprint, groupCopies, similarity } from '../../lambda/read/copies.ts';

const WIRE = [
  'Pemerintah memberi waktu tiga bulan kepada seluruh penyelenggara platform digital untuk mendaftarkan layanannya dan menunjuk penanggung jawab di dalam negeri.',
  'Juru bicara Kementerian Komunikasi Dewi Lestari mengatakan 217 dari 340 penyelenggara sudah mendaftar, sementara 123 lainnya belum menjawab surat yang dikirim pada awal bulan.',
  'Menurut Dewi, penyelenggara yang tidak mendaftar akan menerima teguran pertama, lalu denda Rp 150 juta, dan pada akhirnya pemutusan akses oleh Direktorat Jenderal Pengawasan Ruang Digital.',
  'Ketua asosiasi penyelenggara, Bambang Hartono, meminta tenggat diperpanjang karena 45 persen anggotanya perusahaan kecil yang belum memiliki kantor tetap.',
].join('\n');

/** The same story by another desk: a dateline, one paragraph rewritten, one cut. */
const REPRINT = [
  `SURABAYA, CONTOH.COM - ${WIRE.split('\n')[0]}`,
  WIRE.split('\n')[1],
  WIRE.split('\n')[2],
  'Pelaku usaha berharap ada kelonggaran bagi perusahaan kecil, kata Bambang Hartono.',
].join('\n');

const OTHER = [
  'Harga cabai rawit merah di sejumlah pasar tradisional Kota Malang kembali naik menjelang hari raya karena pasokan dari petani berkurang setelah hujan panjang.',
  'Pedagang Pasar Besar, Sulastri, menjual cabai seharga Rp 95.000 per kilogram, naik dari Rp 60.000 pada pekan lalu, dan mengaku kehilangan banyak pembeli.',
  'Dinas Perdagangan berencana menggelar operasi pasar di 5 kecamatan untuk menahan kenaikan harga, dengan stok 12 ton cabai dari Kabupaten Blitar.',
].join('\n');

/** A story told to one pattern every day: the words agree, the facts do not. */
const pattern = (city: string, price: string, change: string, volume: string, bank: string) =>
  `Harga emas batangan di ${city} pada perdagangan hari ini tercatat Rp ${price} per gram, bergerak Rp ${change} dibandingkan dengan perdagangan sebelumnya, menurut data resmi yang dikutip dari laman penjual. Analis ${bank} memperkirakan harga masih akan bergerak terbatas sampai akhir pekan karena pelaku pasar menunggu keputusan suku bunga. Volume penjualan tercatat ${volume} kilogram, dan harga beli kembali mengikuti harga jual seperti biasa pada setiap hari perdagangan.`;

const print = fingerprint;

describe('copies', () => {
  test('the same text, and a reprint with a dateline and one paragraph rewritten', () => {
    expect(areCopies(print(WIRE), print(WIRE))).toBe(true);
    expect(areCopies(print(WIRE), print(REPRINT))).toBe(true);
  });
  test('an excerpt of a longer story', () => {
    const long = `${WIRE}\n${OTHER}\n${OTHER.replaceAll('cabai', 'beras').replaceAll('pasar', 'gudang')}`;
    const result = similarity(print(long), print(WIRE));
    expect(result.resemblance).toBeLessThan(0.7);
    expect(areCopies(print(long), print(WIRE))).toBe(true);
  });
  test('no copies: another story; a text too short to tell', () => {
    expect(areCopies(print(WIRE), print(OTHER))).toBe(false);
    expect(areCopies(print('Menteri tiba di Jakarta.'), print('Menteri tiba di Jakarta.'))).toBe(false);
  });
  test('stories of one pattern with other figures are no copies', () => {
    const one = print(pattern('Jakarta', '1.915.000', '12.000', '340', 'Contoh Sekuritas'));
    const two = print(pattern('Jakarta', '1.927.500', '8.500', '275', 'Contoh Sekuritas'));
    expect(similarity(one, two)).toMatchObject({ veto: 'figures' });
    expect(similarity(one, two).resemblance).toBeGreaterThan(0.5);
    expect(areCopies(one, two)).toBe(false);
  });
  test('stories of one pattern about other people are no copies', () => {
    const about = (a: string, b: string, c: string, d: string, e: string) =>
      `Pertandingan itu dipimpin wasit ${a} dan dimulai pukul tujuh malam di stadion utama dengan penonton yang memenuhi seluruh tribun sejak sore. Gol pertama dicetak ${b} setelah menerima umpan ${c}, lalu disamakan ${d} menjelang turun minum. Pelatih ${e} mengatakan anak asuhnya bermain baik dan berharap hasil yang sama pada laga berikutnya di kandang lawan.`;
    expect(
      similarity(
        print(about('Agus', 'Rizky', 'Yanto', 'Marko', 'Wahyu')),
        print(about('Budi', 'Egi', 'Saddil', 'Stefano', 'Simon')),
      ).veto,
    ).toBe('names');
  });
  test('the fingerprint is small, and the same after a way through JSON', () => {
    const json = JSON.stringify(print(WIRE.repeat(20)));
    expect(json.length).toBeLessThan(1500);
    expect(areCopies(JSON.parse(json), print(WIRE))).toBe(true);
  });
  test('copies share a band', () => {
    const bands = new Set(copyBands(print(WIRE)));
    expect(copyBands(print(REPRINT)).some((band) => bands.has(band))).toBe(true);
  });
});

describe('grouping', () => {
  const articles = [
    { id: 'a', published: '2017-08-02T08:00:00.000Z', fingerprint: print(REPRINT) },
    { id: 'b', published: '2017-08-02T07:00:00.000Z', fingerprint: print(WIRE) },
    { id: 'c', published: '2017-08-02T09:00:00.000Z', fingerprint: print(OTHER) },
    { id: 'd', published: '2018-08-02T07:00:00.000Z', fingerprint: print(WIRE) },
    { id: 'e', published: '2017-08-03T07:00:00.000Z', key: 'x:1', fingerprint: print('Berita ini menyusul.') },
    { id: 'f', published: '2017-08-04T07:00:00.000Z', key: 'x:1', fingerprint: print('Berita ini telah diperbarui.') },
  ];
  test('copies are one source, the earliest; a year later it is another story; versions are one', () => {
    expect(groupCopies(articles)).toEqual([
      { source: 'b', members: ['b', 'a'] },
      { source: 'c', members: ['c'] },
      { source: 'e', members: ['e', 'f'] },
      { source: 'd', members: ['d'] },
    ]);
  });
  test('the order of the articles does not matter', () => {
    const expected = groupCopies(articles);
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(groupCopies(shuffled)).toEqual(expected);
      }),
      { seed: 2, numRuns: 30 },
    );
  });
});

test('any text has a fingerprint, and is a copy of itself unless it is too short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const one = print(text);
      expect(areCopies(one, print(text))).toBe(one.shingles >= 20);
    }),
    { seed: 9, numRuns: process.env.TAGIH_LONG ? 5_000 : 150 },
  );
});
