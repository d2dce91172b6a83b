/** Closed word classes that the clause parser steers by. Lower case; each with the reason it is a class. */

const set = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.flatMap((row) => row.split(' ')));

/** May stand between the subject and the marker, or the marker and its verb, without being either. */
export const ADVERBS = set(
  'juga pun kini sendiri nantinya nanti masih tetap telah sudah segera kembali selanjutnya kemudian lalu hanya cuma',
  'saja lagi terus selalu senantiasa lebih dulu terlebih dahulu sangat benar-benar langsung mulai ikut turut bisa',
  'dapat mampu harus wajib perlu akan bakal memang pasti pastinya tentu tentunya justru malah bahkan sekaligus',
  'secara bersama rencananya sebenarnya sementara betul-betul sungguh-sungguh makin semakin resmi ke depannya',
  'selaku khususnya terutama kerap sering rutin berkala bertahap serentak otomatis mungkin barangkali paling',
  'berencana siap ingin mau hendak sepenuhnya sama-sama bersama-sama saling serius dong sih kan ya nah tadi',
  'betul juga coba berupaya berusaha untuk',
);

/** A no. Before the marker or between marker and verb it makes the promise one of not doing. */
export const NEGATORS = set('tidak tak bukan enggak nggak ndak gak tanpa');

/** Not yet: nothing is promised. */
export const NOT_YET = set('belum');

/** Sentence adverbs and prepositional heads: a group of words that begins so is an adjunct, not the subject. */
export const PREPOSITIONS = set(
  'di ke dari pada dalam untuk oleh dengan terhadap kepada bagi melalui tentang soal terkait sebagai seperti hingga',
  'sampai sejak setelah usai sebelum saat ketika guna demi selama sepanjang antara tanpa menurut selain berdasarkan',
  'atas akibat bersama lewat menjelang jelang pasca seusai selepas mengenai perihal sesuai khusus per mulai nantinya',
  'selanjutnya kemudian lalu nanti sementara adapun namun tetapi tapi lebih begitu meski walau dan serta atau jadi',
  'sehingga maka karena sebab lantaran agar supaya jika apabila kalau bila tahun bulan pekan hari besok',
);

/** What a clause begins with, so what its subject cannot reach across. */
export const CLAUSE_OPENERS = set(
  'bahwa karena lantaran sebab jika bila apabila kalau bilamana agar supaya sehingga namun tetapi tapi sementara',
  'sedangkan meski meskipun walau walaupun maka lalu kemudian padahal pasalnya adapun selain ketika saat setelah',
  'sebelum seraya sambil sembari dimana mana kapan apakah bagaimana mengapa hanya jadi makanya nah seandainya asal',
  'asalkan apalagi yakni yaitu begitu usai ujar kata ungkap jelas tutur ucap tegas terang imbuh tambah lanjut',
  'menurutnya katanya ujarnya jelasnya tuturnya ucapnya tegasnya terangnya imbuhnya tambahnya lanjutnya ungkapnya',
);

/** Clauses that follow the act and are no part of it. */
export const ACTION_ENDERS = set(
  'karena lantaran sebab sehingga meski meskipun walau walaupun sementara sedangkan namun tetapi tapi padahal',
  'jika apabila bila kalau bilamana asalkan seiring menyusul mengingat sebagaimana pasalnya setelah usai sebelum',
  'seraya sambil sembari ketika ujar kata ujarnya katanya jelas jelasnya',
);

/** Speech: `X mengatakan (bahwa) …`. What stands before is the speaker, what follows is said. */
export const SPEECH_VERBS = set(
  'mengatakan menyebut menyebutkan menjelaskan menegaskan menyatakan menyampaikan mengungkapkan mengungkap memastikan',
  'menambahkan menuturkan memaparkan menerangkan menekankan mengaku mengakui mengklaim berujar membeberkan berkata',
  'melaporkan mengumumkan menilai berharap menulis menuliskan mencatat memperkirakan mengingatkan meyakini optimistis',
  'mengisyaratkan memberitahu menyinggung memberitahukan mengonfirmasi mengkonfirmasi menyampaikan membenarkan menyarankan',
  'optimis disebut disebutkan dikatakan dijelaskan ditegaskan disampaikan diungkapkan dinyatakan dituturkan dilaporkan',
  'bilang ngaku nyebut',
);

