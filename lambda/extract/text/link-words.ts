/** Words by which links to other articles, and the ends of their headlines, are told; in small letters. */

/** Openings of links to other articles. */
export const LINK_MARKERS: readonly string[] = [
  'baca juga',
  'baca selengkapnya',
  'simak juga',
  'lihat juga',
  'pilihan editor',
  'berita terkait',
];

/** Opens a link only with its colon; in small letters it explains a word: `(baca: uang)`. */
export const READ = 'baca';

/** Words that headlines write in small letters between capitalised ones. */
export const SMALL_WORDS: ReadonlySet<string> = new Set([
  ...[
    'di',
    'ke',
    'dari',
    'pada',
    'dalam',
    'untuk',
    'dengan',
    'oleh',
    'bagi',
    'demi',
    'atas',
    'antara',
    'per',
    'hingga',
  ],
  ...[
    'sampai',
    'sejak',
    'tanpa',
    'terhadap',
    'tentang',
    'kepada',
    'sebagai',
    'lewat',
    'soal',
    'usai',
    'saat',
    'jelang',
  ],
  ...['dan', 'atau', 'tapi', 'serta', 'yang', 'agar', 'karena', 'jika', 'bila', 'meski', 'adalah', 'akan', 'tak', 'vs'],
  ...['para', 'sang', 'si', 'juga', 'jadi', 'imbas', 'zona', 'the', 'of', 'and', 'in', 'on', 'for', 'to', 'a'],
]);

/** Words that open sentences and seldom stand in a headline with a capital: the sentence begins there. */
export const STARTERS: ReadonlySet<string> = new Set([
  ...['menurut', 'menurutnya', 'sementara', 'sebelumnya', 'selanjutnya', 'kemudian', 'selain', 'namun', 'adapun'],
  ...['sedangkan', 'padahal', 'meskipun', 'apabila', 'ketika', 'setelah', 'bahkan', 'dalam', 'pada', 'saat', 'jika'],
  ...['seperti', 'diketahui', 'berdasarkan', 'sejatinya', 'lalu', 'pihaknya', 'rencananya', 'nantinya', 'terkait'],
  ...['ia', 'dia', 'mereka', 'hal', 'salah', 'dibandingkan', 'saksikan', 'pasal', 'lebih', 'oleh', 'sehingga'],
  ...['di', 'dari', 'untuk', 'dengan', 'ditemui', 'dihubungi', 'ditanya', 'apakah'],
]);

/** Words with which a name or an office of several words begins: a sentence that opens with it begins there. */
export const HEADS: ReadonlySet<string> = new Set([
  ...['pt', 'kementerian', 'badan', 'komisi', 'otoritas', 'konsulat', 'direktorat', 'asosiasi', 'federasi', 'dewan'],
  ...['menteri', 'presiden', 'gubernur', 'bupati', 'ketua', 'direktur', 'sekretaris', 'juru', 'pengacara', 'wakil'],
  ...[
    'perdana',
    'wali',
    'menkomdigi',
    'menkominfo',
    'dirjen',
    'jaksa',
    'bank',
    'plt',
    'plh',
    'kapolri',
    'kapolda',
    'tim',
  ],
]);
