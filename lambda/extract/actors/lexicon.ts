import { numberByWord } from '../text/words.ts';
import common from './common-words.data.json' with { type: 'json' };
import places from './places.data.json' with { type: 'json' };
import wordClasses from './word-classes.data.json' with { type: 'json' };

/** Word classes that cut a run of capitals into role, organisation and name. A word may be in several. */
export const ROLE = 1;
/** Heads of organisations: `kementerian`, `dinas`, `pt`. */
export const ORG = 2;
/** Ordinary words that offices and organisations capitalise; nobody is called so. */
export const COMMON = 4;
/** Provinces, towns and countries. */
export const PLACE = 8;
/** Never inside a name: function words that only a sentence's start or a heading capitalises. */
export const STOP = 16;
/** Forms of address before a name, not part of it. */
export const HONORIFIC = 32;
/** Organisations that take a name of their own (`PT Maju Jaya`), which then is no person's. */
export const NAMED_ORG = 64;
/** The organisation is an authority. */
export const AUTHORITY = 128;
/** Speech verbs whose subject stands before them. */
export const SPEECH = 256;
/** Cues whose speaker stands behind them: `kata`, `ujar`. */
export const CUE = 512;
/** Speech cues with the clitic: `katanya`. */
export const CUE_NYA = 1024;
/** Ends a company's name. */
export const TAIL = 2048;
/** A name of the gazetteer begins so. */
export const NAME_START = 4096;
/** A class, description or pronoun begins so. */
export const NOUN_START = 8192;
/** Countries, continents and towns of other countries; places too. */
export const FOREIGN = 16_384;

/** The classes of `word-classes.data.json` by their names there. */
const CLASSES: Readonly<Record<string, number>> = {
  ROLE,
  ORG,
  NAMED_ORG,
  AUTHORITY,
  TAIL,
  COMMON,
  HONORIFIC,
  STOP,
  SPEECH,
  CUE,
};

const classes = new Map<string, number>();
/** Adds class bits to a word; only while modules load. */
export const mark = (word: string, flag: number): void => void classes.set(word, (classes.get(word) ?? 0) | flag);
for (const word of common) mark(word, COMMON);
for (const place of places.own) mark(place, PLACE);
for (const place of places.foreign) mark(place, PLACE | FOREIGN);
for (const { class: name, words } of wordClasses) {
  for (const word of words.flatMap((row) => row.split(' '))) {
    mark(word, CLASSES[name]!);
    if (name === 'CUE') mark(`${word}nya`, CUE_NYA);
  }
}

/** Numbers of laws and days of the calendar end a name even within an office's (`Peraturan Menteri … Nomor 5`). */
for (const word of [
  ...['nomor', 'tahun', 'pasal', 'ayat', 'tentang', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'minggu'],
  ...['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober', 'november'],
  'desember',
])
  classes.set(word, (classes.get(word) ?? STOP) & ~COMMON);

/** Names that look like verbs (`Merpati Nusantara`, `Dinasti`): of these the affixes tell nothing. */
for (const word of 'merpati mentari mercure mercedes melania melinda mensana dinasti'.split(' ')) mark(word, 0);

/** Everything capitalised in offices and institutions that is not a name: by its affixes, a noun of action or place. */
const AFFIXED = /^(?:pe[a-z]{3,}an|ke[a-z]{3,}an|per[a-z]{3,}an|[a-z]{4,}(?:isasi|asi|ologi|istik|itas|tika))$/;
/** Heads of police and civil-service units by their clipped names: `Kasubbid`, `Kanit`, `Kapus`. */
const HEADSHIP = /^(?:ka|wa|waka)(?:sub|bid|nit|sat|pus|dis|bag|div|kan|polda|polres|polsek)[a-z]{0,10}$/;
/** `Ingatkan`, `Sepengetahuan`, `Mainannya`: headings and sentence openers, no names. */
const OPENER = /^(?:[a-z]{4,}kan|[a-z]{3,}nya|se[a-z]{5,}an)$/;
const VERB = /^(?:me[mn][a-z]{4,}|men[gy][a-z]{3,}|me[lr][a-z]{4,}|di[a-z]{3,}(?:kan|i)|ber[a-z]{4,}(?:an|kan))$/;

/** The class bits of a lower-case word; 0 where it may be anybody's name. */
export function classOf(lower: string): number {
  const known = classes.get(lower);
  if (known !== undefined || lower.length >= 40) return known ?? 0;
  return (
    (AFFIXED.test(lower) ? COMMON : 0) |
    (VERB.test(lower) || OPENER.test(lower) ? STOP : 0) |
    (HEADSHIP.test(lower) ? ROLE : 0)
  );
}

/** The same of a word of a text. */
export const classOfWord = numberByWord(classOf);
