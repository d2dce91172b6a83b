/**
 * Feeds in every shape that we know of: each container with each way of writing a title. What is in them was written
 * for this test; the shapes are those of the specifications and of what publishers make of them.
 */

/** How a title stands in the XML, and what a reader should see. */
export interface TitleForm {
  name: string;
  /** XML that stands where the title does, other children beside it included; empty for none. */
  xml: string;
  title: string;
  /** Where it means this; by default everywhere. */
  only?: 'atom' | 'rss';
}

export const TITLE_FORMS: readonly TitleForm[] = [
  { name: 'plain', xml: '<title>Izin dicabut</title>', title: 'Izin dicabut' },
  { name: 'blanks and line breaks', xml: '<title>\n  Izin\n  dicabut\t</title>', title: 'Izin dicabut' },
  { name: 'CDATA', xml: '<title><![CDATA[Izin & denda]]></title>', title: 'Izin & denda' },
  { name: 'CDATA with markup', xml: '<title><![CDATA[<b>Izin</b> dicabut]]></title>', title: 'Izin dicabut' },
  {
    name: 'CDATA in two pieces',
    xml: '<title><![CDATA[Izin ]]>dan<![CDATA[ denda]]></title>',
    title: 'Izin dan denda',
  },
  {
    name: 'CDATA with the end of one in it',
    xml: '<title><![CDATA[a[0]]]]><![CDATA[> b]]></title>',
    title: 'a[0]]> b',
  },
  {
    name: 'CDATA with a closing title',
    xml: '<title><![CDATA[Izin </title> dicabut]]></title>',
    title: 'Izin dicabut',
  },
  { name: 'escaped markup', xml: '<title>&lt;i&gt;Izin&lt;/i&gt; dicabut</title>', title: 'Izin dicabut' },
  { name: 'escaped twice', xml: '<title>Izin &amp;amp; denda</title>', title: 'Izin & denda' },
  { name: 'numeric references', xml: '<title>Izin &#8220;dicabut&#x201d;</title>', title: 'Izin “dicabut”' },
  { name: 'HTML entities', xml: '<title>Izin&nbsp;&mdash; &eacute;</title>', title: 'Izin — é' },
  { name: 'an entity nobody knows', xml: '<title>Izin &tidakada; dicabut</title>', title: 'Izin &tidakada; dicabut' },
  { name: 'a bare ampersand', xml: '<title>Izin & denda</title>', title: 'Izin & denda' },
  { name: 'a bare less-than sign', xml: '<title>Bunga < 5 persen</title>', title: 'Bunga < 5 persen' },
  { name: 'a comment inside', xml: '<title>Izin <!-- lama -->dicabut</title>', title: 'Izin dicabut' },
  { name: 'a processing instruction inside', xml: '<title>Izin <?php echo 1 ?>dicabut</title>', title: 'Izin dicabut' },
  { name: 'elements inside', xml: '<title>Izin <em>lama</em> dicabut</title>', title: 'Izin lama dicabut' },
  {
    name: 'a script, escaped',
    xml: '<title>Izin&lt;script>alert(1)&lt;/script> dicabut</title>',
    title: 'Izin dicabut',
  },
  { name: 'a style, escaped', xml: '<title>Izin&lt;style>b{}&lt;/style> dicabut</title>', title: 'Izin dicabut' },
  { name: 'a frame never closed', xml: '<title>Izin&lt;iframe src="x"> dicabut</title>', title: 'Izin dicabut' },
  { name: 'an object never closed', xml: '<title>Izin&lt;object data="x"> dicabut</title>', title: 'Izin dicabut' },
  { name: 'an embed', xml: '<title>Izin&lt;embed src="x"> dicabut</title>', title: 'Izin dicabut' },
  { name: 'a button', xml: '<title>Izin &lt;button>dicabut&lt;/button></title>', title: 'Izin dicabut' },
  {
    name: 'a title of its own in HTML',
    xml: '<title>&lt;title>Izin&lt;/title> dicabut</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'an unsafe attribute',
    xml: '<title>&lt;a href="javascript:x" onclick="y">Izin&lt;/a> dicabut</title>',
    title: 'Izin dicabut',
  },
  { name: 'an empty title', xml: '<title/>', title: '' },
  { name: 'no title', xml: '', title: '' },
  {
    name: 'an empty title before a full one',
    xml: '<title></title><title>Izin dicabut</title>',
    title: 'Izin dicabut',
  },
  { name: 'two titles', xml: '<title>Izin dicabut</title><title>Lain</title>', title: 'Izin dicabut' },
  {
    name: 'a Dublin Core title only',
    xml: '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Izin dicabut</dc:title>',
    title: 'Izin dicabut',
  },
  { name: 'a Dublin Core title, undeclared', xml: '<dc:title>Izin dicabut</dc:title>', title: 'Izin dicabut' },
  {
    name: 'a media title before it',
    xml: '<media:title xmlns:media="http://search.yahoo.com/mrss/">Gambar</media:title><title>Izin dicabut</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'a podcast title before it',
    xml: '<itunes:title>Siniar</itunes:title><title>Izin dicabut</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'a media group before it',
    xml: '<media:group><media:title>Gambar</media:title></media:group><title>Izin dicabut</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'an image with a title before it',
    xml: '<image><title>Gambar</title></image><title>Izin dicabut</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'a source with a title before it',
    xml: '<source><title>Sumber</title><id>s</id></source><title>Izin dicabut</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'an author before it',
    xml: '<author><name>Redaksi</name></author><title>Izin dicabut</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'a title never closed',
    xml: '<title>Izin dicabut<pubDate>Wed, 02 Aug 2017 14:35:00 +0700</pubDate>',
    title: 'Izin dicabut',
  },
  {
    name: 'type text',
    xml: '<title type="text">Izin &lt;b&gt; dicabut</title>',
    title: 'Izin <b> dicabut',
    only: 'atom',
  },
  { name: 'type text/plain', xml: '<title type="text/plain">Izin dicabut</title>', title: 'Izin dicabut' },
  {
    name: 'type html',
    xml: '<title type="html">Izin &lt;b&gt;dicabut&lt;/b&gt; &amp;amp; denda</title>',
    title: 'Izin dicabut & denda',
  },
  {
    name: 'type html in capitals',
    xml: '<title type="HTML">Izin &lt;b&gt;dicabut&lt;/b&gt;</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'type html in CDATA',
    xml: '<title type="html"><![CDATA[Izin <b>dicabut</b>]]></title>',
    title: 'Izin dicabut',
  },
  {
    name: 'type text/html',
    xml: '<title type="text/html">Izin &lt;b&gt;dicabut&lt;/b&gt;</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'type xhtml',
    xml: '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Izin <b>dicabut</b></div></title>',
    title: 'Izin dicabut',
  },
  {
    name: 'type xhtml with a prefix',
    xml: '<title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">Izin <x:b>dicabut</x:b></x:div></title>',
    title: 'Izin dicabut',
  },
  {
    name: 'type xhtml with text that looks like markup',
    xml: '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Izin &lt;b&gt; dicabut</div></title>',
    title: 'Izin <b> dicabut',
    only: 'atom',
  },
  {
    name: 'mode escaped',
    xml: '<title type="text/html" mode="escaped">Izin &lt;b&gt;dicabut&lt;/b&gt;</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'mode xml',
    xml: '<title type="application/xhtml+xml" mode="xml">Izin <b>dicabut</b></title>',
    title: 'Izin dicabut',
  },
  {
    name: 'mode base64',
    xml: '<title type="text/html" mode="base64">SXppbiA8Yj5kaWNhYnV0\nPC9iPg==</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'mode base64 of plain text',
    xml: '<title type="text/plain" mode="base64">SXppbiBkaWNhYnV0</title>',
    title: 'Izin dicabut',
  },
  {
    name: 'type of bytes',
    xml: '<title type="application/octet-stream">SXppbiBkaWNhYnV0</title>',
    title: 'Izin dicabut',
  },
];

