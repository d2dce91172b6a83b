import { actor, actors, actorsHtml, actorsQuery } from './actors.ts';
import { article } from './articles.ts';
import { calendar, calendarQuery } from './calendar.ts';
import { changes, changesQuery } from './changes.ts';
import { getOne, list, oneQuery, statuses } from './commitments.ts';
import { datapackage, exported, exportQuery } from './datapackage.ts';
import { feeds, feedsPage } from './feeds.ts';
import { listQuery } from './listing.ts';
import { openapi } from './openapi.ts';
import { aboutPage } from './page/about.ts';
import { calendarPage, calendarPageQuery } from './page/calendar.ts';
import { docsPage } from './page/docs.ts';
import { langOnly } from './parameters.ts';
import { corrections, decide, decisionBody, fileReply, pendingReplies, repliesQuery, replyBody } from './replies.ts';
import { review, reviewBody, reviewReply } from './reviews.ts';
import { type Route, route } from './route.ts';
import * as schema from './schema.ts';
import { statements, statementsQuery } from './statements.ts';
import { stats, statsQuery } from './stats.ts';
import { SUBSCRIPTION_ROUTES } from './subscriptions.ts';

export type { Route } from './route.ts';

/** Everything that can be asked for: the router, the OpenAPI document and its reference are made from this table. */
export const ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/commitments',
    tag: 'Commitments',
    summary: 'Commitments, filtered, newest first',
    description:
      'What other than actor, outlet, topic, status, due and stated ranges is filtered within a read budget: a page may be short, or empty, and still have a next.',
    query: listQuery,
    reply: schema.pageOf(schema.Summary.partial()),
    formats: ['json', 'csv', 'ndjson', 'atom', 'jsonfeed', 'ics', 'html'],
    answer: list,
  }),
  route({
    method: 'GET',
    path: '/v1/commitments/{id}',
    tag: 'Commitments',
    summary: 'One commitment with its evidence and history',
    description: 'An id that was merged into another answers 301 with the other’s address.',
    query: oneQuery,
    reply: schema.Detail,
    formats: ['json', 'bib', 'csl', 'ics', 'html'],
    answer: getOne,
  }),
  route({
    method: 'GET',
    path: '/v1/calendar.ics',
    tag: 'Commitments',
    summary: 'What falls due, as a calendar to subscribe to',
    query: calendarQuery,
    formats: ['ics'],
    answer: calendar,
  }),
  route({
    method: 'GET',
    path: '/v1/statements',
    tag: 'Commitments',
    summary: 'The sentences that commitments rest on, and who said them',
    query: statementsQuery,
    reply: schema.pageOf(schema.Statement),
    answer: statements,
  }),
  route({
    method: 'GET',
    path: '/v1/statuses',
    tag: 'Commitments',
    summary: 'The decision table behind every status',
    query: langOnly,
    reply: schema.Statuses,
    answer: statuses,
  }),
  route({
    method: 'GET',
    path: '/v1/stats',
    tag: 'Commitments',
    summary: 'Counts by status, topic, type and month',
    query: statsQuery,
    reply: schema.Stats,
    answer: stats,
  }),
  route({
    method: 'GET',
    path: '/v1/actors',
    tag: 'Actors and articles',
    summary: 'Listed regulators, officials and platforms',
    query: actorsQuery,
    reply: schema.pageOf(schema.Actor),
    answer: actors,
  }),
  route({
    method: 'GET',
    path: '/v1/actors/{id}',
    tag: 'Actors and articles',
    summary: 'One actor and its record: kept, late, overdue, and how long it takes',
    query: langOnly,
    reply: schema.ActorDetail,
    formats: ['json', 'html'],
    answer: actor,
  }),
  route({
    method: 'GET',
    path: '/v1/articles/{id}',
    tag: 'Actors and articles',
    summary: 'One article: what it is and the sentences something was read from, not its body',
    query: langOnly,
    reply: schema.Article,
    answer: article,
  }),
  route({
    method: 'GET',
    path: '/v1/feeds',
    tag: 'Actors and articles',
    summary: 'Health of the followed feeds, and since when each is covered',
    query: langOnly,
    reply: schema.Feeds,
    answer: feeds,
  }),
  route({
    method: 'GET',
    path: '/v1/changes',
    tag: 'Copies and exports',
    summary: 'Every public change, in order, to keep a copy by',
    description: 'Apply them in order, the last of an id winning; a tombstone takes an id away. Ask again from next.',
    query: changesQuery,
    reply: schema.Changes,
    answer: changes,
  }),
  route({
    method: 'GET',
    path: '/v1/export',
    tag: 'Copies and exports',
    summary: 'Every commitment whole, oldest first, in pages with their SHA-256',
    description:
      'The header x-content-sha256 is of the page’s bytes before compression; x-next-cursor and Link lead on.',
    query: exportQuery,
    formats: ['ndjson', 'csv'],
    answer: exported,
  }),
  route({
    method: 'GET',
    path: '/v1/datapackage.json',
    tag: 'Copies and exports',
    summary: 'What the exports hold: licence, schema version, codebook',
    query: langOnly,
    answer: datapackage,
  }),
  route({
    method: 'GET',
    path: '/v1/corrections',
    tag: 'Replies and reviews',
    summary: 'Replies and requests for correction that were decided on',
    query: repliesQuery,
    reply: schema.pageOf(schema.PublicReply),
    formats: ['json', 'html'],
    answer: corrections,
  }),
  route({
    method: 'POST',
    path: '/v1/commitments/{id}/replies',
    tag: 'Replies and reviews',
    summary: 'File a reply or ask for a correction',
    description: 'Kept for a moderator. Five an hour and person, twenty a day and commitment.',
    query: langOnly,
    body: replyBody,
    status: 202,
    reply: schema.FiledReply,
    formats: ['json', 'html'],
    answer: fileReply,
  }),
  route({
    method: 'GET',
    path: '/v1/replies',
    tag: 'Replies and reviews',
    summary: 'Replies that wait for a moderator',
    query: repliesQuery,
    scope: 'moderate',
    answer: pendingReplies,
  }),
  route({
    method: 'POST',
    path: '/v1/commitments/{id}/replies/{reply}',
    tag: 'Replies and reviews',
    summary: 'Decide on a reply',
    query: langOnly,
    body: decisionBody,
    reply: schema.PublicReply,
    scope: 'moderate',
    answer: decide,
  }),
  route({
    method: 'POST',
    path: '/v1/commitments/{id}/reviews',
    tag: 'Replies and reviews',
    summary: 'Confirm, correct, reject, link, part or annotate',
    description: 'A review is an event: it is added, and nothing that was said before is taken away.',
    query: langOnly,
    body: reviewBody,
    status: 201,
    reply: reviewReply,
    scope: 'review',
    answer: review,
  }),
  ...SUBSCRIPTION_ROUTES,
  ...pages(),
];

