/** What form of a verb or noun of an act a word is: decides which marks of completion it needs. */
export type Form = 'active' | 'passive' | 'noun' | 'bare';

/** Words that only look as if they had the prefix of a verb. */
const NO_VERBS = new Set(
  (
    'menteri mendag mendagri menkes menkeu menhub menaker menkominfo menkomdigi menperin menkop menko metode media mesin ' +
    'medsos merek menit meta mekanisme merchant metaverse meter melalui menurut mengenai menjelang meski meskipun member ' +
    'mendatang menengah menara memo bersama beberapa berapa berita beras berbasis berupa bernama bersangkutan berkala ' +
    'berbagai berbeda berikut berikutnya berita berizin berwenang bertahap berangsur berlangganan direktur direktorat ' +
    'dirjen direksi digital dinas divisi diskon distribusi distributor diri dinilai disebut dikenal dimaksud dibanding ' +
    'dibandingkan domestik diaspora dini dialog dianggap dosen terkait tersebut terhadap termasuk tertentu terbaru ' +
    'terbesar terakhir terbuka terkini terpisah terutama ' +
    'mentah mental mestinya mereka merah mewah megah memang mendung menantu merdeka meriah merpati mebel medali median metro ' +
    'meteran melati merica diameter diakonia diesel dinamis dinamika diplomat diplomasi diskriminasi disiplin diskusi ' +
    'distrik dividen dimensi dinding diploma disabilitas berkas berlian bersih berat berani ternak ternyata tertib ' +
    'terminal teroris terorisme terhormat teripang'
  ).split(' '),
);

/** Form of a lower-case word, by its affixes. */
export function formOf(word: string): Form {
  if (NO_VERBS.has(word)) return 'bare';
  if (/^me(?:m|n|ng|ny|l|r)?[a-z]{3,}/.test(word)) return 'active';
  if (/^di[a-z]{3,}/.test(word)) return 'passive';
  if (/^ber[a-z]{3,}/.test(word)) return 'active';
  if (/^(?:pe[lmnr]?|per|ke).+an(?:nya)?$/.test(word) || /(?:asi|si)(?:nya)?$/.test(word)) return 'noun';
  if (/^ter[a-z]{4,}/.test(word)) return 'passive';
  if (/an(?:nya)?$/.test(word) && word.length > 6) return 'noun';
  return 'bare';
}

/** True of a word that has the form of a verb: `membuka`, `dibuka`, `beroperasi`. */
export const isVerbForm = (word: string): boolean => {
  const form = formOf(word);
  return form === 'active' || form === 'passive';
};

/** Who does what a verb without a prefix says: `sudah kami serahkan` is done to what stands before it. */
const DOERS = new Set('kami kita saya aku mereka ia dia beliau'.split(' '));

/** Form of a word where it stands behind another: behind a pronoun `serahkan` is a passive, though it ends like a noun. */
export const formBehind = (before: string | undefined, word: string): Form =>
  before !== undefined && DOERS.has(before) && word.endsWith('kan') && !isVerbForm(word) ? 'passive' : formOf(word);
