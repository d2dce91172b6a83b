import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXTRACTOR_VERSION, extract } from '../../lambda/extract/extract.ts';
import type { ActorRef, Extraction, TextSpan } from '../../lambda/extract/types.ts';

// The meeting of August 2017 between the ministry and the platforms, told in our own words, with the kind of slips
// that such pages have: a line broken in mid-sentence, a typo in a phrase of time, a footer, the editor's initials.
const STORY = [
  'Jakarta: Kementerian Komunikasi dan Informatika sudah menemui pimpinan Telegram dan utusan Facebook di ibu kota.',
  'Kedua pihak bertukar pandangan soal unggahan bermuatan kekerasan yang ramai di dua layanan itu.',
  'Direktur Jenderal Aplikasi Informatika Kementerian Kominfo Semuel Abrijani Pangerapan menilai pertemuan itu perlu.',
  '"Semua platform yang beroperasi di Indonesia harus menjaga kebersihan platformnya sendiri. Yang mau berbuat jahat tidak akan kami beri ruang," ujar Semuel dalam',
  'Kabar Siang, Rabu 2 Agustus 2017.',
  'Seusai pertemuan, Facebook berencana membuka kantor di Indonesia.',
  '"Facebook berencana membuka kantor di Indonesia dalam waktu dekat. Mereka juga akan menyesuaikan persyaratan yang diminta," kata Semuel.',
  'Kementerian Kominfo juga berencana bertemu dengan Twitter, Line, dan beberapa platform lain. Selain itu, dalam waku dekat DNS milik Telegram direncanakan akan kembali dibuka.',
  '"Kita ingin mereka mengerti bahwa urusan ini serius," jelasnya.',
  'Cek Berita dan Artikel yang lain di',
  'Google News',
  '(RED)',
].join('\n');

describe('the story of August 2017', () => {
  const { commitments } = extract({ text: STORY, published: '2017-08-02' });
  const by = (words: string) => commitments.find(({ action }) => action.text.includes(words));

  test('has five commitments and no more', () => {
    expect(commitments.map(({ action }) => action.text.slice(0, 24))).toHaveLength(5);
  });
  test('Facebook will open an office soon, as Semuel says', () => {
    const office = by('membuka kantor');
    expect(office?.obligor).toMatchObject({ text: 'Facebook', actor: 'facebook' });
    expect(office?.deadline?.due).toBe('vague');
    expect(office?.speaker?.text).toContain('Semuel');
  });
  test('Facebook will meet the requirements, though only called "they"', () => {
    expect(by('menyesuaikan')?.obligor.text).toBe('Facebook');
  });
  test('the ministry will meet Twitter, Line and others', () => {
    const meeting = by('bertemu dengan');
    expect(meeting?.obligor.text).toContain('Komunikasi dan Informatika');
    expect(meeting?.counterparties.map(({ text }) => text)).toEqual(expect.arrayContaining(['Twitter', 'Line']));
  });
  test('Telegram’s DNS is to be opened again soon, the typo notwithstanding', () => {
    expect(by('dibuka')?.deadline?.due).toBe('vague');
  });
  test('all platforms must keep themselves clean', () => {
    expect(by('menjaga')).toMatchObject({ type: 'obligation' });
    expect(by('menjaga')?.obligor.text).toContain('platform');
  });
});

test('the version says what made an extraction', () => {
  expect(EXTRACTOR_VERSION).toMatch(/^\d+\.\d+\.\d+$/);
});

test('the same input gives the same extraction', () => {
  expect(extract({ text: STORY, published: '2017-08-02' })).toEqual(extract({ text: STORY, published: '2017-08-02' }));
});

test('without a day of publication, days that need one stay open', () => {
  const { commitments } = extract({ text: 'Komdigi akan menerbitkan aturan gim pada 1 Juli 2025.', published: null });
  expect(commitments[0]?.deadline?.due).toBe('2025-07-01');
});

/** Problems of an extraction's spans: outside the text, empty, or not verbatim. */
function flaws(text: string, { timexes, statements, commitments }: Extraction): string[] {
  const found: string[] = [];
  const inside = (what: string, { start, end }: { start: number; end: number }): void => {
    if (!(Number.isInteger(start) && start >= 0 && end > start && end <= text.length))
      found.push(`${what} ${start}-${end}`);
  };
  const verbatim = (what: string, span: TextSpan | null): void => {
    if (span === null) return;
    inside(what, span);
    if (text.slice(span.start, span.end) !== span.text) found.push(`${what} is not verbatim`);
  };
  const actor = (what: string, ref: ActorRef | null): void => {
    if (ref !== null) inside(what, ref);
  };
  for (const timex of timexes) verbatim('timex', timex);
  for (const { content, cue, speaker } of statements) {
    inside('content', content);
    verbatim('cue', cue);
    actor('speaker', speaker);
  }
  for (const mention of commitments) {
    inside('sentence', mention.sentence);
    verbatim('action', mention.action);
    verbatim('deadline', mention.deadline);
    verbatim('condition', mention.condition);
    actor('obligor', mention.obligor);
    if (!(mention.confidence > 0 && mention.confidence <= 1)) found.push(`confidence ${mention.confidence}`);
    if (mention.obligors[0] !== mention.obligor) found.push('obligor is not the first');
    for (const ref of [...mention.obligors, ...mention.counterparties]) actor('party', ref);
  }
  return found;
}

describe('any text is read without a flaw', () => {
  const WORDS = [
    ...[
      'OJK',
      'Komdigi',
      'TikTok',
      'PT Maju',
      'Menteri',
      'Budi',
      'kami',
      'kita',
      'mereka',
      'akan',
      'tidak',
      'wajib',
      'meminta',
    ],
    ...[
      'agar',
      'untuk',
      'menerbitkan',
      'diblokir',
      'jika',
      'sepakat',
      'paling lambat',
      '31 Juli',
      'pekan depan',
      'segera',
    ],
    ...[
      '"',
      '“',
      '”',
      ',',
      '.',
      '\n',
      '(',
      ')',
      'yang',
      'dan',
      'kata',
      'ujarnya',
      'menargetkan',
      'diberi waktu',
      '7 hari',
    ],
  ];
  const soup = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
  const anything = fc.string({ unit: 'binary', maxLength: 200 });
  const published = fc.constantFrom('2025-06-18', '2025-06-18T23:30:00', '2025-06-18T01:00:00Z', 'x', null);

  test('spans lie in the text and are verbatim, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, anything), published, (text, day) => {
        expect(flaws(text, extract({ text, published: day }))).toEqual([]);
      }),
      { seed: 11, numRuns: process.env.TAGIH_LONG ? 30_000 : 500 },
    );
  });

  test('the story itself', () => {
    expect(flaws(STORY, extract({ text: STORY, published: '2017-08-02' }))).toEqual([]);
  });
});

test('time grows with the length of the text', () => {
  const cost = (copies: number): number => {
    const text = `${STORY}\n`.repeat(copies);
    const started = performance.now();
    extract({ text, published: '2017-08-02' });
    return performance.now() - started;
  };
  cost(4);
  const small = Math.min(cost(8), cost(8), cost(8));
  const large = Math.min(cost(64), cost(64));
  expect(large / small).toBeLessThan(30); // eight times the text; quadratic would be sixty-four
});
