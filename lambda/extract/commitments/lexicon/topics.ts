import type { Topic } from '../../types.ts';

const words = (...rows: readonly string[]): readonly string[] => rows.flatMap((row) => row.split(', '));

/**
 * Words that show what a commitment is about, most telling topic first: the topic with most hits in the action and its
 * sentence wins, the earlier row on a tie. Lower case; `*` at the end matches any ending. Two words match in sequence.
 */
export const TOPICS: readonly (readonly [Topic, readonly string[]])[] = [
  // Entering a register that the authority keeps.
  ['registration', words('pendaftaran, mendaftar*, terdaftar, registrasi, pse, daftar ulang, oss, registrasikan, nib')],
  // Taking content or access away, and giving it back.
  [
    'content-removal',
    words(
      'konten, blokir, memblokir, diblokir, pemblokiran, takedown, take-down, situs, judol, hoaks, pornografi',
      'radikal*, menghapus, dihapus, penghapusan, dns, pemutusan akses, normalisasi, akun, moderasi, disinformasi',
      'judi online, judi daring, menurunkan konten, internet positif, deepfake',
    ),
  ],
  // Data: who holds it, protects it, hands it over.
  [
    'data-access',
    words('data pribadi, pdp, kebocoran, akses data, enkripsi, pusat data, transfer data, nik, dukcapil, privasi'),
  ],
  ['tax', words('pajak, ppn, pph, pemajakan, perpajakan, cukai, bea, npwp, coretax, opsen, djp, pungutan')],
  ['child-safety', words('anak, anak-anak, usia, tunas, remaja, batas usia, parental, perlindungan anak')],
  [
    'competition',
    words('monopoli, persaingan, kppu, kartel, merger, akuisisi, predatory, predator, dominan, jual rugi'),
  ],
  [
    'payment-lending',
    words(
      'pinjol, pindar, pinjaman, kredit, qris, pembayaran, paylater, bunga, fintech, kripto, rekening, transaksi',
      'uang elektronik, e-wallet, dompet digital, lending, debitur, ovo, gopay, slik, bi-fast',
    ),
  ],
  [
    'licensing',
    words(
      'izin, perizinan, lisensi, pencabutan izin, sertifikasi, sertifikat, izin usaha, izin edar, perpanjangan izin',
      'tdpse',
    ),
  ],
  [
    'infrastructure',
    words(
      'jaringan, satelit, bts, internet, frekuensi, spektrum, lelang, 5g, 4g, kabel, menara, pembangunan, membangun',
      'dibangun, jalan, tol, pelabuhan, bandara, bendungan, listrik, pembangkit, gedung, proyek',
    ),
  ],
  [
    'office-investment',
    words(
      'kantor, investasi, berinvestasi, pabrik, modal, saham, obligasi, dividen, buyback, ipo, tkdn, badan usaha',
      'perwakilan, rights issue, penanaman modal, menanamkan, private placement, sukuk',
    ),
  ],
];
