/** What an article promises anew without naming it: `menjanjikan semuanya beres pada 12 Juli`, `tenggat baru ditetapkan pada 20 Juli`. */
import type { Features } from '../model/features.ts';
import { shared } from '../model/overlap.ts';
import { stem } from '../words/stem.ts';
import { terms } from '../words/words.ts';

/** By so much surer, in log-odds, that it is what the sentence before it, or the headline, names. */
const NAMED_BEFORE = 4;
/** So many words of an earlier promise must stand there, or all that it has. */
const WORDS = 2;

/**
 * Makes surer that a statement of a day which says nothing of what is to be done by it is of the earlier promise of the same party
 * that the words before it name best.
 */
export function tellBare(all: readonly Features[], odds: number[][]): void {
  for (const [j, late] of all.entries()) {
    if (late.due === null || !isBare(late)) continue;
    let best = -1;
    let most = 0;
    for (const [i, early] of all.slice(0, j).entries()) {
      if (odds[i]![j]! === Number.NEGATIVE_INFINITY || early.mention.article.key === late.mention.article.key) continue;
      if (!early.parties.some((party) => late.parties.includes(party))) continue;
      const both = shared(early.words, late.context);
      if (both <= most || both < Math.min(WORDS, early.words.size)) continue;
      [best, most] = [i, both];
    }
    if (best < 0) continue;
    odds[best]![j]! += NAMED_BEFORE;
    odds[j]![best] = odds[best]![j]!;
  }
}

/** Its action has no word that says what is done, only who does it, that it is done, and by when. */
const isBare = ({ mention, names }: Features): boolean => {
  const { action, deadline } = mention.mention;
  const what = deadline ? action.text.replace(deadline.text, ' ') : action.text;
  return terms(what).every(
    ({ word, stem: own, concept }) => EMPTY.has(own) || SMALL.test(word) || names.has(concept) || names.has(own),
  );
};
const EMPTY: ReadonlySet<string> = new Set(
  (
    'semua semuanya seluruh seluruhnya tuntas beres selesai rampung kelar laku laksana wujud realisasi tenggat batas waktu jadwal target tetap ' +
    'jatuh jadi baru akhir janji rencana proses kerja langkah hal tugas geser mundur undur tunda panjang maju kali tahap sisa beri minta tambah'
  )
    .split(' ')
    .map(stem),
);
const SMALL =
  /^(?:\d.*|itu|ini|tersebut|yang|di|ke|pada|akan|bisa|dapat|baru|kami|kita|pihaknya|paling|lambat|hingga|sampai|untuk|dan|sudah|segera|nya|lagi|dengan|dari|menjadi|kembali|waktunya|jadwalnya|tenggatnya|prosesnya|pelaksanaannya|penyelesaiannya|realisasinya|hari|bulan|tahun|pekan|minggu|menjanjikan|berjanji|ditetapkan|menetapkan|menargetkan|ditargetkan|dijanjikan)$/;
