/**
 * Lines of a page that are not the article's. Each pattern must match a whole line; the name says what the line is.
 * Matching ignores case.
 */
export interface BoilerplateRule {
  name: string;
  line: RegExp;
  /** Only at the end of an article (the last lines), where the same words elsewhere may be its text. */
  tail?: true;
}

export const BOILERPLATE: readonly BoilerplateRule[] = [
  {
    name: 'read also',
    line: /^(?:\W{0,3})(?:baca|simak|lihat|tonton|klik)\s+(?:juga|pula|selengkapnya|artikel|berita|lainnya)\b.{0,300}$/i,
  },
  { name: 'read also', line: /^(?:baca|simak|lihat|tonton)\s*:.{0,300}$/i },
  {
    name: 'read also',
    line: /^(?:berita|artikel|topik)\s+(?:terkait|lainnya|populer|pilihan|menarik)(?:\s+lainnya)?(?:\s*:.{0,120})?$/i,
  },
  {
    name: 'read also',
    line: /^\W{0,3}(?:read also|also read|read more|see also|watch(?: more| now)?|icymi|more|related(?: (?:stories|articles|posts))?|recommended(?: stories| for you)?)\s*:.{0,300}$/i,
  },
  {
    name: 'google news',
    line: /^.{0,80}\bcek\s+berita\s+dan\s+artikel\s+(?:yang|yg)\s+lain(?:nya)?(?:\s+di)?(?:\s+google\s+news)?.{0,160}$/i,
  },
  {
    name: 'google news',
    // An invitation names the outlet, a link or "us": news about WhatsApp's channels does not.
    line: /^(?:ikuti|follow|baca|dapatkan|temukan|simak|gabung|yuk)\b(?=.{0,250}\b(?:kami|resmi|official|klik|link|tautan|di sini|[a-z0-9-]+\.(?:com|co\.id|id))\b).{0,200}\b(?:google\s+news|(?:whatsapp|wa|telegram)\s+channel|(?:saluran|channel|kanal)\s+(?:wa|telegram|whatsapp))\b.{0,200}$|^(?:ikuti|follow)\b.{0,60}\bdi\s+google\s+news\b.{0,80}$/i,
  },
  { name: 'google news', line: /^(?:di\s+)?google\s+news(?:\s+dan\s+(?:wa|whatsapp)\s+channel)?\W{0,3}$/i },
  {
    name: 'advertisement',
    line: /^(?:\W{0,3})(?:adverts?|advertisement|advertisements|sponsored links|iklan|advertorial|sponsored|scroll to continue(?: with content)?|scroll to resume content|scroll untuk (?:melanjutkan|lanjut membaca).{0,60}|gulir untuk lanjut(?: membaca)?|lanjutkan membaca(?: artikel)? di bawah ini|advertising|story continues below.{0,40})\W{0,3}$/i,
  },
  {
    name: 'cookie notice',
    line: /^(?:(?:this|our) (?:web)?site|we|by (?:using|continuing|clicking)|situs(?: web)? ini|kami|dengan melanjutkan|diese (?:web)?(?:seite|site)|wir|ce site|nous|este sitio|este site|questo sito|этот сайт|мы)\b.{0,160}(?:\bcookies?\b|\bkuki\b|файлы cookie).{0,300}$/iu,
    tail: true,
  },
  {
    name: 'cookie notice',
    line: /^(?:accept(?: all)?(?: cookies)?|reject(?: all)?(?: cookies)?|i (?:agree|accept)|got it|manage (?:cookies|preferences|consent)|cookie settings|setuju|terima semua|tolak semua|saya mengerti)\W{0,3}$/i,
    tail: true,
  },
  { name: 'reaction widget', line: /^bagaimana\s+(?:tanggapan|reaksi)\s+(?:anda|kamu)\b.{0,80}$/i },
  {
    name: 'reaction widget',
    line: /^(?:happy|inspire|inspired|confuse|confused|sad|angry|surprise|suka|lucu|sedih|marah|kaget|senang|terhibur|tidak peduli|bangga|takjub)$/i,
  },
  {
    name: 'share bar',
    line: /^(?:share|shares|bagikan|bagikan (?:artikel|berita|ke|ini)\b.{0,60}|share this:?.{0,40}|facebook|twitter|x|whatsapp|telegram|line|copy link|salin (?:link|tautan)|link copied|tautan disalin|tweet|pin it|email|e-mail|print|cetak|komentar|comment|comments|\d+ (?:shares|komentar|comments?))$/i,
  },
  { name: 'editor initials', line: /^\(?(?:\*{0,3}\/?)?\(?[A-Z]{2,5}(?:[/\-,][A-Za-z]{1,5}){0,4}\)$/, tail: true },
  { name: 'editor initials', line: /^\([A-Za-z]{1,4}(?:[/\-,][A-Za-z0-9]{1,5}){0,4}\)$/, tail: true },
  {
    name: 'editor line',
    line: /^(?:editor|redaktur|pewarta|penulis|reporter|jurnalis|sumber|uploader|kontributor|pewarta\/editor)\s*:.{1,120}$/i,
    tail: true,
  },
  { name: 'copyright', line: /^(?:copyright|hak cipta|©|\(c\)).{0,120}$/i, tail: true },
  {
    name: 'video prompt',
    line: /^(?:\W{0,3})(?:saksikan|tonton|simak|lihat)\s+(?:juga\s+)?(?:video|live streaming|vidio)\b.{0,200}$/i,
  },
  { name: 'video prompt', line: /^\[?gambas\s*:.{0,80}$/i },
  {
    name: 'paging',
    line: /^(?:halaman|page|hal\.?)\s*(?::\s*)?\d{1,2}(?:\s+(?:dari|of|selanjutnya|berikutnya|\d{1,2}))*.{0,20}$/i,
  },
  {
    name: 'paging',
    line: /^(?:halaman (?:selanjutnya|berikutnya|sebelumnya)|selanjutnya|berikutnya|sebelumnya|next|previous|prev|show all|tampilkan semua|lihat semua|1 2|next page)\W{0,3}$/i,
  },
  { name: 'tags', line: /^(?:tags?|topik|kata kunci|label)\s*:.{0,300}$/i, tail: true },
];
