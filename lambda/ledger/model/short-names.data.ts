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
