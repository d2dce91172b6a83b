import { expect, test } from 'vitest';
import { parsePage } from '../../lambda/read/parse.ts';
import { matcher, selectAll } from '../../lambda/read/select.ts';

const DOCUMENT = parsePage(
  '<main><div class="a b" id="x"><h1 id="t">T</h1><p data-q="1">P</p></div><div class="ab"><span itemprop="y">S</span><h1>U</h1></div></main>',
);

test.each([
  ['.b', ['x']],
  ['#x', ['x']],
  ['.a h1', ['t']],
  ["p[data-q='1']", ['p']],
  ["[itemprop='y'], .b > h1", ['t', 'span']],
  ['.c, .b', ['x']],
  ['.c', []],
])('%s finds what it says, and no class that only begins alike', (selector, expected) => {
  const found = selectAll([selector], DOCUMENT).map((element) => element.attribs.id ?? element.name);
  expect(found).toEqual(expected);
});

test('the empty selector fits nothing', () => {
  expect(selectAll(['main'], DOCUMENT).some(matcher(''))).toBe(false);
});
