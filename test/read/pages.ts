/** Pages written for the tests: the ways publishers lay out an article, about a ministry and platforms. */

/** Paragraphs of an article, each long enough to be one. */
export const PARAGRAPHS = [
  'Kementerian Komunikasi meminta seluruh platform digital membuka kantor perwakilan di Indonesia paling lambat akhir tahun ini, kata juru bicaranya, Rabu.',
  '"Kami sudah bersurat kepada mereka, dan tenggatnya 31 Desember," ujar juru bicara itu di Jakarta, seraya menambahkan bahwa sanksi telah disiapkan.',
  'Perwakilan platform menyatakan akan menyerahkan rencana kerja dalam dua pekan, termasuk nama penanggung jawab, alamat kantor, dan jadwal pembukaannya.',
  'Pengamat menilai tenggat itu wajar karena aturan serupa, yang sudah berlaku sejak tahun lalu, memberi waktu enam bulan bagi setiap penyelenggara.',
] as const;

export const TEXT = PARAGRAPHS.join('\n');

/** A page with a head, a menu, the body given, a sidebar and a footer. */
export function page(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Platform Diminta Buka Kantor Perwakilan - Contoh</title>
<meta property="og:title" content="Platform Diminta Buka Kantor Perwakilan">${head}</head><body>
<header class="site-header"><nav><ul><li><a href="/">Beranda</a></li><li><a href="/nasional">Nasional</a></li></ul></nav></header>
<div class="wrap">${body}
<div class="sidebar"><h3>Terpopuler</h3><ul>
<li><a href="/a-1">Harga cabai di sejumlah pasar naik tajam menjelang hari raya</a></li>
<li><a href="/a-2">Jalan tol baru diresmikan dan gratis selama satu bulan</a></li>
<li><a href="/a-3">Timnas menang tipis dalam laga uji coba tadi malam</a></li></ul></div></div>
<footer class="footer"><p>Hak cipta dilindungi undang-undang, dilarang menyalin tanpa izin tertulis dari redaksi.</p></footer></body></html>`;
}

export const paragraphs = (texts: readonly string[] = PARAGRAPHS): string =>
  texts.map((text) => `<p>${text}</p>`).join('\n');

/** One `<p>` for all, paragraphs set apart by line breaks, and what medcom.id puts between. */
export const MEDCOM = page(
  `<h1>Platform Diminta Buka Kantor Perwakilan</h1><div class="info_ct">Nama Penulis &bull; 02 Agustus 2017 14:35</div>
<div itemprop="articleBody"><p><strong>Jakarta</strong>: ${PARAGRAPHS[0]}<br />\n&nbsp;<br />\n${PARAGRAPHS[1]}<br />\n&nbsp;<br />
<div class="reaction">Bagaimana tanggapan anda mengenai artikel ini?<ul><li>Happy</li><li>Inspire</li><li>Confuse</li><li>Sad</li></ul></div>
<strong>Baca: <a href="/x">Menteri bertemu perwakilan platform</a></strong><br />\n&nbsp;<br />\n${PARAGRAPHS[2]}<br />\n&nbsp;<br />\n${PARAGRAPHS[3]}<br />\n&nbsp;<br />
Cek Berita dan Artikel yang lain di<br />Google News<br />\n&nbsp;<br />(MEL)</p></div>`,
);
