import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FollowArticle, followRows, ledgerRows, toLedgerArticle } from '../../lambda/ledger/follow.ts';
import { featuresOf } from '../../lambda/ledger/model/features.ts';
import { promisedIn, toldIn } from '../../lambda/ledger/model/link-features.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { saidIn } from '../../lambda/ledger/model/tells.ts';
import { readReports } from '../../lambda/ledger/outcomes/read.ts';
import { cannotTell, doubtsOf, isFarFrom } from '../../lambda/ledger/pile/doubts.ts';
import { ownWords, pileFeatures, pileLinks } from '../../lambda/ledger/pile/ends.ts';

const PROMISE: FollowArticle = {
  id: 'janji',
  url: 'https://satu.example/janji',
  outlet: 'satu',
  published: '2025-03-03T10:00:00+07:00',
  title: 'Tokopedia Siapkan Fitur Cek Penjual',
  text: [
    'Jakarta - Tokopedia akan menyediakan fitur pengecekan identitas penjual paling lambat 30 April 2025.',
    'Kementerian Komunikasi dan Digital (Komdigi) mengawasi platform digital itu sejak awal tahun.',
  ].join('\n'),
};
const later = (sentence: string, more: Partial<FollowArticle> = {}): FollowArticle => ({
  id: 'akhir',
  url: 'https://dua.example/akhir',
  outlet: 'dua',
  published: '2025-05-02T10:00:00+07:00',
  title: 'Belanja Daring Makin Ramai',
  text: `Jakarta - Belanja daring makin ramai di Jakarta. ${sentence} Pedagang di platform digital menyambut baik.`,
  ...more,
});
const AT = ['2025-06-01T12:00:00+07:00'];
const statusAfter = (...articles: FollowArticle[]) =>
  followRows([PROMISE, ...articles], AT).find(({ action }) => action.includes('fitur'))?.statusAt[0]?.status;

