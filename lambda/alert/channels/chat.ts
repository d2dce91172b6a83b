import type { Message } from '../message/message.ts';
import { subjectOf } from '../message/message.ts';
import { changeText } from '../message/text.ts';
import type { SendResult } from './channel.ts';
import { type PostOptions, postJson } from './post.ts';

/** Telegram takes no more characters in one message; Slack takes ten times as many, and nobody reads them. */
const CHARS = 4000;

/** A message as chat text: the subject, then as many changes as fit. */
export function chatText(message: Message): string {
  const { changes, lang, site } = message;
  const parts = changes.length > 1 ? [subjectOf(message)] : [];
  let length = parts.join('').length;
  for (const [i, change] of changes.entries()) {
    const part = changeText(change, message);
    if (length + part.length + 2 > CHARS - 120) {
      const left = changes.length - i;
      parts.push(lang === 'id' ? `… dan ${left} lagi: ${site}/` : `… and ${left} more: ${site}/`);
      break;
    }
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n').slice(0, CHARS);
}

/** What Slack reads as markup in plain text. */
const slackSafe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Posts to an incoming webhook of Slack's form. */
export const sendSlack = (channel: { url: string }, message: Message, options: PostOptions): Promise<SendResult> =>
  postJson(channel.url, JSON.stringify({ text: slackSafe(chatText(message)) }), {}, options);

/** Posts to a Telegram bot's `sendMessage`. */
export const sendTelegram = (
  channel: { url: string; chat: string },
  message: Message,
  options: PostOptions,
): Promise<SendResult> =>
  postJson(
    channel.url,
    JSON.stringify({ chat_id: channel.chat, text: chatText(message), link_preview_options: { is_disabled: true } }),
    {},
    options,
  );
