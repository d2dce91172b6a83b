import type { SampleArticle } from './stories.ts';

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
const WIB_OFFSET_MS = 7 * 3_600_000;

/** Where an article stands: `/outlet/year/month/day/slug-id`, the day in WIB. */
export function pathOf(article: SampleArticle): string {
  const day = wib(article.published).toISOString().slice(0, 10).replaceAll('-', '/');
  return `/${article.outlet}/${day}/${article.slug}-${article.id}`;
}

/** Path of an outlet's front page. */
export function homePath(outletId: string): string {
  return `/${outletId}/`;
}

/** Path of an outlet's feed. */
export function feedPath(outletId: string): string {
  return `/${outletId}/rss.xml`;
}

/**
 * The way from one page of the archive to another (`../../../../contoh-ekonomi/…`): links then hold under whatever
 * path the archive is served.
 */
export function relativePath(from: string, to: string): string {
  return '../'.repeat(from.split('/').length - 2) + to.slice(1);
}

/** The instant as a publisher prints it above an article: `Rabu, 2 Agustus 2017 | 16:40 WIB`. */
export function localDateTime(instant: string): string {
  const time = wib(instant);
  const day = `${DAYS[time.getUTCDay()]}, ${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
  return `${day} | ${time.toISOString().slice(11, 16)} WIB`;
}

/** The date whose UTC parts are the instant's parts in WIB, which has no daylight saving time. */
function wib(instant: string): Date {
  return new Date(Date.parse(instant) + WIB_OFFSET_MS);
}
