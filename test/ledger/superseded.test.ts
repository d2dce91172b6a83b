import { expect, test } from 'vitest';
import { followedBy, rowsOf } from '../../lambda/ledger/follow.ts';
import { commitmentOf } from '../../lambda/ledger/model/model.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { replacedIn } from '../../lambda/ledger/outcomes/replaced.ts';
import { article } from './articles.ts';

test.each([
  ['Kemenhub akan mengganti rencana kenaikan tarif dengan potongan komisi.', '', 'change-price'],
  ['Rencana pembangunan pusat data diganti dengan sewa peladen.', '', 'build'],
  ['Sebagai gantinya, BI akan menguji coba layanan itu.', 'Rapat selesai. Peluncuran Payment ID dibatalkan.', 'launch'],
  ['Apple akan membangun pabrik menggantikan rencana pembukaan akademi', '', 'open'],
])('%s: tells what it replaces', (sentence, before, act) => {
  expect(replacedIn(sentence, before)?.acts).toContain(act);
});

test.each(['Shopee akan mengganti rugi pembeli dengan saldo.', 'Google akan membuka kantor di Jakarta.'])(
  '%s: replaces nothing',
  (sentence) => {
    expect(replacedIn(sentence, '')).toBeNull();
  },
);

const plan = article({
  id: 'rencana',
  published: '2025-03-01',
  title: 'Apple Siapkan Akademi',
  text: 'Apple berjanji membuka akademi pengembang di Surabaya paling lambat 30 September 2025.',
  mentions: [
    {
      type: 'pledge',
      obligor: 'Apple=apple',
      action: 'membuka akademi pengembang di Surabaya',
      deadline: 'paling lambat 30 September 2025=2025-09-30',
    },
  ],
});
const instead = article({
  id: 'ganti',
  published: '2025-06-10',
  title: 'Pabrik, Bukan Akademi',
  text: 'Apple akan mengganti rencana pembukaan akademi pengembang di Surabaya dengan membangun pabrik di Batam paling lambat 31 Desember 2025.',
  mentions: [
    {
      type: 'pledge',
      obligor: 'Apple=apple',
      action: 'membangun pabrik di Batam',
      deadline: 'paling lambat 31 Desember 2025=2025-12-31',
    },
  ],
});
const unrelated = article({
  id: 'lain',
  published: '2025-04-10',
  title: 'Toko',
  text: 'Apple akan membuka gerai resmi di Jakarta paling lambat 30 November 2025.',
  mentions: [
    {
      type: 'pledge',
      obligor: 'Apple=apple',
      action: 'membuka gerai resmi di Jakarta',
      deadline: 'paling lambat 30 November 2025=2025-11-30',
    },
  ],
});

test('a promise that another one replaced is superseded from that day, in any order of articles, and no other is', () => {
  const at = ['2025-06-01T12:00:00+07:00', '2025-06-20T12:00:00+07:00', '2025-10-20T12:00:00+07:00'];
  const rows = rowsOf([plan, unrelated, instead], at);
  expect(rows.map((r) => [r.action, ...r.statusAt.map((s) => s.status)])).toEqual([
    ['membuka akademi pengembang di Surabaya', 'open', 'superseded', 'superseded'],
    ['membuka gerai resmi di Jakarta', 'open', 'open', 'open'],
    ['membangun pabrik di Batam', 'open', 'open'],
  ]);
  expect(rowsOf([instead, unrelated, plan, instead], at)).toEqual(rows);
});

test('each of the two names the other', () => {
  const mentions = [plan, unrelated, instead].flatMap((a) => readMentions(a, a.published));
  const [old, other, next] = followedBy(mentions, []).map(commitmentOf);
  expect(old!.supersededBy).toBe(next!.id);
  expect(next!.supersedes).toEqual([old!.id]);
  expect(other).not.toHaveProperty('supersedes');
});