describe('an end told in other words than its promise', () => {
  test('without any report a promise whose day is over is overdue', () => {
    expect(statusAfter()).toBe('overdue');
    expect(statusAfter(later('Cuaca di ibu kota cerah sepanjang pekan.'))).toBe('overdue');
  });

  test.each([
    ['another verb', 'Fitur pengecekan identitas penjual di Tokopedia telah beroperasi sejak 29 April 2025.'],
    [
      'what can be done since a day',
      'Fitur pengecekan identitas penjual itu bisa dipakai di Tokopedia sejak Selasa (29/4/2025).',
    ],
    ['a verb that opens the news', 'Tokopedia merilis fitur pengecekan identitas penjual, Selasa (29/4/2025).'],
  ])('ends it: %s', (_name, sentence) => {
    expect(statusAfter(later(sentence))).toBe('fulfilled');
  });

  test.each([
    ['the contrary', 'Tokopedia telah menutup fitur pengecekan identitas penjual.'],
    ['the contrary since a day', 'Fitur pengecekan identitas penjual di Tokopedia dihentikan sejak 29 April 2025.'],
    ['what is put off', 'Tokopedia telah menunda fitur pengecekan identitas penjual.'],
    ['what is only tried', 'Tokopedia telah menguji fitur pengecekan identitas penjual.'],
    ['what is examined', 'Komdigi telah memeriksa fitur pengecekan identitas penjual Tokopedia.'],
    ['what is complained of', 'Penjual telah mengeluhkan fitur pengecekan identitas penjual Tokopedia.'],
    ['the deed of another', 'Shopee telah merilis fitur pengecekan identitas penjual sejak 29 April 2025.'],
    [
      'what is talked about since a day',
      'Tokopedia membahas fitur pengecekan identitas penjual sejak awal tahun 2025.',
    ],
    ['what is waited for', 'Penjual menunggu fitur pengecekan identitas penjual Tokopedia sejak 29 April 2025.'],
    ['another thing', 'Tokopedia telah membagikan kupon belanja sejak 29 April 2025.'],
    ['what is still to come', 'Fitur pengecekan identitas penjual di Tokopedia akan beroperasi pekan depan.'],
    ['what is not there', 'Fitur pengecekan identitas penjual di Tokopedia belum beroperasi sejak 29 April 2025.'],
    [
      'what hangs on a condition',
      'Jika fitur pengecekan identitas penjual sudah beroperasi, Tokopedia tidak disanksi.',
    ],
  ])('does not end it: %s', (_name, sentence) => {
    expect(statusAfter(later(sentence))).toBe('overdue');
  });

  test('what happened before it was promised ends nothing', () => {
    const before = later('Fitur pengecekan identitas penjual di Tokopedia telah beroperasi sejak 3 Januari 2025.');
    expect(statusAfter(before)).toBe('overdue');
  });

  test('what is known of a day does not change with what is told later', () => {
    const own = later('Fitur pengecekan identitas penjual di Tokopedia telah beroperasi sejak 29 April 2025.');
    const again = later('Tokopedia telah menyediakan fitur pengecekan identitas penjual.', {
      id: 'lagi',
      url: 'https://tiga.example/lagi',
      outlet: 'tiga',
      published: '2025-05-20T10:00:00+07:00',
    });
    const day = ['2025-05-04T12:00:00+07:00'];
    const at = (...articles: FollowArticle[]) =>
      followRows([PROMISE, ...articles], day).find(({ action }) => action.includes('fitur'))?.statusAt[0]?.status;
    expect(at(own)).toBe('fulfilled');
    expect(at(own, again)).toBe('fulfilled');
  });

  test('a plan called off is withdrawn', () => {
    const off = later(
      'Rencana menyediakan fitur pengecekan identitas penjual dibatalkan Tokopedia, Selasa (29/4/2025).',
    );
    expect(statusAfter(off)).toBe('withdrawn');
  });

  test('who is on no list is followed too where the article is about digital matters', () => {
    const promise = {
      ...PROMISE,
      text: PROMISE.text.replace('Tokopedia akan', 'PT Cipta Lapak Daring akan'),
      title: 'Lapak Daring Siapkan Fitur Cek Penjual',
    };
    const end = later(
      'PT Cipta Lapak Daring telah menyediakan fitur pengecekan identitas penjual sejak 29 April 2025.',
      {
        title: 'Aplikasi Lapak Daring dan Platform Digital Lain',
      },
    );
    const rows = followRows([promise, end], AT);
    expect(rows.find(({ action }) => action.includes('fitur'))?.statusAt[0]?.status).toBe('fulfilled');
  });
});

test('the order and repetition of articles change nothing', () => {
  const articles = [
    PROMISE,
    later('Fitur pengecekan identitas penjual di Tokopedia telah beroperasi sejak 29 April 2025.'),
    later('Tokopedia merilis fitur pengecekan identitas penjual, Selasa (29/4/2025).', {
      id: 'lain',
      url: 'https://tiga.example/lain',
      outlet: 'tiga',
    }),
  ];
  const once = followRows(articles, AT);
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 0, 1], { minLength: 5 }), (order) => {
      const given = [...order.map((i) => articles[i]!), articles[2]!];
      expect(followRows(given, AT)).toEqual(once);
    }),
    { numRuns: 10, seed: 3 },
  );
});

describe('when an end came that prints no day', () => {
  /** What stands at the top of an article happened the day before. */
  const FILLED = 'Omzet pedagang naik. Ongkos kirim turun. Gudang di pinggir kota penuh.';
  const done = later(`${FILLED} Tokopedia telah menyediakan fitur pengecekan identitas penjual itu.`, {
    id: 'jadi',
    url: 'https://tiga.example/jadi',
    outlet: 'tiga',
    published: '2025-05-20T10:00:00+07:00',
  });

  test('is not known, and it counts as in time', () => {
    expect(statusAfter(done)).toBe('fulfilled');
  });

  test('is after its day where it was told as undone behind that', () => {
    const undone = later(
      'Hingga batas waktu berakhir, Tokopedia belum juga menyediakan fitur pengecekan identitas penjual.',
      {
        published: '2025-05-05T10:00:00+07:00',
      },
    );
    expect(statusAfter(undone)).toBe('overdue');
    expect(statusAfter(undone, done)).toBe('fulfilled_late');
    expect(statusAfter(done, undone)).toBe('fulfilled_late');
  });
});

