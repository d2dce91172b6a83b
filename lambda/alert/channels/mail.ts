import { confirmationHtml, htmlOf, noticeHtml } from '../message/html.ts';
import { type Message, subjectOf } from '../message/message.ts';
import { textOf } from '../message/text.ts';
import { WORDS } from '../message/words.ts';
import type { SendResult } from './channel.ts';

/** An e-mail ready to be sent. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

export type Post = (mail: Mail) => Promise<void>;

/** A message as an e-mail, with the headers by which a mail program offers to unsubscribe with one click (RFC 8058). */
export function mailOf(message: Message, to: string): Mail {
  const { unsubscribeUrl } = message;
  return {
    to,
    subject: subjectOf(message),
    text: textOf(message),
    html: htmlOf(message),
    headers: {
      // Shared by every try, so that a repeated one can be recognised as the same.
      'X-Tagih-Message': message.id,
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl
        ? { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
  };
}

/** The e-mail that asks for confirmation. */
export function confirmationMail(to: string, lang: Message['lang'], url: string): Mail {
  const words = WORDS[lang];
  return {
    to,
    subject: words.confirmSubject,
    text: `${words.confirmText}\n\n${url}\n\n${words.confirmIgnore}\n`,
    html: confirmationHtml(lang, url),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** The e-mail that says why nothing more is sent to a webhook. */
export function disabledMail(to: string, lang: Message['lang'], origin: string): Mail {
  const { disabledSubject, disabledText } = WORDS[lang];
  const text = disabledText(origin);
  return {
    to,
    subject: disabledSubject,
    text: `${text}\n`,
    html: noticeHtml(lang, disabledSubject, text),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/**
 * Sends a message by e-mail. Nothing ends a subscription here: what SES refuses may be the sender's fault (an identity
 * not verified, an account held back), and its own list of suppressed addresses keeps mail from where it bounced.
 */
export async function sendMail(to: string, message: Message, post: Post): Promise<SendResult> {
  try {
    await post(mailOf(message, to));
    return { outcome: 'accepted' };
  } catch (error) {
    // The name alone: a message of SES may repeat the address.
    return { outcome: 'failed', cause: (error as Error).name };
  }
}
