/**
 * Classes of act. A class fits where one of its verbs stands with one of its objects close by, on either side
 * (`membuka kantor`, `kantor akan dibuka`, `pembukaan kantor`); `*` fits any object. The first row that fits wins, so
 * narrow rows stand first. Words are concepts of `synonyms.data.ts` or plain words.
 */
export interface ActRow {
  act: string;
  verbs: string;
  objects: string;
  /** Its objects tell one promise of the class from another: they count when two are compared. */
  telling?: true;
  /** Its verbs count with an affix only: `baru` and `satu` stand in every text, `memperbarui` and `menyatukan` do not. */
  affixed?: true;
  /** So wide that only an outright mark of completion makes a report of it. */
  wide?: true;
}

export const ACTS: ActRow[] = [
  {
    act: 'consult',
    verbs: 'gather open close konsultasi uji lewat panjang tunda undur lewati berakhir',
    objects: 'consultation',
  },
  { act: 'unblock', verbs: 'unblock', objects: '*' },
  { act: 'unblock', verbs: 'open revoke pulih', objects: 'block blokir pemblokiran beku suspensi' },
  { act: 'unblock', verbs: 'open', objects: 'service dns telegram akses' },
  { act: 'block', verbs: 'block', objects: '*' },
  { act: 'block', verbs: 'utus cabut close', objects: 'akses' },
  { act: 'block', verbs: 'close', objects: 'rekening' },
  { act: 'meet', verbs: 'minta', objects: 'klarifikasi keterangan penjelasan' },
  { act: 'meet', verbs: 'memenuhi hadir datang', objects: 'summon' },
  { act: 'freeze-permit', verbs: 'close revoke beku', objects: 'permit' },
  { act: 'get-permit', verbs: 'urus submit kantong lengkap oleh punya', objects: 'permit' },
  { act: 'grant-permit', verbs: 'issue provide', objects: 'permit' },
  { act: 'account-off', verbs: 'close remove limit block tangguh kunci', objects: 'account' },
  { act: 'move-system', verbs: 'move', objects: '*' },
  { act: 'move-system', verbs: 'satu padu', objects: 'facility system data', affixed: true },
  { act: 'separate', verbs: 'separate', objects: '*' },
  { act: 'erase-data', verbs: 'hapus musnah', objects: 'data' },
  { act: 'remove-content', verbs: 'remove block close limit revoke', objects: 'content' },
  { act: 'remove-content', verbs: 'remove block close limit', objects: 'gambling porn terror negatif', telling: true },
  { act: 'pay-fine', verbs: 'pay', objects: 'fine' },
  { act: 'withhold-tax', verbs: 'withhold kena', objects: 'tax' },
  { act: 'pay-tax', verbs: 'pay submit', objects: 'tax' },
  { act: 'pay', verbs: 'pay provide', objects: 'bonus bhr thr insentif' },
  { act: 'change-price', verbs: 'naik sesuai berlaku', objects: 'price' },
  { act: 'cut-price', verbs: 'urun angkas otong', objects: 'price' },
  { act: 'refund', verbs: 'refund pay', objects: 'money user' },
  { act: 'register', verbs: 'register', objects: '*' },
  { act: 'appoint', verbs: 'appoint', objects: '*' },
  { act: 'open-office', verbs: 'open found build launch own operate ada', objects: 'office' },
  { act: 'establish', verbs: 'open found bentuk', objects: 'entity badan hukum lembaga team' },
  { act: 'build', verbs: 'build found own ada jadi operate', objects: 'facility' },
  { act: 'operate', verbs: 'operate', objects: '*' },
  { act: 'produce', verbs: 'produce', objects: '*' },
  { act: 'recruit', verbs: 'recruit', objects: 'team' },
  { act: 'verify', verbs: 'terap aktif launch provide berlaku', objects: 'verify' },
  { act: 'issue-rule', verbs: 'issue write bentuk ada revisi elesai untas', objects: 'rule' },
  { act: 'issue-rule', verbs: 'ubah baru baharu revisi', objects: 'rule', affixed: true },
  { act: 'procedure', verbs: 'write issue elesai rampung untas bentuk ada', objects: 'procedure' },
  { act: 'issue-rule', verbs: 'berlaku undang', objects: '*' },
  { act: 'warn', verbs: 'provide submit layang issue jatuh', objects: 'letter' },
  { act: 'sanction', verbs: 'punish', objects: '*' },
  { act: 'appeal', verbs: 'submit tempuh appeal layang nyata', objects: 'appeal' },
  { act: 'auction', verbs: 'lelang', objects: '*' },
  { act: 'auction', verbs: 'open gather launch', objects: 'lelang' },
  { act: 'decide', verbs: 'utus kabul vonis', objects: 'mohon perkara sengketa gugatan' },
  { act: 'shareholders', verbs: 'rups', objects: '*' },
  { act: 'hearing', verbs: 'hear', objects: '*' },
  { act: 'examine', verbs: 'examine', objects: '*' },
  { act: 'meet', verbs: 'summon', objects: '*' },
  { act: 'stop-service', verbs: 'close separate', objects: 'service trade shop system jual operate verifikasi' },
  { act: 'supervise', verbs: 'supervise', objects: '*' },
  { act: 'give-data', verbs: 'open provide submit', objects: 'data' },
  { act: 'submit', verbs: 'submit provide', objects: 'report' },
  { act: 'submit', verbs: 'klarifikasi', objects: '*', affixed: true },
  { act: 'verify', verbs: 'verify', objects: '*' },
  { act: 'invest', verbs: 'invest realisasi', objects: '*' },
  { act: 'invest', verbs: 'build provide', objects: 'fund' },
  { act: 'age-limit', verbs: 'naik tingkat ubah terap tetap', objects: 'age' },
  { act: 'sign-deal', verbs: 'issue', objects: 'sepakat perjanjian nota mou' },
  { act: 'limit', wide: true, verbs: 'limit', objects: '*' },
  { act: 'launch', verbs: 'launch provide issue', objects: 'service' },
  { act: 'launch', wide: true, verbs: 'launch', objects: '*' },
  { act: 'comply', wide: true, verbs: 'comply', objects: '*' },
  { act: 'protect', wide: true, verbs: 'protect', objects: '*' },
  { act: 'announce', wide: true, verbs: 'announce', objects: '*' },
  { act: 'announce', wide: true, verbs: 'issue submit', objects: 'hasil' },
  { act: 'cooperate', wide: true, verbs: 'cooperate', objects: '*' },
  { act: 'educate', wide: true, verbs: 'educate', objects: '*' },
  { act: 'educate', wide: true, verbs: 'provide', objects: 'educate' },
  { act: 'merge', verbs: 'merge', objects: '*' },
  { act: 'sell', verbs: 'sell', objects: '*' },
  { act: 'write', wide: true, verbs: 'write', objects: '*' },
  { act: 'close', wide: true, verbs: 'close', objects: '*' },
  { act: 'establish', wide: true, verbs: 'found', objects: '*' },
  { act: 'open', wide: true, verbs: 'open', objects: '*' },
  { act: 'build', verbs: 'build', objects: '*' },
  { act: 'pay', verbs: 'pay', objects: '*' },
  { act: 'submit', wide: true, verbs: 'submit', objects: '*' },
  { act: 'provide', wide: true, verbs: 'provide', objects: '*' },
  { act: 'raise', wide: true, verbs: 'naik tingkat', objects: '*' },
  { act: 'issue', wide: true, verbs: 'issue', objects: '*' },
];
