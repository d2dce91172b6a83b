import { changes } from './changes.ts';
import { getOne, list, statuses } from './commitments.ts';
import { feeds, feedsPage } from './feeds.ts';
import { aboutPage } from './page/about.ts';
import type { Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';

/** One thing that can be asked for: the router, the template and the documents are made from this table. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  summary: string;
  answer(request: ApiRequest): Promise<Reply>;
}

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/v1/commitments', summary: 'Commitments, newest first, filtered', answer: list },
  {
    method: 'GET',
    path: '/v1/commitments/{id}',
    summary: 'One commitment with its evidence and history',
    answer: getOne,
  },
  { method: 'GET', path: '/v1/changes', summary: 'Every public change, in order, to keep a copy by', answer: changes },
  { method: 'GET', path: '/v1/statuses', summary: 'The decision table behind every status', answer: statuses },
  { method: 'GET', path: '/v1/feeds', summary: 'Health of the followed feeds', answer: feeds },
  {
    method: 'GET',
    path: '/',
    summary: 'The list, as a page',
    answer: (request) => list({ ...request, format: 'html' }),
  },
  {
    method: 'GET',
    path: '/commitments/{id}',
    summary: 'One commitment, as a page',
    answer: (request) => getOne({ ...request, format: 'html' }),
  },
  { method: 'GET', path: '/feeds', summary: 'Health of the followed feeds, as a page', answer: feedsPage },
  { method: 'GET', path: '/about', summary: 'What this is and how it decides', answer: aboutPage },
];
