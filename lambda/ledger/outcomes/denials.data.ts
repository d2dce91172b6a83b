/** Words that tell that what is reported as done is denied, doubted or contradicted: patterns over the lower-case sentence. */

/** Contradicting a reported outcome. `Tidak menampiknya` admits it; `nasabah yang mempersoalkan tagihan` says who somebody is, `mempertanyakan mengapa` asks, and who denies what he is accused of (`membantah tudingan`) says nothing of an outcome. */
export const CONTESTED: readonly RegExp[] = [
  /(?<!\b(?:tidak|tak|bukan|tanpa|enggan|sempat|pernah)(?: (?:bisa|dapat|lagi|pernah|juga|sempat))? )(?!(?<=[a-z] yang )(?:mempersoalkan|mempertanyakan|menyoal|meragukan|diragukan|dipertanyakan|dipersoalkan|disoal)\b)\b(?:membantah|dibantah|terbantah(?:kan)?|menyangkal|disangkal|menepis|ditepis|menampik|meragukan|diragukan|mempertanyakan|dipertanyakan|menyanggah|disanggah|menyoal|disoal|mempersoalkan|dipersoalkan|menggugat klaim)(?:nya)?\b(?! (?:mengapa|kenapa|siapa|kapan|bagaimana|apa|apakah|di mana|ke mana|untuk apa|sampai kapan|keamanan|nasib|alasan|tim|panitia|lembaga|kemampuan|kesanggupan|keseriusan|kesungguhan|kesiapan|komitmen|niat|manfaat|efektivitas|independensi|netralitas|kewenangan|(?:semua |seluruh )?(?:tudingan|tuduhan|dugaan|anggapan)(?![^.;]{0,80}\b(?:sudah|telah)\b))\b)/,
  // But not of what is hoped: `kami harap tidak ada lagi yang salah paham`.
  /\b(?:tidak benar|tak benar|bukan berarti|miskomunikasi|salah paham|silang pendapat|simpang siur|hanya formalitas|belum sepenuhnya|belum benar-benar|ternyata (?:masih|belum))\b(?<!\b(?:harap|berharap|semoga|agar|supaya|jangan|mohon)\b[^.;,]{0,60})/,
  /\bkantor(?:nya)?(?: \w+){0,4} kosong\b/,
  // What one says is done and another says is not: `Berbeda dengan pernyataan X bahwa gerai sudah ditutup, Y menegaskan hal itu belum terjadi`.
  /\b(?:berbeda|beda|bertolak belakang|bertentangan|berlawanan) dengan (?:pernyataan|klaim|laporan|keterangan|pengakuan|catatan)\b[^.;]{0,160}\b(?:sudah|telah)\b[^.;]{0,160}\b(?:belum|tidak|tak)\b/,
  /\bbelum\b[^;]{0,120}\b(?:menanggapi|soal|atas) (?:pengakuan|klaim|pernyataan)\b[^.;]{0,120}\b(?:sudah|telah)\b/,
  /\b(?:tidak|belum) (?:menemukan|melihat|mendapati) (?:bukti|tanda|hasil)[^.;]{0,120}\b(?:sudah|telah)\b[^.;]{0,80}\b(?:berbeda|berlawanan|bertolak belakang|bertentangan) dengan\b/,
  /\b(?:bohong|tidak benar|dusta)\b[^;]{0,160}\b(?:menanggapi|soal|atas) (?:pengakuan|klaim|pernyataan)\b[^.;]{0,120}\b(?:sudah|telah)\b/,
];

/** The next sentence says of it that others say it is not so: `Namun, Ombudsman menyatakan hal itu sama sekali belum dilakukan`. */
export const DENIED_BEHIND =
  /^["“]?(?:namun|tetapi|tapi|akan tetapi|di sisi lain|sebaliknya)\b[^.;]{0,120}\b(?:menyatakan|mengatakan|menyebut|menilai|menegaskan|mengungkapkan|bilang)\b[^.;]{0,40}\b(?:hal|janji|pekerjaan|semua|itu)\b[^.;]{0,30}\b(?:belum|tidak pernah|sama sekali (?:belum|tidak))\b(?! (?:semua|seluruh|sepenuh))/;

/** Who says that something is so; that it is done; what turns against it; and that it is contradicted. */
export const CLAIMS = /\b(?:menyatakan|mengklaim|mengeklaim|menyebut|mengaku|mengatakan)\b|^["“]?klaim\b/;
export const CLAIMED_DONE = /\b(?:sudah|telah|(?:tuntas|selesai|rampung|beres|terlaksana)nya)\b/;
/** Behind a comma others are told of; who say something; and that a thing is not so, of all of it. */
export const ADVERSE = /, (?:sedangkan|tetapi|tapi|namun|sementara|adapun) /;
export const SAY = /\b(?:mengatakan|menyebut|menyatakan|menilai|bilang|menegaskan|menemukan)\b/;
export const NOT_SO = /\b(?:belum\b(?! semua| seluruh)|tidak ada)/;
/** A claim named by who denies or doubts it: `membantah klaim X bahwa gerai telah ditutup`; all that is done in it is claimed. */
export const CLAIM_DENIED =
  /\b(?:membantah|menyangkal|meragukan|mempertanyakan|menepis|menampik|menyanggah) (?:klaim|pernyataan|laporan|pengakuan|keterangan)\b|\b(?:berbeda|beda|bertolak belakang|bertentangan|berlawanan) dengan (?:pernyataan|klaim|laporan|keterangan|pengakuan|catatan)\b|\b(?:menanggapi|soal|atas) (?:pengakuan|klaim|pernyataan)\b/;
export const TURNS = /\b(?:tetapi|tapi|namun|sedangkan)\b/;
export const CONTRADICTS =
  /\b(?:membantah|dibantah|menyangkal|disangkal|menepis|meragukan|diragukan|mempersoalkan|dipersoalkan|dipertanyakan)/;

/** Denying that something is not so: it says that it is (`membantah pemblokiran belum berjalan`). */
export const DENIES_NOT = /\b(?:membantah|menyangkal|menepis|menampik)\b[^.;]{0,160}\b(?:belum|tidak|tak|gagal)\b/;

/**
 * What is denied or doubted is named, and is no report that was heard: `membantah aturannya longgar`, `mempertanyakan kata itu`. The
 * headline then says nothing of what.
 */
export const DENIES_ELSE =
  /\b(?:membantah|menyangkal|menepis|menampik|menyanggah|meragukan|mempertanyakan|menyoal|mempersoalkan) (?!(?:hal|itu|tersebut|ini|nya|kabar|berita|pemberitaan|klaim|pernyataan|keterangan|informasi|laporan|angka|data|jumlah|ucapan|penjelasan|pengakuan|anggapan|bahwa|kalau|jika|telah|sudah|keras|tegas|dengan|adanya|versi|cerita|pengumuman|kesimpulan)\b)[a-z]/;
