import type { FeedInput } from './feeds.ts';

/**
 * The feeds that are followed unless the operator says otherwise. `verified` says when an independent reader of the
 * feed last reported that it answered; where nothing is known it is null and the feed is off. Order is the order of
 * first polling.
 */
export const BUILT_IN_FEEDS: FeedInput[] = [
  { id: 'medcom', outlet: 'medcom', url: 'https://www.medcom.id/feed', everyMinutes: 15, verified: '2026-09' },
  ...news('metrotvnews', 'https://www.metrotvnews.com/feed', null),
  ...news('antaranews', 'https://www.antaranews.com/rss/terkini.xml', '2026-09', {
    outlet: 'antara',
    quirks: ['mixed-kinds', 'short-window'],
  }),
  ...news('antaranews-hukum', 'https://www.antaranews.com/rss/hukum.xml', '2026-09', { outlet: 'antara' }),
  ...news('antaranews-tekno', 'https://www.antaranews.com/rss/tekno.xml', null, { outlet: 'antara' }),
  ...news('antaranews-ekonomi', 'https://www.antaranews.com/rss/ekonomi.xml', null, { outlet: 'antara' }),
  ...news('detik', 'https://news.detik.com/rss', '2026-07', { quirks: ['blocks-clouds'] }),
  ...news('tempo-nasional', 'https://rss.tempo.co/nasional', '2026-09', {
    outlet: 'tempo',
    quirks: ['guid-is-position', 'short-window', 'blocks-clouds'],
  }),
  ...news('cnnindonesia', 'https://www.cnnindonesia.com/nasional/rss', '2026-09'),
  ...news('cnnindonesia-teknologi', 'https://www.cnnindonesia.com/teknologi/rss', null, {
    outlet: 'cnnindonesia',
  }),
  ...news('cnbcindonesia', 'https://www.cnbcindonesia.com/news/rss', '2026-07'),
  ...news('cnbcindonesia-tech', 'https://www.cnbcindonesia.com/tech/rss', null, { outlet: 'cnbcindonesia' }),
  ...news('mediaindonesia', 'https://mediaindonesia.com/feed', '2026-07'),
  ...news('liputan6', 'https://feed.liputan6.com/rss/news', '2026-07'),
  ...news('republika', 'https://www.republika.co.id/rss/', '2026-09'),
  ...news('sindonews', 'https://nasional.sindonews.com/rss', '2026-09'),
  ...news('kumparan', 'https://lapi.kumparan.com/v2.0/rss/', '2026-07'),
  ...news('viva', 'https://www.viva.co.id/get/all', '2026-09'),
  ...news('inews', 'https://www.inews.id/feed', '2026-09', { quirks: ['blocks-clouds'] }),
  ...news('okezone', 'https://sindikasi.okezone.com/index.php/rss/0/RSS2.0', null),
  ...news('kontan', 'https://rss.kontan.co.id/news/nasional', null),
  ...news('suara', 'https://www.suara.com/rss/news', null),
  ...news('rri', 'https://www.rri.co.id/rss', null),
  ...news('jpnn', 'https://www.jpnn.com/index.php?mib=rss', null, { quirks: ['blocks-clouds'] }),
  // Authorities' own words. None of these addresses could be checked.
  ...official('komdigi', 'https://www.komdigi.go.id/rss'),
  ...official('ojk', 'https://www.ojk.go.id/id/rss'),
  ...official('kppu', 'https://kppu.go.id/feed/'),
  ...official('bpom', 'https://www.pom.go.id/rss'),
];

function news(id: string, url: string, verified: string | null, more: Partial<FeedInput> = {}): FeedInput[] {
  return [{ id, outlet: id, url, verified, enabled: verified !== null, ...more }];
}

function official(id: string, url: string): FeedInput[] {
  return [{ id, outlet: id, url, kind: 'official', everyMinutes: 60, enabled: false }];
}
