/** What a sentence only asks, guesses, passes on as a rumour or calls untrue: nobody states it. */
import type { Candidate } from './candidates.ts';
import type { View } from './view.ts';

/** An indirect question in its clause: `tidak menjelaskan kapan kebijakan itu akan berlaku`, `soal apakah …`. */
export function asked({ view: { tokens }, at }: Candidate): boolean {
  for (let i = at - 1; i >= 0 && i >= at - ASKED_WITHIN; i--) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark') return false;
    if (QUESTIONS.has(lower) && !ANY_TIME.has(tokens[i + 1]?.lower ?? '')) return true;
  }
  return false;
}
const ASKED_WITHIN = 16;
const QUESTIONS = new Set(['kapan', 'kapankah', 'apakah', 'bilamana']);
/** `kapan pun diminta`, `kapan saja`: always. */
const ANY_TIME = new Set(['pun', 'saja']);

/** `Pesan yang menyatakan OJK akan menghapus utang pinjol itu tidak benar`: its sentence says that it is not so. */
export function untrue({ view: { tokens }, at }: Candidate): boolean {
  let isSaid = false;
  for (let i = 0; i < at; i++) if (REPORTS.has(tokens[i]!.lower)) isSaid = true;
  if (!isSaid) return false;
  let isOfIt = true;
  for (let i = at + 1; i < tokens.length; i++) {
    const { lower } = tokens[i]!;
    if (FALSE.has(lower) && SO_CALLED.has(tokens[i - 1]!.lower)) return true;
    if (isOfIt && NOT.has(lower) && TRUE.has(tokens[i + 1]?.lower ?? '')) return true;
    if (OTHERS.has(lower)) isOfIt = false;
  }
  return false;
}
/** Behind these words stands what is passed on. */
const REPORTS = new Set(
  'menyebut menyebutkan menyatakan mengklaim menarasikan berisi bahwa kabar isu informasi narasi'.split(' '),
);
const FALSE = new Set('hoaks hoax bohong palsu menyesatkan'.split(' '));
/** Before such a word what is told is called so; elsewhere it is what somebody acts against (`penyebar hoaks`). */
const SO_CALLED = new Set(
  'adalah merupakan ialah itu ini tersebut informasi kabar berita pesan dipastikan dinyatakan'.split(' '),
);
/** Behind these what is not true is something else: `akan mencabut izin jika laporannya tidak benar`. */
const OTHERS = new Set('yang jika bila apabila kalau karena bahwa'.split(' '));
const NOT = new Set(['tidak', 'tak', 'bukan']);
const TRUE = new Set(['benar', 'betul', 'berdasar']);

/** A forecast: `diprediksi akan`. */
export function guessed({ view, at }: Candidate): boolean {
  return isUnder(view, at, GUESSES);
}

/** What is hoped for or feared: `Harli berharap Nadiem bakal memenuhi panggilan`. */
export const wished = ({ view, at }: Candidate): boolean => isUnder(view, at, WISHES);

/** One of some words stands before a token, in its clause. */
function isUnder({ tokens }: View, at: number, words: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= 0 && i >= at - UNDER; i--) {
    if (tokens[i]!.kind === 'mark') return false;
    if (words.has(tokens[i]!.lower)) return true;
  }
  return false;
}
const UNDER = 7;
const WISHES = new Set(
  'berharap diharapkan mengharapkan harapan harapannya harapkan semoga mudah-mudahan khawatir takut cemas ketakutan kekhawatiran takutkan khawatirkan mengkhawatirkan dikhawatirkan'.split(
    ' ',
  ),
);

const GUESSES = new Set(
  'perkirakan memperkirakan diperkirakan memprediksi diprediksi prediksi proyeksikan memproyeksikan diproyeksikan meramal diramal memprakirakan diprakirakan mengira menyangka disangka dikira menduga'.split(
    ' ',
  ),
);

/** What is denied or only rumoured: `membantah kabar yang menyebut …`. */
export function rumoured({ view, at, rules }: Candidate): boolean {
  if (rules.includes('assure')) return false;
  let said = false;
  for (let i = at - 1; i >= 0 && i >= at - 12; i--) {
    const { lower, capital } = view.tokens[i]!;
    // A company may be called so: `Pemimpin Redaksi Narasi mengatakan perusahaannya akan …`.
    if (capital && i > 0) continue;
    if (SAYS.has(lower)) said = true;
    if (RUMOURS.has(lower) || (TOPICS.has(lower) && said)) return true;
    if (lower === 'isu' && view.tokens[i + 1]?.lower !== 'yang') return true;
    if (lower === ',' || lower === '"' || lower === '”') return false;
  }
  return false;
}

/** Nouns and verbs whose clause reports what nobody stands for. */
const RUMOURS = new Set(
  'membantah bantah menepis tepis menampik hoaks hoax kabar rumor spekulasi mengklaim beredar narasi'.split(' '),
);

/** Nouns that are this only where what they say follows: `klaim (partai itu) bahwa`, not `klaim nasabah akan dibayar`. */
const TOPICS = new Set(['klaim', 'dugaan']);
const SAYS = new Set(['bahwa', 'kalau']);
