/**
 * Frames of news sentences: a wording with slots, filled with deeds and bodies of many sorts. A labelled article shows how one
 * sentence was worded; a frame shows whether a wording is read whatever is promised in it and whoever promises it.
 * `bench/frames.ts` prints what is read wrong.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from '../../lambda/extract/extract.ts';
import type { Mention } from '../../lambda/extract/types.ts';
import { type FollowArticle, followRows } from '../../lambda/ledger/follow.ts';
import { BODIES, type Body, DEEDS, type Deed } from './slots.ts';

/** A frame with what a careful reader finds in it, whatever its slots are filled with. */
export interface Frame {
  text: string;
  kind: Mention['type'] | 'none';
  /** Due day, `vague`, `unanchored`, or null for none. */
  due?: string | null;
  /** `S` for the spokesman, `X` for the body, another name as written, or null for nobody. */
  speaker?: string | null;
}

/** A frame of an article that may tell what became of `X berjanji … paling lambat 30 Juni 2025`. */
export interface EndFrame {
  text: string;
  published: string;
  /** A status; `none` where it tells of no end, `moved` where it names a later day ({@link EndFrame.due}). */
  status: string;
  due?: string;
}

/** Frames of two articles, each with a commitment: one and the same, or two. */
export interface JoinFrame {
  first: string;
  /** With `{Y}` another body, and `{B}`, `{C}`, `{M}`, `{Q}` another deed as `{A}`, `{P}`, `{N}`, `{O}` are the first. */
  second: string;
  published: string;
  same: boolean;
}

/** A filled frame, and what was read wrong in it; empty where nothing was. */
export interface Wrong {
  text: string;
  errors: string[];
}

