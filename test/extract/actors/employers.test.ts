import { describe, expect, test } from 'vitest';
import { findActors } from '../../../lambda/extract/actors/actors.ts';
import { segment } from '../../../lambda/extract/text/segment.ts';

const read = (text: string) => findActors(segment(text), { published: '2025-06-10' });
/** The person of the text whose name has a word, his office and the body that he speaks for. */
function officer(text: string, word: string) {
  const actors = read(text);
  const entity = actors.entities.find((one) => one.kind === 'person' && one.fullest.text.includes(word));
  return entity && { name: entity.fullest.text, role: entity.role, side: actors.sideOf(entity)?.fullest.text ?? null };
}

describe('a body that no list knows, before the name of its officer', () => {
  test.each([
    // As the article names it elsewhere.
    ['PT Warokin menutup gudang. “Kami menata ulang,” kata Direktur Utama Warokin Seto Barunawa.', 'PT Warokin'],
    [
      'PT Warokin Jaya Abadi menutup gudang. Warokin merugi. Lalu Warokin disegel. Direktur Utama Warokin Seto Barunawa pergi.',
      'PT Warokin Jaya Abadi',
    ],
    [
      'Nasabah PT Asuransi Warokin (Warokin Life) resah. CEO Warokin Life Seto Barunawa menenangkan.',
      'PT Asuransi Warokin (Warokin Life)',
    ],
    ['PT Warokin Jaya kalah. Kuasa hukum Warokin Jaya Seto Barunawa kecewa.', 'PT Warokin Jaya'],
    // As what people use or are in.
    ['Pengguna Warokin mengeluh. CEO Warokin Seto Barunawa meminta maaf.', 'Warokin'],
    ['Orang menabung di Warokin. Orang bekerja di Warokin. CEO Warokin Seto Barunawa meminta maaf.', 'Warokin'],
    // By the first name that the officer is called by.
    [
      'Warokin tutup. CEO Warokin Seto Barunawa minta maaf. Seto mengatakan, semua dibayar. Warokin lahir pada 2015.',
      'Warokin',
    ],
    // By how it is spelt.
    ['CEO LokaPanen Seto Barunawa meminta maaf.', 'LokaPanen'],
    ['CEO LokaPanen Life Seto Barunawa meminta maaf.', 'LokaPanen Life'],
    // Or as the end of an office in English.
    ['Managing Director LokaPanen Indonesia Seto Barunawa meminta maaf.', 'LokaPanen Indonesia'],
    ['Gerai sepi. Marketing Director LokaPanen Seto Barunawa meminta maaf.', 'LokaPanen'],
    // By a word with which names of bodies end, and by a hyphen.
    ['CEO Kencana Entertainment Seto Barunawa meminta maaf.', 'Kencana Entertainment'],
    ['CEO K-Cash Seto Barunawa meminta maaf.', 'K-Cash'],
  ])('%s', (text, side) => {
    const found = officer(text, 'Seto');
    expect(found?.name).toBe('Seto Barunawa');
    expect(found?.side).toBe(side);
  });

  test.each([
    ['Komisioner KPI Bidang Isi Siaran Seto Barunawa mengatakan KPI menegur stasiun itu.', 'KPI'],
    ['CEO Grab Seto Barunawa meminta maaf.', 'Grab'],
    ['Direktur World Seto Barunawa meminta maaf.', null],
  ])('a name that is an ordinary word too is a body behind an office: %s', (text, side) => {
    expect(officer(text, 'Seto')?.side ?? null).toBe(side);
  });

  test('an office that opens a sentence in small letters is read, and one with a place in between is not', () => {
    expect(officer('Juru bicara Seto Barunawa meminta maaf.', 'Seto')?.role).toBe('Juru bicara');
    expect(officer('Guru di Lembata Seto meminta maaf.', 'Seto')?.role ?? null).toBeNull();
    expect(officer('Sang juru bicara pergi. Setelah Bicara Seto Barunawa diam.', 'Seto')?.role ?? null).toBeNull();
  });

  test('the office names the body', () => {
    expect(officer('Pengguna Warokin mengeluh. CEO Warokin Seto Barunawa meminta maaf.', 'Seto')?.role).toBe(
      'CEO Warokin',
    );
  });

  test.each([
    // Called by his first name.
    'Direktur Utama Seto Barunawa meminta maaf. Seto mengatakan, semua dibayar.',
    // The same, though something is sent to him.
    'Surat itu dikirim ke Seto. Direktur Utama Seto Barunawa menjawabnya. “Baik,” kata Seto.',
    // A minister's office is of a field.
    'Pengguna Seto banyak. Menteri Keuangan Seto Barunawa menjawabnya.',
    // The office names its body already.
    'Pengguna Seto banyak. Direktur Utama WKN Seto Barunawa menjawabnya.',
    // Something is done to him once, or is his.
    'Surat itu ada di Seto. Direktur Utama Seto Barunawa menjawabnya.',
    'Produk Seto laris. Uang dikirim ke Seto. Direktur Utama Seto Barunawa menjawabnya.',
    // A company has his name, or opens with it.
    'PT Seto menutup gudang. Direktur Utama Seto Barunawa menjawabnya. Seto mengatakan, semua dibayar.',
    'PT Seto Jaya Abadi menutup gudang. Direktur Utama Seto Barunawa menjawabnya.',
    // Who speaks for somebody may speak for a person.
    'Pengguna Seto banyak. Kuasa hukum Seto Barunawa menjawabnya.',
    // Names that are spelt so.
    'Direktur Utama MacSeto Barunawa menjawabnya.',
  ])('stays whole: %s', (text) => {
    expect(officer(text, 'Seto')?.name).toMatch(/^(?:Mac)?Seto Barunawa$/);
  });

  test('an office that names a body which the article names later is of that body', () => {
    expect(
      officer('Direktur Utama WKN Seto Barunawa hadir. Aplikasi WKN tutup. Lalu WKN membayar.', 'Seto')?.side,
    ).toBe('WKN');
  });
});
