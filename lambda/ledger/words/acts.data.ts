/**
 * Classes of act. A class fits where one of its verbs stands with one of its objects close by, on either side
 * (`membuka kantor`, `kantor akan dibuka`, `pembukaan kantor`); `*` fits any object. The first row that fits wins, so
 * narrow rows stand first. Words are concepts of `synonyms.data.ts` or plain words.
 */
export interface ActRow {
  act: string;
  verbs: string;
  objects: string;
  /** Does the opposite of another class: a report of this one breaks a promise of that one. */
  opposite?: string;
}

export const ACTS: ActRow[] = [
  {
    act: 'consult',
    verbs: 'gather open close konsultasi uji lewat panjang tunda undur lewati',
    objects: 'consultation',
  },
  { act: 'unblock', verbs: 'unblock', objects: '*', opposite: 'block' },
  { act: 'unblock', verbs: 'open revoke kembali pulih', objects: 'block blokir pemblokiran', opposite: 'block' },
  { act: 'unblock', verbs: 'open', objects: 'service dns telegram akses', opposite: 'block' },
  { act: 'block', verbs: 'block', objects: '*', opposite: 'unblock' },
  { act: 'block', verbs: 'utus cabut', objects: 'akses', opposite: 'unblock' },
  { act: 'freeze-permit', verbs: 'close revoke beku', objects: 'permit' },
  { act: 'get-permit', verbs: 'urus submit kantong lengkap oleh punya', objects: 'permit' },
  { act: 'grant-permit', verbs: 'issue provide', objects: 'permit' },
  { act: 'account-off', verbs: 'close remove limit block', objects: 'account' },
  { act: 'move-system', verbs: 'move', objects: '*' },
  { act: 'separate', verbs: 'separate', objects: '*' },
  { act: 'remove-content', verbs: 'remove block close limit', objects: 'content gambling porn terror negatif' },
  { act: 'pay-fine', verbs: 'pay', objects: 'fine' },
  { act: 'pay-tax', verbs: 'pay withhold submit', objects: 'tax' },
  { act: 'pay-tax', verbs: 'withhold', objects: '*' },
  { act: 'refund', verbs: 'refund pay', objects: 'money user' },
  { act: 'register', verbs: 'register', objects: '*' },
  { act: 'appoint', verbs: 'appoint', objects: '*' },
  { act: 'open-office', verbs: 'open build launch punya operate ada tempat', objects: 'office' },
  { act: 'establish', verbs: 'open bentuk', objects: 'entity badan hukum lembaga team' },
  { act: 'build', verbs: 'build ada jadi', objects: 'facility' },
  { act: 'operate', verbs: 'operate', objects: '*' },
  { act: 'produce', verbs: 'produce', objects: '*' },
  { act: 'recruit', verbs: 'recruit', objects: 'team' },
  { act: 'issue-rule', verbs: 'issue write bentuk ada', objects: 'rule' },
  { act: 'issue-rule', verbs: 'berlaku undang', objects: '*' },
  { act: 'sanction', verbs: 'punish', objects: '*' },
  { act: 'sanction', verbs: 'provide kirim layang issue', objects: 'letter sanksi' },
  { act: 'hearing', verbs: 'hear', objects: '*' },
  { act: 'examine', verbs: 'examine', objects: '*' },
  { act: 'meet', verbs: 'summon', objects: '*' },
  { act: 'stop-service', verbs: 'close separate', objects: 'service trade shop system jual operate verifikasi' },
  { act: 'supervise', verbs: 'supervise', objects: '*' },
  { act: 'give-data', verbs: 'open provide submit', objects: 'data' },
  { act: 'submit', verbs: 'submit provide', objects: 'report' },
  { act: 'verify', verbs: 'verify', objects: '*' },
  { act: 'invest', verbs: 'invest realisasi', objects: '*' },
  { act: 'invest', verbs: 'build provide', objects: 'fund' },
  { act: 'limit', verbs: 'limit', objects: '*' },
  { act: 'launch', verbs: 'launch provide issue', objects: 'service' },
  { act: 'launch', verbs: 'launch', objects: '*' },
  { act: 'comply', verbs: 'comply', objects: '*' },
  { act: 'protect', verbs: 'protect', objects: '*' },
  { act: 'announce', verbs: 'announce', objects: '*' },
  { act: 'cooperate', verbs: 'cooperate', objects: '*' },
  { act: 'educate', verbs: 'educate', objects: '*' },
  { act: 'merge', verbs: 'merge', objects: '*' },
  { act: 'sell', verbs: 'sell', objects: '*' },
  { act: 'close', verbs: 'close', objects: '*' },
  { act: 'open', verbs: 'open', objects: '*', opposite: 'close' },
  { act: 'build', verbs: 'build', objects: '*' },
  { act: 'pay', verbs: 'pay', objects: '*' },
  { act: 'submit', verbs: 'submit', objects: '*' },
  { act: 'provide', verbs: 'provide', objects: '*' },
  { act: 'issue', verbs: 'issue', objects: '*' },
];