export const framesIn = <T>(name: string): T[] =>
  readFileSync(path.join(import.meta.dirname, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Day on which the articles of frames appear, a Thursday; and the last on which the promise of {@link EndFrame}s can be kept. */
const PUBLISHED = '2025-06-12';
const DUE = '2025-06-30';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** So many deeds behind the first stands the other one. */
const OTHER_DEED = 23;

/** The `turn`-th filling of the frame at an index: deeds and bodies go round so that no frame meets always the same. */
function filling(index: number, turn: number): { deed: Deed; body: Body; fill: (text: string) => string } {
  const deed = DEEDS[(index * 7 + turn * 5) % DEEDS.length]!;
  const body = BODIES[(index + turn) % BODIES.length]!;
  const other = DEEDS[(index * 7 + turn * 5 + OTHER_DEED) % DEEDS.length]!;
  const slots: Record<string, string> = {
    ...{ X: body.name, S: body.spokesman, s: body.short, Y: BODIES[(index + turn + 1) % BODIES.length]!.name },
    ...{ A: deed.active, P: deed.passive, N: deed.noun, O: deed.object },
    ...{ B: other.active, C: other.passive, M: other.noun, Q: other.object },
  };
  const fill = (text: string): string =>
    text.replace(/\{(\^?)([XSsYAPNOBCMQ])\}/g, (_, up: string, slot: string) =>
      up ? capital(slots[slot]!) : slots[slot]!,
    );
  return { deed, body, fill };
}

/** Reads a filled frame as an article of its own. */
export function readFrame(frame: Frame, index: number, turn: number): Wrong {
  const { body, fill } = filling(index, turn);
  const text = fill(frame.text);
  const { commitments } = extract({
    text: `Sejumlah warga memadati alun-alun sejak pagi.\n\n${text}\n\nCuaca di lokasi cerah sepanjang hari.`,
    published: PUBLISHED,
    title: 'Kabar hari ini dari daerah',
  });
  if (frame.kind === 'none') return { text, errors: commitments.length > 0 ? ['found'] : [] };
  const [first] = [...commitments].sort((a, b) => b.confidence - a.confidence);
  if (!first) return { text, errors: ['missed'] };
  const errors: string[] = [];
  if (commitments.length > 1) errors.push('several');
  if (first.type !== frame.kind) errors.push('type');
  if (!first.obligors.some((ref) => isBody(ref.text, body))) errors.push('obligor');
  if (frame.due !== undefined && (first.deadline?.due ?? null) !== frame.due) errors.push('due');
  if (!isSpeaker(first.speaker?.text ?? '', frame.speaker ?? null, body)) errors.push('speaker');
  return { text, errors };
}

const isBody = (text: string, { name, spokesman }: Body): boolean =>
  text.includes(name) || name.includes(text) || spokesman.endsWith(text);

function isSpeaker(said: string, wanted: string | null, { name, short, spokesman }: Body): boolean {
  if (wanted === null) return said === '';
  if (said === '') return false;
  if (wanted === 'S') return spokesman.endsWith(said) || said === short;
  if (wanted === 'X') return said.includes(name) || name.includes(said);
  return wanted.includes(said) || said.includes(wanted);
}

const DAY = 86_400_000;

const articleOf = (id: string, published: string, title: string, text: string): FollowArticle => ({
  ...{ id, url: `https://${id}.example/${id}`, outlet: id, published, title, text },
});

/** Reads a filled frame as the second article of a pile whose first one promises the deed; null where that is not found. */
export function readEnd(frame: EndFrame, index: number, turn: number): Wrong | null {
  const { body, deed, fill } = filling(index, turn);
  const text = fill(frame.text);
  const promise = `${body.name} berjanji ${deed.active} ${deed.object} paling lambat 30 Juni 2025.`;
  const told = `${frame.published}T15:00:00+07:00`;
  const at = new Date(Date.parse(told) + DAY);
  const rows = followRows(
    [
      articleOf(
        'a',
        `${PUBLISHED}T12:00:00+07:00`,
        `${body.name} akan ${deed.active} ${deed.object}`,
        `Jakarta - ${promise} Hal itu disampaikan ${body.spokesman}, Kamis (12/6/2025).`,
      ),
      articleOf(
        'b',
        told,
        text.split(/(?<=[.!?]["”]?)\s/)[0]!.slice(0, 90),
        `${text}\n\n"Prosesnya tidak mudah," kata Seto, warga Depok.`,
      ),
    ],
    [at.toISOString()],
  );
  const row = rows.find(({ mentions }) => mentions.some(({ article }) => article === 'a'));
  if (!row) return null;
  const status = row.statusAt[0]?.status ?? 'none';
  const open = at.getTime() > Date.parse(`${DUE}T23:59:59+07:00`) ? ['overdue'] : ['open', 'due_soon'];
  const isMoved = frame.due === undefined || row.deadlines.some(({ due }) => due === frame.due);
  const fits =
    frame.status === 'none'
      ? open.includes(status)
      : frame.status === 'moved'
        ? (status === 'open' || status === 'due_soon') && isMoved
        : status === frame.status;
  return { text, errors: fits ? [] : [status] };
}

/** Reads a filled frame as a pile of two articles; null where not both are found to report a commitment. */
export function readJoin(frame: JoinFrame, index: number, turn: number): Wrong | null {
  const { fill } = filling(index, turn);
  const told = (id: string, day: string, wording: string): FollowArticle => {
    const text = fill(wording);
    return articleOf(
      id,
      `${day}T12:00:00+07:00`,
      text.slice(0, 90),
      `Jakarta - ${text}\n\nCuaca cerah sepanjang hari.`,
    );
  };
  const rows = followRows([told('a', PUBLISHED, frame.first), told('b', frame.published, frame.second)], []);
  const [early, late] = ['a', 'b'].map((id) => rows.filter(({ mentions }) => mentions.some((m) => m.article === id)));
  if (early!.length === 0 || late!.length === 0) return null;
  const isOne = early!.some((row) => late!.includes(row));
  const text = `${fill(frame.first)} | ${fill(frame.second)}`;
  return { text, errors: isOne === frame.same ? [] : [frame.same ? 'apart' : 'joined'] };
}

/** Fills a frame of a file and says what is read wrong; null where a filling does not fit it. */
type Reader = (frame: Frame & EndFrame & JoinFrame, index: number, turn: number) => Wrong | null;

/** The files of frames, each with what reads them. */
export const READERS: Readonly<Record<string, Reader>> = {
  ...{ said: readFrame, told: readFrame, ordered: readFrame, none: readFrame },
  ...{ ends: readEnd, ended: readEnd, changed: readEnd, nothing: readEnd },
  joined: readJoin,
};

/** The frames of a file, each filled so many times: what is read of each filling that fits. */
export function readings(name: string, turns: number): { frame: Frame & EndFrame & JoinFrame; read: Wrong[] }[] {
  const reader = READERS[name]!;
  return framesIn<Frame & EndFrame & JoinFrame>(name).map((frame, index) => ({
    frame,
    read: Array.from({ length: turns }, (_, turn) => reader(frame, index, turn)).filter((one) => one !== null),
  }));
}
