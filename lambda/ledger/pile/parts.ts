import { AUTHORITY, classOf, ORG, PLACE, ROLE } from '../../extract/actors/lexicon.ts';
import { behindDateline } from '../../read/dateline.ts';
import type { Cluster } from '../model/grouping.ts';
import type { LinkedReport } from '../model/match.ts';
import { byPublication } from '../model/tells.ts';
import { MONTHS, WORD_NUMBER } from '../words/figures.ts';
import { isVerbForm } from '../words/verbs.ts';
import { isFunctionWord, isStopWord, type Term, terms } from '../words/words.ts';

/** Two things that a promise lists. */
interface Parts {
  /** The stem of the word on each side of the conjunction. */
  stems: readonly [string, string];
  /** Both are names: towns, products, companies. */
  named: boolean;
}

/** Words on each side of a conjunction that are looked at. */
const REACH = 3;
const AND = new Set(['dan', 'serta']);
/** It is told of both, or of all. */
const ALL = /\b(?:semua\w*|seluruh\w*|kedua\w*|lengkap|tuntas|masing-masing|bersama)\b/i;
/** So far, and no more: `baru menyerahkan data tiket pesawat`. */
const SO_FAR = /\bbaru (?:me|di)[a-z]{3,}/i;
/** When, not what: `Selasa dan Kamis`. */
const DAYS = new Set([...'senin selasa rabu kamis jumat sabtu minggu ahad'.split(' '), ...MONTHS]);
/** Words of names that have a conjunction themselves: `Kementerian Komunikasi dan Digital`. */
const OF_BODIES = ORG | ROLE | AUTHORITY;

/**
 * The two things that an action lists: of `membuka kantor di Jakarta dan Surabaya` the towns, of `data tiket pesawat dan hotel` the
 * sorts. Null where no two things stand so, or acts do (`membuka dan menutup`), or one name has the conjunction in it.
 */
export function partsIn(action: string): Parts | null {
  const all = terms(action);
  for (const [at, { word }] of all.entries()) {
    if (!AND.has(word)) continue;
    const before = contentBeside(all, at, -1);
    const behind = contentBeside(all, at, 1);
    // Of three, which are left is not known.
    const [listed = ''] = action.toLowerCase().split(` ${word} `, 1);
    if (/,\s*$/.test(listed)) return null;
    if (before === null || behind === null || before.stem === behind.stem) continue;
    const near = all.slice(Math.max(0, at - REACH), at + REACH);
    if (near.some(({ word: one }) => classOf(one) & OF_BODIES && !(classOf(one) & PLACE) && isCapital(action, one)))
      continue;
    const named = [before, behind].every((one) => isCapital(action, one.word));
    return { stems: [before.stem, behind.stem], named };
  }
  return null;
}

const isCapital = (text: string, word: string): boolean =>
  text.includes(word[0]!.toUpperCase() + word.slice(1)) || text.includes(word.toUpperCase());

/** The content word right beside a conjunction; null where a verb or nothing stands there. */
function contentBeside(all: readonly Term[], at: number, by: 1 | -1): Term | null {
  for (let n = 1; n <= REACH; n++) {
    const one = all[at + n * by];
    if (one === undefined) return null;
    if (isFunctionWord(one.word) || isStopWord(one.word)) continue;
    return isVerbForm(one.word) || DAYS.has(one.word) || one.word.length < 3 || /^\d/.test(one.word) ? null : one;
  }
  return null;
}

/**
 * Of a promise of two named things, what was done to one of them is a part, until reports, in the order of publication, have told of
 * the other too; of two sorts only where so much and no more is told. What names neither, or says that it was all, is the whole.
 */
export function asFarAsListed(linked: readonly LinkedReport[], { members }: Cluster): LinkedReport[] {
  const lists = members.map(({ mention }) => partsIn(mention.mention.action.text));
  const [parts] = lists;
  // Every wording must list the same: one that names a single thing promises that.
  if (!parts || lists.some((own) => own === null || own.stems.join() !== parts.stems.join())) return [...linked];
  const met = new Set<string>();
  return [...linked]
    .sort((a, b) => byPublication(a.report, b.report))
    .map((link) => {
      const { kind, quote } = link.report;
      if ((kind !== 'fulfilled' && kind !== 'partly') || ALL.test(quote)) return link;
      const said = new Set(terms(behindDateline(quote)).map(({ stem }) => stem));
      const told = parts.stems.filter((part) => said.has(part));
      for (const part of told) met.add(part);
      const isPart = told.length === 1 && met.size < 2 && (parts.named || SO_FAR.test(quote));
      return kind === 'fulfilled' && isPart ? { ...link, report: { ...link.report, kind: 'partly' } } : link;
    });
}

/** Of whom it is told: so many others, and not all (`Dua perusahaan lain … sudah mengirim datanya`). */
const OTHERS = new RegExp(
  String.raw`^[^a-z\d]*(?:(?:adapun|sementara itu|sedangkan),? )?(?:sebanyak |sekitar |baru )?(?:\d{1,3}|${WORD_NUMBER}|sejumlah|beberapa) (?:di antaranya|(?:[a-z]{4,} ){1,3}(?:lain|lainnya))\b`,
);

/** Of a duty of all of a kind (`Eksportir wajib …`), what so many others of them did is a part. */
export function asFarAsCounted(linked: readonly LinkedReport[], { members }: Cluster): LinkedReport[] {
  if (members[0]!.parties.some((party) => party !== 'class')) return [...linked];
  return linked.map((link) => {
    const { kind, quote } = link.report;
    const isOfOthers = OTHERS.test(behindDateline(quote).toLowerCase());
    return kind === 'fulfilled' && isOfOthers && !ALL.test(quote)
      ? { ...link, report: { ...link.report, kind: 'partly' } }
      : link;
  });
}