/** A feed with one entry before, one after, and the one whose title is tried between them. */
export interface Container {
  name: string;
  format: 'rss' | 'atom' | 'rdf';
  xml(title: string): string;
}

const LINK = 'https://contoh.id/berita/';
const rss = (root: string, title: string, end = '</channel></rss>') =>
  `<?xml version="1.0" encoding="utf-8"?>${root}<title>Kanal</title><link>https://contoh.id</link><description>d</description><item><title>Awal</title><link>${LINK}1</link></item><item>${title}<link>${LINK}2</link><description>Isi</description></item><item><title>Akhir</title><link>${LINK}3</link></item>${end}`;
const entries = (p: string, title: string) => {
  const own = title.replace(/<(\/?)title\b/g, `<$1${p}title`);
  return `<${p}entry><${p}title>Awal</${p}title><${p}link href="${LINK}1"/></${p}entry><${p}entry>${own}<${p}link rel="alternate" type="text/html" href="${LINK}2"/><${p}summary>Isi</${p}summary></${p}entry><${p}entry><${p}title>Akhir</${p}title><${p}link href="${LINK}3"/></${p}entry>`;
};
const items = (p: string, title: string) =>
  [
    `<${p}title>Awal</${p}title><${p}link>${LINK}1</${p}link>`,
    `${title.replace(/<(\/?)title\b/g, `<$1${p}title`)}<${p}link>${LINK}2</${p}link><${p}description>Isi</${p}description>`,
    `<${p}title>Akhir</${p}title><${p}link>${LINK}3</${p}link>`,
  ]
    .map((item, i) => `<${p}item rdf:about="${LINK}${i + 1}">${item}</${p}item>`)
    .join('');
const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

