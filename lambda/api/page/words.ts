import type { FeedCondition } from '../../crawl/health.ts';
import type { MentionType, Topic } from '../../extract/types.ts';
import type { ClaimState, EventKind, OutcomeKind, Status } from '../../ledger/types.ts';

/** What the page says, in both languages. Indonesian first: its readers come first. */
export type Lang = 'id' | 'en';
type Words<K extends string> = Record<Lang, Record<K, string>>;

export const STATUS: Words<Status> = {
  id: {
    withdrawn: 'dicabut',
    disputed: 'diperselisihkan',
    broken: 'dilanggar',
    fulfilled_late: 'dipenuhi, terlambat',
    fulfilled: 'dipenuhi',
    partly_fulfilled: 'dipenuhi sebagian',
    superseded: 'diganti',
    awaiting_anchor: 'menunggu titik hitung',
    undated: 'tanpa tenggat',
    open: 'berjalan',
    due_soon: 'segera jatuh tempo',
    overdue: 'lewat tenggat',
    lapsed_unverified: 'lewat tenggat, belum terpantau',
  },
  en: {
    withdrawn: 'withdrawn',
    disputed: 'disputed',
    broken: 'broken',
    fulfilled_late: 'fulfilled, late',
    fulfilled: 'fulfilled',
    partly_fulfilled: 'partly fulfilled',
    superseded: 'superseded',
    awaiting_anchor: 'waiting for its starting point',
    undated: 'undated',
    open: 'open',
    due_soon: 'due soon',
    overdue: 'overdue',
    lapsed_unverified: 'lapsed, unverified',
  },
};

/** One sentence on what each status claims, and what it does not. */
export const STATUS_MEANS: Words<Status> = {
  id: {
    withdrawn: 'Yang berjanji atau yang memerintahkan telah mencabutnya.',
    disputed: 'Hasilnya dilaporkan, tetapi dibantah oleh salah satu pihak atau sumber lain.',
    broken: 'Yang dilakukan justru sebaliknya, atau hal itu tak mungkin lagi dilakukan.',
    fulfilled_late: 'Dilaporkan terlaksana, setelah tenggat terakhir yang berlaku.',
    fulfilled: 'Dilaporkan terlaksana.',
    partly_fulfilled: 'Baru sebagian yang dilaporkan terlaksana, dan tenggatnya belum lewat.',
    superseded: 'Komitmen lain menggantikannya.',
    awaiting_anchor: 'Tenggatnya dihitung dari peristiwa yang tanggalnya belum diketahui.',
    undated: 'Tidak ada tenggat yang menyebut hari.',
    open: 'Belum jatuh tempo.',
    due_soon: 'Jatuh tempo dalam tujuh hari.',
    overdue: 'Lewat tenggat, belum ada bukti dipenuhi dalam sumber yang dipantau.',
    lapsed_unverified: 'Lewat tenggat, tetapi sumbernya tidak terpantau tanpa celah; tidak ada yang dapat disimpulkan.',
  },
  en: {
    withdrawn: 'Whoever made or imposed it took it back.',
    disputed: 'An outcome is reported, and a party or a second source contradicts it.',
    broken: 'The opposite was done, or it has become impossible.',
    fulfilled_late: 'Reported done, after the last deadline then in force.',
    fulfilled: 'Reported done.',
    partly_fulfilled: 'Only part is reported done, and it is not past due.',
    superseded: 'Another commitment replaced it.',
    awaiting_anchor: 'Its deadline counts from an event whose date is not known yet.',
    undated: 'No deadline names a day.',
    open: 'Not due yet.',
    due_soon: 'Due within seven days.',
    overdue: 'Deadline passed; no evidence of fulfilment found in the sources that were read.',
    lapsed_unverified: 'Deadline passed, but its sources were not read without a gap; nothing can be concluded.',
  },
};

export const TYPE: Words<MentionType> = {
  id: { pledge: 'janji', obligation: 'kewajiban', agreement: 'kesepakatan', sanction: 'ancaman sanksi' },
  en: { pledge: 'pledge', obligation: 'obligation', agreement: 'agreement', sanction: 'sanction' },
};

export const TOPIC: Words<Topic> = {
  id: {
    registration: 'pendaftaran',
    'content-removal': 'penghapusan konten',
    'data-access': 'data pribadi dan akses data',
    tax: 'pajak',
    'office-investment': 'kantor dan investasi',
    competition: 'persaingan usaha',
    'child-safety': 'perlindungan anak',
    licensing: 'perizinan',
    'payment-lending': 'pembayaran dan pinjaman',
    infrastructure: 'infrastruktur',
    other: 'lain-lain',
  },
  en: {
    registration: 'registration',
    'content-removal': 'content removal',
    'data-access': 'personal data and data access',
    tax: 'tax',
    'office-investment': 'office and investment',
    competition: 'competition',
    'child-safety': 'child safety',
    licensing: 'licensing',
    'payment-lending': 'payment and lending',
    infrastructure: 'infrastructure',
    other: 'other',
  },
};

export const OUTCOME: Words<OutcomeKind> = {
  id: {
    fulfilled: 'dilaporkan dipenuhi',
    partly: 'dilaporkan dipenuhi sebagian',
    refused: 'ditolak',
    missed: 'dilaporkan tidak dipenuhi pada waktunya',
    broken: 'dilaporkan dilanggar',
    withdrawn: 'dicabut',
    contested: 'dibantah',
  },
  en: {
    fulfilled: 'reported fulfilled',
    partly: 'reported partly fulfilled',
    refused: 'refused',
    missed: 'reported missed',
    broken: 'reported broken',
    withdrawn: 'withdrawn',
    contested: 'contested',
  },
};

