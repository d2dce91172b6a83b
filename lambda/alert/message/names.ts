import type { MentionType } from '../../extract/types.ts';
import type { Status } from '../../ledger/types.ts';
import type { Lang } from '../kinds.ts';

/** What a status and a type are called, in messages and on the page. What a status claims is said in full beside it. */

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

export const TYPE_NAME: Record<Lang, Record<MentionType, string>> = {
  id: { pledge: 'janji', obligation: 'kewajiban', agreement: 'kesepakatan', sanction: 'ancaman sanksi' },
  en: { pledge: 'pledge', obligation: 'obligation', agreement: 'agreement', sanction: 'sanction' },
};