describe('what is told to be taken back', () => {
  const duty = (text: string): FollowArticle => ({ ...PROMISE, title: 'Perintah Baru', text: `Jakarta - ${text}` });
  const KUOTA = duty('Komdigi meminta Telkomsel menghapus ketentuan kuota hangus paling lambat 30 April 2025.');
  const LAPOR = duty('KPPU meminta Grab melaporkan akuisisi Uber paling lambat 30 April 2025.');
  const SATELIT = duty('Telkom akan meluncurkan satelit pada 30 April 2025.');

  test.each([
    [
      'ends what whoever takes it back had demanded',
      LAPOR,
      'KPPU menarik kembali permintaannya agar Grab melaporkan akuisisi Uber.',
      'withdrawn',
    ],
    [
      'by whom it was demanded of, is what was demanded',
      KUOTA,
      'Telkomsel telah meniadakan ketentuan kuota hangus sejak 28 April 2025.',
      'fulfilled',
    ],
    [
      'that held a promise up leaves the promise',
      SATELIT,
      'Komdigi mencabut ketentuan yang menghambat Telkom meluncurkan satelit.',
      'overdue',
    ],
    [
      'asking for delay leaves the promise',
      SATELIT,
      'Telkom menarik kembali permintaannya agar peluncuran satelit ditunda.',
      'overdue',
    ],
    ['by another leaves the promise', SATELIT, 'Indosat membatalkan rencana peluncuran satelit.', 'overdue'],
  ])('%s', (_name, promise, sentence, status) => {
    expect(followRows([promise, later(sentence)], AT)[0]?.statusAt[0]?.status).toMatch(status);
  });
});

describe('an end in the growing ledger, where most of what is told has nothing to do with what was promised', () => {
  const RULE: FollowArticle = {
    ...PROMISE,
    title: 'Komdigi Siapkan Aturan Usia Anak di Medsos',
    text: [
      'Jakarta - Kementerian Komunikasi dan Digital (Komdigi) akan menerbitkan peraturan menteri tentang batas usia anak di media sosial paling lambat 30 April 2025.',
      'Orang tua menunggunya sejak awal tahun.',
    ].join('\n'),
  };
  const statusIn = (promise: FollowArticle, ...articles: FollowArticle[]) =>
    ledgerRows([promise, ...articles], AT)[0]?.statusAt[0]?.status;

  test.each([
    ['the same act', PROMISE, 'Tokopedia telah menyediakan fitur pengecekan identitas penjual.'],
    ['the same act, the doer left out', PROMISE, 'Fitur pengecekan identitas penjual di Tokopedia telah disediakan.'],
    ['the rule', RULE, 'Komdigi telah menerbitkan peraturan menteri tentang batas usia anak di media sosial.'],
    // Of who is not in the news every day all is compared, whatever verb words it.
    ['another verb', PROMISE, 'Fitur pengecekan identitas penjual di Tokopedia telah beroperasi sejak 29 April 2025.'],
  ])('is seen: %s', (_name, promise, sentence) => {
    expect(statusIn(promise, later(sentence))).toMatch(/^fulfilled/);
  });

  test.each([
    ['the same act with another thing', PROMISE, 'Tokopedia telah menyediakan gudang baru di Cikarang.'],
    ['a plain verb with a day', PROMISE, 'Tokopedia menyediakan bonus bagi kurir pada Selasa (15/4/2025).'],
    ['a rule about something else', RULE, 'Komdigi telah menerbitkan peraturan menteri tentang tarif pesan singkat.'],
    ['a rule that is not said to be this one', RULE, 'Komdigi telah menerbitkan aturan lelang frekuensi.'],
  ])('is none: %s', (_name, promise, sentence) => {
    expect(statusIn(promise, later(sentence))).toBe('overdue');
  });
});

