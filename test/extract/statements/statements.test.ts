import { describe, expect, test } from 'vitest';
import { findActors } from '../../../lambda/extract/actors/actors.ts';
import { findStatements } from '../../../lambda/extract/statements/statements.ts';
import { segment } from '../../../lambda/extract/text/segment.ts';

const read = (text: string) => {
  const doc = segment(text);
  const actors = findActors(doc, { published: '2025-06-10' });
  return { doc, actors, statements: findStatements(doc, actors) };
};
/** Statements as `[content, speaker]`. */
const said = (text: string, direct: boolean) =>
  read(text)
    .statements.filter((one) => one.direct === direct)
    .map((one) => [text.slice(one.content.start, one.content.end), one.speaker?.text ?? null]);

describe('direct quotations', () => {
  const intro = 'Ketua Asosiasi Kurir Laut, Melati Wijayakusuma, hadir di rapat. ';
  const name = 'Melati Wijayakusuma';
  test.each<[string, string, [string, string | null][]]>([
    ['curly marks, cue and short name', `${intro}“Kami siap,” kata Melati.`, [['“Kami siap,”', name]]],
    ['straight marks', `${intro}"Kami siap," ujar Melati.`, [['"Kami siap,"', name]]],
    ['a cue that dares or jokes', `${intro}"Tagih saya," tantang Melati.`, [['"Tagih saya,"', name]]],
    ['spaces inside the marks', `${intro}" Kami siap berlayar, " ujar Melati.`, [['" Kami siap berlayar, "', name]]],
    ['a closing mark at both ends', `${intro}”Kami siap berlayar,” ujar Melati.`, [['”Kami siap berlayar,”', name]]],
    ['an opening mark at both ends', `${intro}“Kami siap berlayar,“ ujar Melati.`, [['“Kami siap berlayar,“', name]]],
    ['a cue with the clitic', `${intro}Melati mengaku lega. “Semua beres,” ujarnya.`, [['“Semua beres,”', name]]],
    ['a cue with a pronoun', `${intro}Melati mengaku lega. “Semua beres,” kata dia.`, [['“Semua beres,”', name]]],
    ['a verb and comma before', `${intro}Melati mengatakan, “Semua beres.”`, [['“Semua beres.”', name]]],
    ['a colon before', `${intro}Melati menegaskan: "Semua beres."`, [['"Semua beres."', name]]],
    ['“menurut” before', `${intro}Menurut Melati, “semua beres”.`, [['“semua beres”', name]]],
    [
      'the name before the verb, behind the quotation',
      `${intro}“Semua beres,” Melati menegaskan.`,
      [['“Semua beres,”', name]],
    ],
    [
      'a title and an apposition behind the cue',
      '"Tarif tidak naik," kata Kepala Dinas Perhubungan Kota Tegal, Arum Setyowati, di balai kota.',
      [['"Tarif tidak naik,"', 'Arum Setyowati']],
    ],
    [
      'a doctor’s abbreviation behind the cue',
      '"Minum air cukup," kata dr. Wulansari dalam siaran itu.',
      [['"Minum air cukup,"', 'Wulansari']],
    ],
    [
      'a quotation split by its cue',
      `${intro}“Kami siap,” kata Melati, “asal cuaca tenang.”`,
      [
        ['“Kami siap,”', name],
        ['“asal cuaca tenang.”', name],
      ],
    ],
    [
      'another quotation nested inside',
      `${intro}“Mereka bilang “tunggu saja” kepada kami,” kata Melati.`,
      [['“Mereka bilang “tunggu saja” kepada kami,”', name]],
    ],
    ['single marks nested inside', `${intro}"Sebut saja 'nanti'," kata Melati.`, [[`"Sebut saja 'nanti',"`, name]]],
    [
      'an attribution that slipped into the next line',
      `${intro}\n“Apa kabar semuanya?”\nkata Melati sambil tertawa.`,
      [['“Apa kabar semuanya?”', name]],
    ],
    [
      'an organisation that writes',
      '"Izin kami cabut," tulis OJK dalam keterangan resmi, Kamis.',
      [['"Izin kami cabut,"', 'OJK']],
    ],
    ['a form of address before a short name', `${intro}"Semua beres," ujar Mbah Melati.`, [['"Semua beres,"', name]]],
    ['a name of ordinary words', '"Harga turun," kata Lucky Hakim di pasar.', [['"Harga turun,"', 'Lucky Hakim']]],
    [
      'an acting head with an abbreviation',
      '"Harga turun," ujar Plt. Kepala Dinas Pertanian Tegal, Ilham Juandaru, Selasa.',
      [['"Harga turun,"', 'Ilham Juandaru']],
    ],
    ['nobody named', '"Harga naik terus," kata seorang pembeli.', [['"Harga naik terus,"', null]]],
    [
      'whoever spoke before, described',
      `${intro}Melati mengaku lega. "Semua beres," kata perempuan asal Tegal itu.`,
      [['"Semua beres,"', name]],
    ],
    [
      'whoever spoke before, described by an organisation',
      `${intro}Melati mengaku lega. "Semua beres," kata politikus Golkar itu.`,
      [['"Semua beres,"', name]],
    ],
    [
      'a slip of the pen in the name',
      `${intro}Melati mengaku lega. "Semua beres," kata Meltai.`,
      [['"Semua beres,"', name]],
    ],
    [
      'paragraphs glued by a comma',
      `${intro}Melati mengaku lega.,"Semua beres sekarang," ujarnya.,Rapat lalu ditutup.`,
      [['"Semua beres sekarang,"', name]],
    ],
  ])('%s', (_, text, want) => {
    expect(said(text, true)).toEqual(want);
  });

  test('a quotation over three paragraphs, each opened anew, is one', () => {
    const text =
      'Direktur Wahana Laut, Guntur Prabaswara, membela diri.\n“Kami sudah berhenti.\n“Semua kapal ditarik.\n“Tidak ada lagi,” kata Guntur.';
    expect(said(text, true)).toEqual([
      [text.slice(text.indexOf('“Kami'), text.indexOf(' kata Guntur')), 'Guntur Prabaswara'],
    ]);
  });

  test('a quotation that is never closed ends with its line and takes nothing with it', () => {
    const text =
      'Lurah Cahyo Binangun marah. “Ini sudah keterlaluan sekali\nWarga pulang.\nPasar buka lagi besok.\nHujan turun.\nSore tiba.';
    const [first] = read(text).statements;
    expect(text.slice(first!.content.start, first!.content.end)).toBe('“Ini sudah keterlaluan sekali');
  });

  test('a quotation that is never closed ends before its cue', () => {
    const text = 'Lurah Cahyo Binangun marah. “Ini keterlaluan sekali, kata Cahyo di kantornya.\nWarga pulang.';
    expect(said(text, true)).toEqual([['“Ini keterlaluan sekali,', 'Cahyo Binangun']]);
  });

  test('a sentence in marks without a cue goes on in the voice of the one before', () => {
    const text = 'Bupati Siak, Nirmala Putranto, menilai sungai itu kotor. “Sampah harus diangkut dulu.”';
    expect(said(text, true)).toEqual([['“Sampah harus diangkut dulu.”', 'Nirmala Putranto']]);
  });

  test.each([
    'Ia membaca buku “Laut Bercerita” semalam.',
    'Program “Rumah Aman” dimulai.',
    'Ia menyebut “biaya siluman” itu wajar.',
    'Film "Pulang" tayang hari ini.',
  ])('titles and irony are no statements: %s', (text) => {
    expect(said(text, true)).toEqual([]);
  });
});

