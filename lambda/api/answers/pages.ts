import { type Answers, answering } from '../route.ts';

/** What people read, and what describes the API. */
export const PAGES: Answers = {
  'GET /': answering(() => import('../page/list.ts').then((m) => ({ query: m.listQuery, answer: m.list }))),
  'GET /commitments/{id}': answering(() =>
    import('../page/commitment.ts').then((m) => ({ query: m.oneQuery, answer: m.getOne })),
  ),
  'GET /actors': answering(() => import('../page/actors.ts').then((m) => ({ answer: m.actors }))),
  'GET /actors/{id}': answering(() => import('../page/actors.ts').then((m) => ({ answer: m.actor }))),
  'GET /calendar': answering(() =>
    import('../page/calendar.ts').then((m) => ({ query: m.calendarPageQuery, answer: m.calendarPage })),
  ),
  'GET /feeds': answering(() => import('../page/feeds.ts').then((m) => ({ answer: m.feeds }))),
  'GET /corrections': answering(() =>
    import('../page/corrections.ts').then((m) => ({ query: m.repliesQuery, answer: m.corrections })),
  ),
  'GET /about': answering(() => import('../page/about.ts').then((m) => ({ answer: m.aboutPage }))),
  'GET /docs': answering(() => import('../page/docs.ts').then((m) => ({ answer: m.docsPage }))),
  'GET /openapi.json': answering(() => import('../openapi.ts').then((m) => ({ answer: m.openapi }))),
};
