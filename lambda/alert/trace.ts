import type { Change } from './change.ts';

/** Writes a line of the log: what happened, and the ids by which it is followed. */
export type Note = (message: string, details: Record<string, unknown>) => void;

/** The ids by which a change is followed: its own, its commitment's, and the article's that says so. */
export const traceOf = ({ id, kind, picture }: Change) => ({
  change: id,
  kind,
  commitment: picture.commitment,
  article: picture.article ?? null,
});
