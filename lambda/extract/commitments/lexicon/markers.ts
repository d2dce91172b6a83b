import type { MentionType, Modality } from '../../types.ts';

/**
 * How a marker stands to its clause:
 * - `subject`: the one who acts (or the thing acted on) stands before it, the act behind: `X akan membuka …`.
 * - `order`: the authority stands before it, the addressee and the act behind: `X meminta Y membuka …`.
 * - `noun`: a noun of plan or duty with the act behind: `mengumumkan rencana penerbitan …`.
 * An act with none of these words may still carry a day to come: see `dated-act` in `candidates.ts`.
 */
export type Frame = 'subject' | 'order' | 'noun';

/** A word (or words) by which a clause may state a commitment. What decides is the clause: see `features.ts`. */
export interface Marker {
  rule: string;
  frame: Frame;
  type: MentionType;
  modality: Modality;
  /** Lower-case forms; several words are separated by one space. */
  forms: readonly string[];
}

/** Forms are separated by commas; a form may be several words. */
const forms = (...rows: readonly string[]): readonly string[] => rows.flatMap((row) => row.split(', '));

/** Each row's rule name says why its forms are one class; `extract` prints it with every mention that it finds. */
export const MARKERS: readonly Marker[] = [
  // The future of news Indonesian. Most are forecasts or colour: the clause must show an act and an actor.
  { rule: 'will', frame: 'subject', type: 'pledge', modality: 'firm', forms: forms('akan, bakal, bakalan, takkan') },
  // Plans said as such: an intent, so a target, never firm.
  {
    rule: 'plan',
    frame: 'subject',
    type: 'pledge',
    modality: 'target',
    forms: forms(
      'berencana, merencanakan, rencananya, direncanakan, berniat, hendak, merencana, rencanakan',
      'bermaksud',
    ),
  },
  // Not before a day: that it comes then is what is said.
  {
    rule: 'not-before',
    frame: 'subject',
    type: 'pledge',
    modality: 'firm',
    forms: forms('baru bisa, baru dapat, baru mungkin'),
  },
  { rule: 'plan-noun', frame: 'noun', type: 'pledge', modality: 'target', forms: forms('rencana, niat') },
  // A goal with a measure or a day.
  {
    rule: 'target',
    frame: 'subject',
    type: 'pledge',
    modality: 'target',
    forms: forms(
      'menargetkan, ditargetkan, targetkan, targetnya, mematok, dipatok, membidik, mengejar, diagendakan, mengagendakan',
      'menarget, ditarget, ditargetkannya, dibidik, mengincar, diincar',
    ),
  },
  { rule: 'target-noun', frame: 'noun', type: 'pledge', modality: 'target', forms: forms('target, sasaran') },
  // A day fixed for a public act.
  {
    rule: 'schedule',
    frame: 'subject',
    type: 'pledge',
    modality: 'firm',
    forms: forms('dijadwalkan, menjadwalkan, terjadwal, jadwalkan, dijadwal, dijadwalkannya'),
  },
  // The speaker binds himself in words.
  {
    rule: 'promise',
    frame: 'subject',
    type: 'pledge',
    modality: 'firm',
    forms: forms(
      'berjanji, menjanjikan, dijanjikan, berkomitmen, menyanggupi, bertekad, berikrar, bersumpah, janjikan',
    ),
  },
  // An assurance: of an act to come, or of how things are.
  {
    rule: 'assure',
    frame: 'subject',
    type: 'pledge',
    modality: 'firm',
    forms: forms('menjamin, memastikan, pastikan, dipastikan, jamin, dijamin'),
  },
  // A decision taken, whose carrying out is to come.
  {
    rule: 'decide',
    frame: 'subject',
    type: 'pledge',
    modality: 'firm',
    forms: forms(
      'memutuskan, diputuskan, menetapkan, ditetapkan, mengalokasikan, dialokasikan, menyiapkan, disiapkan, menganggarkan',
      'dianggarkan, putuskan, menyetujui, disetujui, setujui',
    ),
  },
  {
    rule: 'promise-noun',
    frame: 'noun',
    type: 'pledge',
    modality: 'firm',
    forms: forms('komitmen, janji, komitmennya, kesiapan, kesanggupan, kesediaan'),
  },
  // Readiness: a promise where an act follows, ability where none does.
  {
    rule: 'ready',
    frame: 'subject',
    type: 'pledge',
    modality: 'firm',
    forms: forms('siap, bersedia, setuju, sanggup'),
  },
  {
    rule: 'want',
    frame: 'subject',
    type: 'pledge',
    modality: 'target',
    forms: forms('ingin, mau, pengen, berkeinginan'),
  },
  { rule: 'soon', frame: 'subject', type: 'pledge', modality: 'firm', forms: forms('segera, secepatnya') },
  {
    rule: 'later',
    frame: 'subject',
    type: 'pledge',
    modality: 'firm',
    forms: forms('nanti, nantinya, besok, ke depan'),
  },
  // Work said to be under way towards an end: a pledge where it names what comes of it.
  {
    rule: 'underway',
    frame: 'subject',
    type: 'pledge',
    modality: 'target',
    forms: forms(
      'tengah, sedang, mulai, terus, bersiap, berupaya, mengupayakan, diupayakan, mempersiapkan, dipersiapkan',
    ),
  },
  // A term made longer, or an act put off, ends on a new day.
  {
    rule: 'extend',
    frame: 'subject',
    type: 'pledge',
    modality: 'firm',
    forms: forms(
      'memperpanjang, diperpanjang, perpanjang, menunda, ditunda, mengundur, diundur, memundurkan, melanjutkan',
      'mengundurkan, diundurkan, dimundurkan, memajukan, dimajukan, menggeser, digeser, dijadwal ulang, menjadwal ulang',
      'bergeser ke, bergeser menjadi, bergeser dari, bergeser hingga, mundur ke, mundur menjadi, mundur hingga',
      'mundur dari, mundur lagi ke, mundur lagi menjadi, maju dari',
      'molor ke, molor menjadi, molor hingga, molor sampai, molor dari, tertunda hingga, tertunda sampai, maju ke',
      'maju menjadi, bergeser sampai, mundur sampai, diulur hingga, diulur sampai, mulur hingga',
    ),
  },
  // The same as a noun: `mengumumkan penundaan rapat hingga 7 Juli`.
  {
    rule: 'extend',
    frame: 'noun',
    type: 'pledge',
    modality: 'firm',
    forms: forms('penundaan, perpanjangan, pengunduran, pemunduran, pergeseran'),
  },
  // A rule that comes into force on its day.
  {
    rule: 'effect',
    frame: 'subject',
    type: 'pledge',
    modality: 'firm',
    forms: forms('berlaku, diberlakukan, memberlakukan, diterapkan, menerapkan'),
  },
  // Duty, by the one who bears it.
  {
    rule: 'duty',
    frame: 'subject',
    type: 'obligation',
    modality: 'firm',
    forms: forms('wajib, harus, mesti, kudu, musti, perlu, seharusnya, berkewajiban'),
  },
  {
    rule: 'duty-passive',
    frame: 'subject',
    type: 'obligation',
    modality: 'firm',
    forms: forms(
      'diwajibkan, diharuskan, diminta, didesak, diperintahkan, diinstruksikan, ditugaskan, ditugasi, dituntut, dilarang',
      'dihukum, dipaksa, dimintai, dibatasi, diamanatkan, disyaratkan, dimandatkan, diultimatum, ditagih, dibebani, ditunggu',
    ),
  },
  // The same from those whose word need not bind.
  {
    rule: 'urged',
    frame: 'subject',
    type: 'obligation',
    modality: 'firm',
    forms: forms(
      'diimbau, dihimbau, diingatkan, diarahkan, didorong, dipanggil, dianjurkan, disarankan, disuruh, diharapkan, disurati',
    ),
  },
  {
    rule: 'ban',
    frame: 'subject',
    type: 'obligation',
    modality: 'firm',
    forms: forms(
      'tidak boleh, tak boleh, enggak boleh, nggak boleh, tidak diperbolehkan, tak lagi boleh, tidak lagi boleh, jangan',
      'tidak dibolehkan, tak diperbolehkan, tidak diizinkan, tidak diperkenankan, tak diperkenankan, tidak dibenarkan',
      'tidak boleh lagi, tak boleh lagi',
    ),
  },
  // Duty, by the one who lays it on.
  {
    rule: 'order',
    frame: 'order',
    type: 'obligation',
    modality: 'firm',
    forms: forms(
      'meminta, minta, memerintahkan, mewajibkan, mengharuskan, mendesak, menginstruksikan, menugaskan, menugasi, menuntut',
      'melarang, wajibkan, perintahkan, instruksikan, larang, desak, mengultimatum, menghukum, memaksa, haruskan',
      'menagih, mensyaratkan, mengamanatkan, memandatkan, menunggu, tunggu',
    ),
  },
  // Words to a party that bind only when an authority says them to those it regulates.
  {
    rule: 'urge',
    frame: 'order',
    type: 'obligation',
    modality: 'firm',
    forms: forms(
      'mengimbau, menghimbau, imbau, mengingatkan, ingatkan, mengarahkan, menyerukan, mendorong, mewanti-wanti, menegur',
      'memperingatkan, memanggil, panggil, menyuruh, suruh, mengajak, memohon, mengusulkan, merekomendasikan',
      'menyarankan',
    ),
  },
  // Time given: `memberi waktu`, `diberi waktu`.
  {
    rule: 'time-given',
    frame: 'order',
    type: 'obligation',
    modality: 'firm',
    forms: forms(
      'memberi waktu, memberikan waktu, beri waktu, berikan waktu, kasih waktu, memberi tenggat, memberikan tenggat',
      'beri tenggat, memberi batas waktu, memberikan batas waktu, memberi kesempatan, memberikan kesempatan',
      'beri kesempatan, memberi tempo, beri tempo, memberi deadline, memberikan tenggat waktu, memberi tenggat waktu',
      'memberikan deadline, memberi ultimatum, memberi tambahan waktu, memberikan tambahan waktu',
      'memberi perpanjangan waktu, memberikan perpanjangan waktu, memberi kelonggaran, memberikan kelonggaran',
      'beri kelonggaran, memberi waktu tambahan, memberikan waktu tambahan',
    ),
  },
  {
    rule: 'time-given-passive',
    frame: 'subject',
    type: 'obligation',
    modality: 'firm',
    forms: forms(
      'diberi waktu, diberikan waktu, diberi tenggat, diberikan tenggat, diberi kesempatan, diberi tempo, punya waktu',
      'diberikan kesempatan, diberi batas waktu, diberikan batas waktu, diberi deadline, memiliki waktu, mempunyai waktu',
      'diberi tambahan waktu, diberikan tambahan waktu, mendapat tambahan waktu, diberi waktu tambahan, mendapat waktu',
      'dikasih waktu, dikasih kesempatan, dikasih tempo, dikasih tenggat, dikasih tambahan waktu',
      'diberi perpanjangan waktu, diberikan perpanjangan waktu, diberi kelonggaran, diberikan kelonggaran',
      'mendapat kelonggaran, memperoleh kelonggaran, mendapat kesempatan, memperoleh kesempatan, memperoleh waktu',
    ),
  },
  {
    rule: 'deadline-noun',
    frame: 'noun',
    type: 'obligation',
    modality: 'firm',
    forms: forms(
      'tenggat, batas waktu, batas akhir, kewajiban untuk, tenggat waktu, kewajiban, hari terakhir, hari pamungkas',
      'tanggal terakhir, kesempatan terakhir, hari akhir, sebagai batas, sebagai tenggat',
    ),
  },
  // Two or more bind themselves together.
  {
    rule: 'agree',
    frame: 'subject',
    type: 'agreement',
    modality: 'firm',
    forms: forms(
      'sepakat, bersepakat, menyepakati, disepakati, sepakati, menandatangani, teken, meneken',
      'diteken, ditandatangani, menjalin, menggandeng, bekerja sama, bekerjasama, berkolaborasi, bermitra',
    ),
  },
  {
    rule: 'agree-noun',
    frame: 'noun',
    type: 'agreement',
    modality: 'firm',
    forms: forms('kesepakatan, nota kesepahaman, mou'),
  },
  // What an authority will impose: said of the one who suffers it, or with `dapat`, or as a threat.
  {
    rule: 'sanction',
    frame: 'subject',
    type: 'sanction',
    modality: 'firm',
    forms: forms(
      'dikenai, dikenakan, dijatuhi, disanksi, didenda, diblokir, dicabut, ditindak, dibekukan, dipidana, dihentikan',
      'mengenakan, menjatuhkan, menindak, kenakan, jatuhkan, memberi sanksi, memberikan sanksi, diberi sanksi',
      'diberikan sanksi, disegel, dideportasi, memblokir, mencabut, membekukan',
    ),
  },
  {
    rule: 'threat',
    frame: 'subject',
    type: 'sanction',
    modality: 'firm',
    forms: forms(
      'terancam, tak segan, tidak segan, tak segan-segan, tidak segan-segan, tak ragu, tidak ragu, mengancam, ancam',
      'tidak akan segan, tak akan segan, tidak akan ragu, tak akan ragu',
      'tidak akan segan-segan, tak akan segan-segan, takkan segan, takkan segan-segan, takkan ragu',
    ),
  },
  { rule: 'may', frame: 'subject', type: 'sanction', modality: 'firm', forms: forms('dapat, bisa') },
];

