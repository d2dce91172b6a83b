/**
 * Pages of publishers that no rule knows, in the shapes that the web has: what is in them was written for this test.
 * Each holds the same article, so that what a shape loses or lets in shows at once.
 */

/** An article: what a reader should get, each paragraph a line. */
export interface Story {
  language: string;
  title: string;
  byline: string;
  paragraphs: readonly string[];
}

export const INDONESIAN: Story = {
  language: 'id',
  title: 'Pemerintah Daerah Menata Ulang Terminal Lama di Tepi Kota',
  byline: 'Ratri Wening',
  paragraphs: [
    'Pemerintah daerah mulai menata ulang terminal lama di tepi kota setelah bangunan itu kosong selama hampir enam tahun.',
    'Penataan dikerjakan dalam tiga tahap dan dibiayai dari anggaran yang sudah disetujui dewan pada akhir bulan lalu.',
    '"Kami ingin tempat itu hidup lagi, tanpa menggusur pedagang yang sudah lama bertahan di sana," kata kepala dinas setempat.',
    'Menurut rencana, sisi utara dipakai untuk angkutan antarkota, sedangkan sisi selatan menjadi pasar kecil.',
    'Warga yang tinggal di sekitar terminal berharap jalan masuk diperlebar lebih dahulu.',
    'Sebagian pedagang masih ragu karena janji serupa pernah disampaikan tujuh tahun lalu dan tidak berlanjut.',
    'Dinas menyatakan akan membuka papan pengumuman di lokasi supaya kemajuan pekerjaan bisa dilihat siapa saja.',
  ],
};

export const ENGLISH: Story = {
  language: 'en',
  title: 'Harbour Town Reopens Its Old Ferry Pier After a Decade',
  byline: 'Ratri Wening',
  paragraphs: [
    'The old ferry pier at the edge of the harbour opened to passengers again on Monday, ten years after it was closed.',
    'Engineers had found that the wooden piles below the waterline were rotten, and the council could not pay for new ones.',
    '“We waited for this boat longer than for any other,” said a baker whose shop faces the pier.',
    'Two crossings a day are planned until the end of autumn, and four from the spring of next year.',
    'Tickets cost as much as the bus around the bay, which takes three times as long.',
    'Whether the line can live without a subsidy will be decided after the first winter, the council said.',
  ],
};

export const GERMAN: Story = {
  language: 'de',
  title: 'Alte Fähranlegestelle am Hafen wird nach zehn Jahren wieder geöffnet',
  byline: 'Ratri Wening',
  paragraphs: [
    'Die alte Anlegestelle am Rand des Hafens ist seit Montag wieder für Fahrgäste geöffnet, zehn Jahre nach der Schließung.',
    'Fachleute hatten damals festgestellt, dass die Holzpfähle unter der Wasserlinie morsch waren.',
    '„Auf dieses Schiff haben wir länger gewartet als auf jedes andere“, sagt ein Bäcker, dessen Laden gegenüberliegt.',
    'Bis zum Ende des Herbstes sind zwei Fahrten am Tag vorgesehen, ab dem nächsten Frühjahr vier.',
    'Ob die Linie ohne Zuschuss leben kann, soll nach dem ersten Winter entschieden werden.',
  ],
};

export const JAPANESE: Story = {
  language: 'ja',
  title: '港の古い桟橋、十年ぶりに再開',
  byline: 'Ratri Wening',
  paragraphs: [
    '港の端にある古い桟橋が月曜日、閉鎖から十年を経て再び乗客に開放された。当時の調査では、水面下の木の杭が傷んでいることが分かっていた。',
    '「どの船よりも長くこの船を待っていた」と、桟橋の向かいで店を営むパン職人は話す。秋の終わりまでは一日二便、来年の春からは四便が予定されている。',
    '運賃は湾を回るバスと同じで、所要時間は三分の一になる。補助金なしで路線を維持できるかどうかは、最初の冬が過ぎてから判断すると町は説明している。',
    '住民の間では歓迎の声が多い一方、便数が少ないという意見も聞かれた。町は利用者の数を毎月公表する方針だ。',
  ],
};

export const RUSSIAN: Story = {
  language: 'ru',
  title: 'Старый паромный причал открылся после десяти лет простоя',
  byline: 'Ratri Wening',
  paragraphs: [
    'Старый паромный причал на краю гавани в понедельник снова принял пассажиров, спустя десять лет после закрытия.',
    'Тогда специалисты обнаружили, что деревянные сваи под водой сгнили, а денег на новые у города не было.',
    '«Этого судна мы ждали дольше любого другого», — говорит пекарь, чья лавка стоит напротив.',
    'До конца осени запланированы два рейса в день, а с весны будущего года — четыре.',
    'Сможет ли линия обойтись без субсидии, решат после первой зимы, сообщили в администрации.',
  ],
};

