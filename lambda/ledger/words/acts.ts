import { ACTS } from './act-rows.ts';
import { stem } from './stem.ts';
import { formOf, isVerbForm } from './verbs.ts';
import { isFunctionWord, isStopWord, type Term, terms } from './words.ts';

/** Words apart that a verb and its object may stand: behind it, and before it (a long subject of a passive). */
const REACH = 7;
const REACH_BACK = 10;

interface Row {
  act: string;
  verbs: Set<string>;
  objects: Set<string> | null;
  affixed: boolean;
  rank: number;
}

const both = (words: string): Set<string> => new Set(words.split(' ').flatMap((w) => [w, stem(w)]));
const ROWS: Row[] = ACTS.map(({ act, verbs, objects, affixed }, rank) => ({
  act,
  verbs: both(verbs),
  objects: objects === '*' ? null : both(objects),
  affixed: affixed ?? false,
  rank,
}));

/** A class of act found in a text, and where. */
export interface FoundAct {
  act: string;
  /** Index of its verb and object among the text's words; equal where any object fits. */
  verb: number;
  object: number;
}

const WIDE = new Set(ACTS.filter((row) => row.wide).map((row) => row.act));
/** True of a class so wide that a plain verb of it tells nothing. */
export const isWide = (act: string): boolean => WIDE.has(act);

/** Occurrences of one class in a text that are told apart, at most. */
const MOST = 4;

/** Which classes a word may be the verb of. */
const rowsOfVerb = new Map<string, Row[]>();
for (const row of ROWS) for (const verb of row.verbs) rowsOfVerb.set(verb, [...(rowsOfVerb.get(verb) ?? []), row]);

/** All classes of act that a text may speak of, in order of their verbs; a class once for each of its verbs. */
export function findActs(text: string | Term[]): FoundAct[] {
  const words = typeof text === 'string' ? terms(text) : text;
  const all = words.filter((t) => !isFunctionWord(t.word));
  const breaks = words.filter((t) => OPENS_CLAUSE.has(t.word)).map((t) => t.at);
  const found: (FoundAct & { rank: number })[] = [];
  const counts = new Map<string, number>();
  for (const [i, term] of all.entries()) {
    const rows = rowsOfVerb.get(term.concept) ?? [];
    const byStem = term.stem === term.concept ? [] : (rowsOfVerb.get(term.stem) ?? []);
    for (const row of byStem.length > 0 ? [...rows, ...byStem] : rows) {
      if (row.affixed && !/^(?:me|di|ber|ter|pe)/.test(term.word)) continue;
      const object = row.objects ? nearest(row.objects, all, i, breaks) : term.at;
      const seen = counts.get(row.act) ?? 0;
      if (object === null || seen >= MOST) continue;
      counts.set(row.act, seen + 1);
      found.push({ act: row.act, verb: term.at, object, rank: row.rank });
    }
  }
  // A verb that a narrower class has taken does not count again for a wider one.
  const isNominal = (f: FoundAct): boolean => ['bare', 'noun'].includes(formOf(all.find((t) => t.at === f.verb)!.word));
  const kept = found.filter(
    (f) =>
      !(
        f.verb === f.object &&
        isNominal(f) &&
        found.some((g) => g.object === f.verb && g.verb !== f.verb && UNDOES.has(g.act))
      ) &&
      !found.some((g) => g.verb === f.verb && g.rank < f.rank && (g.act === f.act || f.verb === f.object)) &&
      !found.some((g) => takesObject(g, f, all)),
  );
  return kept
    .sort((a, b) => a.verb - b.verb || a.rank - b.rank)
    .map(({ act, verb, object }) => ({ act, verb, object }));
}

/** The object belongs to a noun right before it: `surat pencabutan izin akan terbit` grants no permit. */
function takesObject(noun: FoundAct, of: FoundAct, all: readonly Term[]): boolean {
  if (noun.object !== of.object || noun.verb === of.verb || of.verb === of.object || noun.act === of.act) return false;
  const at = all.findIndex((t) => t.at === noun.verb);
  return all[at + 1]?.at === of.object && formOf(all[at]!.word) === 'noun' && formOf(wordAt(all, of.verb)) !== 'noun';
}

const wordAt = (all: readonly Term[], at: number): string => all.find((t) => t.at === at)!.word;

/** Acts whose object is the act that they end: `membuka blokir` blocks nothing. */
const UNDOES = new Set(['unblock']);

/** Words that open a clause of its own: no object stands behind one whose verb stands before it. */
const OPENS_CLAUSE = new Set(
  'karena sebab lantaran tetapi tapi namun meski meskipun walau walaupun sedangkan padahal sehingga'.split(' '),
);

