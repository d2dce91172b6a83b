import type { LedgerArticle } from '../../lambda/ledger/types.ts';
import { article } from './articles.ts';

/** A story in our own words: registration of 2022, its two extensions and its end; and a platform's office. */
export const registration = (): LedgerArticle[] => [
  article({
    id: 'pse-1',
    outlet: 'warta',
    published: '2022-06-22',
    title: 'PSE Asing Diminta Mendaftar',
    text: 'Kementerian Kominfo mewajibkan Telegram mendaftar sebagai penyelenggara sistem elektronik paling lambat 20 Juli 2022. Aturan itu sudah lama disiapkan.',
    mentions: [
      {
        type: 'obligation',
        obligor: 'Telegram=telegram',
        counterparties: '',
        speaker: 'Kementerian Kominfo=kominfo',
        action: 'mendaftar sebagai penyelenggara sistem elektronik',
        deadline: 'paling lambat 20 Juli 2022=2022-07-20',
      },
    ],
  }),
  article({
    id: 'pse-2',
    outlet: 'kabar',
    published: '2022-06-23',
    title: 'Daftar atau Ditutup',
    text: 'Telegram wajib mendaftarkan diri sebagai PSE sebelum 21 Juli 2022, kata Kominfo.',
    mentions: [
      {
        type: 'obligation',
        obligor: 'Telegram=telegram',
        speaker: 'Kominfo=kominfo',
        action: 'mendaftarkan diri sebagai PSE',
        deadline: 'sebelum 21 Juli 2022=2022-07-20',
      },
    ],
  }),
  article({
    id: 'pse-3',
    outlet: 'warta',
    published: '2022-07-21',
    title: 'Tenggat Pendaftaran Diperpanjang',
    text: 'Kominfo memberi Telegram tambahan waktu mendaftar sebagai PSE hingga 27 Juli 2022.',
    mentions: [
      {
        type: 'obligation',
        obligor: 'Telegram=telegram',
        speaker: 'Kominfo=kominfo',
        action: 'mendaftar sebagai PSE',
        deadline: 'hingga 27 Juli 2022=2022-07-27',
      },
    ],
  }),
  article({
    id: 'pse-4',
    outlet: 'suluh',
    published: '2022-07-25',
    title: 'Masih Ada Waktu',
    text: 'Tenggat pendaftaran PSE bagi Telegram kembali diundur. Telegram harus mendaftar sebagai PSE paling lambat 29 Juli 2022 setelah tenggat semula diundur.',
    mentions: [
      {
        type: 'obligation',
        obligor: 'Telegram=telegram',
        action: 'mendaftar sebagai PSE',
        deadline: 'paling lambat 29 Juli 2022=2022-07-29',
      },
    ],
  }),
  article({
    id: 'pse-5',
    outlet: 'kabar',
    published: '2022-07-28T20:00:00+07:00',
    title: 'Telegram Terdaftar',
    text: 'Telegram akhirnya mendaftar sebagai PSE hari ini. Kominfo menyambutnya.',
  }),
  article({
    id: 'kantor-1',
    outlet: 'kabar',
    published: '2022-06-30',
    title: 'Telegram Bangun Kantor',
    text: 'Telegram akan membuka kantor perwakilan di Jakarta tahun ini.',
    mentions: [
      {
        obligor: 'Telegram=telegram',
        action: 'membuka kantor perwakilan di Jakarta',
        deadline: 'tahun ini=2022-12-31',
        precision: 'year',
      },
    ],
  }),
  article({
    id: 'kantor-2',
    outlet: 'suluh',
    published: '2022-09-02',
    title: 'Kantor Telegram Diresmikan',
    text: 'Kantor perwakilan Telegram di Jakarta resmi dibuka pada Jumat. Pembukaan kantor itu dihadiri pejabat Kominfo.',
  }),
];
