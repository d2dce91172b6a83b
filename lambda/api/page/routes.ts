import { type Route, route } from '../route.ts';

const shared = { method: 'GET', tag: 'Pages', formats: ['html'] } as const;

/** The rows of the table of routes that are for people, by addresses of their own. */
export const PAGE_ROUTES: readonly Route[] = [
  route({
    ...shared,
    path: '/',
    summary: 'The list',
    load: () => import('../commitments.ts').then((m) => ({ query: m.listQuery, answer: m.list })),
  }),
  route({
    ...shared,
    path: '/commitments/{id}',
    summary: 'One commitment',
    load: () => import('../commitments.ts').then((m) => ({ query: m.oneQuery, answer: m.getOne })),
  }),
  route({
    ...shared,
    path: '/actors',
    summary: 'Who has made or been given commitments',
    load: () => import('../actors.ts').then((m) => ({ answer: m.actorsHtml })),
  }),
  route({
    ...shared,
    path: '/actors/{id}',
    summary: 'One actor’s record',
    load: () => import('../actors.ts').then((m) => ({ answer: m.actor })),
  }),
  route({
    ...shared,
    path: '/calendar',
    summary: 'What falls due',
    load: () => import('./calendar.ts').then((m) => ({ query: m.calendarPageQuery, answer: m.calendarPage })),
  }),
  route({
    ...shared,
    path: '/feeds',
    summary: 'Health of the sources',
    load: () => import('../feeds.ts').then((m) => ({ answer: m.feedsPage })),
  }),
  route({
    ...shared,
    path: '/corrections',
    summary: 'What was asked to be corrected',
    load: () => import('../replies.ts').then((m) => ({ query: m.repliesQuery, answer: m.corrections })),
  }),
  route({
    ...shared,
    path: '/about',
    summary: 'What this is and how it decides',
    load: () => import('./about.ts').then((m) => ({ answer: m.aboutPage })),
  }),
  route({
    ...shared,
    path: '/docs',
    summary: 'This reference',
    load: () => import('./docs.ts').then((m) => ({ answer: m.docsPage })),
  }),
  route({
    ...shared,
    path: '/openapi.json',
    summary: 'The OpenAPI document',
    formats: ['json'],
    reply: 'OpenApi',
    load: () => import('../openapi.ts').then((m) => ({ answer: m.openapi })),
  }),
  route({
    ...shared,
    path: '/subscribe',
    summary: 'Subscribe, as a page',
    load: () => import('./subscribe.ts').then((m) => ({ answer: m.subscribePage })),
  }),
  route({
    ...shared,
    path: '/subscribe/confirm',
    summary: 'Ask whether to confirm a subscription',
    load: () => import('./subscribe.ts').then((m) => ({ query: m.byToken, answer: m.confirmPage })),
  }),
  route({
    ...shared,
    method: 'POST',
    path: '/subscribe/confirm',
    summary: 'Confirm a subscription',
    load: () => import('./subscribe.ts').then((m) => ({ query: m.byToken, answer: m.confirmIt })),
  }),
  route({
    ...shared,
    path: '/unsubscribe',
    summary: 'Ask whether to end a subscription',
    load: () => import('./subscribe.ts').then((m) => ({ query: m.byToken, answer: m.endPage })),
  }),
  route({
    ...shared,
    method: 'POST',
    path: '/unsubscribe',
    summary: 'End a subscription',
    load: () => import('./subscribe.ts').then((m) => ({ query: m.byToken, answer: m.endIt })),
  }),
];
