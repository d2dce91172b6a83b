import { firstEndingBehind } from '../text/bisect.ts';
import type { Span } from '../types.ts';
import type { Parties } from './parties.ts';

/** What stands before is said to have been said: `Hal itu disampaikan (oleh) Budi`. */
const PASSIVE =
  /^["“”']?(?:Adapun |Sebelumnya,? |Sementara itu,? )?(?:Hal|Demikian|Pernyataan|Penegasan|Penjelasan|Informasi|Kabar|Rencana|Keputusan|Kebijakan|Ketentuan|Langkah|Pengumuman|Target|Janji|Kepastian|Imbauan|Arahan|Instruksi|Permintaan|Desakan|Peringatan|Itu|Ini|Ancaman)\b[^.,"“]{0,40}?\bdi(?:sampaikan|ungkapkan|katakan|umumkan|tegaskan|jelaskan|kemukakan|utarakan|sebutkan|nyatakan|tuturkan|paparkan|ungkap|lontarkan|ucapkan|terangkan|tekankan|keluarkan|berikan)\b(?: (?:oleh|langsung|kembali|secara langsung))*/;
/** `Budi menyampaikan hal itu`, `Budi menyampaikannya`: the name stands before. */
const ACTIVE =
  /\bmeng?(?:yampaikan|ungkapkan|atakan|umumkan|jelaskan|emukakan|utarakan|yatakan|egaskan)(?:nya\b| (?:hal|pernyataan|keterangan|informasi|pengumuman|rencana) (?:itu|ini|tersebut)\b)/;
/** Characters that may stand between the verb and the name: an office. */
const OFFICE = 120;

/**
 * For each sentence who is reported in it to have said what stands in the sentences before: the index of a party, or
 * -1 where nobody is.
 */
export function toldBack(text: string, sentences: readonly Span[], parties: Parties): number[] {
  const told: number[] = [];
  for (const sentence of sentences) told.push(tellerOf(text, sentence, parties));
  return told;
}

function tellerOf(text: string, { start, end }: Span, parties: Parties): number {
  const said = text.slice(start, end);
  const passive = PASSIVE.exec(said);
  if (passive) return speakerFrom(parties, start + passive[0].length, end);
  const active = ACTIVE.exec(said);
  return active ? speakerBefore(parties, start, start + active.index) : -1;
}

/** A person named behind an offset, else the first named there. */
function speakerFrom({ mentions }: Parties, from: number, end: number): number {
  const stop = Math.min(end, from + OFFICE);
  let first = -1;
  for (let i = firstEndingBehind(mentions, from); i < mentions.length && mentions[i]!.start < stop; i++) {
    const { party, person, generic } = mentions[i]!;
    if (person) return party;
    if (first < 0 && !generic) first = party;
  }
  return first;
}

/** The last named between two offsets. */
function speakerBefore({ mentions }: Parties, start: number, to: number): number {
  for (let i = firstEndingBehind(mentions, to) - 1; i >= 0 && mentions[i]!.start >= start; i--) {
    if (mentions[i]!.end <= to && !mentions[i]!.generic) return mentions[i]!.party;
  }
  return -1;
}
