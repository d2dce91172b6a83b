import { MONTHS } from '../words/figures.ts';

/**
 * Words that tell whether an act is reported as done. Single words are matched as printed (lower case); phrases are
 * patterns over the lower-case sentence. From the fulfilment and lapse signals counted in news text.
 */

/** Before the verb: it is done. */
export const DONE_BEFORE = new Set(
  'sudah telah resmi akhirnya berhasil kini terlanjur langsung lantas barusan baru'.split(' '),
);

/** Right before one of those: it is to be done by a day to come. */
export const DUE_BY = new Set(
  'harus wajib mesti kudu akan bakal diharapkan ditargetkan diharuskan diwajibkan dijadwalkan diminta perlu seharusnya semestinya mestinya harusnya sedianya'.split(
    ' ',
  ),
);

/** After a noun of the act (`pemindahan … tuntas`): it is done. */
export const DONE_AFTER = new Set(
  'tuntas rampung selesai kelar beres terlaksana terealisasi terpenuhi terwujud tercapai diselesaikan dituntaskan dirampungkan'.split(
    ' ',
  ),
);

/** Right before one of those: it was to be (`kajian yang dijanjikan selesai akhir Juni belum juga rampung`). */
export const WAS_TO_BE = new Set(['dijanjikan', 'ditargetkan', 'dijadwalkan', 'direncanakan', 'diminta', 'diharapkan']);

/** The same, where `sudah` or `telah` stands right before. */
export const DONE_AFTER_MARKED = new Set(
  'dilakukan diterima digelar dilaksanakan dijalankan berlangsung dilunasi'.split(' '),
);
/** The same of what holds from then on: `penggabungan itu resmi berlaku`; `baru berlaku` is to come. */
export const IN_FORCE = new Set(['berlaku', 'efektif']);

/** Verbs that only lend a noun its tense: `telah melakukan pemblokiran`. */
export const LIGHT = new Set('melakukan menggelar mengadakan melaksanakan menjalankan'.split(' '));