/** A page around an article: what the shape makes of it, and what the reader should get where that is not the story. */
export interface Shape {
  name: string;
  html(story: Story): string;
  /** What of the story a reader gets; by default all of its paragraphs. */
  lines?(story: Story): readonly string[];
}

const ps = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('\n');
const links = (n: number, what: string) =>
  Array.from({ length: n }, (_, i) => `<li><a href="/${what}/${i}">${what} nomor ${i} dari halaman lain</a></li>`).join(
    '',
  );
const NAV = `<div class="top"><ul>${links(14, 'kanal')}</ul></div>`;
const FOOT = `<div class="bottom"><p>Hak cipta dilindungi. Redaksi, pedoman, dan kontak tersedia di halaman tentang kami.</p><ul>${links(20, 'tautan')}</ul></div>`;
const head = ({ title, language }: Story, more = '') =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} - Contoh</title>${more}</head>`;
const page = (story: Story, body: string, more = '') => `${head(story, more)}<body>${NAV}${body}${FOOT}</body></html>`;
const h1 = ({ title }: Story) => `<h1>${title}</h1>`;

export const SHAPES: readonly Shape[] = [
  { name: 'a plain article element', html: (s) => page(s, `<article>${h1(s)}${ps(s.paragraphs)}</article>`) },
  {
    name: 'divisions without a name',
    html: (s) => page(s, `<div><div><div>${h1(s)}</div></div><div><div>${ps(s.paragraphs)}</div></div></div>`),
  },
  {
    name: 'a division for each paragraph',
    html: (s) =>
      page(
        s,
        `<div class="x1">${h1(s)}<div class="x2">${s.paragraphs.map((p) => `<div class="x3">${p}</div>`).join('')}</div></div>`,
      ),
  },
  {
    name: 'each paragraph in two divisions',
    html: (s) =>
      page(
        s,
        `<div id="c">${h1(s)}${s.paragraphs.map((p) => `<div class="blk"><div class="in"><span>${p}</span></div></div>`).join('')}</div>`,
      ),
  },
  {
    name: 'lines set apart by breaks',
    html: (s) => page(s, `<div id="c">${h1(s)}<div>${s.paragraphs.join('<br><br>')}</div></div>`),
  },
  {
    name: 'lines set apart by breaks with blanks between',
    html: (s) => page(s, `<div id="c">${h1(s)}<div>${s.paragraphs.join('<br/>&nbsp;<br/>\n')}</div></div>`),
  },
  {
    name: 'everything in a table',
    html: (s) =>
      `${head(s)}<body bgcolor="white"><table><tr><td colspan="3">${NAV}</td></tr><tr><td width="160"><ul>${links(18, 'menu')}</ul></td><td><font size="4"><b>${s.title}</b></font>${ps(s.paragraphs)}</td><td><ul>${links(12, 'kabar')}</ul></td></tr><tr><td colspan="3">${FOOT}</td></tr></table></body></html>`,
  },
  { name: 'paragraphs in the body itself', html: (s) => page(s, `${h1(s)}${ps(s.paragraphs)}`) },
  {
    name: 'an article cut in two by advertisements',
    html: (s) =>
      page(
        s,
        `<div class="entry">${h1(s)}${ps(s.paragraphs.slice(0, 3))}<div class="ads"><p>ADVERTISEMENT</p><a href="/beli">Beli sekarang</a></div>${ps(s.paragraphs.slice(3))}</div>`,
      ),
  },
  {
    name: 'sections of an article',
    html: (s) =>
      page(
        s,
        `<main>${h1(s)}<section>${ps(s.paragraphs.slice(0, 2))}</section><section>${ps(s.paragraphs.slice(2, 4))}</section><section>${ps(s.paragraphs.slice(4))}</section></main>`,
      ),
  },
  {
    name: 'links to other stories between paragraphs',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${s.paragraphs.map((p, i) => `<p>${p}</p>${i % 2 === 1 ? `<p><strong>Baca juga: <a href="/l/${i}">Kisah lain nomor ${i} yang tidak dimuat di sini</a></strong></p>` : ''}`).join('')}</article>`,
      ),
  },
  {
    name: 'a box of related stories inside',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${ps(s.paragraphs.slice(0, 3))}<div class="box"><h4>Related stories</h4><ul>${links(4, 'kisah')}</ul></div>${ps(s.paragraphs.slice(3))}</article>`,
      ),
  },
  {
    name: 'pictures with captions',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}<figure><img src="a.jpg" alt="x"><figcaption>Suasana di tempat kejadian pada pagi hari. (Foto: Contoh)</figcaption></figure>${ps(s.paragraphs.slice(0, 3))}<div class="wp-caption"><img src="b.jpg"><p class="wp-caption-text">Gambar kedua dengan keterangan yang cukup panjang untuk sebuah alinea.</p></div>${ps(s.paragraphs.slice(3))}</article>`,
      ),
  },
  {
    name: 'a share bar before and after',
    html: (s) => {
      const bar = '<div class="share"><a href="#">Facebook</a> <a href="#">Twitter</a> <a href="#">WhatsApp</a></div>';
      return page(s, `<article>${h1(s)}${bar}${ps(s.paragraphs)}${bar}</article>`);
    },
  },
  {
    name: 'a cookie notice longer than a paragraph',
    html: (s) =>
      page(
        s,
        `<div id="consent-dialog" role="dialog"><p>We and our partners store and access information on a device, such as cookies, and process personal data to show and measure content and advertising.</p><p>With your permission we and our partners may use precise location data and identification through device scanning. You may refuse to consent.</p><button>OK</button></div><article>${h1(s)}${ps(s.paragraphs)}</article>`,
      ),
  },
  {
    name: 'a cookie notice without a name, at the end',
    html: (s) =>
      `${head(s)}<body>${NAV}<article>${h1(s)}${ps(s.paragraphs)}</article>${FOOT}<div><p>This site uses cookies to measure its traffic and to show content and advertising that fits your interests and those of our partners.</p><a href="#">Accept</a></div></body></html>`,
  },
  {
    name: 'comments below, longer than the article',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${ps(s.paragraphs)}</article><div id="comments"><h3>12 comments</h3>${Array.from({ length: 12 }, (_, i) => `<div class="comment"><b>Pembaca ${i}</b><p>Menurut saya hal ini sudah lama dibicarakan, dan sampai sekarang belum ada yang berubah sama sekali, nomor ${i}.</p><p>Semoga kali ini benar-benar dikerjakan sampai selesai dan tidak berhenti di tengah jalan.</p></div>`).join('')}</div>`,
      ),
  },
  {
    name: 'comments without a name in the same block',
    html: (s) =>
      page(
        s,
        `<div id="c">${h1(s)}<div>${ps(s.paragraphs)}</div><h3>Komentar (3)</h3><div>${Array.from({ length: 3 }, (_, i) => `<div><b>Pembaca ${i}</b><p>Semoga kali ini benar-benar dikerjakan sampai selesai dan tidak berhenti di tengah jalan.</p></div>`).join('')}</div></div>`,
      ),
  },
  {
    name: 'teasers of other stories with text of their own',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${ps(s.paragraphs)}</article><div class="more"><h3>Berita lainnya</h3>${Array.from({ length: 6 }, (_, i) => `<div class="teaser"><a href="/t/${i}"><h4>Kisah lain nomor ${i}</h4></a><p>Ringkasan kisah lain nomor ${i} yang panjangnya kira-kira satu kalimat dan bukan bagian artikel ini.</p></div>`).join('')}</div>`,
      ),
  },
  {
    name: 'a sidebar before the article in the source',
    html: (s) =>
      page(
        s,
        `<div class="left"><h3>Terpopuler</h3>${Array.from({ length: 8 }, (_, i) => `<div><a href="/p/${i}">Kisah populer nomor ${i} dengan judul yang panjang sekali</a></div>`).join('')}</div><div class="right">${h1(s)}${ps(s.paragraphs)}</div>`,
      ),
  },
  {
    name: 'an author box at the end',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${ps(s.paragraphs)}<div class="author-box"><img src="a.jpg"><h4>About the author</h4><p>${s.byline} is a reporter who covers towns and harbours and lives by the sea.</p></div></article>`,
      ),
  },
  {
    name: 'a newsletter form in the middle',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${ps(s.paragraphs.slice(0, 2))}<form><p>Sign up for our newsletter and get the best stories in your inbox.</p><input type="email"><button>Sign up</button></form>${ps(s.paragraphs.slice(2))}</article>`,
      ),
  },
  {
    name: 'a quotation set apart',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${ps(s.paragraphs.slice(0, 2))}<blockquote><p>${s.paragraphs[2]}</p></blockquote>${ps(s.paragraphs.slice(3))}</article>`,
      ),
  },
  {
    name: 'headings between paragraphs',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${ps(s.paragraphs.slice(0, 2))}<h2>Apa yang berubah</h2>${ps(s.paragraphs.slice(2))}</article>`,
      ),
    lines: (s) => [...s.paragraphs.slice(0, 2), 'Apa yang berubah', ...s.paragraphs.slice(2)],
  },
  {
    name: 'an article that is mostly a list',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}<p>${s.paragraphs[0]}</p><ul>${s.paragraphs
          .slice(1)
          .map((p) => `<li>${p}</li>`)
          .join('')}</ul></article>`,
      ),
  },
  {
    name: 'a numbered list with headings of its own',
    html: (s) =>
      page(s, `<article>${h1(s)}<ol>${s.paragraphs.map((p) => `<li><p>${p}</p></li>`).join('')}</ol></article>`),
  },
  {
    name: 'an AMP page',
    html: (s) =>
      `<!doctype html><html ⚡ lang="${s.language}"><head><meta charset="utf-8"><title>${s.title}</title><link rel="canonical" href="https://contoh.net/a/terminal-lama-di-tepi-kota"><script async src="https://cdn.ampproject.org/v0.js"></script></head><body><amp-sidebar><ul>${links(9, 'kanal')}</ul></amp-sidebar><header>Contoh</header><main>${h1(s)}<amp-img src="a.jpg" width="1" height="1"></amp-img>${ps(s.paragraphs.slice(0, 3))}<amp-ad width="300" height="250"><div overflow>Iklan</div></amp-ad>${ps(s.paragraphs.slice(3))}<amp-list src="/x.json"><template type="amp-mustache"><a href="{{u}}">{{t}}</a></template></amp-list></main>${FOOT}</body></html>`,
  },
  {
    name: 'an article that only JSON-LD tells',
    html: (s) =>
      page(
        s,
        `<div id="root"><p>Memuat…</p></div>`,
        `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: s.title, articleBody: s.paragraphs.join('\n\n'), author: { '@type': 'Person', name: s.byline } })}</script>`,
      ),
  },
  {
    name: 'JSON-LD in a graph beside the text',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${ps(s.paragraphs)}</article>`,
        `<script type="application/ld+json">${JSON.stringify({
          '@context': 'https://schema.org',
          '@graph': [
            { '@type': 'WebPage', name: 'Contoh' },
            { '@type': ['NewsArticle', 'Article'], headline: s.title, author: [{ name: s.byline }] },
          ],
        })}</script>`,
      ),
  },
  {
    name: 'a menu after the headline',
    html: (s) =>
      page(
        s,
        `<div class="wrap">${h1(s)}<div><a href="/">Beranda</a> / <a href="/k">Kota</a></div><div>${s.byline}</div><div>2 Agustus 2017 14:35</div><div class="t">${ps(s.paragraphs)}</div><div>Tags: <a href="/t/a">kota</a>, <a href="/t/b">terminal</a></div></div>`,
      ),
  },
  {
    name: 'text in the spans of an editor',
    html: (s) =>
      page(
        s,
        `<div class="content">${h1(s)}${s.paragraphs.map((p) => `<p style="text-align:justify"><span style="font-size:12pt"><span>${p}</span></span></p><p>&nbsp;</p>`).join('')}</div>`,
      ),
  },
  {
    name: 'tags that are never closed',
    html: (s) => page(s, `<div class=content>${h1(s)}${s.paragraphs.map((p) => `<p>${p}`).join('\n')}</div>`),
  },
  {
    name: 'a hidden copy of the text for printing',
    html: (s) =>
      page(
        s,
        `<article>${h1(s)}${ps(s.paragraphs)}</article><div style="display:none" class="print">${ps(s.paragraphs)}</div>`,
      ),
  },
  {
    name: 'a page of a blog with its archive beside it',
    html: (s) =>
      page(
        s,
        `<div id="main"><div class="post hentry"><h2 class="post-title"><a href="/p">${s.title}</a></h2><div class="post-body entry-content">${ps(s.paragraphs)}</div><div class="post-footer">Posted by ${s.byline} at 10:15 <a href="#c">2 comments</a></div></div></div><div id="sidebar"><h2>Blog Archive</h2><ul>${links(24, 'arsip')}</ul><div><h2>About Me</h2><p>Saya menulis tentang kota kecil, pelabuhan, dan orang-orang yang tinggal di sana sejak lama sekali.</p></div></div>`,
      ),
  },
];
