import { ACCOUNT } from './answers/account.ts';
import { httpHandler } from './http.ts';

/** HTTP: what is written, and what a token opens. */
export const handler = httpHandler({ name: 'account', answers: ACCOUNT, errorPage: () => import('./page/problem.ts') });
