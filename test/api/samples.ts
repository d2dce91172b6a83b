import type { LedgerArticle } from '../../lambda/ledger/types.ts';
import { article } from '../ledger/articles.ts';
import { registration } from '../ledger/samples.ts';

/** Stories in our own words, with what an API must not pass on as it is: a formula, and mark-up. */
export const stories = (): LedgerArticle[] => [
  ...registration(),
  article({
    id: 'rumus-1',
    outlet: 'harian',
    published: '2022-08-01',
    title: '<script>alert(1)</script>',
    text: '@SUM(1) Platform Uji akan memasang "tanda" <b>usia</b> pada gim paling lambat 30 September 2022.',
    mentions: [
      {
        obligor: '@SUM(1) Platform Uji',
        action: 'memasang "tanda" <b>usia</b> pada gim',
        deadline: 'paling lambat 30 September 2022=2022-09-30',
      },
    ],
  }),
  article({
    id: 'pajak-1',
    outlet: 'kabar',
    published: '2022-12-24',
    title: 'Pajak Gugel Menunggu',
    text: 'Menkominfo Johnny G Plate meminta Google membayar pajak tertunggak paling lambat 3 Januari 2023.',
    mentions: [
      {
        type: 'obligation',
        obligor: 'Google=google',
        counterparties: 'Menkominfo=kominfo',
        speaker: 'Johnny G Plate=johnny-g-plate',
        action: 'membayar pajak tertunggak',
        deadline: 'paling lambat 3 Januari 2023=2023-01-03',
      },
    ],
  }),
];

/** When they were all placed. */
export const PLACED = new Date('2022-12-27T03:00:00Z');
