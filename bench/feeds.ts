/**
 * Reading a feed against `rss-parser` and `feedsmith`, in turns, processor time: `node bench/feeds.ts`. Ours begins
 * with bytes and ends with entries whose links, dates and texts are clean; theirs begin with a string and end with
 * what the document says.
 */
import { generateAtomFeed, generateRssFeed, parseFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { ARTICLES } from '../lambda/local/samples/stories.ts';
import { readFeed } from '../lambda/read/feed.ts';
import { inTurns, median, tellCosts } from './measure.ts';

const ROUNDS = 11;
/** Feeds a round, so that one is long enough to be measured. */
const TIMES = 5;
const URL = 'https://www.contoh.test/rss';

const items = ARTICLES.map((article) => ({
  ...article,
  link: `https://www.contoh.test/${article.outlet}/${article.slug}`,
  date: new Date(article.published),
  lead: `<img src="https://gambar.contoh.test/${article.id}.jpg"><p>${article.paragraphs[0]}</p>`,
}));

const FEEDS: [name: string, xml: string][] = [
  [
    'RSS',
    generateRssFeed({
      title: 'Contoh',
      link: 'https://www.contoh.test/',
      description: 'Kabar',
      items: items.map(({ id, title, link, date, lead, section }) => ({
        title,
        link,
        description: lead,
        categories: [{ name: section }],
        guid: { value: id, isPermaLink: false },
        pubDate: date,
      })),
    }),
  ],
  [
    'Atom',
    generateAtomFeed({
      id: URL,
      title: { value: 'Contoh' },
      updated: items[0]!.date,
      entries: items.map(({ link, title, date, lead }) => ({
        id: link,
        title: { value: title },
        updated: date,
        published: date,
        links: [{ href: link }],
        summary: { value: lead, type: 'html' },
      })),
    }),
  ],
];

for (const [name, xml] of FEEDS) {
  const bytes = Buffer.from(xml);
  const { entries } = await readFeed(bytes, { url: URL });
  if (entries.length !== items.length) throw new Error(`${entries.length} of ${items.length} entries were read`);
  const repeat = (piece: () => unknown) => async () => {
    for (let i = 0; i < TIMES; i++) await piece();
  };
  const costs = await inTurns(
    {
      ours: repeat(() => readFeed(bytes, { url: URL })),
      rssParser: repeat(() => new Parser().parseString(xml)),
      feedsmith: repeat(() => parseFeed(xml)),
    },
    { rounds: ROUNDS },
  );
  const ms = (cost: number[]): string => `${(median(cost) / TIMES).toFixed(2)} ms`;
  console.log(
    `${name}, ${entries.length} entries, ${(bytes.length / 1000).toFixed(0)} KB: ours ${ms(costs.ours)}, rss-parser ${ms(costs.rssParser)}, feedsmith ${ms(costs.feedsmith)}`,
  );
  const what = `read a feed, ${name}`;
  tellCosts({ what, against: 'rss-parser' }, costs.ours, costs.rssParser);
  tellCosts({ what, against: 'feedsmith' }, costs.ours, costs.feedsmith);
}
