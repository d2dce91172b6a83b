import apple from './stories/apple-2025.json' with { type: 'json' };
import facebook from './stories/facebook-2017.json' with { type: 'json' };
import google from './stories/google-2025.json' with { type: 'json' };
import kppu from './stories/kppu-2025.json' with { type: 'json' };
import ojol from './stories/ojol-2019.json' with { type: 'json' };
import pdn from './stories/pdn-2024.json' with { type: 'json' };
import pse from './stories/pse-2022.json' with { type: 'json' };
import starlink from './stories/starlink-2024.json' with { type: 'json' };
import telegram from './stories/telegram-2017.json' with { type: 'json' };
import tiktok2018 from './stories/tiktok-2018.json' with { type: 'json' };
import tiktok from './stories/tiktok-2023.json' with { type: 'json' };
import tunas from './stories/tunas-2025.json' with { type: 'json' };
import whatsapp from './stories/whatsapp-2017.json' with { type: 'json' };
import world from './stories/world-2025.json' with { type: 'json' };
import xFine from './stories/x-denda-2025.json' with { type: 'json' };

/** An article of the archive, written by this project about a real event. */
export interface SampleArticle {
  /** Unique in the archive: the story's short name and a number. */
  id: string;
  outlet: string;
  section: string;
  slug: string;
  /** ISO instant with its offset. */
  published: string;
  byline: string;
  title: string;
  /** The body, without the lines that a reader of pages leaves out. */
  paragraphs: string[];
  /** "Baca juga" lines: after which paragraph (counted from 1) the page links to which article. */
  readAlso?: { after: number; article: string }[];
  /** What stands below the body: the desk's initials, a source line. */
  tail: string[];
}

/** The articles about one chain of events, and where its facts were read. */
export interface SampleStory {
  story: string;
  title: string;
  /** Reports by others that the facts, names and dates were taken from; none of their sentences are used. */
  sources: string[];
  articles: SampleArticle[];
}

/** Every story of the archive, in order of its first article. */
export const STORIES: readonly SampleStory[] = [
  facebook,
  telegram,
  whatsapp,
  tiktok2018,
  ojol,
  pse,
  tiktok,
  pdn,
  starlink,
  apple,
  google,
  tunas,
  world,
  kppu,
  xFine,
];

/** Every article, oldest first. */
export const ARTICLES: readonly SampleArticle[] = STORIES.flatMap((story) => story.articles).sort(
  (a, b) => Date.parse(a.published) - Date.parse(b.published),
);

/** The body as a page reader should give it: paragraphs joined by a line break, without "Baca juga" lines and initials. */
export function articleText(article: SampleArticle): string {
  return article.paragraphs.join('\n');
}

/** The story of that name, e.g. for tests that follow it. */
export function storyOf(name: string): SampleStory | undefined {
  return STORIES.find((story) => story.story === name);
}
