import { html } from 'hono/html';
import { STATUS_TABLE } from '../../ledger/status.ts';
import { html as htmlReply, type Reply } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import { layout } from './layout.ts';
import { STATUS, STATUS_MEANS } from './words.ts';

/** What this is, what it claims and what it does not, with the decision table itself. */
export async function aboutPage({ lang, query }: ApiRequest): Promise<Reply> {
  const words = TEXT[lang];
  const body = html`
<h1>${words.title}</h1>
${words.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
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
    table: 'How a status is decided: the first row that fits',
    status: 'Status',
    when: 'When',
    means: 'It means',
  },
};
