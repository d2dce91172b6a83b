import type { MentionType } from '../../extract/types.ts';
import type { Status } from '../../ledger/types.ts';
import type { Change } from '../change.ts';
import { KINDS, type Lang } from '../kinds.ts';

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
    machine: 'Dibaca mesin dari berita; periksa sumbernya.',
  },
  en: {
    changes: (n: number) => `${n} changes`,
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
    machine: 'Read from the news by machine; check the source.',
  },
} as const;

const ordinal = (n: number): string => {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
};

export const STATUS_NAME: Record<Lang, Record<Status, string>> = {
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
    overdue: 'lewat tenggat, belum ada bukti',
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
    overdue: 'deadline passed, no evidence found',
    lapsed_unverified: 'lapsed, unverified',
  },
};

export const TYPE_NAME: Record<Lang, Record<MentionType, string>> = {
  id: { pledge: 'janji', obligation: 'kewajiban', agreement: 'kesepakatan', sanction: 'ancaman sanksi' },
  en: { pledge: 'pledge', obligation: 'obligation', agreement: 'agreement', sanction: 'sanction' },
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

/** Why it is said: what the status rests on. */
export function reason(change: Change, lang: Lang): string {
  const { picture, recordedAt } = change;
  const until = dayName(recordedAt, lang);
  if (change.kind === 'overdue' || change.kind === 'still-overdue') {
    const n = picture.watched;
    if (lang === 'id') {
      const of = n === null ? 'sumber yang dipantau' : `${n} sumber yang terpantau tanpa celah`;
      return `Tidak ditemukan bukti dipenuhi di ${of} sampai ${until}. Bukti dapat saja luput.`;
    }
    const of = n === null ? 'the sources that are read' : `${n} sources read without a gap`;
    return `No evidence of fulfilment was found in ${of} up to ${until}. Evidence may have been missed.`;
  }
  if (change.kind === 'due') {
    return lang === 'id'
      ? 'Waktunya habis. Apakah dipenuhi belum diketahui; kabarnya ditunggu sehari lagi.'
      : 'Time is up. Whether it was fulfilled is not known yet; news of it is awaited for another day.';
  }
  if (change.kind === 'corrected') {
    return lang === 'id'
      ? 'Bacaan tenggatnya berubah (kalender, sumber lain, atau peninjau); peringatan sebelumnya tidak berlaku.'
      : 'The reading of its deadline changed (calendar, another source, or a reviewer); the earlier alert does not hold.';
  }
  const { outlet, published } = picture.evidence;
  return lang === 'id'
    ? `Menurut ${outlet}, ${dayName(published, lang)}.`
    : `According to ${outlet}, ${dayName(published, lang)}.`;
}
