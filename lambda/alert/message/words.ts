import type { Change } from '../change.ts';
import { KINDS, type Kind, type Lang } from '../kinds.ts';

/** What the messages say, in both languages. */

export const WORDS = {
  id: {
    changes: (n: number) => `${n} perubahan`,
    about: 'Tagih memantau janji dan kewajiban di kebijakan digital Indonesia.',
    digest: { immediate: '', daily: 'Ringkasan harian', weekly: 'Ringkasan mingguan' },
    why: 'Sebabnya',
    source: 'Sumber',
    record: 'Catatan lengkap',
    unsubscribe: 'Berhenti berlangganan',
    reason: 'Anda menerima surel ini karena mengonfirmasi langganan peringatan Tagih.',
    slip: (n: number) => `, geseran ke-${n}`,
    earlier: ', dimajukan',
    noDay: 'tanpa hari tertentu',
    status: 'Status',
    due: 'Tenggat',
    confirmSubject: 'Konfirmasi langganan peringatan Tagih',
    confirmText:
      'Seseorang, mungkin Anda, meminta peringatan Tagih untuk alamat ini. Buka tautan ini untuk memulainya:',
    confirmIgnore: 'Kalau bukan Anda, abaikan surel ini: tanpa konfirmasi tidak ada yang dikirim.',
    confirm: 'Konfirmasi langganan',
    disabledSubject: 'Webhook Tagih Anda dihentikan',
    disabledText: (origin: string) =>
      `Tidak ada lagi peringatan yang dikirim ke webhook di ${origin}: alamat itu menjawab 410 (Gone) atau tidak boleh dituju. Kalau masih diinginkan, daftarkan lagi.`,
    machine: 'Dibaca mesin dari berita; periksa sumbernya.',
  },
  en: {
    changes: (n: number) => (n === 1 ? '1 change' : `${n} changes`),
    about: 'Tagih follows promises and obligations in Indonesian digital policy.',
    digest: { immediate: '', daily: 'Daily digest', weekly: 'Weekly digest' },
    why: 'Why',
    source: 'Source',
    record: 'Full record',
    unsubscribe: 'Unsubscribe',
    reason: 'You get this e-mail because you confirmed a subscription to Tagih alerts.',
    slip: (n: number) => `, ${ordinal(n)} slip`,
    earlier: ', brought forward',
    noDay: 'no particular day',
    status: 'Status',
    due: 'Due',
    confirmSubject: 'Confirm your subscription to Tagih alerts',
    confirmText: 'Somebody, perhaps you, asked for Tagih alerts at this address. Open this link to start them:',
    confirmIgnore: 'If it was not you, ignore this e-mail: without confirmation nothing is sent.',
    confirm: 'Confirm subscription',
    disabledSubject: 'Your Tagih webhook was put out of use',
    disabledText: (origin: string) =>
      `No more alerts are sent to the webhook at ${origin}: it answered 410 (Gone), or its address may not be called. If you still want them, subscribe again.`,
    machine: 'Read from the news by machine; check the source.',
  },
} as const;

const ordinal = (n: number): string => {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
};

const LOCALE: Record<Lang, string> = { id: 'id-ID', en: 'en-GB' };

/** A day (`YYYY-MM-DD`) or an instant as a day in Jakarta, written out. */
export function dayName(value: string | null, lang: Lang): string {
  if (value === null) return WORDS[lang].noDay;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T12:00:00+07:00`) : new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  return date.toLocaleDateString(LOCALE[lang], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Jakarta',
  });
}

/** What changed, in a few words. */
export function headline(change: Change, lang: Lang): string {
  const words = WORDS[lang];
  const nth = change.slip === undefined ? '' : change.slip > 0 ? words.slip(change.slip) : words.earlier;
  return KINDS[change.kind].name[lang]
    .replace('{day}', dayName(change.day, lang))
    .replace('{from}', dayName(change.from ?? null, lang))
    .replace('{to}', dayName(change.to ?? null, lang))
    .replace('{nth}', nth);
}

type Sentence = Record<Lang, string>;

const BY_REPORT: Sentence = { id: 'Menurut {outlet}, {published}.', en: 'According to {outlet}, {published}.' };
const BY_WORDS: Sentence = {
  id: 'Tenggatnya dibaca dari “{phrase}”, menurut {outlet}, {published}.',
  en: 'Its deadline was read from “{phrase}”, according to {outlet}, {published}.',
};
const NOTHING_FOUND: Sentence = {
  id: 'Tidak ditemukan bukti dipenuhi di {sources} sampai {until}. Bukti dapat saja luput.',
  en: 'No evidence of fulfilment was found in {sources} up to {until}. Evidence may have been missed.',
};

/** What each kind of change rests on; a report where nothing else is said. */
const REASONS: Partial<Record<Kind, Sentence>> = {
  overdue: NOTHING_FOUND,
  'still-overdue': NOTHING_FOUND,
  due: {
    id: 'Waktunya habis. Apakah dipenuhi belum diketahui; kabarnya ditunggu sehari lagi.',
    en: 'Time is up. Whether it was fulfilled is not known yet; news of it is awaited for another day.',
  },
  'in-1-day': BY_WORDS,
  'in-7-days': BY_WORDS,
  'in-30-days': BY_WORDS,
  moved: BY_WORDS,
  dated: BY_WORDS,
  corrected: {
    id: 'Bacaan tenggatnya berubah (kalender, sumber lain, atau peninjau); peringatan sebelumnya tidak berlaku.',
    en: 'The reading of its deadline changed (calendar, another source, or a reviewer); the earlier alert does not hold.',
  },
  'outcome-undone': {
    id: 'Laporan yang mendasarinya tidak berlaku lagi: artikelnya berubah, atau peninjau menolaknya.',
    en: 'The report behind it no longer stands: its article changed, or a reviewer rejected it.',
  },
  retracted: {
    id: 'Tidak ada lagi sumber yang menyatakannya, atau peninjau menolaknya.',
    en: 'No source says so any more, or a reviewer rejected it.',
  },
};

const SOURCES: Record<Lang, (n: number | null) => string> = {
  id: (n) => (n ? `${n} sumber yang terpantau tanpa celah` : 'sumber yang dipantau'),
  en: (n) => (n ? `${n} ${n === 1 ? 'source' : 'sources'} read without a gap` : 'the sources that are read'),
};

/** Why it is said: what the status rests on. */
export function reason({ kind, picture, recordedAt }: Change, lang: Lang): string {
  const { outlet, published } = picture.evidence;
  const sentence = REASONS[kind] ?? BY_REPORT;
  const filled: Record<string, string> = {
    outlet,
    published: dayName(published, lang),
    phrase: (picture.phrase ?? '').replace(/\s+/g, ' '),
    sources: SOURCES[lang](picture.watched),
    until: dayName(recordedAt, lang),
  };
  // A day that a reviewer set stands in nobody's words.
  const text = sentence === BY_WORDS && !picture.phrase ? BY_REPORT : sentence;
  return text[lang].replace(/\{(\w+)\}/g, (_, name: string) => filled[name]!);
}