/** Behind a noun of an act, with a day: it took place. */
export const HELD = new Set('digelar dilakukan dilaksanakan diadakan berlangsung dihelat dilangsungkan'.split(' '));
/** Its day, right behind that. */
export const ON_DAY = /\b(?:pada|hari ini|kemarin|tadi|senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b/;
/** What is so in general, should be so or is deplored: no deed of a day. */
export const USUAL = new Set(
  'biasanya rutin lazimnya mestinya seharusnya semestinya sedianya menyesalkan bertahap'.split(' '),
);

/** Before the verb: it is not, or not yet, or only might be. */
export const NOT_DONE = new Set(
  (
    'akan bakal hendak ingin mau wajib harus mesti perlu diminta meminta minta diharuskan diwajibkan mewajibkan ' +
    'mengharuskan diperintahkan memerintahkan mendesak didesak berencana rencana rencananya merencanakan direncanakan ' +
    'menargetkan ditargetkan target dijadwalkan berjanji menjanjikan janji berkomitmen siap bersedia sepakat setuju ' +
    'bisa dapat boleh mampu agar supaya untuk guna demi jika bila apabila kalau seandainya andai sebelum hingga sampai ' +
    'belum tidak tak bukan tanpa jangan enggan menolak ogah batal urung gagal mengancam ancam ancaman terancam ' +
    'berharap diharapkan mengharapkan semoga mungkin diduga dituding dikabarkan kabar isu wacana usul mengusulkan ' +
    'mempertimbangkan mengkaji larangan dilarang melarang mulai sedang tengah proses masih mengimbau diimbau segera ' +
    'setelah usai pasca sejak ketika tinggal memberi memungkinkan larang tenggat menuntut dituntut kewajiban semestinya seharusnya mestinya harusnya ' +
    'sedianya kemungkinan diperkirakan nanti menyarankan disarankan merekomendasikan direkomendasikan menyerukan ' +
    'diserukan menantang ditantang menagih ditagih mendorong didorong mengajak diajak mengingatkan diingatkan ' +
    'katanya konon kabarnya memperingatkan diperingatkan menganjurkan dianjurkan menghambat menghalangi mencegah merintangi menghadang penolakan'
  ).split(' '),
);

/** Right before a word that says so, a thing is not done. */
export const NO = new Set(['belum', 'tidak', 'tak', 'gagal']);

/** Of {@link NOT_DONE}, the words that only set the time of something else when they stand before a done verb. */
export const TIME_ONLY = new Set(['setelah', 'usai', 'pasca', 'sejak', 'sebelum']);

/** Of {@link NOT_DONE}, what can be done now is there (`sudah bisa diakses`, `dapat diunduh sejak Senin`). */
export const ABLE = new Set(['bisa', 'dapat']);

/** Behind `baru`: it is to come, and not before what follows. */
export const NOT_BEFORE = new Set(['bisa', 'dapat', 'akan', 'boleh', 'bakal', 'mau']);

/** What opens a condition. */
export const CONDITION = new Set(['jika', 'bila', 'apabila', 'kalau', 'asalkan', 'seandainya', 'andai']);

/** To plan a thing, or to promise it, is not to do it, on whatever day it is planned for. */
export const PLANNED = new Set(
  'dijadwalkan direncanakan ditargetkan dijanjikan diagendakan dipatok menjadwalkan merencanakan menargetkan menjanjikan mematok'.split(
    ' ',
  ),
);

/** Words and verbs of what leads up to an act: it is talked about, drafted or waited for. */
export const PREPARING = new Set(
  (
    'membahas dibahas menyusun disusun mengkaji dikaji merancang dirancang menunggu ditunggu menanti dinanti menggodok ' +
    'digodok menyiapkan disiapkan mempersiapkan dipersiapkan merumuskan dirumuskan meminta diminta menunda ditunda'
  ).split(' '),
);

/** From a day gone by on: what it tells holds since then. */
export const SINCE = new RegExp(
  String.raw`\bsejak (?:hari ini|kemarin|tadi|(?:pagi|siang|sore|malam) ini|senin|selasa|rabu|kamis|jumat|sabtu|minggu|\d{1,2}(?: [a-z]|/)|(?:awal|pertengahan|akhir) (?:tahun|bulan|pekan|${MONTHS.join('|')}|20))`,
);

/** A sentence that is about talk, not about acts. */
export const NOT_A_REPORT = [
  /\bhoa(?:x|ks)\b/,
  /\b(?:kabar|isu|rumor|pesan) (?:berantai|burung|bohong|yang beredar)\b/,
  /\b(?:baca juga|lihat juga|simak juga|pilihan editor)\b/,
  /\?\s*(?:["”’']\s*)?$/,
  // What somebody is afraid of: `asosiasi khawatir pemutusan itu bikin layanan lain mati`.
  /^["“]?(?:(?!(?:yang|sudah|telah|resmi|akhirnya|karena|lantaran|sehingga|setelah|sejak|meski|meskipun|walau|walaupun|kendati) )[^\s;]+ ){0,14}(?:khawatir|mengkhawatirkan|cemas|mencemaskan|was-?was|takut)\b(?! (?:itu|tersebut|tadi)\b)/,
  // How things are done anywhere.
  /\b(?:lazim|biasa|umum) (?:dilakukan|terjadi|ditempuh|dijumpai)\b/,
  // What somebody asks has not been told: `mempertanyakan apakah gaji sudah dibayar`.
  /\b(?:mempertanyakan|menanyakan) (?:apakah|kapan|sampai kapan|mengapa|kenapa)\b/,
];

/** Refusals: shown, without effect on the status. */
export const REFUSED = new Set('menolak ditolak ogah enggan keberatan emoh membangkang'.split(' '));

/** Taking back. */
export const WITHDRAWN = new Set(
  'batal batalnya pembatalan dibatalkannya urung urungnya membatalkan dibatalkan mengurungkan mencabut dicabut menarik ditarik menganulir dianulir'.split(
    ' ',
  ),
);
/** Those who speak, as agents: a verb behind them is bare. */
export const FIRST_PERSON = new Set(['kami', 'kita', 'saya']);

/** Before a word by which something is off: it is told which, or although, and not that. */
export const CONCEDES = new Set('meski meskipun walau walaupun kendati sekalipun'.split(' '));
/** What is taken back when the verb alone could also mean a fulfilment (`mencabut blokir`). */
export const WITHDRAWABLE = new Set(
  'rencana niat agenda seruan kewajiban tenggat aturan syarat perintah permintaan surat ancaman sanksi kebijakan komitmen janji larangan'.split(
    ' ',
  ),
);

/**
 * What was planned or demanded, said to be taken back: what stands between the two is what no longer holds. Narrower than
 * {@link WITHDRAWABLE}, which the verb stands right before: a sanction or a letter that is revoked is an act of its own.
 */
export const TAKEN_BACK =
  /\b(?:rencana|kewajiban|aturan|ketentuan|larangan|syarat|perintah|permintaan|ancaman|kebijakan|imbauan|kajian|pembahasan|penjajakan|negosiasi)(?:nya)?\b([^.;,]{0,70}?) (?:(?:itu|tersebut|ini|resmi|akhirnya|telah|sudah|pun|lalu|kemudian) )*(?:dicabut|dianulir|dibatalkan|dicoret|gugur|(?:tidak|tak)(?: lagi)? (?:diteruskan|dilanjutkan|(?:kami|kita) (?:teruskan|lanjutkan))|(?:dinyatakan )?(?:tidak|tak) (?:lagi berlaku|berlaku lagi)|(?:kami|kita|mereka) (?:cabut|anulir|batalkan))\b/;

/** The same, with who takes it back: `mencabut ketentuan …`, `menarik kembali permintaannya agar …`. */
export const TAKES_BACK =
  /\b(?:mencabut|membatalkan|menganulir|menarik|meniadakan|mengurungkan|(?:tidak|tak)(?: lagi)? (?:melanjutkan|meneruskan))(?: kembali)? (?:rencana|niat|agenda|seruan|ancaman|kewajiban|aturan|ketentuan|kesepakatan|keputusan|perintah|permintaan|tuntutan|instruksi|imbauan|surat edaran|penugasan|penunjukan|mandat|janji|komitmen)(?:nya)?\b((?:(?! (?:serta|lalu|karena|lantaran|setelah|usai|seusai|selepas|sehingga|sedangkan|sementara|tetapi|tapi|namun|hingga|begitu|menyusul) )[^.;,]){0,100})/;

/** Work that led up to what was promised is ended: `menghentikan kajian pengaturan panggilan`. */
export const ENDS_PLAN =
  /\b(?:menghentikan|menyetop|menyudahi|tidak melanjutkan|tak melanjutkan)((?= (?:rencana|kajian|pengkajian|pembahasan|penyusunan|persiapan)\b)(?:(?! (?:serta|lalu|karena|lantaran|setelah|usai|sehingga|sedangkan|sementara|tetapi|tapi|namun|hingga|sementara waktu) )[^.;,]){0,100})/;

/** What is taken back holds something up, or is meant for something else: its end does not end what stands behind it. */
export const HELD_UP = new Set(
  'menunda ditunda penundaan menghambat menghalangi hambatan tidak tak bukan telah sudah belum'.split(' '),
);
/** What held something up is taken back, and not the thing. */
export const OBSTACLE_GONE =
  /\b(?:mencabut|dicabut|membatalkan|dibatalkan|menganulir|menarik kembali)\b(?:(?:(?! (?:setelah|usai|karena|sebab|lantaran|akibat)\b)[^.;]){0,60}\byang (?:\w+ ){0,2}(?:menghambat|menghalangi|merintangi|menunda)|[^.;]{0,30} agar [^.;]{0,40}\b(?:menunda|ditunda)| (?:\w+ ){0,3}(?:penundaan|hambatan))\b/;
/** `UMP batal diumumkan pada Jumat`, `revisi tidak jadi keluar tahun ini`: of what happens by itself with its day only the day is off. */
export const OFF_THEN = new RegExp(
  String.raw`\b(?:(?:tidak|tak|batal|urung) jadi|batal|urung) (?!me|karena|sebab|lantaran|akibat|naik|turun|berlaku)[a-z]+ (?:pada )?(?:(?:tahun|bulan|pekan|minggu|hari) ini|senin|selasa|rabu|kamis|jumat|sabtu|minggu|\d{1,2} (?:${MONTHS.join('|')}))\b`,
);
/** What stands before the -nya of adverbs: of nobody's, as `akhirnya` is, where `pesanannya` is somebody's. */
export const NYA_ADVERBS = 'akhir|sebelum|rencana|semesti|mesti|sedia|awal|seharus';

/** It is told which of several is meant, by what it does to others; what was to come into force is not. */
export const WHICH =
  /\byang (?!sedianya|semula|seharusnya|rencananya|akan berlaku|mulai berlaku|(?:mereka|keduanya|kami|kita) |di(?:buat|teken|tandatangani|sepakati|umumkan|keluarkan|terbitkan|tetapkan|janjikan|sampaikan|ambil)\b)/;

/** Before or among what is taken back: it is asked for, goes on, or is named for what follows from it. */
export const NOT_TAKEN_BACK = new Set(
  'menuntut dituntut tuntutan menginginkan tetap masih meski meskipun walau walaupun sesuai menurut berdasarkan atas karena yang dan sehingga sedangkan diusulkan'.split(
    ' ',
  ),
);

/** Verbs of news that stand without a prefix: with a day they tell what happened on it (`terbit pada 28 Maret 2025`). */
export const BARE_NEWS = new Set(['terbit', 'rilis']);

/** It was due and is not done. */
export const MISSED: readonly RegExp[] = [
  /\b(?:tak kunjung|tidak kunjung|belum juga|belum kunjung|masih belum)\b/,
  /\b(?:melewati|lewat|melampaui|terlewat|melebihi)(?: \w+){0,2} (?:tenggat|batas waktu|batas akhir|deadline|target)\b/,
  /\b(?:tenggat|batas waktu|batas akhir|deadline)(?: \w+){0,8} (?:terlewati|terlewat|lewat|habis|berakhir|berlalu|terlampaui|usai)\b/,
  /\b(?:hingga|sampai|saat|pada|setelah)(?: \w+){0,2} (?:tenggat|batas waktu|batas akhir|deadline)\b/,
  // `upah yang sudah berbulan-bulan tidak dibayar`, `tanggal yang dijanjikan lewat begitu saja`
  /\b(?:sudah|telah) (?:ber(?:hari|minggu|bulan|tahun)-\w+|(?:\w+ ){1,2}(?:hari|pekan|minggu|bulan|tahun)) (?:tidak|tak|belum) (?:me|di|ter)[a-z]{3,}/,
  /\b(?:lewat|berlalu) begitu saja\b/,
  // `belum menegur siapa pun`, `tidak satu pun … dibuka`
  /\bbelum (?:(?:me|di)[a-z]{3,} |ada )?(?:siapa|satu|seorang|sepeser|selembar) pun\b|\b(?:tidak|tak) (?:ada )?(?:satu|sepeser|selembar) pun\b/,
  /\b(?:gagal memenuhi|tidak memenuhi|tak memenuhi|tidak mengindahkan|tak mengindahkan|mengabaikan|mangkir)\b/,
];
/** What the sentence itself says still to be out; behind `karena` or `yang` it is said of something else. */
export const STILL_OUT =
  /^(?!.*(?:\b(?:karena|setelah|sebab|lantaran|usai|akibat)\b[^,;]{0,60}|\byang )\b(?:belum|(?:tak|tidak) kunjung)\b).*\b(?:belum juga|(?:tak|tidak|belum) kunjung)\b/;

/** `BEI kembali menggeser jadwal peluncuran`: what is told is that a day moves. */
export const MOVES_DAY =
  /^[^,;]*(?<!\b(?:setelah|usai|seusai|sesudah|sempat) (?:sempat )?)\b(?:menggeser|menunda|mengundur(?:kan)?|memundurkan|memajukan|menjadwal ulang|menjadwalkan ulang)\b(?!.*\bdan (?:me|di)[a-z]{3})/;

/** That a time has run out is no deed: `padahal batas dua bulan berakhir pekan lalu`, `meski Oktober sudah berlalu`. */
export const RAN_OUT = new Set(
  'berakhir lewat terlewat terlewati terlampaui terlalui berlalu berganti habis meleset melewati melampaui'.split(' '),
);
/** What runs out. What else ends so is done: `konsultasi publik berakhir`, `masa uji coba berakhir`. */
export const TIME_ITSELF = new Set(
  'tenggat tenggang batas waktu jadwal target tempo kelonggaran dispensasi perpanjangan'.split(' '),
);
/** What runs out where it stands right before: `meski Oktober sudah berlalu`. Further off it only says when. */
export const CALENDAR = new Set([
  ...MONTHS,
  ...'hari pekan minggu bulan tahun kuartal semester lebaran ramadan'.split(' '),
]);

/** Beside one of those, the act itself must be said not to have happened. */
export const UNDONE = new Set('belum tidak tak tanpa gagal mangkir abai mengabaikan'.split(' '));

/** Breaking a promise, said outright. */
export const BROKEN: readonly RegExp[] = [
  /\b(?:melanggar|mengingkari|ingkar|mengkhianati|menyalahi)(?: \w+){0,2} (?:janji|komitmen|kesepakatan|perjanjian)\b/,
  /\b(?:janji|komitmen|kesepakatan)(?: \w+){0,3} (?:diingkari|dilanggar|tinggal janji)\b/,
  // `minta maaf karena janji menyiarkan seluruh pertandingan tidak terpenuhi`
  /(?<!\b(?:jika|bila|apabila|kalau|andai)\b[^.;]{0,60})\b(?:janji|komitmen)(?:nya)? (?:(?!\b(?:hingga|sampai|sebelum|akhir|paling|jika|bila|apabila|kalau|yang|dan|asalkan|maka|akan)\b)[^.;,]){3,80}? (?:tidak|tak|gagal) (?:ter|di)(?:penuhi|tepati|wujud(?:kan)?|laksana(?:kan)?)\b/,
  // `sudah mematikan server, padahal berjanji server tetap bisa dimainkan`
  /\b(?:sudah|telah|justru|malah)\b(?:(?!\bbelum\b)[^.;]){0,120}\bpadahal (?:[a-z]+ ){0,3}(?:berjanji|menjanjikan|berkomitmen|menyatakan|mengatakan|menegaskan|memastikan|sepakat)\b[^.;]{0,100}\b(?:tetap|(?:tidak|tak) akan|(?:tidak|tak) bakal)\b/,
];

/** Who must know says so himself. */
export const ADMITTED = /\b(?:mengakui|mengaku|memastikan|menyatakan|mengumumkan|menegaskan)\b/;

/** Only part of it. */
export const PARTLY: readonly RegExp[] = [
  /\b(?:baru |hanya )?sebagian(?: besar| kecil)?\b/,
  /\bbelum (?:seluruhnya|semuanya|semua|sepenuhnya|seutuhnya)\b/,
  // `tidak semua bank sudah melayani`
  /\b(?:tidak|tak) (?:semua|seluruh) (?:(?!\b(?:bahwa|meski|meskipun|walau|walaupun|karena|lantaran|sebab|padahal|tahu|puas|setuju|senang|yang)\b)[^.;,]){3,60}? (?:sudah|telah)\b/,
  /\bbaru (?:bagian|tahap|gelombang|termin|halaman|jilid) (?:pertama|awal|ke-?1)\b/,
  /(?<!\b(?:turun|naik|berkurang|menyusut|anjlok|tinggal|lebih dari|hingga|sampai) )\b(?:separuh|setengah|separo)(?:nya)?\b(?! (?:hari|jam|bulan|tahun|abad|lusin|juta|miliar|jadi|mati|baya|lebih|final|jalan))/,
  /\b(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) dari (?:belasan|puluhan|ratusan)\b/,
  // `60 persen beres pada 30 Juni, sisanya tidak terkejar`
  /\b\d{1,2}(?:[.,]\d+)? persen\b[^;]{0,60}\b(?:sisanya|selebihnya) (?:tidak|tak|belum|gagal|menyusul|terlambat|masih)\b/,
];
/**
 * `perusahaan baru menyalurkan Rp187 miliar`, `baru berdiri di 312 kecamatan`, `baru 16 orang yang`: so far, and no more. A new
 * thing (`aturan baru mengatur 3 hal`) is none, nor what begins on a day.
 */
export const SO_FAR =
  /(?:^|[,;:"“(] ?|(?<!\b(?:aturan|peraturan|regulasi|izin|kebijakan|fitur|layanan|tarif|sistem|versi|produk|akun|undang-undang|skema|kantor|yang|pabrik|pusat|bank|anggota|pemilik|gedung|pesawat|model|gerai|pengguna|pelanggan|nasabah|kapal|mobil) ))\bbaru (?!(?:menuntaskan|merampungkan|menyelesaikan|melunasi|memenuhi)\b[^.;]{0,90} pada (?:\d|senin|selasa|rabu|kamis|jumat|sabtu|minggu))(?:(?:(?:sekitar|sebanyak|ada) )?(?:rp ?)?(?!(?:19|20)\d\d\b)\d[\d.,]*\b|(?:me[a-z]{3,}|di[a-z]{3,}|ter(?!bit|jadi|ungkap|lihat|dengar|cium)[a-z]{3,}|berdiri|beroperasi)(?: [a-z]+){0,3} (?:rp ?|us\$ ?)?(?!(?:19|20)\d\d\b)\d[\d.,]*\b)(?!\/| (?:(?:jan|feb|mar|apr|jun|jul|agu|sep|okt|nov|des)|(?:mei|wib|\w+ lalu)\b))/;
/** Progress in words: `sudah melewati separuh jalan`, `masih separuh jalan`. */
export const HALFWAY =
  /\b(?:separuh|setengah|separo|sepertiga|seperempat|dua pertiga|tiga perempat) jalan\b(?! (?:raya|tol|kota|desa))/;

/** How far it has come, in hundredths. */
export const PROGRESS =
  /\b(?:mencapai|capai|baru|sudah|telah|di atas|lebih dari|sekitar|lewat|kira-kira|hampir)(?: [a-z]+)? (\d{1,3}(?:[.,]\d+)?) ?(?:persen|%)/g;

/** `langkah itu diambil karena …`: the sanction was told in the sentence before. */
export const MEASURE_TAKEN =
  /\b(?:langkah|tindakan|keputusan|sanksi|hukuman|pembekuan|pencabutan|pemblokiran|penghentian|pemutusan|denda|teguran)(?: (?:itu|ini|tersebut))? (?:diambil|dijatuhkan|diberikan|ditempuh|dilakukan|dikenakan) (?:karena|lantaran|akibat|sebab|setelah|gara-gara)\b/;

/** Reason clauses of a sanction: what comes behind is the duty that was missed. */
export const BECAUSE = /\b(?:karena|lantaran|akibat|sebab|gara-gara|setelah|usai)\b(.*)$/;

/** `tidak ada lagi perusahaan asuransi tanpa aktuaris`: all have it now. */
export const NONE_LEFT = /\b(?:tidak|tak) (?:ada|satu pun) lagi\b[^.;,]{0,60}\b(?:tanpa|yang (?:belum|tidak|tak))\b/;

/** A reason, up to the next mark. */
export const REASON = /\b(?:karena|lantaran|sebab|akibat|gara-gara)\b[^,;.]{0,200}/g;

/** A day printed or meant in the sentence: what it tells in a plain verb happened then. */
export const HAS_DAY = new RegExp(
  String.raw`\b(?:hari ini|hari yang sama|hari itu juga|kemarin|tadi|(?:pagi|siang|sore|malam) ini|(?:pada|sejak) (?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)|(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu),? \(|\d{1,2} (?:${MONTHS.join('|')})|\d{1,2}/\d{1,2}|(?:pekan|minggu|bulan) lalu|pada (?:awal|pertengahan|akhir) (?:${MONTHS.join('|')}))\b`,
);

/** Doing what was asked: when one of these is done, so is the act it speaks of (`telah memenuhi permintaan untuk menghapus`). */
export const FULFILLING =
  /^(?:memenuhi|dipenuhi|mematuhi|dipatuhi|menepati|ditepati|mengabulkan|dikabulkan|menindaklanjuti|ditindaklanjuti|melaksanakan|dilaksanakan|menjalankan|dijalankan|merealisasikan|direalisasikan|mewujudkan|diwujudkan)$/;

/** What speaks against a state being told: it is still to come, hoped for or asked for. */
const HOPED =
  'akan|bakal|belum|agar|supaya|jika|bila|apabila|kalau|harus|wajib|minta|meminta|diminta|ingin|menginginkan|berharap|diharapkan|mengharapkan|mendesak|didesak|menuntut|dituntut|menargetkan|ditargetkan';
const NOT_TOLD = new RegExp(`\\b(?:${HOPED}|tidak|tak)\\b`);
/** What breaks down blocks nothing. */
const NOT_BLOCKED = new RegExp(`\\b(?:${HOPED}|gangguan|galat|error|down|tumbang|peladen|server|pemeliharaan)\\b`);

/** Ways of saying that an act is done in which no verb of its class stands, and what speaks against it. */
export const DONE_PATTERNS: readonly { act: string; pattern: RegExp; unless: RegExp }[] = [
  {
    act: 'meet',
    pattern: /\b(?:memenuhi|hadir memenuhi|mendatangi) (?:panggilan|undangan)\b/,
    unless:
      /\b(?:akan|bakal|hendak|belum|tidak|tak|tanpa|agar|supaya|untuk|siap|diminta|meminta|wajib|harus|bersedia|berjanji|jika|bila|gagal|menolak|enggan|mangkir|diharapkan)\b[^.;]{0,40}\b(?:memenuhi|mendatangi) (?:panggilan|undangan)\b/,
  },
  {
    act: 'unblock',
    pattern:
      /\b(?:kembali|sudah|telah|kini)(?: \w+){0,2} (?:bisa|dapat)(?: \w+)? diakses\b|\b(?:bisa|dapat) diakses (?:lagi|kembali)\b|\b(?:akses|layanan|situs|aplikasi)\b[^.;]{0,40} (?:kembali normal|normal (?:kembali|lagi))\b/,
    unless: NOT_TOLD,
  },
  {
    act: 'block',
    pattern:
      /\b(?:sudah|telah|kini)(?: \w+)? (?:tidak|tak)(?: lagi)? (?:bisa|dapat)(?: lagi)? diakses\b|\b(?:tidak|tak) (?:lagi )?(?:bisa|dapat) (?:lagi )?(?:diakses|dibuka)\b[^.;]{0,40} sejak\b/,
    unless: NOT_BLOCKED,
  },
  {
    act: 'remove-content',
    pattern:
      /\b(?:lenyap|hilang|menghilang|raib) dari (?:toko aplikasi|etalase|lapak|laman|lokapasar|peredaran|app store|google play|play store)\b/,
    unless: NOT_TOLD,
  },
  {
    act: 'register',
    pattern: /\b(?:sudah|telah|resmi|kini|akhirnya) (?:terdaftar|tercatat)\b/,
    unless: NOT_TOLD,
  },
  {
    // Papers that have arrived were handed over.
    act: 'submit',
    pattern:
      /\b(?:laporan|berkas|dokumen|notifikasi|peta jalan|rencana aksi|surat jawaban|tanggapan|klarifikasi|hasil audit|bukti)\b[^.;]{0,70} (?:sudah|telah) (?:tiba|masuk|sampai|berada|ada) (?:di|ke) (?:kantor(?! (?:pusat|cabang))|meja|tangan|kementerian(?:nya)?|lembaga(?:nya)?|komisi|otoritas|kominfo|kemkominfo|komdigi|ojk|kppu|bpom|bssn|bappebti|kemendag|bank indonesia)\b/,
    unless: NOT_TOLD,
  },
];

/** Something is put off, stuck or off, wherever the sentence says so: what is news there is not a deed done. */
export const HELD_BACK =
  /\b(?:belum|batal|dibatalkan|pembatalan|urung|gagal|kandas|mandek|macet|tertahan|tertunda|ditunda|menunda|penundaan|menangguhkan|ditangguhkan|penangguhan|diundur\w*|mengundurkan|pengunduran|mundur|molor|bergeser|digeser|mengulur|diulur|mulur|(?:mem|di)perpanjang|perpanjangan|meleset|terganjal|terhambat|terkendala|tersendat|alot|(?:tak|tidak) (?:jadi|dilanjutkan|diteruskan|direspons|ditanggapi|dijawab)|ditiadakan)\b/;

/** The same where it is planned, asked for or talked about, or goes on; {@link PREPARING} and {@link CONDITION} have other words. */
export const LEFT_OPEN =
  /\b(?:akan|bakal|hendak|berencana|rencana(?:nya)?|(?:me|di)rencanakan|(?:men|di)?target(?:kan)?|(?:men|di)jadwal(?:kan)?|jadwal|(?:ber)?janji|(?:men|di)janjikan|(?:me|di)?minta|(?:men|di)desak|(?:men|di)tuntut|(?:ber|di)harap(?:kan)?|wacana|(?:di)?usul(?:kan)?|persiapan|negosiasi|tunggu|tinggal|cara|syarat|tenggat|batas waktu|batas akhir|terus|masih|sedang|tengah|kontra|andaikan|diduga|dikabarkan|isu|ancam(?:an)?|(?:meng|di)ancam|siap)\b/;

/** Who looked found that it is done still: `Inspektur menemukan maskapai itu masih menugaskan …`. */
export const FOUND_STILL = /\b(?:menemukan|mendapati|kedapatan|terbukti)\b[^.;]{0,80}\bmasih (?:me|di|ber)/;
