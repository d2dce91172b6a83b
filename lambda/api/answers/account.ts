import { type Answers, answering } from '../route.ts';

/** What is written, and what a token opens: subscriptions, replies, and the work of reviewers and moderators. */
export const ACCOUNT: Answers = {
  'POST /v1/commitments/{id}/replies': answering(() =>
    import('../replies-writes.ts').then((m) => ({ body: m.replyBody, answer: m.fileReply })),
  ),
  'GET /v1/replies': answering(() =>
    import('../replies-writes.ts').then((m) => ({ query: m.repliesQuery, answer: m.pendingReplies })),
  ),
  'POST /v1/commitments/{id}/replies/{reply}': answering(() =>
    import('../replies-writes.ts').then((m) => ({ body: m.decisionBody, answer: m.decide })),
  ),
  'POST /v1/commitments/{id}/reviews': answering(() =>
    import('../reviews.ts').then((m) => ({ body: m.reviewBody, answer: m.review })),
  ),
  'POST /v1/subscriptions': answering(() =>
    import('../subscriptions.ts').then((m) => ({ body: m.subscribeBody, answer: m.subscribeTo })),
  ),
  'DELETE /v1/subscriptions/{id}': answering(() => import('../subscriptions.ts').then((m) => ({ answer: m.remove }))),
  'POST /v1/subscriptions/{id}/rotate': answering(() =>
    import('../subscriptions.ts').then((m) => ({ answer: m.rotate })),
  ),
  'POST /v1/subscriptions/{id}/messages/{message}/replay': answering(() =>
    import('../subscriptions.ts').then((m) => ({ answer: m.replayIt })),
  ),
  'GET /subscribe': answering(() => import('../page/subscribe.ts').then((m) => ({ answer: m.subscribePage }))),
  'GET /subscribe/confirm': answering(() =>
    import('../page/subscribe.ts').then((m) => ({ query: m.byToken, answer: m.confirmPage })),
  ),
  'POST /subscribe/confirm': answering(() =>
    import('../page/subscribe.ts').then((m) => ({ query: m.byToken, answer: m.confirmIt })),
  ),
  'GET /unsubscribe': answering(() =>
    import('../page/subscribe.ts').then((m) => ({ query: m.byToken, answer: m.endPage })),
  ),
  'POST /unsubscribe': answering(() =>
    import('../page/subscribe.ts').then((m) => ({ query: m.byToken, answer: m.endIt })),
  ),
};
