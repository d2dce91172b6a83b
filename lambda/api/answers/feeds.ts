import { type Answers, answering } from '../route.ts';

/** What feed readers subscribe to. */
export const FEEDS: Answers = {
  'GET /v1/commitments': answering(() =>
    import('../syndication.ts').then((m) => ({ query: m.listQuery, answer: m.list })),
  ),
};
