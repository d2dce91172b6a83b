import { FEEDS } from './answers/feeds.ts';
import { httpHandler } from './http.ts';

/** HTTP: what feed readers subscribe to. */
export const handler = httpHandler({ name: 'feed', answers: FEEDS });