/** What is for people, by addresses of its own. */
function pages(): Route[] {
  const shared = { method: 'GET', tag: 'Pages', formats: ['html'] } as const;
  return [
    route({ ...shared, path: '/', summary: 'The list', query: listQuery, answer: list }),
    route({ ...shared, path: '/commitments/{id}', summary: 'One commitment', query: oneQuery, answer: getOne }),
    route({
      ...shared,
      path: '/actors',
      summary: 'Who has made or been given commitments',
      query: langOnly,
      answer: actorsHtml,
    }),
    route({ ...shared, path: '/actors/{id}', summary: 'One actor’s record', query: langOnly, answer: actor }),
    route({ ...shared, path: '/calendar', summary: 'What falls due', query: calendarPageQuery, answer: calendarPage }),
    route({ ...shared, path: '/feeds', summary: 'Health of the sources', query: langOnly, answer: feedsPage }),
    route({
      ...shared,
      path: '/corrections',
      summary: 'What was asked to be corrected',
      query: repliesQuery,
      answer: corrections,
    }),
    route({
      ...shared,
      path: '/about',
      summary: 'What this is and how it decides',
      query: langOnly,
      answer: aboutPage,
    }),
    route({ ...shared, path: '/docs', summary: 'This reference', query: langOnly, answer: docsPage(() => ROUTES) }),
    route({
      ...shared,
      path: '/openapi.json',
      summary: 'The OpenAPI document',
      query: langOnly,
      formats: ['json'],
      answer: openapi(() => ROUTES),
    }),
  ];
}
