/** What somebody claims to be done and others say is not. */
import * as cue from './denials.data.ts';

/**
 * What a sentence says somebody claims to be done, where behind it stands that it is contradicted: `X menyatakan gerai telah ditutup,
 * tetapi warga membantahnya`, `Klaim X telah menutup gerai dipersoalkan`. Empty where it does not. Linear.
 */
export function claimIn(lower: string): string {
  if (cue.CLAIM_DENIED.test(lower) && cue.CLAIMED_DONE.test(lower)) return lower;
  const claim = cue.CLAIMS.exec(lower);
  if (claim === null) return '';
  const from = claim.index + claim[0].length;
  const done = cue.CLAIMED_DONE.exec(lower.slice(from));
  if (done === null) return '';
  const behind = from + done.index + done[0].length;
  const rest = lower.slice(behind);
  const contradicted = cue.CONTRADICTS.exec(rest)?.index ?? othersIn(rest)?.said;
  if (contradicted === undefined) return '';
  const said = lower.slice(0, behind + contradicted);
  const turn = cue.TURNS.exec(said.slice(behind));
  if (turn !== null) return said.slice(0, behind + turn.index);
  return claim[0].endsWith('klaim') && claim.index === 0 ? said : '';
}

/** `X menyatakan laporan sudah diserahkan, sedangkan Y mengatakan belum`: one says that it is done, and others behind a comma that not. */
export function isClaimTurned(lower: string): boolean {
  const others = othersIn(lower);
  if (others === undefined) return false;
  const claimed = lower.slice(0, others.turn);
  return cue.CLAIMS.test(claimed) && cue.CLAIMED_DONE.test(claimed) && cue.NOT_SO.test(lower.slice(others.said));
}

/** Where behind a comma it turns to others, and where these say something; undefined where they say nothing. */
function othersIn(lower: string): { turn: number; said: number } | undefined {
  const turn = cue.ADVERSE.exec(lower);
  if (turn === null) return undefined;
  const from = turn.index + turn[0].length;
  const said = cue.SAY.exec(lower.slice(from));
  return said === null ? undefined : { turn: turn.index, said: from + said.index };
}
