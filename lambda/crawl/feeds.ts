import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { ENV } from '../env.ts';
import { BUILT_IN_FEEDS } from './feeds-list.ts';

// The small form of the library brings no messages of its own.
z.config(en());

const followed = ['news', 'official', 'archive'] as const;
const quirks = [
  /** Items of other kinds (video, photo) are mixed in. */
  'mixed-kinds',
  /** `guid` is a position in the list, not an identity. */
  'guid-is-position',
  /** The window is short against what is published in a day. */
  'short-window',
  /** Known to refuse addresses of cloud providers. */
  'blocks-clouds',
  /** Validators (ETag, Last-Modified) are not to be believed. */
  'lying-304',
] as const;
const instant = z.iso.datetime({ offset: true });

/** A publisher's feed, as a small record of facts. */
const feedSchema = z.strictObject({
  /** Short and stable: its history is kept under it. */
  id: z
    .string()
    .check(z.regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'lower-case letters, digits, dots and dashes, at most 80')),
  /** Id of the outlet in `read`'s site table, or the registrable host. */
  outlet: z.string().check(z.minLength(1), z.maxLength(100)),
  url: z.url({ protocol: /^https?$/ }),
  /** `official`: an authority's own press releases. `archive`: stories that somebody put together. */
  kind: z._default(z.enum(followed), 'news'),
  /** Minutes between two polls to begin with; the interval then follows the feed. */
  everyMinutes: z._default(z.number().check(z.gte(1), z.lte(1440)), 20),
  /** What is known of its habits. */
  quirks: z._default(z.array(z.enum(quirks)), []),
  /** Day from which it is followed at all (`YYYY-MM-DD`); entries dated earlier are left alone. */
  since: z._default(z.nullable(z.iso.date()), null),
  /** Off: listed, not polled. */
  enabled: z._default(z.boolean(), true),
  /** When it was last seen to answer (`YYYY-MM`), or null where nobody could check it. */
  verified: z._default(z.nullable(z.string()), null),
  /** Stories shipped with the product. */
  sample: z._default(z.boolean(), false),
  /** Instants between which an archive says that it leaves nothing out. */
  covers: z._default(z.nullable(z.strictObject({ from: instant, to: instant })), null),
});

export type Feed = z.infer<typeof feedSchema>;
/** A feed as somebody writes it: what is left out has a default. */
export type FeedInput = z.input<typeof feedSchema>;

/** The configured feeds do not say what they must. */
export class BadFeeds extends Error {
  override name = 'BadFeeds';
}

/** Completes and checks one feed. @throws BadFeeds naming field and fault. */
export function feedOf(input: FeedInput): Feed {
  return parsed([input], 'feed')[0]!;
}

function parsed(value: unknown, where: string): Feed[] {
  const list = z.array(feedSchema).safeParse(value);
  if (!list.success) {
    const faults = list.error.issues.map((issue) => `${issue.path.join('.') || '(the list)'}: ${issue.message}`);
    throw new BadFeeds(`${where} is wrong: ${faults.join('; ')}`);
  }
  return list.data;
}

function fromEnv(name: string, value: string | undefined): Feed[] | null {
  if (value === undefined || value.trim() === '') return null;
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch (error) {
    throw new BadFeeds(`${name} is not JSON: ${(error as Error).message}`);
  }
  return parsed(json, name);
}

function fromFile(file: string | undefined): Feed[] | null {
  if (file === undefined) return null;
  try {
    return fromEnv(file, readFileSync(file, 'utf8')) ?? parsed(null, file);
  } catch (error) {
    if (error instanceof BadFeeds) throw error;
    throw new BadFeeds(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/**
 * The feeds to follow: the environment's list, or that of the file it names, or else the built-in one, and the environment's further ones.
 * @throws BadFeeds where a file cannot be read, a list is no list of feeds or an id is used twice.
 */
export function feedsFromEnv(env: NodeJS.ProcessEnv = process.env): Feed[] {
  const own =
    fromEnv(ENV.feeds, env[ENV.feeds]) ?? fromFile(env[ENV.feedsFile]) ?? parsed(BUILT_IN_FEEDS, 'the built-in list');
  const all = [...own, ...(fromEnv(ENV.extraFeeds, env[ENV.extraFeeds]) ?? [])];
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id)) throw new BadFeeds(`two feeds have the id ${id}`);
    ids.add(id);
  }
  return all;
}