/** After a closing quotation mark or a comma: the attribution. */
export const CUE_ROOTS = set(
  'kata ujar ungkap jelas tutur ucap tegas terang imbuh tambah lanjut papar beber sebut tulis pungkas tandas sambung',
  'tutup demikian harap tukas bunyi timpal cetus tanya jawab bilang kilah dalih elak ikrar tantang seloroh seru kisah',
);

/** Openers of a condition. */
export const CONDITION_OPENERS = set('jika apabila bila kalau bilamana asalkan seandainya jikalau manakala');

/** The act may well not come: forecast, rumour, possibility. */
export const HEDGES = set(
  'mungkin kemungkinan diperkirakan diprediksi diproyeksikan memperkirakan memprediksi memproyeksikan berpotensi',
  'dikabarkan dirumorkan kabarnya konon disebut-sebut digadang-gadang isu rumor diduga diyakini meyakini yakin',
  'optimistis optimis prediksi proyeksi perkiraan estimasi potensi seandainya barangkali sepertinya kayaknya nampaknya',
  'tampaknya peluang berpeluang spekulasi dugaan ekspektasi diekspektasikan dispekulasikan',
);

/** Hope and appeal: nobody is bound. */
export const HOPES = set(
  'berharap diharapkan harapan harapannya semoga mudah-mudahan moga-moga insyaallah harap harapkan mengharapkan',
  'mengimbau diimbau imbau himbau menghimbau dihimbau imbauan sebaiknya hendaknya seyogianya seyogyanya disarankan',
);

/** The act is already done. */
export const PAST = set(
  'telah sudah pernah sempat sebelumnya kemarin lalu tadinya dulu dahulu saat-itu kala itu semula awalnya',
);

/** Words of standing rules and definitions: a duty that existed before this article. */
export const STANDING_LAW = set(
  'pasal ayat undang-undang uu huruf juncto kuhp kuhap sesuai berdasarkan diatur mengatur ketentuan syarat persyaratan',
);

/** People at large. What they must or will do is no commitment of anybody's. */
export const PUBLIC_NOUNS = set(
  'masyarakat warga konsumen pengguna publik orang orangtua orang-orang anak anak-anak netizen pembaca anda kamu kalian',
  'penumpang pengunjung penonton siswa mahasiswa umat jemaah jamaah kaum penduduk rakyat ibu ayah perempuan pria wanita',
  'pengendara pemudik wisatawan pelanggan penggemar fans remaja generasi seseorang setiap-orang siapa siapapun kita-semua',
  'trader pedagang pelamar pendaftar pemilik kendaraan debitur peminjam pasien korban pelaku terdakwa tersangka',
);

/** The classes that authorities regulate: a demand on them binds somebody who can be named. */
const REGULATED_NOUNS = set(
  'platform pse penyelenggara perusahaan bank perbankan pinjol pindar fintech e-commerce marketplace lokapasar operator',
  'pengembang penerbit pelaku-usaha eksportir importir produsen distributor emiten bursa pedagang-aset provider vendor',
  'aplikator aplikasi kontraktor investor asuransi koperasi maskapai stasiun televisi media lembaga kementerian pemda',
  'kepala-daerah daerah dinas kepolisian polri tni sekolah kampus universitas rumah-sakit puskesmas jajaran pegawai asn',
  'pejabat bupati wali gubernur camat lurah kades desa kontraktor pengelola pengusaha industri pabrik developer bumn bumd',
  'menteri dirjen himbara multifinance leasing peserta calon pihak tim panitia direksi manajemen perseroan pemerintah',
  'instansi penyewa penyedia pelaku pemegang pemohon mitra agregator regulator otoritas badan komisi entitas korporasi',
  'pialang broker peritel pengecer pemasok laboratorium klinik apotek biro promotor bioskop kurir perantara kreator',
  'isp pemancar penyalur penjual toko merchant agen startup gim penyiaran jasa usaha pemenang konsorsium anggota asosiasi',
);

