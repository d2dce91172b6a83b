/**
 * Commitments that the ledger keeps and whose outcome is reported, and those of which it was seen. Measured and written by
 * `node bench/evidence.ts`.
 */
export const MISSED = { ended: 58, seen: 19 };
