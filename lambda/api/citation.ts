import { hashOf } from '../ledger/store/head.ts';
import type { ApiRequest } from './request.ts';
import { type Judged, titleOf } from './view.ts';

type Where = Pick<ApiRequest, 'origin' | 'now'>;

/** How a commitment is cited: its permanent link, the version that was seen, and the day it was seen. */
function sourceOf({ commitment: c, result }: Judged, { origin, now }: Where) {
  return {
    key: `tagih-${c.id}`,
    title: titleOf(c),
    url: `${origin}/commitments/${c.id}`,
    version: hashOf(c).slice(0, 12),
    stated: c.statedAt.slice(0, 10),
    accessed: now.toISOString().slice(0, 10),
    note: `Status: ${result.status}`,
  };
}

const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};
const escaped = (text: string): string => text.replace(/[\\{}%&$#_^~]/g, (c) => ESCAPES[c] ?? c);

/** One commitment as a BibTeX entry. */
export function bibtexOf(judged: Judged, where: Where): string {
  const s = sourceOf(judged, where);
  return `@misc{${s.key},
  title = {${escaped(s.title)}},
  author = {{Tagih}},
  year = {${s.stated.slice(0, 4)}},
  month = {${Number(s.stated.slice(5, 7))}},
  howpublished = {Tagih},
  url = {${s.url}},
  urldate = {${s.accessed}},
  version = {${s.version}},
  note = {${escaped(s.note)}}
}
`;
}

const parts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });

/** One commitment as CSL-JSON, as reference managers import it. */
export function cslOf(judged: Judged, where: Where): string {
  const s = sourceOf(judged, where);
  return `${JSON.stringify([
    {
      id: s.key,
      type: 'entry',
      title: s.title,
      author: [{ literal: 'Tagih' }],
      'container-title': 'Tagih',
      issued: parts(s.stated),
      accessed: parts(s.accessed),
      URL: s.url,
      version: s.version,
      note: s.note,
    },
  ])}\n`;
}
