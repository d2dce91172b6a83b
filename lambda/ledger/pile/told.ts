import { withoutLinks } from '../../extract/text/boilerplate.ts';
import { segment } from '../../extract/text/segment.ts';
import { behindDateline } from '../../read/dateline.ts';
import { saysMoved } from '../model/cues.ts';
import { dayText, jakartaDay } from '../model/features.ts';
import { COME } from '../model/link.ts';
import { isInPart, isUnderWay } from '../outcomes/completion.ts';
import { NYA_ADVERBS, OBSTACLE_GONE, OFF_THEN } from '../outcomes/cues.data.ts';
import { doneByThen } from '../outcomes/occurred.ts';
import { reporterOf, SURE } from '../outcomes/read.ts';
import { CLAIMED, type Found, unclassed } from '../outcomes/sentence.ts';
import type { LedgerArticle, Report } from '../types.ts';
import { type FoundAct, findActs } from '../words/acts.ts';
import { namesIn, terms } from '../words/words.ts';
import { anyOf, likeliestOf, type TellingWeights, TOLD_KINDS, type ToldKind, tellingsIn } from './telling/telling.ts';

/** A sentence that is less likely to tell of some promise tells of none. */
export const LEAST_TOLD = 0.1;

/** A kind that is less likely than this, and than another, is not looked at. */
const LEAST_OF_KIND = 0.06;

/** Acts of a sentence that are looked at, at most. */
const MOST = 3;

const KINDS: ReadonlySet<string> = new Set(TOLD_KINDS);

/**
 * What the sentences of an article of a pile may tell in their own words: of each that likely tells what became of some promise
 * (`telling/`), a report for each act that rules read in it, or that it names, and each kind of end that is likely. Pure.
 * @param read what rules read in it (`outcomes/read.ts`).
 */
export function toldInPile(
  article: LedgerArticle,
  recordedAt: string,
  read: readonly Report[],
  worth?: TellingWeights,
): Report[] {
  const doc = segment(article.text);
  const reportOf = reporterOf(article, doc, recordedAt);
  const said = withoutLinks(doc);
  const indexOf = new Map(doc.sentences.map(({ start }, index) => [start, index]));
  const beside = (start: number, by: 1 | -1): string => {
    const one = doc.sentences[indexOf.get(start)! + by];
    return one === undefined ? '' : said.slice(one.start, one.end).toLowerCase();
  };
  // What is promised in a sentence for a day that has not passed is not told there to be done. A due that is no day
  // (`vague`, `unanchored`) has not passed: it sorts behind every digit.
  const today = dayText(jakartaDay(article.published));
  const open = article.extraction.commitments.filter(
    (c) => c.confidence >= SURE && (c.deadline === null || !(c.deadline.due < today)),
  );
  const promised = new Set(open.map(({ sentence }) => sentence.start));
  const byStart = Map.groupBy(
    read.filter(({ kind }) => KINDS.has(kind)),
    ({ span }) => span.start,
  );
  return tellingsIn(article, read, worth).flatMap(({ start, end, telling }): Report[] => {
    const chance = anyOf(telling);
    if (chance < LEAST_TOLD) return [];
    const text = said.slice(start, end);
    // What is only claimed is told by who denies it.
    const own = (byStart.get(start) ?? []).filter(({ rule }) => rule !== CLAIMED);
    const found = own.length > 0 ? own : actsIn(text);
    const best = likeliestOf(telling);
    // How far a thing has come, in hundredths, is neither a part of it nor all; a day that moves, or lies ahead, has not come.
    const isOpen = doneByThen(article, { start, end }) || (own.length === 0 && saysMoved(text));
    const lower = text.toLowerCase();
    const isAhead = isOpen || isUnderWay(lower) || ONLY_THEN.test(lower);
    const isPart = isInPart(lower, beside(start, 1), beside(start, -1));
    const cannotBe = (kind: ToldKind): boolean =>
      (isAhead && COME.has(kind)) ||
      (kind === 'contested' && !DENIES.test(lower)) ||
      (kind === 'fulfilled' && own.length === 0 && NOT_SAID.test(behindDateline(text).toLowerCase())) ||
      (kind === 'fulfilled' && (STILL_THERE.test(lower) || STILL_SO.test(lower) || isOnlyLate(lower))) ||
      (kind === 'fulfilled' && (isPart || (own.length === 0 && (promised.has(start) || saysNotYet(lower))))) ||
      (kind === 'withdrawn' && own.length === 0 && promised.has(start) && !SAYS_OFF.test(lower)) ||
      (kind === 'withdrawn' && (OFF_THEN.test(lower) || isToBeOff(lower) || NOT_OFF.test(lower))) ||
      OBSTACLE_GONE.test(lower);
    const kinds = TOLD_KINDS.filter((kind) => (kind === best || telling[kind] >= LEAST_OF_KIND) && !cannotBe(kind));
    const acts = new Map<string, Report>();
    for (const one of found) {
      if (acts.has(one.act)) continue;
      acts.set(one.act, 'id' in one ? one : reportOf(indexOf.get(start)!, text, one));
    }
    return [...acts.values()].flatMap((report) => kinds.map((kind) => ({ ...ofKind(report, kind), telling })));
  });
}

