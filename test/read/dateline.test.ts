import { expect, test } from 'vitest';
import { datelineOf } from '../../lambda/read/dateline.ts';

test.each([
  ['JAKARTA, KOMPAS.com - Menteri meminta data.', 'JAKARTA, KOMPAS.com'],
  ['Jakarta (ANTARA) - Menteri meminta data.', 'Jakarta (ANTARA)'],
  ['Liputan6.com, Jakarta - Menteri meminta data.', 'Liputan6.com, Jakarta'],
  ['REPUBLIKA.CO.ID, JAKARTA -- Menteri meminta data.', 'REPUBLIKA.CO.ID, JAKARTA'],
  ['Jakarta, CNBC Indonesia - Menteri meminta data.', 'Jakarta, CNBC Indonesia'],
  ['Jakarta: Menteri meminta data.', 'Jakarta'],
  ['Bandar Lampung – Menteri meminta data.', 'Bandar Lampung'],
  ['VIVA.co.id – Menteri meminta data.', 'VIVA.co.id'],
])('%s', (text, dateline) => {
  expect(datelineOf(text)).toBe(dateline);
});

test.each([
  'Menteri meminta data - paling lambat besok.',
  '"Kami tegas" - begitu kata menteri.',
  'Ada dua syarat: kantor dan penanggung jawab.',
  'Menteri meminta data.',
  '',
])('a sentence is no dateline: %s', (text) => {
  expect(datelineOf(text)).toBeNull();
});
