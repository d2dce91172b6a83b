import { describe, expect, test } from 'vitest';
import { nameKey, partyKey, pointsToSeveral } from '../../lambda/ledger/model/parties.ts';
import { actOf, withoutGrant } from '../../lambda/ledger/words/acts.ts';
import { deedsOf, deedsOfAct } from '../../lambda/ledger/words/kin.ts';
import { stem } from '../../lambda/ledger/words/stem.ts';
import { isVerbForm } from '../../lambda/ledger/words/verbs.ts';

describe('one act however it is worded', () => {
  test.each([
    ['memperbaiki sistem', 'menuntaskan perbaikan sistem', 'melakukan perbaikan sistem', 'perbaikan sistem selesai'],
    ['memblokir gim itu', 'melakukan pemblokiran gim itu', 'memutus akses gim itu', 'menutup akses gim itu'],
    ['memberikan klarifikasi', 'mengklarifikasi temuan itu', 'menyerahkan penjelasan tertulis'],
    [
      'memanggil Grab',
      'meminta keterangan Grab',
      'meminta klarifikasi Grab',
      'mengundang Grab',
      'memenuhi panggilan KPPU',
    ],
    ['melelang pita 1,4 GHz', 'menggelar lelang pita 1,4 GHz', 'membuka lelang pita 1,4 GHz'],
    ['menerbitkan aturan turunan', 'merampungkan aturan turunan', 'memperbarui aturan itu', 'revisi aturan itu terbit'],
    ['menyelenggarakan RUPS guna membentuk tim', 'menggelar rapat umum pemegang saham'],
    ['mengaudit keamanan sistem', 'melakukan audit keamanan sistem', 'menyelesaikan audit keamanan'],
    ['mencairkan bonus hari raya', 'memberikan bonus hari raya', 'menyalurkan bonus hari raya'],
    ['menyatukan jaringan', 'penggabungan jaringan', 'mengintegrasikan jaringan'],
  ])('%s', (first, ...others) => {
    for (const other of others) expect(actOf(other), other).toBe(actOf(first));
  });

  test.each([
    ['membuka blokir aplikasi', 'memblokir aplikasi'],
    ['membuka kantor', 'menutup kantor'],
    ['menaikkan tarif', 'memangkas tarif'],
    ['sesuai aturan melaporkan data', 'memperbarui aturan'],
  ])('%s is not %s', (a, b) => {
    expect(actOf(a)).not.toBe(actOf(b));
  });
});

test('to come somewhere for something is to do that, and time given for it adds nothing', () => {
  expect(actOf(withoutGrant('menghadap Komdigi untuk memberi klarifikasi'))).toBe(actOf('memberi klarifikasi'));
  expect(withoutGrant('diberi waktu tiga hari untuk membersihkan konten')).toBe('membersihkan konten');
});

describe('who is bound', () => {
  test('a short name behind the full one is the name, and the listed actor where a list has it', () => {
    expect(partyKey({ text: 'PT Investree Radika Jaya (Investree)', actor: null })).toBe('a:investree');
    expect(partyKey({ text: 'PT Contoh Maju Bersama (Comaber)', actor: null })).toBe(nameKey('Comaber'));
    expect(partyKey({ text: 'PT Contoh Maju Bersama (Persero) Tbk', actor: null })).toBe(
      nameKey('Contoh Maju Bersama'),
    );
    expect(partyKey({ text: 'PT Contoh Maju (Tbk)', actor: null })).toBe(nameKey('Contoh Maju'));
    expect(partyKey({ text: 'PT Contoh Maju (Persero) Tbk (Comaber)', actor: null })).toBe(nameKey('Comaber'));
  });

  test.each([
    ['PT Bank Central Asia Tbk', 'BCA'],
    ['Asosiasi Penyelenggara Jasa Internet Indonesia', 'APJII'],
    ['PT ASDP Indonesia Ferry (Persero)', 'ASDP'],
  ])('%s and %s are one', (full, short) => {
    expect(nameKey(full)).toBe(nameKey(short));
  });

  test('a bank of another name is another bank, and a word that objects have of themselves is a name like others', () => {
    expect(nameKey('Bank Pembangunan Daerah Jawa Barat')).not.toBe(nameKey('Bank DKI'));
    expect(nameKey('bank negara')).not.toBe(nameKey('BNI'));
    expect(nameKey('Constructor')).toBe('n:constructor');
  });

  test('who runs a service answers under its name', () => {
    expect(nameKey('Pengelola Zangi')).toBe(nameKey('Zangi'));
    expect(nameKey('penyelenggara sistem elektronik')).toBe('class');
  });

  test.each(['Kedua perusahaan', 'Ketiga operator', 'Platform-platform tersebut', 'para pelaku usaha tersebut'])(
    '%s points back to several',
    (text) => {
      expect(pointsToSeveral(text)).toBe(true);
    },
  );

  test.each(['Google', 'perusahaan itu', 'semua platform', 'Kedua Google'])('%s does not', (text) => {
    expect(pointsToSeveral(text)).toBe(false);
  });
});

describe('one deed in several words', () => {
  const deedsOfWord = (word: string) => deedsOf([stem(word)]);
  test.each([
    ['mengirim', 'tiba'],
    ['diakhiri', 'dihentikan'],
    ['memblokir', 'memutus'],
    ['meneken', 'menerbitkan'],
  ])('%s and %s may tell of one', (one, other) => {
    expect([...deedsOfWord(one)].some((deed) => deedsOfWord(other).has(deed))).toBe(true);
  });
  test('to build and to fine do not', () => {
    expect([...deedsOfWord('membangun')].some((deed) => deedsOfWord('mendenda').has(deed))).toBe(false);
  });
  test('a class of acts is the deeds of its verbs', () => {
    expect([...deedsOfAct('block')].some((deed) => deedsOfAct(`~${stem('memutus')}`).has(deed))).toBe(true);
    expect(deedsOfAct('no-such-act').size).toBe(0);
  });
});

test.each(['mentah', 'mereka', 'merah', 'berkas'])('%s is no verb for what it begins with', (word) => {
  expect(isVerbForm(word)).toBe(false);
});