/** `menepis isu pembatalan`: it is not off. */
const NOT_OFF =
  /\b(?:menepis|membantah|menampik|menyangkal)\b[^.;,]{0,40}\b(?:pembatalan|batal|dibatalkan|penundaan|pencabutan)\b/;

/** That something is taken back lies ahead (`OJK akan membatalkan tanda terdaftar`), or is said of others, or of a day. */
const isToBeOff = (lower: string): boolean =>
  (WILL_TAKE_BACK.test(lower) && !IS_OFF.test(lower)) ||
  (OTHERS_OFF.test(lower) && !IS_OFF.test(lower.replace(OTHERS_OFF, ' '))) ||
  (ASKED_OFF.test(lower) && !IS_OFF.test(lower.replace(ASKED_OFF, ' ')));
/** Somebody is asked to, or is not: `AKKI tidak meminta BI membatalkan aturan itu`. */
const ASKED_OFF =
  /\b(?:meminta|minta|diminta|mendesak|didesak|menuntut|mengusulkan|memohon) (?:[\w()-]+ ){0,5}?(?:membatalkan|dibatalkan|mencabut|dicabut|menarik|ditarik)\b/;
const WILL_TAKE_BACK = /\b(?:akan|bakal|hendak) (?:membatalkan|dibatalkan|mencabut|dicabut|menarik|ditarik)\b/;
/** What is off is another's: an order, a licence, the plan before. */
const OTHERS_OFF = new RegExp(
  String.raw`\byang (?:(?!(?:${NYA_ADVERBS})nya )\w+nya )?(?:batal|urung|membatalkan|dibatalkan)\b|\b(?:membatalkan|dibatalkan|mencabut|dicabut) (?:izin|nomor|sertifikat|pendaftaran)\w*\b|\bjadwal (?:sebelumnya|semula|awal|lama)\b[^.;]{0,40}\bbatal\b`,
);
const IS_OFF =
  /\b(?:batal|urung|(?:tidak|tak) jadi|(?<!\b(?:akan|bakal|hendak) )(?:membatalkan|dibatalkan|mencabut|dicabut))\b/;

/** A word without which nothing is denied, doubted or told to be otherwise. */
const DENIES =
  /bantah|sangkal|tepis|tampik|sanggah|ragu|persoalkan|pertanyakan|menyoal|disoal|protes|keluh|kecewa|tuding|tuduh|gugat|bohong|padahal|nyatanya|kenyataan|ternyata|justru|malah|beda|\b(?:masih|belum|tidak|tak|bukan|tapi|tetapi|namun)\b/;

/** A sentence that promises takes nothing back without a word for it. */
const SAYS_OFF =
  /batal|urung|\b(?:tidak|tak) jadi\b|cabut|anulir|tiada|gugur|hapus|mengganti|diganti|sebagai ganti|alih-alih/;

