import { createHash } from 'node:crypto';
import { resolveDeadline } from '../../lambda/extract/time/deadlines.ts';
import type { ActorRef, DeadlineClaim, Mention, MentionType, TextSpan } from '../../lambda/extract/types.ts';
import type { LedgerArticle } from '../../lambda/ledger/types.ts';

/** A mention as a test writes it: where it is in the text is found by its words. */
export interface MentionSketch {
  type?: MentionType;
  /** `Name` or `Name=actor-id`; several by ` + `. */
  obligor: string;
  counterparties?: string;
  speaker?: string;
  action: string;
  /** `YYYY-MM-DD`, `vague`, `unanchored`; with the phrase before `=`: `hingga 29 Juli 2022=2022-07-29`. */
  deadline?: string;
  precision?: DeadlineClaim['precision'];
  kind?: DeadlineClaim['kind'];
  negated?: boolean;
  condition?: string;
  /** The day that a count counts from. */
  anchor?: string;
}

export interface ArticleSketch {
  id: string;
  outlet?: string;
  /** Day or instant; a day is noon in Jakarta. */
  published: string;
  title?: string;
  text: string;
  mentions?: MentionSketch[];
  fingerprint?: LedgerArticle['fingerprint'];
}

const parties = (text: string | undefined, within: string): ActorRef[] =>
  (text ?? '')
    .split(' + ')
    .filter(Boolean)
    .map((part) => {
      const [name, actor] = part.split('=');
      const start = Math.max(0, within.indexOf(name!));
      return { text: name!, actor: actor ?? null, start, end: start + name!.length };
    });

const spanOf = (text: string, part: string): TextSpan => {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`"${part}" is not in the text`);
  return { start, end: start + part.length, text: part };
};

/** The sentence around an offset: up to the stop before and behind. */
function sentenceAround(text: string, at: number): { start: number; end: number } {
  const start = Math.max(0, text.lastIndexOf('. ', at) + 2, text.lastIndexOf('\n', at) + 1);
  const stops = [text.indexOf('. ', at), text.indexOf('.\n', at)].filter((i) => i >= 0);
  return {
    start: text.lastIndexOf('. ', at) < 0 && text.lastIndexOf('\n', at) < 0 ? 0 : start,
    end: stops.length > 0 ? Math.min(...stops) + 1 : text.length,
  };
}

function deadlineOf(text: string, sketch: MentionSketch): DeadlineClaim | null {
  if (!sketch.deadline) return null;
  const [phrase, day] = sketch.deadline.includes('=') ? sketch.deadline.split('=') : [sketch.deadline, sketch.deadline];
  const start = Math.max(0, text.indexOf(phrase!));
  const dated = /^\d{4}-/.test(day!);
  const end = dated ? `${day}T23:59:59+07:00` : null;
  return {
    start,
    end: start + phrase!.length,
    text: phrase!,
    due: day!,
    earliest: end,
    latest: end,
    // The ledger counts on from the rule of a count whose event is not dated yet.
    rule: day === 'unanchored' ? (resolveDeadline(phrase!, { published: '2025-01-01' })?.rule ?? 'test') : 'test',
    anchor: sketch.anchor ?? null,
    anchorSource: sketch.anchor ? 'text' : null,
    precision: sketch.precision ?? (dated ? 'day' : 'vague'),
    zone: 'Asia/Jakarta',
    calendarVersion: null,
    kind: sketch.kind ?? 'due',
  };
}

function mentionOf(text: string, sketch: MentionSketch): Mention {
  const action = spanOf(text, sketch.action);
  const obligors = parties(sketch.obligor, text);
  return {
    type: sketch.type ?? 'pledge',
    obligor: obligors[0]!,
    obligors,
    counterparties: parties(sketch.counterparties, text),
    modality: 'firm',
    topic: 'registration',
    rule: 'test',
    speaker: parties(sketch.speaker, text)[0] ?? null,
    sentence: sentenceAround(text, action.start),
    action,
    deadline: deadlineOf(text, sketch),
    condition: sketch.condition ? spanOf(text, sketch.condition) : null,
    negated: sketch.negated ?? false,
    confidence: 0.9,
  };
}

/** An article with hand-written mentions, as the ledger takes it. */
export function article(sketch: ArticleSketch): LedgerArticle {
  const published = sketch.published.includes('T') ? sketch.published : `${sketch.published}T12:00:00+07:00`;
  const outlet = sketch.outlet ?? 'harian';
  return {
    key: `https://${outlet}.example/${sketch.id}`,
    id: sketch.id,
    url: `https://${outlet}.example/${sketch.id}`,
    outlet,
    published,
    title: sketch.title ?? '',
    text: sketch.text,
    textHash: createHash('sha256').update(sketch.text).digest('hex'),
    fetchedAt: published,
    snapshot: null,
    fingerprint: sketch.fingerprint ?? null,
    extraction: {
      timexes: [],
      statements: [],
      commitments: (sketch.mentions ?? []).map((m) => mentionOf(sketch.text, m)),
      named: [],
    },
    extractorVersion: 'test',
  };
}

/** A wording as a test writes it: what is to be done, and what else is known of it. */
export type Said = [action: string, rest?: Partial<MentionSketch> & { on?: string; before?: string; title?: string }];

/** An article of its own for each wording, a day apart unless said otherwise. */
export function said([action, rest = {}]: Said, i: number): LedgerArticle {
  const { on, before = '', title = '', ...sketch } = rest;
  return article({
    id: `a${i}`,
    outlet: `outlet${i}`,
    published: on ?? `2025-06-0${i + 1}`,
    title,
    text: `${before ? `${before}. ` : ''}Disebutkan ${action}.`,
    mentions: [{ obligor: 'Facebook=facebook', action, ...sketch }],
  });
}