export const CONTAINERS: readonly Container[] = [
  { name: 'RSS 2.0', format: 'rss', xml: (t) => rss('<rss version="2.0"><channel>', t) },
  { name: 'RSS without version', format: 'rss', xml: (t) => rss('<rss><channel>', t) },
  { name: 'RSS of a version to come', format: 'rss', xml: (t) => rss('<rss version="9.9"><channel>', t) },
  {
    name: 'RSS 0.91 with its document type',
    format: 'rss',
    xml: (t) =>
      rss(
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>',
        t,
      ),
  },
  {
    name: 'RSS in a namespace',
    format: 'rss',
    xml: (t) => rss('<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel>', t),
  },
  {
    name: 'RSS with entries after the channel',
    format: 'rss',
    xml: (t) =>
      rss('<rss version="0.9"><channel>', t, '</rss>').replace(
        '<description>d</description>',
        '<description>d</description></channel>',
      ),
  },
  { name: 'RSS without a channel', format: 'rss', xml: (t) => rss('<rss version="2.0">', t, '</rss>') },
  { name: 'a channel without RSS', format: 'rss', xml: (t) => rss('<channel>', t, '</channel>') },
  {
    name: 'RSS in capitals',
    format: 'rss',
    xml: (t) =>
      rss('<RSS VERSION="2.0"><CHANNEL>', t, '</CHANNEL></RSS>').replace(
        /<(\/?)(item|link)\b/g,
        (_, s: string, n: string) => `<${s}${n.toUpperCase()}`,
      ),
  },
  {
    name: 'RSS with prefixes nobody declared',
    format: 'rss',
    xml: (t) =>
      rss('<rss version="2.0"><channel><sy:updatePeriod>hourly</sy:updatePeriod><atom:link href="x" rel="self"/>', t),
  },
  { name: 'RSS with an attribute without quotes', format: 'rss', xml: (t) => rss('<rss version=2.0><channel>', t) },
  {
    name: 'RSS with an attribute twice',
    format: 'rss',
    xml: (t) => rss('<rss version="2.0" version="2.0"><channel>', t),
  },
  {
    name: 'RSS whose end tags do not fit',
    format: 'rss',
    xml: (t) => rss('<rss version="2.0"><channel><category>x</categori>', t),
  },
  { name: 'RSS never closed', format: 'rss', xml: (t) => rss('<rss version="2.0"><channel>', t, '') },
  {
    name: 'RSS after an end of its own',
    format: 'rss',
    xml: (t) => `${rss('<rss version="2.0"><channel>', t)}</rss>\n<p>cache</p>`,
  },
  {
    name: 'RSS with an image and an input',
    format: 'rss',
    xml: (t) =>
      rss(
        '<rss version="2.0"><channel><image><title>Logo</title><url>x</url></image><textInput><title>Cari</title></textInput>',
        t,
      ),
  },
  {
    name: 'RDF, RSS 1.0',
    format: 'rdf',
    xml: (t) =>
      `<rdf:RDF ${RDF} xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Kanal</title><items><rdf:Seq><rdf:li rdf:resource="${LINK}1"/></rdf:Seq></items></channel>${items('', t)}</rdf:RDF>`,
  },
  {
    name: 'RDF, RSS 0.9',
    format: 'rdf',
    xml: (t) =>
      `<rdf:RDF ${RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Kanal</title></channel>${items('', t).replace(/ rdf:about="[^"]*"/g, '')}</rdf:RDF>`,
  },
  {
    name: 'RDF with a prefix of its own',
    format: 'rdf',
    xml: (t) =>
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/"><rss:channel r:about="x"><rss:title>Kanal</rss:title></rss:channel>${items('rss:', t).replaceAll('rdf:', 'r:')}</r:RDF>`,
  },
  {
    name: 'RDF as the default namespace',
    format: 'rdf',
    xml: (t) =>
      `<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"><s:channel about="x"><s:title>Kanal</s:title></s:channel>${items('s:', t).replaceAll('rdf:', '')}</RDF>`,
  },
  {
    name: 'Atom 1.0',
    format: 'atom',
    xml: (t) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Kanal</title>${entries('', t)}</feed>`,
  },
  {
    name: 'Atom 1.0 with a prefix',
    format: 'atom',
    xml: (t) =>
      `<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>Kanal</atom:title>${entries('atom:', t)}</atom:feed>`,
  },
  {
    name: 'Atom 0.3',
    format: 'atom',
    xml: (t) => `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Kanal</title>${entries('', t)}</feed>`,
  },
  {
    name: 'Atom without a namespace',
    format: 'atom',
    xml: (t) => `<feed><title>Kanal</title>${entries('', t)}</feed>`,
  },
  {
    name: 'Atom with a base',
    format: 'atom',
    xml: (t) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://contoh.id/"><title>Kanal</title>${entries('', t)}</feed>`,
  },
  {
    name: 'Atom never closed',
    format: 'atom',
    xml: (t) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Kanal</title>${entries('', t)}`,
  },
  {
    name: 'Channel Definition Format',
    format: 'rss',
    xml: (t) =>
      `<?XML VERSION="1.0"?><CHANNEL HREF="https://contoh.id/"><TITLE>Kanal</TITLE><ITEM HREF="${LINK}1"><TITLE>Awal</TITLE></ITEM><ITEM HREF="${LINK}2">${t.replace(/<(\/?)title\b/g, '<$1TITLE')}<ABSTRACT>Isi</ABSTRACT></ITEM><ITEM HREF="${LINK}3"><TITLE>Akhir</TITLE></ITEM></CHANNEL>`,
  },
];