/** Whether a noun (in lower case) names a class that authorities regulate; `bank-bank` is `bank`. */
export function isRegulated(noun: string): boolean {
  if (REGULATED_NOUNS.has(noun)) return true;
  // No letter stands at half an index, and to ask for it costs more than all the rest.
  if (noun.length % 2 === 0) return false;
  const half = (noun.length - 1) / 2;
  return noun[half] === '-' && noun.startsWith(noun.slice(half + 1)) && REGULATED_NOUNS.has(noun.slice(0, half));
}

/** What may open a group of several, or of one by one. */
export const QUANTIFIERS = set('semua seluruh setiap para sejumlah beberapa tiap segenap masing-masing');

/** Verbs of those to whom something is given. */
export const RECEIVING = set('menerima memperoleh mendapat mendapatkan diterima menikmati kebagian beroleh');

/** Behind a body or a team no more of its name: to whom, by when, or that it is done. */
export const AFTER_NAME = set(
  'pada di ke dari kepada untuk paling selambatnya selambat-lambatnya sebelum hingga sampai dalam mulai saat setelah sesudah',
  'sejak per agar dengan karena akhir awal pertengahan tahun bulan pekan minggu hari besok lusa selesai rampung tuntas itu',
  'ini tersebut',
);

/** Words between an order and the act that is ordered. */
export const ACT_LINKS = set('untuk agar supaya guna bahwa soal terkait');

/** What opens the name of a whole class. */
export const WHOLE = set('semua seluruh setiap para tiap sejumlah segenap');

/** First persons: the speaker's side. */
export const WE = set('kami kita pihaknya saya aku perseroan perusahaan manajemen');

/** Third persons. */
export const THEY = set('ia dia beliau mereka dirinya');

/** Questions: nothing is stated. */
export const QUESTION_WORDS = set(
  'apakah bagaimana kapan mengapa kenapa siapakah bolehkah akankah benarkah mungkinkah',
);

/** Nouns, names and particles that look like verbs with a prefix. */
export const VERB_SHAPED = set(
  'mereka merek merdeka menteri menit menu mental mentor medali member memang meninggal merah merpati mewah melalui',
  'menurut menurutnya mengenai menjelang mendatang mengapa menko menkomdigi menkominfo menkeu mendag mendagri menag',
  'menhub menhan menlu menaker mensos menpan mensesneg mesin berita beras bersama bersih berat berani berbagai berikut',
  'bernama berlian bertahap berdasarkan beruang beredar bermotor bersubsidi berdampak berapa beragam berupa bersenjata',
  'menara digital dinas dinding direksi direktur direktorat dirjen dirut diskon dividen diskusi distribusi disiplin diplomat',
  'diplomasi dinamika dimensi divisi difabel disabilitas diktator dinasti diesel dirinya dimana digitalisasi disinsentif',
  'berkas berkasnya berkah berkat berdua bersangkutan memori memorandum merger mendadak mendiang mentah mertua mempelai menstruasi',
  'menkes mendikbud mendikdasmen menpora menperin menparekraf menristek mercy mercedes merchant diler distributor distrik dialog',
  'diabetes diare diagnosis dilema diversifikasi diskriminasi diplomatik ditjen dishub disdik dingin dinamis dinamik diaspora',
);

/** What those for whom a sanction is meant do, or leave undone, behind `yang`; and adverbs before it. */
export const OFFENCES = set(
  'tidak tak belum enggan menolak menunggak mengabaikan melanggar terlambat telat mangkir lalai abai nakal bandel membandel',
  'curang menyalahi ingkar membangkang kurang gagal melawan membuka menyalahgunakan kedapatan terbukti ketahuan',
);
export const OFFENDING = set(
  'masih tetap sudah telah kedapatan terbukti ketahuan nekat sengaja kerap terus justru malah',
);
