/**
 * Bodies that no row of the gazetteer has and that news calls now by their initials, now in full: the key of the full name
 * (`nameKey`, which leaves out `PT`, `Tbk` and `Indonesia`) and that of the short one.
 */
export const SHORT_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'bank-central-asia': 'bca',
    'bank-rakyat': 'bri',
    'bank-negara': 'bni',
    'bank-tabungan-negara': 'btn',
    'bank-syariah': 'bsi',
    'bank-mandiri': 'mandiri',
    'bank-cimb-niaga': 'cimb-niaga',
    'kereta-api': 'kai',
    'kereta-commuter': 'kci',
    'asdp-ferry': 'asdp',
    'perusahaan-listrik-negara': 'pln',
    'pelayaran-nasional': 'pelni',
    'garuda-airways': 'garuda',
    'percetakan-uang-negara': 'peruri',
    'perum-peruri': 'peruri',
    'kustodian-sentral-efek': 'ksei',
    'bursa-komoditi-dan-derivatif': 'icdx',
    'bursa-komoditi-nusantara': 'cfx',
    'asosiasi-fintech-pendanaan-bersama': 'afpi',
    'asosiasi-penyelenggara-jasa-internet': 'apjii',
    'asosiasi-penyelenggara-telekomunikasi-seluruh': 'atsi',
    'asosiasi-e-commerce': 'idea',
    'asosiasi-pengusaha-ritel': 'aprindo',
    'kamar-dagang-dan-industri': 'kadin',
    'gabungan-pengusaha-kelapa-sawit': 'gapki',
    'asosiasi-kartu-kredit': 'akki',
    'asosiasi-sistem-pembayaran': 'aspi',
    'yayasan-lembaga-konsumen': 'ylki',
    'perhimpunan-bank-bank-umum': 'perbanas',
    'lembaga-penyiaran-publik-tvri': 'tvri',
  }),
);

/** Of these a key is a name only where `Indonesia` belongs to it: `bank negara` alone is any. */
export const OF_INDONESIA: ReadonlySet<string> = new Set(['bank-rakyat', 'bank-negara', 'bank-syariah', 'kereta-api']);

/** Local governments and offices by the words that open their full names, and how news shortens them. */
export const OFFICES: readonly { full: readonly string[]; short: string }[] = Object.entries({
  'pemerintah provinsi': 'pemprov',
  'pemerintah kota': 'pemkot',
  pemko: 'pemkot',
  'pemerintah kabupaten': 'pemkab',
  'direktorat jenderal': 'ditjen',
  'dinas perhubungan': 'dishub',
  'dinas pendidikan': 'disdik',
  'dinas kesehatan': 'dinkes',
  'dinas pariwisata': 'dispar',
  'dinas lingkungan hidup': 'dlh',
  'dinas komunikasi dan informatika': 'diskominfo',
  'satuan polisi pamong praja': 'satpol-pp',
  'satpol pp': 'satpol-pp',
  'kepolisian daerah': 'polda',
  'kejaksaan tinggi': 'kejati',
}).map(([full, short]) => ({ full: full.split(' '), short }));
export const SHORT_OFFICES: ReadonlySet<string> = new Set(OFFICES.map(({ short }) => short));

/** Provinces that have their name with a town: of all others the office of the province is the one without a level. */
export const ALSO_TOWNS: ReadonlySet<string> = new Set(['gorontalo', 'jambi', 'bengkulu', 'yogyakarta', 'jogja']);

/** Other names of places in those of offices. */
export const PLACE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jogja: 'Yogyakarta',
    yogya: 'Yogyakarta',
    dki: 'Jakarta',
    dkj: 'Jakarta',
    jabar: 'Jawa Barat',
    jateng: 'Jawa Tengah',
    jatim: 'Jawa Timur',
    sumut: 'Sumatera Utara',
    sumbar: 'Sumatera Barat',
    sumsel: 'Sumatera Selatan',
    sumatra: 'Sumatera',
    kepri: 'Kepulauan Riau',
    babel: 'Kepulauan Bangka Belitung',
    kalbar: 'Kalimantan Barat',
    kalteng: 'Kalimantan Tengah',
    kalsel: 'Kalimantan Selatan',
    kaltim: 'Kalimantan Timur',
    kaltara: 'Kalimantan Utara',
    sulut: 'Sulawesi Utara',
    sulteng: 'Sulawesi Tengah',
    sulsel: 'Sulawesi Selatan',
    sultra: 'Sulawesi Tenggara',
    sulbar: 'Sulawesi Barat',
    malut: 'Maluku Utara',
    ntb: 'Nusa Tenggara Barat',
    ntt: 'Nusa Tenggara Timur',
  }),
);
/** The same in the name of a province, where empty words are left out (`Pemprov Daerah Istimewa Yogyakarta`). */
export const PROVINCE_NAMES: ReadonlyMap<string, string> = new Map([
  ...PLACE_NAMES,
  ...Object.entries({
    diy: 'Yogyakarta',
    bangka: 'Kepulauan Bangka',
    daerah: '',
    khusus: '',
    istimewa: '',
    ibukota: '',
  }),
]);

/** Words that only say that somebody is meant who stands elsewhere. */
export const ITS_OWN: ReadonlySet<string> = new Set(
  (
    'sisanya semuanya seluruhnya sebagiannya keduanya ketiganya keempatnya kelimanya kementeriannya perusahaannya lembaganya ' +
    'pihaknya kantornya instansinya kekurangannya perseroannya'
  ).split(' '),
);