/** What was to be gone is found: `KPI masih menemukan adegan itu di tiga episode`. */
const STILL_THERE =
  /\bmasih (?:menemukan|ditemukan|menjumpai|dijumpai|mendapati|didapati|bertebaran|beredar|bermunculan)\b/;
/** `Labelnya masih bergambar anak meski batas waktu sudah habis`: past its day it is as it was, and nothing is told to be done. */
const STILL_SO =
  /^(?!.*\b(?:sudah|telah) (?:me|di|ter|ber)[a-z]{3}).*\bmasih [a-z]{3,40}[^.;,]{0,80} (?:meski|meskipun|walau|walaupun|padahal) [^.;,]{0,40}\b(?:batas waktu|tenggat)\b/;

/** What is asked, hoped for or made a condition is not told: `Jika X sudah membayar, …`, `bertanya apakah …`. */
const NOT_SAID =
  /^["“]?(?:jika|bila|apabila|kalau|seandainya|semoga|mudah-mudahan|moga-moga|sudahkah|apakah)\b|\?["”]?$|\b(?:lazim|biasa|kerap|umum) (?:dilakukan|terjadi|ditempuh)\b|\b(?:batas waktu|tenggat)\b[^.;]{0,80}\b(?:terlampaui|terlewati|terlewat|habis)\b|\b(?:batas|tenggat|hari) (?:waktu |akhir )?(?:terakhir|akhir|pamungkas)\b[^.;]{0,60}\b(?:untuk|bagi)\b|\b(?:bertanya|menanyakan|mempertanyakan|tahu|memastikan|mengecek|memeriksa) apakah\b|\b(?:berharap|diharapkan|mengharapkan)\b[^.;,]{0,80}\b(?:sudah|telah)\b/;

/** `BPJS mengakui penempatan petugasnya terlambat`: late, and by how much, or that it came at last, nobody says. */
const isOnlyLate = (lower: string): boolean => LATE.test(lower) && !BY_SO_MUCH.test(lower) && !DONE.test(lower);
const LATE = /\b(?:terlambat|telat|molor|tertunda|tersendat)\b/;
const BY_SO_MUCH = /\d|\b(?:se)?(?:hari|pekan|minggu|bulan|tahun|jam)\b/;

/** `izinnya baru bisa dikembalikan setelah semua beres`: not before that. */
const ONLY_THEN =
  /\bbaru (?:bisa|dapat|akan|boleh) \w+(?: \w+){0,6} (?:setelah|sesudah|jika|apabila|bila|kalau|usai)\b/;

/** It says that something is not, or not yet, and nowhere that anything is: `karena importir belum menarik seluruhnya`. */
const saysNotYet = (lower: string): boolean => NOT_YET.test(lower) && !DONE.test(lower);
const NOT_YET = /\b(?:belum|gagal|penolakan|menolak)\b/;
const DONE = /\b(?:sudah|telah|resmi|akhirnya|kini|selesai|rampung|tuntas|lunas|beres|kelar|lengkap)\b/;

/** A report as if it were of another kind than rules read; its rule says so. */
function ofKind(report: Report, kind: ToldKind): Report {
  const rule = report.kind === kind || report.rule === TOLD ? report.rule : `not-${report.kind}`;
  return { ...report, kind, id: `${report.id} told ${kind}`, rule };
}
/** The rule of what no rule reads. */
const TOLD = 'told';

/** What a sentence may be about, where rules read nothing in it. */
function actsIn(text: string): Found[] {
  const all = terms(text);
  const known = findActs(all);
  const acts: FoundAct[] = [...known, ...unclassed(all, known, namesIn(text))];
  const names = [...new Set(acts.map(({ act }) => act))].slice(0, MOST);
  const [first] = all;
  return (names.length > 0 ? names : [`~${first?.stem ?? ''}`]).map((act) => ({
    kind: 'fulfilled',
    act,
    rule: TOLD,
    confidence: 0.4,
  }));
}
