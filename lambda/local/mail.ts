import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';

/** As much of SES's SendEmail (API v2) as the handlers use. */
export interface SesRequest {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[] };
  Content?: {
    Simple?: {
      Subject?: { Data?: string };
      Body?: { Text?: { Data?: string }; Html?: { Data?: string } };
      Headers?: { Name: string; Value: string }[];
    };
  };
}

/** Takes an e-mail and gives its id. */
export type MailServer = (request: SesRequest) => Promise<string>;

const mailOf = ({ FromEmailAddress, Destination, Content }: SesRequest) => ({
  from: FromEmailAddress,
  to: Destination?.ToAddresses,
  subject: Content?.Simple?.Subject?.Data,
  text: Content?.Simple?.Body?.Text?.Data,
  html: Content?.Simple?.Body?.Html?.Data,
  headers: (Content?.Simple?.Headers ?? []).map(({ Name, Value }) => ({ key: Name, value: Value })),
});

/**
 * What stands for SES on one machine: an SMTP server where `smtpUrl` names one (`smtp://user:password@host:port`),
 * else a folder that gets one `.eml` file an e-mail, named by when it came and its digest.
 */
export function localMail({ outboxDir, smtpUrl }: { outboxDir: string; smtpUrl?: string }): MailServer {
  if (smtpUrl) {
    const transport = nodemailer.createTransport(smtpUrl);
    return async (request) => (await transport.sendMail(mailOf(request))).messageId;
  }
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return async (request) => {
    const { message, messageId } = await transport.sendMail(mailOf(request));
    const bytes = message as Buffer;
    await mkdir(outboxDir, { recursive: true });
    const at = new Date().toISOString().replace(/[:.]/g, '-');
    const name = `${at}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.eml`;
    // Written beside and renamed, so that a reader of the folder never sees half an e-mail.
    const partial = path.join(outboxDir, `.${randomUUID()}`);
    await writeFile(partial, bytes);
    await rename(partial, path.join(outboxDir, name));
    return messageId;
  };
}
