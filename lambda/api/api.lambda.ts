import { DATA } from './answers/data.ts';
import { httpHandler } from './http.ts';

/** HTTP: what programs read. */
export const handler = httpHandler({ name: 'api', answers: DATA });