/** The object closest to the verb at an index of the content words; null where none is within reach or in its clause. */
function nearest(objects: Set<string>, all: readonly Term[], index: number, breaks: readonly number[]): number | null {
  const verb = all[index]!.at;
  let best: number | null = null;
  const look = (i: number, step: number, reach: number): void => {
    for (let j = i; all[j] && Math.abs(all[j]!.at - verb) <= reach; j += step) {
      const { concept, stem: own, at } = all[j]!;
      if (!objects.has(concept) && !objects.has(own)) continue;
      if (breaks.some((b) => b > Math.min(at, verb) && b < Math.max(at, verb))) return;
      if (best === null || Math.abs(at - verb) < Math.abs(best - verb)) best = at;
      return;
    }
  };
  look(index + 1, 1, REACH);
  look(index - 1, -1, REACH_BACK);
  return best;
}

/** Verbs and nouns that only say how far another act has come, or that its day moves: the act is the word behind them. */
const LIGHT = new Set(
  (
    'mulai selesai rampung tuntas laku gelar ada laksana jalan terus upaya bantu percepat lanjut usaha coba ' +
    'segera perpanjang undur mundur tunda geser ulur tangguh realisasi wujud kejar dorong rencana'
  )
    .split(' ')
    .map(stem),
);
/** The same, where the stem is also that of something else (`mengajukan`). */
const LIGHT_WORDS = new Set(['memajukan', 'dimajukan', 'menyelenggarakan', 'diselenggarakan']);
/** Light verbs that carry nothing at all: the word right behind is the act, whatever its form (`menggelar lelang`). */
const SUPPORT = new Set(['melakukan', 'menggelar', 'mengadakan', 'melaksanakan', 'menjalankan', 'menyelenggarakan']);
/** Light verbs of completion, behind which a noun that some class knows as its verb is the act (`menuntaskan audit`). */
const COMPLETING = new Set(['menyelesaikan', 'menuntaskan', 'merampungkan', 'memulai', 'mempercepat', 'melanjutkan']);
const isLight = (t: Term): boolean => LIGHT.has(t.stem) || LIGHT_WORDS.has(t.word);
/** What a moved day belongs to, said between the mover and the act: `memperpanjang batas waktu pendaftaran`. */
const OF_A_DAY = new Set(
  'tenggat batas waktu masa jadwal hari target periode kesempatan tambahan proses tahap tahapan batasan'.split(' '),
);
/** Verbs of news that stand without a prefix. */
const BARE_VERBS = new Set('terbit hadir naik turun pindah tutup masuk keluar sah rilis'.split(' '));

/**
 * The class of one action (`membuka kantor di Indonesia` → `open-office`), by its leading verb: the first class of
 * which that is the verb, or `~` and the verb where no class knows it (`~cair`). A word that only says how far an act
 * has come (`menuntaskan`, `menunda`) passes the lead on to the noun behind it.
 * @param context words that `ini` and `tersebut` may point to (the headline, the sentence before), used only where the
 *   action itself names no act.
 */
export function actOf(action: string, context = ''): string {
  const own = terms(action);
  const head = headOf(own);
  const found = findActs(own);
  if (head) {
    const byHead = best(found.filter((f) => f.verb === head.at)) ?? best(found.filter((f) => f.object === head.at));
    if (byHead) return byHead;
    // `merampungkan aturan turunan`: the light verb itself is that of a class.
    const light = own.find((t) => isLight(t) && formOf(t.word) !== 'bare');
    const byLight = best(found.filter((f) => f.verb === light?.at && !isWide(f.act)));
    if (byLight) return byLight;
    if (formOf(head.word) !== 'bare' && !isLight(head)) return `~${head.stem}`;
  }
  const any = mainAct(own, found);
  if (any) return any;
  const isNamed = head !== undefined && !isLight(head);
  if (isNamed) return `~${head.stem}`;
  return (context === '' ? null : mainAct(terms(context))) ?? `~${head?.stem ?? own[0]?.stem ?? 'none'}`;
}

/** Nouns that stand for an act named elsewhere. */
const STANDS_FOR = new Set(
  'kewajiban perintah permintaan ketentuan tuntutan syarat arahan janji komitmen langkah upaya kesepakatan'.split(' '),
);

/** True of a verb or noun that no class of act knows and that may be one all the same: not of speech, not light. */
export const mayBeAct = (t: Term): boolean =>
  formOf(t.word) !== 'bare' &&
  !isStopWord(t.word) &&
  !isLight(t) &&
  (!SPEECH.has(t.stem) || NO_SPEECH.test(t.word)) &&
  !OF_A_DAY.has(t.word) &&
  !NO_DEED.has(t.word);

/** To try is not to do; what misses its mark, comes up or goes about, and how long or how often, is no deed. */
const NO_DEED = new Set(
  (
    'mencoba dicoba berusaha berupaya berjuang meleset melenceng mencuat bergulir beredar dituangkan tertuang dinyatakan ' +
    'berjam-jam berhari-hari berminggu-minggu berbulan-bulan bertahun-tahun berkali-kali berulang-ulang'
  ).split(' '),
);

