/** What can happen to a commitment that somebody may want to be told. Data: names, and how each kind behaves. */

export type Lang = 'id' | 'en';

/** The groups that a subscription may choose from. */
export const GROUPS = ['new', 'reminder', 'due', 'overdue', 'moved', 'outcome', 'correction'] as const;
export type Group = (typeof GROUPS)[number];

export interface KindRow {
  group: Group;
  /** Time brings it about by itself; of several that came together only the last is told. */
  byTime: boolean;
  /** Only the operator hears of it. */
  operatorOnly?: true;
  /** Headline, as a reader meets it. `{day}`, `{from}`, `{to}`, `{nth}` are filled in. */
  name: Record<Lang, string>;
}

const row = (group: Group, byTime: boolean, id: string, en: string): KindRow => ({ group, byTime, name: { id, en } });

/** Every kind of transition, in the order in which one message lists them. */
export const KINDS = {
  overdue: row(
    'overdue',
    true,
    'lewat tenggat {day}, belum ada bukti dipenuhi',
    'deadline of {day} passed, no evidence of fulfilment found',
  ),
  'still-overdue': row(
    'overdue',
    true,
    '30 hari lewat tenggat {day}, belum ada bukti dipenuhi',
    '30 days past the deadline of {day}, still no evidence of fulfilment found',
  ),
  unverified: {
    ...row(
      'overdue',
      true,
      'tenggat {day} lewat, pemantauan tidak lengkap',
      'deadline of {day} passed while sources were not fully read',
    ),
    operatorOnly: true,
  },
  due: row('due', true, 'tenggat {day} baru saja lewat', 'the deadline of {day} has just passed'),
  'in-1-day': row('reminder', true, 'jatuh tempo dalam 1 hari, {day}', 'due within 1 day, on {day}'),
  'in-7-days': row('reminder', true, 'jatuh tempo dalam 7 hari, {day}', 'due within 7 days, on {day}'),
  'in-30-days': row('reminder', true, 'jatuh tempo dalam 30 hari, {day}', 'due within 30 days, on {day}'),
  moved: row('moved', false, 'tenggat bergeser dari {from} ke {to}{nth}', 'deadline moved from {from} to {to}{nth}'),
  dated: row('moved', false, 'tenggatnya kini diketahui: {day}', 'its deadline is now known: {day}'),
  fulfilled: row('outcome', false, 'dilaporkan dipenuhi', 'reported fulfilled'),
  'fulfilled-late': row('outcome', false, 'dilaporkan dipenuhi, terlambat', 'reported fulfilled, late'),
  confirmed: row(
    'outcome',
    false,
    'pemenuhannya dipastikan sumber kedua atau peninjau',
    'fulfilment confirmed by a second source or a reviewer',
  ),
  partly: row('outcome', false, 'dilaporkan dipenuhi sebagian', 'reported partly fulfilled'),
  refused: row('outcome', false, 'dilaporkan ditolak', 'reported refused'),
  missed: row('outcome', false, 'dilaporkan tidak dipenuhi pada waktunya', 'reported missed'),
  broken: row('outcome', false, 'dilaporkan dilanggar', 'reported broken'),
  withdrawn: row('outcome', false, 'dicabut', 'withdrawn'),
  disputed: row('outcome', false, 'hasilnya diperselisihkan', 'its outcome is disputed'),
  superseded: row('outcome', false, 'digantikan komitmen lain', 'replaced by another commitment'),
  stated: row('new', false, 'komitmen baru', 'new commitment'),
  corrected: row(
    'correction',
    false,
    'ralat: tenggatnya {to}, bukan {from}',
    'correction: its deadline is {to}, not {from}',
  ),
  'outcome-undone': row(
    'correction',
    false,
    'ralat: laporan tentang hasilnya ditarik',
    'correction: the report of its outcome was taken back',
  ),
  retracted: row('correction', false, 'ralat: catatan ini ditarik', 'correction: this record was taken back'),
} as const satisfies Record<string, KindRow>;

export type Kind = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** Groups told where a subscription names none: everything but the mere appearance of a commitment. */
export const DEFAULT_GROUPS: readonly Group[] = GROUPS.filter((group) => group !== 'new');