test('who handed over what was received did it, and not who received it', () => {
  const article = later('Komdigi sudah menerima laporan dari Tokopedia.');
  const received = readReports(toLedgerArticle(article), article.published).filter(({ rule }) => rule === 'received');
  expect(received.map(({ act, parties }) => [act, parties])).toEqual([['submit', ['a:tokopedia']]]);
});

test('a day of what was before tells not when it happened', () => {
  const article = later('Komdigi membatalkan penurunan tarif yang pernah diumumkannya pada 2 Februari 2025.');
  const [report] = readReports(toLedgerArticle(article), article.published);
  expect(report?.occurred.latest).toBe('2025-05-02');
});

describe('in a pile with copies', () => {
  const DONE_IT = 'Fitur pengecekan identitas penjual di Tokopedia telah beroperasi sejak 29 April 2025.';
  const copyOf = (article: FollowArticle, i: number, more: Partial<FollowArticle> = {}): FollowArticle => ({
    ...article,
    id: `${article.id}${i}`,
    url: `https://salinan${i}.example/${article.id}`,
    outlet: `salinan${i}`,
    ...more,
  });
  const copies = (article: FollowArticle, n: number) => Array.from({ length: n }, (_, i) => copyOf(article, i));

  test.each([1, 8, 12])('an outcome is seen however often it is printed (%i times)', (n) => {
    expect(statusAfter(...copies(later(DONE_IT), n))).toBe('fulfilled');
  });
  test.each([1, 8, 12])('and however often the promise was (%i times more)', (n) => {
    expect(statusAfter(...copies(PROMISE, n), later(DONE_IT))).toBe('fulfilled');
  });
  test('what was known at an instant does not change with what is published later that day', () => {
    const noon = ['2025-05-02T12:00:00+07:00'];
    const statusAtNoon = (...articles: FollowArticle[]) =>
      followRows([PROMISE, ...articles], noon).find(({ action }) => action.includes('fitur'))?.statusAt[0]?.status;
    const evening = copies(later(DONE_IT), 12).map((one) => ({ ...one, published: '2025-05-02T20:00:00+07:00' }));
    expect(statusAtNoon(later(DONE_IT))).toBe('fulfilled');
    expect(statusAtNoon(later(DONE_IT), ...evening)).toBe('fulfilled');
  });
});

describe('when it happened', () => {
  const LAPOR: FollowArticle = {
    ...PROMISE,
    title: 'Tokopedia Diminta Melapor',
    text: 'Jakarta - KPPU meminta Tokopedia menyerahkan laporan tarif paling lambat 30 April 2025.',
  };
  const after = (text: string) =>
    followRows([LAPOR, later('', { published: '2025-05-09T10:00:00+07:00', text })], AT)[0]?.statusAt[0]?.status;
  const DONE = 'Jakarta - Tokopedia telah menyerahkan laporan tarif kepada KPPU.';

  test.each([
    ['told long after without a day, it was late', DONE, 'fulfilled_late'],
    ['the sentence behind may say the day', `${DONE} Berkas terakhir diterima pada 29 April 2025.`, 'fulfilled'],
    [
      'or the one behind a short one',
      `${DONE} Tebalnya 90 halaman. Berkas itu diterima pada 29 April 2025.`,
      'fulfilled',
    ],
    ['or that it was in time', `${DONE} Laporan itu masuk lebih awal dari tenggat.`, 'fulfilled'],
    ['and not that it was not', `${DONE} Laporan itu tidak diserahkan tepat waktu.`, 'fulfilled_late'],
    ['nor what is asked of others', `${DONE} KPPU meminta semua lokapasar melapor tepat waktu.`, 'fulfilled_late'],
    ['nor the day of something else', `${DONE} Peringatan terakhir dilakukan pada 3 Februari 2025.`, 'fulfilled_late'],
  ])('%s', (_name, text, status) => {
    expect(after(text)).toBe(status);
  });

  test('what an article tells plainly of an act that it promises for a day to come is something else', () => {
    const still = [
      'Jakarta - KPPU memberi Tokopedia waktu hingga 30 Juni 2025 untuk menyerahkan laporan tarif.',
      'Tokopedia menyerahkan laporan keuangan kepada KPPU pada Senin (5/5/2025).',
    ].join(' ');
    expect(after(still)).toBe('open');
  });

  test('what it says outright to be done stands, though it tells by when it was to be', () => {
    const both = `${DONE} KPPU sebelumnya meminta Tokopedia menyerahkan laporan tarif paling lambat 30 Juni 2025.`;
    expect(after(both)).toMatch(/^fulfilled/);
  });

  test('whoever is told of by the name of its parent alone is not taken for the parent', () => {
    const told =
      'Jakarta - KPPU mempelajari laporan tarif itu. Laporan tersebut diserahkan anak usaha GoTo itu pada 29 April 2025.';
    expect(after(told)).toBe('fulfilled');
  });
});

