import { html } from 'hono/html';
import type { Problem } from '../problem.ts';
import { layout } from './layout.ts';
import { type Lang, UI } from './words.ts';

const TITLES: Record<Lang, Record<number, string>> = {
  id: {
    400: 'Permintaan tidak dapat dibaca',
    404: 'Tidak ditemukan',
    405: 'Cara ini tidak tersedia',
    406: 'Bentuk ini tidak tersedia',
    429: 'Terlalu sering; coba lagi nanti',
    500: 'Ada yang salah di pihak kami',
  },
  en: {},
};

/** An error as a page: what is wrong, and a way back. */
export function problemPage(lang: Lang, problem: Problem): string {
  const title = TITLES[lang][problem.status] ?? problem.title;
  const body = html`
<h1>${title}</h1>
<p>${problem.message}</p>
<p><a href="${lang === 'en' ? '/?lang=en' : '/'}">${UI[lang].backToList}</a></p>`;
  return layout({ lang, title, path: '/', query: {}, body });
}
