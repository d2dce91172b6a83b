/** What only leads up to a deed, rehearses it or speaks of it: `rapat menjelang pembangunan`, `simulasi pembangunan`, `biaya pembangunan`. */
import { behindDateline } from '../../read/dateline.ts';
import type { Promised, Told } from '../model/link-features.ts';
import { onceOf } from '../model/once.ts';
import type { Report } from '../types.ts';
import { stem } from '../words/stem.ts';
import { terms } from '../words/words.ts';

/** The sentence names a deed promised only as what something else leads up to, rehearses, pays for or speaks of. */
export const isPrelude = ({ verbs }: Promised, { report }: Told): boolean =>
  report.kind === 'fulfilled' &&
  (ledUpTo(report).some(({ by, deed }) => verbs.has(deed) && !verbs.has(by)) || isOfEvent(verbs, report));

/** Deeds, as stems, that a sentence names behind such words and nowhere else, and those words. */
const ledUpTo = onceOf(({ quote }: Report): { by: string; deed: string }[] => {
  const all = terms(quote);
  if (all.some(({ word }) => MEETS.test(word))) return [];
  const isDone = all.some(({ word }) => DONE.has(word));
  const led = new Map<number, string>();
  for (const [i, { word, stem }] of all.entries()) {
    const [before, next] = [all[i - 1], all[i + 1]?.word ?? ''];
    if (LEADS_UP.has(word) || (REHEARSAL.has(word) && NOMINAL.test(next))) led.set(i + 1, stem);
    else if (word === 'untuk' && before !== undefined && MEANS.has(before.word)) led.set(i + 1, before.stem);
    else if (word === 'perkembangan' && ABOUT.has(before?.word ?? '')) led.set(i + 1, stem);
    else if (!isDone && (ABOUT.has(word) || MATTERS.has(word)) && NOMINAL.test(next)) led.set(i + 1, stem);
    else if (!isDone && word === 'sebelum' && ADVISES.has(all[0]!.word)) led.set(i + 1, stem);
  }
  const elsewhere = new Set(all.flatMap(({ stem }, i) => (led.has(i) ? [] : [stem])));
  return [...led].flatMap(([i, by]) => {
    const own = all[i];
    return own !== undefined && DEED.test(own.word) && !elsewhere.has(own.stem) ? [{ by, deed: own.stem }] : [];
  });
});

/** Who does what he was to do does the deed that the word is followed by (`memenuhi komitmennya untuk …`). */
const MEETS = /^(?:memenuhi|dipenuhi|menepati|ditepati|mewujudkan|melaksanakan|merealisasikan)$/;
/** Of what somebody speaks it may be told that it is done. */
const DONE = new Set('sudah telah akhirnya resmi beres selesai rampung tuntas kelar lunas berhasil kini'.split(' '));
const LEADS_UP = new Set(
  'menjelang jelang menuju mendahului mempercepat mempersiapkan menyiapkan menyongsong'.split(' '),
);
const REHEARSAL = new Set(['simulasi', 'gladi', 'latihan', 'persiapan', 'sosialisasi']);
/** What is got for a deed. */
const MEANS = new Set('anggaran dana tugas perintah panitia tim lelang tender alokasi'.split(' '));
const ABOUT = new Set('mengenai soal terkait tentang perihal menyinggung membahas mengkaji'.split(' '));
/** What of a deed is spoken of. */
const MATTERS = new Set('dampak biaya sejarah prosedur manfaat risiko polemik wacana rencana'.split(' '));
const ADVISES = new Set('pakar pengamat ekonom analis akademisi pegiat'.split(' '));
const NOMINAL = /^(?:pe|per|ke)[a-z]{4,}an$/;
const DEED = /^(?:me[mnlrwy]?|di|pe[mnlrw]?|per)[a-z]{3,}/;

/** An event is told of that is none of what was promised: `Simulasi berlangsung dua jam`, `Sebuah seminar tentang … digelar`. */
function isOfEvent(verbs: ReadonlySet<string>, report: Report): boolean {
  const event = eventOf(report);
  return event !== null && !verbs.has(event);
}

/** The event, as a stem, that a sentence opens with and tells to have taken place; null where it does not. */
const eventOf = onceOf(({ quote }: Report): string | null => {
  const m = EVENT.exec(behindDateline(quote));
  return m === null ? null : stem(m[1]!.toLowerCase().split(' ')[0]!);
});
const EVENT =
  /^["“]?(?:sebuah |acara |kegiatan )?(simulasi|sosialisasi|seminar|diskusi(?: publik)?|pelatihan|lokakarya|gladi(?: bersih)?|uji coba|rapat(?: koordinasi)?|survei|(?:surat )?undangan)\b[^.;]{0,140}\b(?:dikirim|disebar|digelar|dihadiri|berlangsung|diikuti|berjalan|diadakan|dilaksanakan|menunjukkan)\b/i;