describe('what tells the promises of a pile apart', () => {
  const promised = (text: string) => {
    const article = toLedgerArticle({ ...PROMISE, text });
    return promisedIn({
      members: readMentions(article, article.published, { chosen: true }).map(featuresOf).slice(0, 1),
      joins: [],
    });
  };
  const told = () => {
    const article = toLedgerArticle(later('Gedung BYD di Subang telah selesai dibangun BYD pada 29 April 2025.'));
    return toldIn(readReports(article, article.published, { chosen: true })[0]!);
  };
  const hall = promised('Jakarta - BYD akan menyelesaikan gedung pabrik di Subang paling lambat 30 April 2025.');
  const cars = promised('Jakarta - BYD akan merakit mobil pertama di Subang paling lambat 31 Desember 2025.');

  test('is their own words, not those that all of them have', () => {
    const own = ownWords(hall, [hall, cars]);
    expect(own).toContain('gedung');
    expect(own).not.toContain('subang');
    expect(pileFeatures(hall, told(), [cars], own)).toEqual(
      expect.arrayContaining(['own>=1', 'rival:less', 'due:nearest']),
    );
    expect(pileFeatures(cars, told(), [hall], ownWords(cars, [hall, cars]))).not.toContain('own>=1');
  });

  test.each([
    ['a name that it is done to', 'KPPU akan memeriksa Tokopedia.', 'KPPU sudah memeriksa Tokopedia', false],
    ['no name', 'KPPU akan memeriksa penjual.', 'KPPU sudah memeriksa Tokopedia', true],
  ])('of what is promised to be done to %s', (_name, promise, deed, isFar) => {
    const article = toLedgerArticle(later(`${deed} perihal biaya titip di gudang.`));
    const [report] = readReports(article, article.published, { chosen: true });
    expect(isFarFrom(promised(`Jakarta - ${promise}`), saidIn(report!))).toBe(isFar);
  });

  test('is seen among what had been published by then, and does not change with what is published later', () => {
    const of = (...all: { article: FollowArticle }[]) =>
      all.map(({ article }) => {
        const read = toLedgerArticle(article);
        const members = readMentions(read, read.published, { chosen: true }).map(featuresOf).slice(0, 1);
        const cluster = { members, joins: [] };
        return { cluster, promise: promisedIn(cluster) };
      });
    const early = { article: PROMISE };
    const late = {
      article: {
        ...PROMISE,
        ...{ id: 'kelak', url: 'https://tiga.example/kelak', published: '2025-05-02T20:00:00+07:00' },
        text: 'Jakarta - Tokopedia akan menyediakan fitur pengecekan asal barang di Tokopedia paling lambat 30 Juni 2025.',
      },
    };
    const article = toLedgerArticle(later('Fitur pengecekan identitas penjual di Tokopedia telah beroperasi.'));
    const reports = readReports(article, article.published, { chosen: true });
    const seenAmong = (...all: { article: FollowArticle }[]) => {
      const promises = of(...all);
      return pileLinks(promises, reports)(promises[0]!, toldIn(reports[0]!));
    };
    expect(seenAmong(early)).not.toBeNull();
    expect(seenAmong(early, late)).toEqual(seenAmong(early));
  });

  test.each([
    [
      'what was received from another',
      'Grab akan menyerahkan laporan tarif kepada KPPU.',
      'KPPU sudah menerima laporan tarif dari PT Angin Ribut.',
    ],
    [
      'what shares nothing but a name and a place',
      'Tokopedia akan menyediakan fitur pengecekan identitas penjual di Jakarta.',
      'Tokopedia telah mengunjungi panti asuhan di Jakarta.',
    ],
    [
      'what was done to another listed company',
      'KPPU akan memanggil Tokopedia ke Jakarta.',
      'KPPU telah memanggil Lazada ke Jakarta.',
    ],
    [
      'what those do to whom it is to be done',
      'Komdigi akan memblokir platform yang tidak menyerahkan laporan di Jakarta.',
      'TikTok akhirnya sudah menyerahkan laporan di Jakarta.',
    ],
  ])('a report cannot tell of it: %s', (_name, promise, sentence) => {
    const article = toLedgerArticle({ ...later(''), text: `Jakarta - ${sentence}` });
    const [report] = readReports(article, article.published, { chosen: true });
    expect(cannotTell(promised(`Jakarta - ${promise}`), toldIn(report!))).toBe(true);
  });

  test.each([
    [
      'doubt:elsewhere',
      'that it was done to another',
      'KPPU akan memanggil Tokopedia ke Jakarta.',
      'KPPU telah memanggil PT Angin Ribut ke Jakarta.',
    ],
  ])('%s: it speaks against a report, and does not rule it out, %s', (doubt, _why, promise, sentence) => {
    const article = toLedgerArticle({ ...later(''), text: `Jakarta - ${sentence}` });
    const one = promised(`Jakarta - ${promise}`);
    const report = toldIn(readReports(article, article.published, { chosen: true })[0]!);
    expect(doubtsOf(one, report, new Set())).toContain(doubt);
    expect(cannotTell(one, report)).toBe(false);
  });

  test('a promise that stands alone has nothing to be told from', () => {
    const alone = promised('Jakarta - BYD akan menyelesaikan gedung pabrik di Subang paling lambat 30 April 2025.');
    expect(ownWords(alone, [alone]).size).toBe(0);
  });
});

