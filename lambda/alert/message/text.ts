import type { Change } from '../change.ts';
import { type Message, pageOf, sectionsOf } from './message.ts';
import { STATUS_NAME, TYPE_NAME } from './names.ts';
import { dayName, headline, reason, WORDS } from './words.ts';

/** A message as plain text. */
export function textOf(message: Message): string {
  const words = WORDS[message.lang];
  const sections = sectionsOf(message.changes);
  const parts = sections.map(({ name, changes }) => {
    const title = sections.length > 1 || changes.length > 1 ? `${name}\n${'='.repeat([...name].length)}\n\n` : '';
    return title + changes.map((change) => changeText(change, message)).join('\n\n');
  });
  const end = [
    words.machine,
    words.about,
    ...(message.unsubscribeUrl ? [words.reason, `${words.unsubscribe}: ${message.unsubscribeUrl}`] : []),
  ];
  return `${parts.join('\n\n')}\n\n-- \n${end.join('\n')}\n`;
}

/** One change as a few lines: what changed, who must do what, why, the quote, the source, the link. */
export function changeText(change: Change, message: Pick<Message, 'lang' | 'site'>): string {
  const { lang } = message;
  const words = WORDS[lang];
  const { picture } = change;
  const { evidence } = picture;
  return [
    sentence(headline(change, lang)),
    `${picture.obligor} (${TYPE_NAME[lang][picture.type]}): ${picture.action}`,
    `${words.status}: ${STATUS_NAME[lang][picture.status]}. ${words.due}: ${dayName(picture.due, lang)}.`,
    `${words.why}: ${reason(change, lang)}`,
    `"${evidence.quote}"`,
    `${words.source}: ${evidence.outlet}, ${dayName(evidence.published, lang)}: ${evidence.url}`,
    `${words.record}: ${pageOf(message, picture.commitment)}`,
  ].join('\n');
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
