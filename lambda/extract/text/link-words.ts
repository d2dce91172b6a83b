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

const set = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.flatMap((row) => row.split(' ')));

/** Words that headlines write in small letters between capitalised ones. */
export const SMALL_WORDS = set(
  'di ke dari pada dalam untuk dengan oleh bagi demi atas antara per hingga sampai sejak tanpa terhadap tentang kepada',
  'sebagai lewat soal usai saat jelang dan atau tapi serta yang agar karena jika bila meski adalah akan tak vs para sang',
  'si juga jadi imbas zona the of and in on for to a',
);

/** Words that open sentences and seldom stand in a headline with a capital: the sentence begins there. */
export const STARTERS = set(
  'menurut menurutnya sementara sebelumnya selanjutnya kemudian selain namun adapun sedangkan padahal meskipun apabila',
  'ketika setelah bahkan dalam pada saat jika seperti diketahui berdasarkan sejatinya lalu pihaknya rencananya nantinya',
  'terkait ia dia mereka hal salah dibandingkan saksikan pasal lebih oleh sehingga di dari untuk dengan ditemui dihubungi',
  'ditanya apakah',
);

/** Words with which a name or an office of several words begins: a sentence that opens with it begins there. */
export const HEADS = set(
  'pt kementerian badan komisi otoritas konsulat direktorat asosiasi federasi dewan bank tim menteri presiden gubernur',
  'bupati ketua direktur sekretaris juru pengacara wakil perdana wali menkomdigi menkominfo dirjen jaksa plt plh kapolri',
  'kapolda',
);
