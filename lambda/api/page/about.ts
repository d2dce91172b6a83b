import { html } from 'hono/html';
import { STATUS_TABLE } from '../../ledger/status.ts';
import { html as htmlReply, type Reply } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import { LICENCE } from '../terms.ts';
import { inLang, layout } from './layout.ts';
import { STATUS, STATUS_MEANS, UI } from './words.ts';

/** What this is, what it claims and what it does not, with the decision table itself. */
export async function aboutPage({ lang, query }: ApiRequest): Promise<Reply> {
  const words = TEXT[lang];
  const body = html`
<h1>${words.title}</h1>
${words.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
<h2>${words.method}</h2>
<dl class="method">${words.steps.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>
<h2>${words.use}</h2>
<p>${words.licence} <a href="${LICENCE.path}">${LICENCE.name}</a>. <a href="${inLang('/docs', lang)}">${UI[lang].reference}</a>, <a href="/v1/datapackage.json">${words.codebook}</a>, <a href="${inLang('/corrections', lang)}">${UI[lang].corrections}</a>.</p>
<h2>${words.table}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.table}"><table>
<thead><tr><th scope="col">${words.status}</th><th scope="col">${words.when}</th><th scope="col">${words.means}</th></tr></thead>
<tbody>${STATUS_TABLE.map(
    (row) =>
      html`<tr id="${row.row}"><td>${STATUS[lang][row.status]}</td><td>${row.when[lang]}</td><td>${STATUS_MEANS[lang][row.status]}</td></tr>`,
  )}</tbody></table></div>`;
  return htmlReply(layout({ lang, title: words.title, path: '/about', query, body }), { maxAge: 3600 });
}

const TEXT = {
  id: {
    title: 'Tentang Tagih',
    paragraphs: [
      'Tagih membaca berita Indonesia, mencari apa yang dijanjikan atau diwajibkan kepada regulator dan platform digital serta kapan tenggatnya, lalu mencatatnya sampai dipenuhi, terlambat, atau lewat.',
      'Semua dibaca mesin dengan aturan yang dapat diperiksa; yang sudah ditinjau orang ditandai. Tiap keterangan menyebut kutipan, artikel, dan aturan yang membacanya. Isi artikel tidak diterbitkan ulang.',
      '“Lewat tenggat” hanya dinyatakan setelah bacaan tenggat yang paling longgar lewat, dan hanya bila sumbernya terpantau tanpa celah di sekitar hari itu. Artinya: belum ditemukan bukti pemenuhan, bukan putusan bahwa janji diingkari.',
      'Yang dicatat hanya komitmen yang melibatkan regulator atau perusahaan digital dalam daftar, atau yang topiknya digital.',
    ],
    method: 'Cara kerjanya',
    steps: [
      [
        'Komitmen',
        'Tindakan tertentu pada masa depan yang dapat diperiksa: janji sendiri, kewajiban dari yang berwenang, kesepakatan, atau sanksi yang diancamkan. Harapan, ramalan, dan kabar burung bukan komitmen.',
      ],
      [
        'Tenggat',
        'Frasanya disimpan beserta aturan yang membacanya dan rentang dari bacaan paling ketat sampai paling longgar. “Sebelum 17 Agustus” berakhir pada tanggal 16; hari kerja melewati hari libur nasional; “dalam waktu dekat” tidak menyebut hari dan karena itu tidak pernah terlambat.',
      ],
      [
        'Tenggat yang bergeser',
        'Yang baru menggantikan yang lama, keduanya tetap tercatat, dan pergeserannya dihitung. Bacaan lain dari media lain melebarkan rentang.',
      ],
      ['Sumber mandiri', 'Berita yang disalin banyak media tetap satu sumber.'],
      [
        'Pemenuhan',
        'Yang dicocokkan dari satu sumber adalah “dilaporkan”; dipastikan oleh sumber mandiri kedua atau peninjau.',
      ],
      [
        'Yang dapat keliru',
        'Mesin dapat luput membaca janji, keliru menggabungkan dua janji, atau luput menemukan bukti pemenuhan. Keyakinan tiap bacaan tertera, dan siapa pun yang disebut dapat meminta koreksi di halaman komitmennya.',
      ],
    ],
    use: 'Memakai datanya',
    licence: 'Setiap komitmen punya tautan tetap, versi, dan sitasi. Data boleh dipakai dengan menyebut sumber menurut',
    codebook: 'buku kode',
    table: 'Bagaimana status ditentukan: baris pertama yang cocok',
    status: 'Status',
    when: 'Bila',
    means: 'Artinya',
  },
  en: {
    title: 'About Tagih',
    paragraphs: [
      'Tagih reads Indonesian news, finds what regulators and digital platforms promised or were told to do, and by when, and keeps the tally until it is done, late or lapsed.',
      'All of it is read by a machine with rules that can be inspected; what a person has reviewed is marked. Every statement names its quote, its article and the rule that read it. Article bodies are not republished.',
      '“Overdue” is said only past the most lenient reading of a deadline, and only where the sources were read without a gap around that day. It means that no evidence of fulfilment was found; it is no verdict that a promise was broken.',
      'Kept are only commitments in which a listed regulator or digital company takes part, or whose topic is digital.',
    ],
    method: 'How it works',
    steps: [
      [
        'Commitment',
        'A specific, future, checkable act: a pledge of one’s own, an obligation laid down by an authority, an agreement, or a sanction that is threatened. Hopes, forecasts and rumours are none.',
      ],
      [
        'Deadline',
        'The phrase is kept with the rule that read it, and the window from its strictest to its most lenient reading. “Sebelum 17 Agustus” ends on the 16th; working days skip national holidays; “dalam waktu dekat” names no day and so is never late.',
      ],
      [
        'A deadline that moves',
        'The new one replaces the old one, both stay on record, and the slips are counted. Another outlet’s other reading widens the window.',
      ],
      ['Independent sources', 'A story that many outlets copy is one source.'],
      [
        'Fulfilment',
        'What was matched from one source is “reported”; a second independent source or a reviewer confirms it.',
      ],
      [
        'What can be wrong',
        'The machine can miss a promise, take two promises for one, or miss the evidence that one was kept. The confidence of each reading is shown, and anyone named can ask for a correction on the commitment’s page.',
      ],
    ],
    use: 'Using the data',
    licence:
      'Every commitment has a permanent link, a version and a citation. The data may be used with attribution under',
    codebook: 'codebook',
    table: 'How a status is decided: the first row that fits',
    status: 'Status',
    when: 'When',
    means: 'It means',
  },
};
