import { PAGES } from './answers/pages.ts';
import { httpHandler } from './http.ts';

/** HTTP: what people read. */
export const handler = httpHandler({ name: 'page', answers: PAGES, errorPage: () => import('./page/problem.ts') });
