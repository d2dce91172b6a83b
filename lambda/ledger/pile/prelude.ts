/** What only leads up to a deed, or is about it: `rapat menjelang pembangunan`, `simulasi pembangunan`, `anggaran untuk membangun`. */
import type { Promised, Told } from '../model/link-features.ts';
import { onceOf } from '../model/once.ts';
import type { Report } from '../types.ts';
import { terms } from '../words/words.ts';

/** The sentence names a deed promised only as what something else leads up to, rehearses, pays for or speaks of. */
export const isPrelude = ({ verbs }: Promised, { report }: Told): boolean =>
  report.kind === 'fulfilled' && ledUpTo(report).some(({ by, deed }) => verbs.has(deed) && !verbs.has(by));

/** Deeds, as stems, that a sentence names behind such words and nowhere else, and those words. */
const ledUpTo = onceOf(({ quote }: Report): { by: string; deed: string }[] => {
  const all = terms(quote);
  if (all.some(({ word }) => MEETS.test(word))) return [];
  const led = new Map<number, string>();
  for (const [i, { word, stem }] of all.entries()) {
    const [before, next] = [all[i - 1], all[i + 1]?.word ?? ''];
    if (LEADS_UP.has(word) || (REHEARSAL.has(word) && NOMINAL.test(next))) led.set(i + 1, stem);
    else if (word === 'untuk' && before !== undefined && MEANS.has(before.word)) led.set(i + 1, before.stem);
    else if (word === 'perkembangan' && ABOUT.has(before?.word ?? '')) led.set(i + 1, stem);
  }
  const elsewhere = new Set(all.flatMap(({ stem }, i) => (led.has(i) ? [] : [stem])));
  return [...led].flatMap(([i, by]) => {
    const own = all[i];
    return own !== undefined && DEED.test(own.word) && !elsewhere.has(own.stem) ? [{ by, deed: own.stem }] : [];
  });
});

/** Who does what he was to do does the deed that the word is followed by (`memenuhi komitmennya untuk …`). */
const MEETS = /^(?:memenuhi|dipenuhi|menepati|ditepati|mewujudkan|melaksanakan|merealisasikan)$/;
const LEADS_UP = new Set(
  'menjelang jelang menuju mendahului mempercepat mempersiapkan menyiapkan menyongsong'.split(' '),
);
const REHEARSAL = new Set(['simulasi', 'gladi', 'latihan', 'persiapan']);
/** What is got for a deed. */
const MEANS = new Set('anggaran dana tugas perintah panitia tim lelang tender alokasi'.split(' '));
const ABOUT = new Set(['mengenai', 'soal', 'terkait', 'tentang', 'perihal', 'menyinggung']);
const NOMINAL = /^(?:pe|per|ke)[a-z]{4,}an$/;
const DEED = /^(?:me[mnlrwy]?|di|pe[mnlrw]?|per)[a-z]{3,}/;
