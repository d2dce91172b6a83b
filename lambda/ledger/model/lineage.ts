import { actorById, lineage, postAt } from '../../extract/actors/gazetteer.ts';

/**
 * The id under which an actor's promises are kept: of its whole lineage (a ministry and what it became are one), and of
 * the organisation for an official, whose office promises and not the person.
 * @param day `YYYY-MM-DD`: chooses among the posts an official held; without it, or where none is known for it, the last.
 */
export function lineageRoot(actor: string, day?: string): string {
  const row = actorById(actor);
  if (row?.kind !== 'official') return lineage(ownerOf(actor));
  const post = (day ? postAt(actor, day) : null) ?? row.posts?.at(-1);
  return post ? lineage(post.org) : actor;
}

/** A product that has its platform's id before its own (`tiktok-shop` of `tiktok`) is the platform's to answer for. */
function ownerOf(actor: string): string {
  const parts = actor.split('-');
  for (let n = 1; n < parts.length; n++) {
    const owner = parts.slice(0, n).join('-');
    if (actorById(owner)?.kind === 'platform') return owner;
  }
  return actor;
}