/** Rules by which a candidate that several markers point to is named: the most telling first. */
export const RULE_ORDER: readonly string[] = [
  ...['time-given', 'time-given-passive', 'agree', 'promise', 'schedule', 'target', 'plan', 'order', 'duty-passive'],
  ...['ban', 'duty', 'threat', 'urge', 'urged', 'deadline-noun', 'agree-noun', 'promise-noun', 'target-noun'],
  ...['plan-noun', 'extend', 'effect', 'ready', 'decide', 'assure', 'sanction', 'not-before', 'will', 'soon', 'later'],
  'want',
  ...['underway', 'may', 'dated-act', 'if-act'],
];

const BY_FIRST_WORD = new Map<string, { words: readonly string[]; form: string; marker: Marker }[]>();
for (const marker of MARKERS) {
  for (const form of marker.forms) {
    const words = form.split(' ');
    const rows = BY_FIRST_WORD.get(words[0]!) ?? [];
    rows.push({ words, form, marker });
    rows.sort((a, b) => b.words.length - a.words.length);
    BY_FIRST_WORD.set(words[0]!, rows);
  }
}

/** The marker that begins at token `at`, the longest form first; null where none does. */
export function markerAt(
  tokens: readonly { lower: string }[],
  at: number,
): { form: string; length: number; marker: Marker } | null {
  const rows = BY_FIRST_WORD.get(tokens[at]!.lower);
  if (rows === undefined) return null;
  for (const { words, form, marker } of rows) {
    if (words.every((word, i) => tokens[at + i]?.lower === word)) return { form, length: words.length, marker };
  }
  return null;
}
