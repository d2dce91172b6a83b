import type { Change } from '../change.ts';
import { KIND_NAMES, type Lang } from '../kinds.ts';
import type { Frequency } from '../subscription.ts';
import { headline, WORDS } from './words.ts';

/** A message to one subscriber, before a channel gives it its form. */
export interface Message {
  /** Stable over retries and replays. */
  id: string;
  lang: Lang;
  frequency: Frequency;
  /** When its members were fixed. */
  at: string;
  changes: readonly Change[];
  /** Address of the public page, without a slash at its end. */
  site: string;
  /** One click ends the subscription; null on channels that have none. */
  unsubscribeUrl: string | null;
}

/** The changes that belong together: those of one regulator, or of one who must act where none is named. */
export function sectionsOf(changes: readonly Change[]): { name: string; changes: Change[] }[] {
  const sections = new Map<string, Change[]>();
  for (const change of changes) {
    const name = change.picture.groupedBy;
    sections.set(name, [...(sections.get(name) ?? []), change]);
  }
  const rank = (change: Change): number => KIND_NAMES.indexOf(change.kind);
  return [...sections]
    .map(([name, list]) => ({ name, changes: list.sort((a, b) => rank(a) - rank(b) || a.at.localeCompare(b.at)) }))
    .sort((a, b) => b.changes.length - a.changes.length || (a.name < b.name ? -1 : 1));
}

const SUBJECT_CHARS = 120;

/** What several changes together are called, or null where one change says it all itself. */
export function titleOf({ lang, frequency, changes }: Message): string | null {
  const words = WORDS[lang];
  const digest = words.digest[frequency];
  if (changes.length === 1 && !digest) return null;
  return `${digest ? `${digest}: ` : ''}${words.changes(changes.length)}`;
}

/** One line that says what changed: of one change itself, of several how many and whose. */
export function subjectOf(message: Message): string {
  const title = titleOf(message);
  const [first] = message.changes;
  if (title === null && first) return cut(`${first.picture.obligor}: ${headline(first, message.lang)}`);
  const sections = sectionsOf(message.changes);
  const names = sections.map((s) => (sections.length === 1 ? s.name : `${s.name} (${s.changes.length})`)).join(', ');
  return cut(`${title}: ${names}`);
}

/** On one line, whatever a name holds: a line break in a header would begin another. */
function cut(text: string): string {
  const flat = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const chars = [...flat];
  return chars.length <= SUBJECT_CHARS ? flat : `${chars.slice(0, SUBJECT_CHARS - 1).join('')}…`;
}

/** Address of a commitment's page. */
export const pageOf = (message: Pick<Message, 'site' | 'lang'>, commitment: string): string =>
  `${message.site}/commitments/${encodeURIComponent(commitment)}${message.lang === 'en' ? '?lang=en' : ''}`;
