import { stringify } from 'csv-stringify/sync';
import { type Judged, summary } from './view.ts';

/** A cell that a spreadsheet would run as a formula is made text (OWASP, CSV injection). */
export const harmless = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value);
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
};

type Line = ReturnType<typeof summary>;
const names = (parties: Line['obligors']) => parties.map((party) => party.text).join('; ');

/** The columns of every CSV of commitments, with what each holds: the header and the codebook are made from it. */
export const COLUMNS: readonly { name: string; type: string; about: string; of(line: Line): unknown }[] = [
  { name: 'id', type: 'string', about: 'Stable id; resolves at /v1/commitments/{id} for ever', of: (s) => s.id },
  { name: 'type', type: 'string', about: 'pledge, obligation, agreement or sanction', of: (s) => s.type },
  { name: 'status', type: 'string', about: 'Status when the file was made; see /v1/statuses', of: (s) => s.status },
  { name: 'certainty', type: 'string', about: 'reported (one source) or confirmed', of: (s) => s.certainty },
  { name: 'obligor', type: 'string', about: 'Who must act, as printed', of: (s) => names(s.obligors) },
  { name: 'obligor_id', type: 'string', about: 'Id in /v1/actors', of: (s) => s.obligor.actor },
  { name: 'counterparties', type: 'string', about: 'Towards whom', of: (s) => names(s.counterparties) },
  { name: 'speaker', type: 'string', about: 'Who said so; empty for the reporter', of: (s) => s.speaker?.text },
  { name: 'action', type: 'string', about: 'What is to be done, as printed', of: (s) => s.action },
  { name: 'topic', type: 'string', about: 'Topic', of: (s) => s.topic },
  {
    name: 'deadline_phrase',
    type: 'string',
    about: 'The words of the current deadline',
    of: (s) => s.deadline?.phrase,
  },
  { name: 'due', type: 'string', about: 'YYYY-MM-DD, vague or unanchored', of: (s) => s.deadline?.due },
  { name: 'earliest', type: 'string', about: 'Strictest due instant', of: (s) => s.deadline?.earliest },
  { name: 'latest', type: 'string', about: 'Most lenient due instant', of: (s) => s.deadline?.latest },
  { name: 'slips', type: 'integer', about: 'How often the deadline moved later', of: (s) => s.slips },
  { name: 'stated_at', type: 'datetime', about: 'Publication of the first mention', of: (s) => s.statedAt },
  { name: 'sources', type: 'integer', about: 'Independent sources', of: (s) => s.sources },
  { name: 'outlets', type: 'string', about: 'Outlets that reported it', of: (s) => s.outlets.join('; ') },
  { name: 'quote', type: 'string', about: 'The sentence it was read from', of: (s) => quoteOf(s) },
  { name: 'source', type: 'string', about: 'Address of the first article', of: (s) => s.quote?.source },
  { name: 'confidence', type: 'number', about: 'Of the machine reading, 0 to 1', of: (s) => s.confidence },
  { name: 'read_by', type: 'string', about: 'machine', of: (s) => s.readBy },
  { name: 'reviewed', type: 'string', about: 'Fields a person confirmed or set', of: (s) => s.reviewed.join('; ') },
  { name: 'sample', type: 'boolean', about: 'From an article shipped with the product', of: (s) => s.sample },
];

const quoteOf = (line: Line): string | undefined => {
  const [first] = line.quote?.selector ?? [];
  return first && 'exact' in first ? first.exact : undefined;
};

/** Commitments as CSV (RFC 4180) with a header, formulas made harmless. */
export function csvOf(items: readonly Judged[]): string {
  const rows = items.map((item) => {
    const line = summary(item);
    return COLUMNS.map((column) => harmless(column.of(line)));
  });
  return stringify(rows, { header: true, columns: COLUMNS.map(({ name }) => name), record_delimiter: 'windows' });
}
