/** The words that make a temporal expression a deadline, as data. They stand before it, several in a row at times. */
import type { Tokens } from '../tokens.ts';
import { paragraphBreak } from '../tokens.ts';

/**
 * `before`: the day before counts; `by`: the day itself counts; `within`: a length from an anchor; `least`: a length
 * before an event (`minimal lima hari sebelum`); `start`: the act begins then; `not-before`: the earliest day, no
 * deadline; `at`: on that day; `past`: said of what has been.
 */
export type Operator = 'before' | 'by' | 'within' | 'least' | 'start' | 'not-before' | 'at' | 'past';

const TABLE: [Operator, string][] = [
  ['before', 'sebelum, sebelum memasuki, sebelum masuk, sblm, seblum, sebelom, before'],
  [
    'by',
    `sebelum berakhirnya, sebelum habisnya, sebelum bergantinya, hingga, sampai, sampai dengan, s . d ., s . d, s / d, sd, hingga pada, sampai pada, paling lambat, paling telat, paling akhir,
     selambat - lambatnya, selambatnya, selambat lambatnya, se lambat - lambatnya, tenggat, tenggat waktu, tenggat waktunya, batas waktu, batas akhir, batas
     waktunya, batas akhirnya, batas terakhir, deadline, deadline - nya, tenggatnya, jatuh tempo, berakhir, diperpanjang, diperpanjang
     menjadi, diperpanjang selama, diundur, diundur ke, diundur menjadi, ditunda, ditunda ke, ditutup,
     ditenggat, yang jatuh, habis, kedaluwarsa, hinga, smpai, sampe, selambat - lambatnnya, selambat - lambanya, by, until,
     due date, molor, molor hingga, mundur, dimajukan, dimajukan ke, dipercepat`,
  ],
  ['by', notLater()],
  [
    'within',
    `dalam, dlm, dlm waktu, waktu tinggal, waktunya tinggal, sisa waktu, sisa waktunya, waktu tersisa, tersisa, tersisa waktu,
     waktu yang tersisa, tenggat tinggal, tenggatnya tinggal, dalam waktu, dalam jangka waktu, dalam kurun waktu, dalam tempo, dalam rentang, dalam rentang waktu, dalam
     kurun, dalam jangka, dalam periode, paling lama, selama - lamanya, selama, waktu, waktu selama, jangka waktu, jangka waktu selama, kesempatan, kesempatan selama, masa
     tenggang, masa transisi, masa transisi selama, maksimal, maksimum, maks, maks ., maksimal selama, kurang dari, tidak lebih dari, tak lebih dari, tidak sampai, tak sampai, dalam waktu tidak sampai, dalam waktu tak sampai, tempo,
     masa sanggah, masa tenggang selama, ultimatum`,
  ],
  ['least', 'minimal, paling sedikit, sekurang - kurangnya, sekurangnya, paling singkat'],
  [
    'start',
    `mulai, mulai dari, mulai pada, sejak, per, terhitung, terhitung mulai, terhitung sejak, tmt, efektif, efektif per, efektif mulai, dari`,
  ],
  ['past', 'sepanjang, semenjak, pasca, dibanding, dibandingkan, ketimbang'],
  ['not-before', 'paling cepat, paling awal, tidak sebelum, tak sebelum, setelah, sesudah, usai, selepas'],
  [
    'at',
    'jelang, menjelang, berlaku, pd, dimulai, adalah, yakni, yaitu, terakhir, jatuh, setidaknya, pada, di, untuk, tepatnya, tepat, tepat pada, ditargetkan, dijadwalkan, direncanakan, rencananya, target, targetnya, sekitar, di sekitar, pada sekitar, ke, menjadi',
  ],
];

/** `tak lewat dari`, `jangan sampai melewati`, `tidak boleh lebih dari`. */
function notLater(): string {
  const no = ['tak', 'tidak', 'tak boleh', 'tidak boleh', 'jangan', 'jangan sampai', 'tidak akan', 'takkan'];
  const past = ['lewat', 'lewat dari', 'melewati', 'melampaui', 'melebihi', 'lebih dari', 'lebih lambat dari'];
  return no.flatMap((n) => past.map((p) => `${n} ${p}`)).join(', ');
}

