import { type Answers, answering } from '../route.ts';

/** What programs read: JSON, tables, citations and calendars. */
export const DATA: Answers = {
  'GET /v1/commitments': answering(() =>
    import('../commitments-data.ts').then((m) => ({ query: m.listQuery, answer: m.list })),
  ),
  'GET /v1/commitments/{id}': answering(() =>
    import('../commitments-data.ts').then((m) => ({ query: m.oneQuery, answer: m.getOne })),
  ),
  'GET /v1/calendar.ics': answering(() =>
    import('../calendar.ts').then((m) => ({ query: m.calendarQuery, answer: m.calendar })),
  ),
  'GET /v1/statements': answering(() =>
    import('../statements.ts').then((m) => ({ query: m.statementsQuery, answer: m.statements })),
  ),
  'GET /v1/statuses': answering(() => import('../commitments-data.ts').then((m) => ({ answer: m.statuses }))),
  'GET /v1/stats': answering(() => import('../stats.ts').then((m) => ({ query: m.statsQuery, answer: m.stats }))),
  'GET /v1/actors': answering(() => import('../actors.ts').then((m) => ({ query: m.actorsQuery, answer: m.actors }))),
  'GET /v1/actors/{id}': answering(() => import('../actors.ts').then((m) => ({ answer: m.actor }))),
  'GET /v1/articles/{id}': answering(() => import('../articles.ts').then((m) => ({ answer: m.article }))),
  'GET /v1/feeds': answering(() => import('../feeds.ts').then((m) => ({ answer: m.feeds }))),
  'GET /v1/changes': answering(() =>
    import('../changes.ts').then((m) => ({ query: m.changesQuery, answer: m.changes })),
  ),
  'GET /v1/export': answering(() =>
    import('../datapackage.ts').then((m) => ({ query: m.exportQuery, answer: m.exported })),
  ),
  'GET /v1/datapackage.json': answering(() => import('../datapackage.ts').then((m) => ({ answer: m.datapackage }))),
  'GET /v1/corrections': answering(() =>
    import('../replies.ts').then((m) => ({ query: m.repliesQuery, answer: m.corrections })),
  ),
};
