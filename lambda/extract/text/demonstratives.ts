/** Words behind a noun that point to what was spoken of. */
export const POINTERS: ReadonlySet<string> = new Set(['itu', 'ini', 'tersebut']);

/** The same, and what takes up what was just said. */
export const POINTERS_BACK: ReadonlySet<string> = new Set([...POINTERS, 'tadi']);