export const CLAIM_STATE: Words<ClaimState> = {
  id: { current: 'berlaku', superseded: 'diganti', rival: 'bacaan lain' },
  en: { current: 'current', superseded: 'superseded', rival: 'other reading' },
};

export const EVENT: Words<EventKind> = {
  id: {
    stated: 'pertama dinyatakan',
    mentioned: 'disebut lagi',
    'deadline-moved': 'tenggat bergeser',
    'outcome-reported': 'hasil dilaporkan',
    'deadline-passed': 'tenggat lewat',
    reviewed: 'ditinjau',
    merged: 'digabung',
    split: 'dipisah',
    retracted: 'ditarik',
  },
  en: {
    stated: 'first stated',
    mentioned: 'mentioned again',
    'deadline-moved': 'deadline moved',
    'outcome-reported': 'outcome reported',
    'deadline-passed': 'deadline passed',
    reviewed: 'reviewed',
    merged: 'merged',
    split: 'split',
    retracted: 'retracted',
  },
};

export const CONDITION: Words<FeedCondition> = {
  id: {
    blocked: 'ditolak',
    failing: 'gagal dibaca',
    silent: 'sepi',
    losing: 'ada yang terlewat',
    new: 'belum dibaca',
    healthy: 'baik',
  },
  en: { blocked: 'blocked', failing: 'failing', silent: 'silent', losing: 'losing', new: 'new', healthy: 'healthy' },
};

const UI_ID = {
  tagline: 'Menagih janji: apa yang dijanjikan regulator dan platform digital di Indonesia, kapan, dan apa jadinya.',
  commitments: 'Komitmen',
  feeds: 'Sumber',
  about: 'Tentang',
  all: 'semua',
  status: 'Status',
  topic: 'Topik',
  actor: 'Pihak',
  asOf: 'Lihat menurut keadaan pada',
  show: 'Tampilkan',
  now: 'kembali ke hari ini',
  viewedAt: 'Keadaan menurut berita yang terbit sampai',
  none: 'Tidak ada komitmen yang cocok.',
  next: 'Berikutnya',
  due: 'Tenggat',
  noDeadline: 'tidak disebut',
  vague: 'tanpa hari',
  unanchored: 'dihitung dari peristiwa yang belum bertanggal',
  who: 'Pihak yang berkomitmen',
  towards: 'Terhadap',
  speaker: 'Dinyatakan oleh',
  reporter: 'wartawan',
  condition: 'Syarat',
  why: 'Mengapa status ini',
  deadlines: 'Tenggat menurut tiap berita',
  history: 'Riwayat',
  quotes: 'Kutipan',
  outcomes: 'Hasil yang dilaporkan',
  sources: 'sumber mandiri',
  slips: 'kali bergeser',
  machine: 'dibaca mesin',
  reviewed: 'ditinjau orang',
  confidence: 'keyakinan',
  sample: 'contoh',
  sampleNote: 'Artikel contoh yang ditulis proyek ini tentang peristiwa nyata.',
  otherLang: 'English',
  feedHealth: 'Kesehatan sumber',
  outlet: 'Media',
  state: 'Keadaan',
  lastSuccess: 'Terakhir berhasil',
  entries: 'Butir baru',
  gaps: 'Celah',
  nextPoll: 'Dibaca lagi',
  notFound: 'Tidak ditemukan',
  rule: 'aturan',
};

const UI_EN: typeof UI_ID = {
  tagline:
    'Calling in what was promised: what regulators and digital platforms in Indonesia said they would do, by when, and what became of it.',
  commitments: 'Commitments',
  feeds: 'Sources',
  about: 'About',
  all: 'all',
  status: 'Status',
  topic: 'Topic',
  actor: 'Party',
  asOf: 'See it as of',
  show: 'Show',
  now: 'back to today',
  viewedAt: 'By what was published until',
  none: 'No commitment matches.',
  next: 'Next',
  due: 'Deadline',
  noDeadline: 'not stated',
  vague: 'no day named',
  unanchored: 'counts from an event without a date',
  who: 'Who',
  towards: 'Towards',
  speaker: 'Said by',
  reporter: 'the reporter',
  condition: 'Condition',
  why: 'Why this status',
  deadlines: 'Deadline as each report has it',
  history: 'History',
  quotes: 'Quotes',
  outcomes: 'Outcomes reported',
  sources: 'independent sources',
  slips: 'slips',
  machine: 'read by machine',
  reviewed: 'reviewed by a person',
  confidence: 'confidence',
  sample: 'sample',
  sampleNote: 'A sample article that this project wrote about real events.',
  otherLang: 'Bahasa Indonesia',
  feedHealth: 'Health of the sources',
  outlet: 'Outlet',
  state: 'State',
  lastSuccess: 'Last success',
  entries: 'New entries',
  gaps: 'Gaps',
  nextPoll: 'Next poll',
  notFound: 'Not found',
  rule: 'rule',
};

export const UI: Record<Lang, typeof UI_ID> = { id: UI_ID, en: UI_EN };

const LOCALE: Record<Lang, string> = { id: 'id-ID', en: 'en-GB' };

/** A day (`YYYY-MM-DD`) or an instant, as a reader in Jakarta writes it. */
export function day(value: string, lang: Lang): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T12:00:00+07:00`) : new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  return date.toLocaleDateString(LOCALE[lang], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Jakarta',
  });
}

/** An instant to the minute, with its zone. */
export function instant(value: string, lang: Lang): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  const time = date.toLocaleTimeString(LOCALE[lang], { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' });
  return `${day(value, lang)}, ${time} WIB`;
}