describe('in a pile of several promises', () => {
  const at = ['2025-07-15T12:00:00+07:00'];
  const said = (id: string, published: string, text: string): FollowArticle => ({
    ...PROMISE,
    id,
    url: `https://${id}.example/${id}`,
    outlet: id,
    published: `${published}T10:00:00+07:00`,
    title: 'Kabar Telekomunikasi',
    text: `Jakarta - ${text}`,
  });
  const TOWER = said(
    'satu',
    '2025-06-02',
    'Telkomsel akan membangun menara pemancar di Merauke, Papua Selatan, paling lambat 30 Juni 2025.',
  );
  const OTHER = said(
    'dua',
    '2025-06-03',
    'Komdigi akan menerbitkan aturan tarif pesan singkat paling lambat 31 Desember 2025.',
  );
  const towerAfter = (...articles: FollowArticle[]) =>
    followRows([TOWER, ...articles], at).find(({ action }) => action.includes('menara'))?.statusAt[0]?.status;

  test.each([
    ['another listed company’s', 'Indosat telah menyelesaikan menara pemancar di Merauke, Papua Selatan.'],
    ['the contrary', 'Telkomsel telah menutup menara pemancar di Merauke, Papua Selatan.'],
    ['what is only announced', 'Telkomsel telah mengumumkan lokasi menara pemancar di Merauke, Papua Selatan.'],
  ])('a deed is no end though its words are one promise’s own: %s', (_name, text) => {
    expect(towerAfter(OTHER, said('tiga', '2025-06-20', text))).toBe('overdue');
  });

  test('what is promised later changes nothing of what was known of a day', () => {
    const report = said('tiga', '2025-06-20', 'Sebuah menara pemancar di Merauke telah diresmikan.');
    const later = said('empat', '2025-09-01', 'Komdigi akan membagikan buku panduan paling lambat 31 Desember 2025.');
    expect(towerAfter(report, later)).toBe(towerAfter(report));
  });
});