describe('indirect speech', () => {
  test.each<[string, string, [string, string | null][]]>([
    [
      'a verb and comma',
      'KPPU menyatakan, perkara itu selesai pekan depan.',
      [['perkara itu selesai pekan depan.', 'KPPU']],
    ],
    ['a verb and “bahwa”', 'KPPU menegaskan bahwa perkara itu selesai.', [['perkara itu selesai.', 'KPPU']]],
    ['“menurut”', 'Menurut Ratih Purnamasari, perkara itu selesai.', [['perkara itu selesai.', 'Ratih Purnamasari']]],
    [
      'a cue behind',
      'Perkara itu segera selesai, kata Ratih Purnamasari.',
      [['Perkara itu segera selesai', 'Ratih Purnamasari']],
    ],
    [
      'a cue within',
      'Selain itu, kata Ratih Purnamasari, perkara lama akan dibuka kembali.',
      [['perkara lama akan dibuka kembali.', 'Ratih Purnamasari']],
    ],
    [
      'an adverb between subject and verb',
      'Ratih Purnamasari juga kembali menegaskan, berkasnya lengkap.',
      [['berkasnya lengkap.', 'Ratih Purnamasari']],
    ],
    [
      'an organisation beside the verb, another name before it',
      'Selain Danu Winata, Telkomsel menyatakan jaringannya sudah pulih.',
      [['jaringannya sudah pulih.', 'Telkomsel']],
    ],
    [
      'the cue that closes the sentence, not the verb within it',
      'Telkomsel menargetkan menara itu berdiri bulan depan, kata Ratih Purnamasari, Senin.',
      [['Telkomsel menargetkan menara itu berdiri bulan depan', 'Ratih Purnamasari']],
    ],
    [
      'what a person says of somebody’s plan, without “bahwa”',
      'Ratih Purnamasari menyampaikan Telkomsel menargetkan menara itu berdiri bulan depan.',
      [['Telkomsel menargetkan menara itu berdiri bulan depan.', 'Ratih Purnamasari']],
    ],
    [
      'a cue right behind the subject of what is said',
      'Ratih Purnamasari mengaku lega. Telkomsel, lanjutnya, akan menambah menara.',
      [['akan menambah menara.', 'Ratih Purnamasari']],
    ],
    [
      'a name with a class behind it',
      'Maxim, aplikator asal Rusia, menyatakan akan menambah kota layanan.',
      [['akan menambah kota layanan.', 'Maxim']],
    ],
    [
      'a pronoun where only an office spoke',
      'Kepala KPPU mengatakan perkara itu rumit. Sidangnya, menurut dia, selesai bulan depan.',
      [
        ['perkara itu rumit.', 'KPPU'],
        ['selesai bulan depan.', 'KPPU'],
      ],
    ],
    [
      'a body that is named again by its first word',
      'Komite Iklan Daring (KID) bersidang. Komite menyatakan pedomannya selesai bulan depan.',
      [['pedomannya selesai bulan depan.', 'Komite Iklan Daring (KID)']],
    ],
    [
      'a verb that assures',
      'Ratih Purnamasari meyakinkan bahwa berkasnya lengkap.',
      [['berkasnya lengkap.', 'Ratih Purnamasari']],
    ],
    ['the first word of a sentence with its clitic', 'Isinya mengingatkan agar berkasnya lengkap semua.', []],
  ])('%s', (_, text, want) => {
    expect(said(text, false)).toEqual(want);
  });

  test('a first person within a relative clause is nobody new', () => {
    expect(said('Tarif naik (saya tidak bilang tarif itu mahal sekali).', false)).toEqual([]);
  });
});

test('cue and speaker point at the text, and every statement names its rule', () => {
  const text = 'Ketua KPPU Ratih Purnamasari datang. "Berkas lengkap," ujar Ratih.';
  const [statement] = read(text).statements;
  expect(statement).toMatchObject({ rule: 'quote-cue-behind', direct: true, cue: { text: 'ujar' } });
  expect(text.slice(statement!.cue!.start, statement!.cue!.end)).toBe('ujar');
  expect(text.slice(statement!.speaker!.start, statement!.speaker!.end)).toBe('Ratih');
});
