import { stripVTControlCharacters, styleText } from 'node:util';
import { extract } from '../extract/extract.ts';
import type { ActorRef, DeadlineClaim, Extraction, Mention, Span } from '../extract/types.ts';

export interface ExplainInput {
  title: string;
  text: string;
  published: string | null;
  source: string;
}

type Style = Parameters<typeof styleText>[0];

/** A stretch of the article that is marked, innermost last. */
interface Mark extends Span {
  style: Style;
  /** What is written after it where there is no colour, and with it as a small note. */
  note: string;
}

/**
 * One article for a person to read: its text with commitments, speakers and deadlines marked, then each commitment
 * with its fields and the rules that found them.
 */
export function explain(input: ExplainInput, { width, colour }: { width: number; colour: boolean }): string {
  const extraction = extract(input);
  const paint = (style: Style, text: string) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const lines: string[] = [];
  if (input.title) lines.push(paint('bold', input.title));
  lines.push(
    paint('dim', `${input.source} · published ${input.published ?? 'unknown: relative dates stay unresolved'}`),
    '',
  );
  lines.push(...wrap(marked(input.text, extraction, paint), width), '');
  const { commitments, statements, timexes } = extraction;
  lines.push(
    paint(
      'bold',
      `${count(commitments.length, 'commitment')}, ${count(statements.length, 'statement')}, ${count(timexes.length, 'temporal expression')}`,
    ),
    '',
  );
  commitments.forEach((mention, index) => {
    lines.push(...describe(mention, index + 1, paint), '');
  });
  for (const statement of statements) {
    const said = input.text.slice(statement.content.start, statement.content.end).replace(/\s+/g, ' ');
    lines.push(
      `${paint('cyan', statement.direct ? 'said' : 'reported')}  ${name(statement.speaker)}: ${short(said, 90)}  ${paint('dim', statement.rule)}`,
    );
  }
  if (timexes.length > 0) lines.push('');
  for (const timex of timexes) {
    lines.push(
      `${paint('magenta', timex.type.toLowerCase().padEnd(8))} ${timex.text.replace(/\s+/g, ' ')} = ${timex.value}  ${paint('dim', timex.rule)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const name = (ref: ActorRef | null) => (ref ? `${ref.text}${ref.actor ? ` [${ref.actor}]` : ''}` : 'the reporter');

function describe(mention: Mention, number: number, paint: (style: Style, text: string) => string): string[] {
  const label = (text: string) => paint('dim', text.padEnd(14));
  const rows = [
    `${paint(['bold', 'yellow'], `${number}. ${mention.type}`)}${mention.negated ? ' (not to do)' : ''}  ${mention.action.text.replace(/\s+/g, ' ')}`,
    `   ${label('who')}${mention.obligors.map(name).join('; ')}`,
  ];
  if (mention.counterparties.length > 0)
    rows.push(`   ${label('towards')}${mention.counterparties.map(name).join('; ')}`);
  rows.push(`   ${label('said by')}${name(mention.speaker)}`);
  rows.push(`   ${label('by when')}${mention.deadline ? due(mention.deadline) : 'no deadline stated'}`);
  if (mention.condition) rows.push(`   ${label('condition')}${mention.condition.text.replace(/\s+/g, ' ')}`);
  rows.push(
    `   ${label('why')}rule ${mention.rule}, ${mention.modality}, topic ${mention.topic}, confidence ${mention.confidence.toFixed(2)}`,
  );
  return rows;
}

function due(claim: DeadlineClaim): string {
  const window = claim.latest ? ` (${claim.earliest ?? '…'} to ${claim.latest})` : '';
  return `"${claim.text.replace(/\s+/g, ' ')}" → ${claim.due}${window}, rule ${claim.rule}`;
}

function marked(text: string, extraction: Extraction, paint: (style: Style, text: string) => string): string {
  const marks: Mark[] = extraction.commitments.flatMap((mention, index) => {
    const own: Mark[] = [{ ...mention.action, style: ['yellow', 'underline'], note: `[${index + 1}]` }];
    if (mention.deadline) own.push({ ...mention.deadline, style: 'magenta', note: `[due ${mention.deadline.due}]` });
    return own;
  });
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  // Two commitments may share a deadline: it is marked once.
  const told = new Set<string>();
  let out = '';
  let at = 0;
  for (const mark of marks) {
    const own = `${mark.start} ${mark.end} ${mark.note}`;
    if (told.has(own)) continue;
    told.add(own);
    if (mark.start < at) {
      // Lies in one already painted: its note is still told.
      out += paint('dim', mark.note);
      continue;
    }
    out += text.slice(at, mark.start) + paint(mark.style, text.slice(mark.start, mark.end)) + paint('dim', mark.note);
    at = mark.end;
  }
  return out + text.slice(at);
}

/** Wraps at spaces; colours have no width. */
function wrap(text: string, width: number): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const size = stripVTControlCharacters(word).length;
      if (used > 0 && used + 1 + size > width) {
        lines.push(line);
        line = word;
        used = size;
      } else {
        line = used > 0 ? `${line} ${word}` : word;
        used += size + (used > 0 ? 1 : 0);
      }
    }
    return [...lines, line];
  });
}
