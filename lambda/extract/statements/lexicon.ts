/** Ends the speaker's name behind a cue: what follows says where, when or to whom. */
export const AFTER_SPEAKER: ReadonlySet<string> = new Set([
  ...['saat', 'ketika', 'usai', 'seusai', 'dalam', 'di', 'pada', 'kepada', 'setelah', 'melalui', 'lewat', 'dikutip'],
  ...['seperti', 'sambil', 'seraya', 'terkait', 'soal', 'mengenai', 'tentang', 'menanggapi', 'merespons', 'dilansir'],
  ...[
    'sebagaimana',
    'via',
    'sebelum',
    'sembari',
    'mengutip',
    'ditemui',
    'senada',
    'dihubungi',
    'selepas',
    'di-sela',
    'kemarin',
  ],
  ...['menjawab', 'menyikapi', 'mengomentari', 'menambahkan', 'terhadap', 'akan', 'yang', 'karena'],
]);

/** Speech told of with the speaker behind: `Hal itu disampaikan (oleh) Budi`. */
export const PASSIVE_CUES: ReadonlySet<string> = new Set([
  ...['disampaikan', 'dikatakan', 'diungkapkan', 'ditegaskan', 'dijelaskan', 'diutarakan', 'diakui', 'dituturkan'],
  ...[
    'dipaparkan',
    'diucapkan',
    'diterangkan',
    'ditambahkan',
    'dinyatakan',
    'disebutkan',
    'dikemukakan',
    'dilontarkan',
  ],
  ...['dibenarkan', 'ditekankan', 'diumumkan', 'diungkap', 'diceritakan'],
]);

/** Verbs that report a stance or an act; they report speech only before `bahwa` or a comma. */
export const STANCE_VERBS: ReadonlySet<string> = new Set([
  ...[
    'melihat',
    'menyambut',
    'memandang',
    'mengapresiasi',
    'meyakinkan',
    'menjamin',
    'memuji',
    'menanggapi',
    'merespons',
    'menyoroti',
    'mencatat',
  ],
  ...[
    'mengutip',
    'menulis',
    'menuliskan',
    'bertanya',
    'mengkritik',
    'menyadari',
    'melanjutkan',
    'menyampaikan',
    'mengajak',
  ],
  ...['menjawab', 'merinci', 'mempertanyakan', 'mendorong', 'mengumumkan', 'melaporkan', 'mengungkap', 'membantah'],
  ...[
    'menyebut',
    'optimistis',
    'menduga',
    'memerintahkan',
    'mengonfirmasi',
    'membenarkan',
    'bercerita',
    'menceritakan',
  ],
]);

/** Words that may stand between a subject and its verb of speech. */
export const BETWEEN: ReadonlySet<string> = new Set([
  ...['pun', 'juga', 'kemudian', 'lalu', 'kembali', 'sendiri', 'sempat', 'turut', 'ikut', 'lantas', 'telah', 'sudah'],
  ...[
    'sebelumnya',
    'langsung',
    'sementara',
    'secara',
    'terpisah',
    'tegas',
    'terbuka',
    'resmi',
    'hanya',
    'terus',
    'tak',
  ],
]);

/** Behind a name: a clause begins. */
export const WILL: ReadonlySet<string> = new Set(['akan', 'bakal', 'sudah', 'telah', 'berencana', 'siap', 'tengah']);

/** Opens reported content. */
export const THAT: ReadonlySet<string> = new Set(['bahwa', 'jika', 'kalau', 'agar', 'supaya']);

/** Says that what follows a quotation takes up the voice of the one before. */
export const CONTINUES: ReadonlySet<string> = new Set(['demikian', 'begitu', 'seperti', 'sebagaimana']);

/** First and second persons: a verb of speech behind one is the speaker's own, within what is said. */
export const FIRST_PERSONS: ReadonlySet<string> = new Set([
  'saya',
  'kami',
  'kita',
  'aku',
  'anda',
  'kalian',
  'mereka',
  'yang',
]);

/** Of those, the ones that do not make their subject the one who speaks. */
export const SILENT_VERBS: ReadonlySet<string> = new Set([
  ...[
    'melihat',
    'menyambut',
    'memandang',
    'memuji',
    'mengapresiasi',
    'memerintahkan',
    'mendorong',
    'mengajak',
    'menduga',
  ],
]);