interface Phrase {
  words: string[];
  operator: Operator;
}

const BY_LAST = new Map<string, Phrase[]>();
for (const [operator, list] of TABLE) {
  for (const text of list.split(',')) {
    const words = text.trim().split(/\s+/);
    const last = words[words.length - 1]!;
    const phrases = BY_LAST.get(last) ?? [];
    phrases.push({ words, operator });
    phrases.sort((a, b) => b.words.length - a.words.length);
    BY_LAST.set(last, phrases);
  }
}

export interface FoundOperator {
  operator: Operator;
  /** First token of the operator's words. */
  from: number;
  /** The words of the deciding operator, joined by blanks. */
  words: string;
  /** `mulai berlaku`, `dimulai`: the act is itself the start, so a start is its due day. */
  actStarts: boolean;
}

/** Which of several operators in a row decides: `paling lambat hingga`, `mulai pada`. */
const WEIGHT: Record<Operator, number> = {
  'not-before': 8,
  before: 7,
  least: 6,
  by: 5,
  within: 4,
  start: 3,
  past: 2,
  at: 1,
};

/** Words that go with an operator only in a deadline's own phrase, never alone before a date. */
const WEAK = new Set([
  'adalah',
  'yakni',
  'yaitu',
  'terakhir',
  'setidaknya',
  'menjadi',
  'ke',
  'dari',
  'untuk',
  'sekitar',
  'waktu',
  'di',
  'jatuh',
  'habis',
  'ditunda',
  'ditutup',
  'diundur',
  'target',
  'targetnya',
  'ditargetkan',
  'dijadwalkan',
  'direncanakan',
  'rencananya',
  'tepatnya',
  'tepat',
  'berakhir',
  'berlaku',
  'dimulai',
  'tenggat',
  'tenggat waktu',
  'batas waktu',
  'batas akhir',
  'deadline',
  'jatuh tempo',
  'diperpanjang',
  'kesempatan',
  'tempo',
]);

/**
 * The operators that stand directly before token `from`; null where there is none. `occasion`: before a named day, and
 * words like `libur` may stand between (`sebelum masa libur Lebaran`).
 */
export function operatorBefore(t: Tokens, from: number, occasion = false): FoundOperator | null {
  let at = from - 1;
  let best: FoundOperator | null = null;
  let first = from;
  let actStarts = false;
  for (let turn = 0; turn < 4 && at >= 0; turn++) {
    if (paragraphBreak(t, at)) break;
    let index = at;
    const mark = t.lower[index];
    if (turn > 0 ? mark === ',' && best === null : mark === ':') index--;
    let phrase = phraseEnding(t, index);
    // `sebelum libur Nataru`, `paling lambat momen Lebaran`
    for (let n = 0; n < 2 && !phrase && occasion && turn === 0 && OCCASION.has(t.lower[index] ?? ''); n++)
      phrase = phraseEnding(t, --index);
    if (!phrase) break;
    const words = phrase.words.join(' ');
    const start = index - phrase.words.length + 1;
    if (best === null || WEIGHT[phrase.operator] > WEIGHT[best.operator])
      best = { operator: phrase.operator, from: start, words, actStarts: false };
    // The verb `ditargetkan` and the like say that it is a deadline but are no part of its phrase.
    if (!WEAK.has(words) || words === 'di' || words === 'sekitar') first = start;
    if (words === 'berlaku' || words === 'dimulai') actStarts = true;
    at = start - 1;
  }
  return best && { ...best, from: first, actStarts };
}

const OCCASION = new Set('masa libur liburan perayaan momen momentum musim puncak datangnya tibanya'.split(' '));

const phraseEnding = (t: Tokens, index: number): Phrase | undefined =>
  (BY_LAST.get(t.lower[index] ?? '') ?? []).find((p) => endsWith(t, index, p.words));

function endsWith(t: Tokens, end: number, words: string[]): boolean {
  const start = end - words.length + 1;
  if (start < 0) return false;
  for (let k = 0; k < words.length; k++) if (t.lower[start + k] !== words[k]) return false;
  return true;
}
