import * as z from 'zod';
import { instant, pageOf } from './schema-parts.ts';

/** What the API answers to who writes, and about what was written: replies, reviews, subscriptions. */

/** What a reply tells, whether or not it has been decided on. */
const replyShape = {
  id: z.string(),
  commitment: z.string(),
  kind: z.enum(['reply', 'correction']),
  name: z.string(),
  organisation: z.string().nullable(),
  text: z.string(),
  source: z.string().nullable(),
  receivedAt: instant,
};

export const PublicReply = z
  .strictObject({
    ...replyShape,
    decidedAt: instant,
    outcome: z.enum(['published', 'corrected', 'declined']),
    answer: z.string(),
  })
  .meta({ id: 'PublicReply' });

export const PublicReplyPage = pageOf(PublicReply);

export const PendingReply = z
  .strictObject({
    ...replyShape,
    contact: z.string().meta({ description: 'E-mail address: for the moderator alone, and erased by the decision' }),
    state: z.literal('pending'),
  })
  .meta({ id: 'PendingReply' });

export const PendingReplyPage = pageOf(PendingReply);

export const FiledReply = z
  .strictObject({ id: z.string(), commitment: z.string(), state: z.literal('pending'), receivedAt: instant })
  .meta({ id: 'FiledReply' });

export const ReviewAdded = z.object({
  id: z.string(),
  commitment: z.string(),
  by: z.string(),
  at: z.string(),
  written: z.array(z.string()).meta({ description: 'Ids of the commitments it changed' }),
});

export const Subscribed = z.object({
  id: z.string(),
  token: z.string(),
  secret: z.string().optional(),
  state: z.literal('pending'),
});

export const SubscriptionEnded = z.strictObject({ id: z.string(), state: z.literal('ended') });

export const SecretReplaced = z.strictObject({
  secret: z.string().meta({ description: 'Shown once; the one before it signs beside it' }),
});

export const ReplayQueued = z.strictObject({
  message: z.string().meta({ description: 'Id under which it is sent again' }),
  state: z.literal('queued'),
});
