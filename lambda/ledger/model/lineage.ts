/** The oldest ancestor of an actor: the same for a ministry and for what it became. */
export function lineageRoot(actor: string): string {
  return LINEAGE[actor] ?? actor;
}

const LINEAGE: Record<string, string> = { komdigi: 'kominfo' };