/** Words whose stem is that of a verb of saying and that say nothing: `menata` and `menyatakan` are alike to it, `menambah kapasitas` is done. */
const NO_SPEECH = /^(?:(?:pen|men|di)ata(?:an|kan)?|(?:men|di)ambah(?:i)?|ditambah|penambahan)$/;

/** Verbs of saying, thinking and being: what news is full of, and no act. */
const SPEECH = new Set(
  (
    'kata ujar sebut tutur ucap nyata jelas terang ungkap papar imbuh tambah tegas beber klaim aku nilai anggap duga ' +
    'kira harap ingat minta desak tuntut sarankan anjur rekomendasi seru tantang dorong imbau ajak tanya jawab ' +
    'sampai lapor catat tulis kutip lansir tahu lihat dengar rasa percaya ' +
    'pikir yakin paham dukung kritik puji apresiasi sambut hadap alam pengaruh sebab akibat hasil beda banding hubung ' +
    'jadi pilih milik dapat terima tunjuk mulai ancam tolak bantah ' +
    'rupa liput sangkut angkut libat langsung lalu banyak benar lonjak capai lampau cakup kait laku muat masuk biasa berat akses'
  )
    .split(' ')
    .map(stem),
);

/**
 * An action without what only grants it time or leads up to it: `diberi waktu tiga hari untuk membersihkan konten` is to clean. The rest
 * keeps its words.
 */
export function withoutGrant(action: string): string {
  const m = GRANT.exec(action) ?? ERRAND.exec(action);
  return m ? action.slice(m[0].length) : action;
}
/** To come somewhere for something is to do that (`menghadap Komdigi untuk memberi klarifikasi`). */
const ERRAND = /^(?:datang|hadir|menghadap|mendatangi)(?: [^ .]+){0,8}? (?:untuk|guna) /i;
const GRANT =
  /^(?:di|mem)?beri(?:kan)?(?: [^ ,.]+){0,4}? (?:waktu|masa|tenggat|kesempatan|kelonggaran|tempo|batas)(?: [^ .]+){0,9}? (?:untuk|guna|agar|buat) /i;

/** The word that says what is done: the leading verb, or the noun that a light verb leads up to. */
function headOf(all: readonly Term[]): Term | undefined {
  const content = all.filter(
    (t) => !isStopWord(t.word) && !STANDS_FOR.has(t.word) && t.word.length > 2 && !/\d/.test(t.word),
  );
  const leads = content.filter((t) => !isLight(t) && !OF_A_DAY.has(t.word));
  const behind = all.find((t, i) => t.at > 0 && standsBehind(all[i - 1]!.word, t));
  if (behind && content.includes(behind)) return behind;
  const light = all.some((t) => isLight(t) && formOf(t.word) !== 'bare');
  const verb = leads.find((t) => isVerbForm(t.word)) ?? leads.find((t) => BARE_VERBS.has(t.word));
  if (!light && verb) return verb;
  // Behind a light verb the noun of the act counts, wherever other verbs stand (`menunda penunjukan … yang memungut`).
  return leads.find((t) => formOf(t.word) !== 'bare') ?? leads[0] ?? content[0];
}

/** Whether a word right behind another is the act that the other only lends its form. */
const standsBehind = (verb: string, noun: Term): boolean =>
  (SUPPORT.has(verb) && !isLight(noun)) ||
  (COMPLETING.has(verb) && formOf(noun.word) === 'bare' && (rowsOfVerb.get(noun.concept)?.some(isNoun) ?? false));
/** Of a class that any object fits, whose verb may stand as a noun. */
const isNoun = (row: Row): boolean => row.objects === null;

const best = (found: readonly FoundAct[]): string | null =>
  (found.find((f) => !isWide(f.act)) ?? found[0])?.act ?? null;

/** The first act said by a verb; failing that by a noun (`pembukaan`); failing that one of a wide class. */
function mainAct(all: Term[], found: readonly FoundAct[] = findActs(all)): string | null {
  const narrow = found.filter((f) => !isWide(f.act));
  const byVerb = narrow.find((f) => formOf(all[f.verb]!.word) !== 'noun');
  return (byVerb ?? narrow[0] ?? found[0])?.act ?? null;
}

/** A verb whose object is a pronoun: `mengajukannya`. */
export const DOES_IT =
  /^(?:(?:akan|segera|kini|baru|tidak|bisa|dapat) ){0,3}me[a-z]{4,}nya\b(?! [a-z]{3,} (?:yang|ke|di)\b)/i;

/** True of an action whose object is named elsewhere: `menuntaskan hal tersebut`, `memenuhi itu`, `mengajukannya paling lambat Mei`. */
export const pointsBack = (action: string): boolean =>
  DOES_IT.test(action) ||
  /(?<!\b(?:tahun|bulan|pekan|minggu|hari|saat|pagi|siang|sore|malam|kuartal|semester|kali) )\b(?:ini|itu|tersebut|hal|demikian)\b/i.test(
    action,
  );
