import { describe, expect, test } from 'vitest';
import { judge } from '../../../lambda/extract/commitments/commitments.ts';
import { extract, read } from '../../../lambda/extract/extract.ts';

const published = '2025-06-10T08:00:00+07:00';

/** Whom the rules bind, and towards whom, in the only clause of a text. */
function rolesIn(text: string): { obligors: string[]; counterparties: string[] } {
  const { doc, input } = read({ text, published });
  const [first] = judge(doc, input).judged;
  return {
    obligors: first?.roles.obligors.map((ref) => ref.text) ?? [],
    counterparties: first?.roles.counterparties.map((ref) => ref.text) ?? [],
  };
}

describe('two who hold offices are both bound', () => {
  const TAIL = 'akan membuka posko itu pada 30 Juni 2025.';
  test.each([
    [
      'with their areas',
      `Gubernur Jawa Barat Rangga Wiratama dan Wali Kota Bandung Sinta Larasati ${TAIL}`,
      ['Rangga Wiratama', 'Sinta Larasati'],
    ],
    [
      'where an area has a name that people have too',
      `Kapolda Metro Jaya Hartono dan Pangdam Jaya Galih Nurcahya ${TAIL}`,
      ['Hartono', 'Galih Nurcahya'],
    ],
    [
      'with ranks of police and army',
      `Kapolda Metro Jaya Irjen Pol Hartono dan Pangdam Siliwangi Mayjen TNI Galih Nurcahya ${TAIL}`,
      ['Hartono', 'Galih Nurcahya'],
    ],
    [
      'whose names stand between commas',
      `Gubernur Jawa Barat, Rangga Wiratama, dan Wali Kota Bandung, Sinta Larasati, ${TAIL}`,
      ['Rangga Wiratama', 'Sinta Larasati'],
    ],
    ['by their offices alone', `Kapolda Metro Jaya dan Pangdam Jaya ${TAIL}`, ['Kapolda Metro Jaya', 'Pangdam Jaya']],
    [
      'who are told to do it',
      'Presiden meminta Gubernur Jawa Barat Rangga Wiratama dan Wali Kota Bandung Sinta Larasati menutup jalan itu besok.',
      ['Rangga Wiratama', 'Sinta Larasati'],
    ],
  ])('%s', (_, text, expected) => {
    expect(rolesIn(text).obligors).toEqual(expected);
  });

  test('whichever of them is the likelier', () => {
    const [found] = extract(
      { text: `Gubernur Jawa Barat Rangga Wiratama dan Ketua KPK Galih Nurcahya ${TAIL}`, published },
      0.01,
    ).commitments;
    expect(found?.obligors.map(({ text }) => text).sort()).toEqual(['KPK', 'Rangga Wiratama']);
  });

  test('and who speaks for one of them is no other party', () => {
    const { obligors, counterparties } = rolesIn(`Ketua KPU Rangga Wiratama dan Ketua Bawaslu Galih Nurcahya ${TAIL}`);
    expect(obligors).toEqual(['KPU', 'Bawaslu']);
    expect(counterparties).toEqual([]);
  });
});

test('one who holds an office is bound by his name where it stands between commas, too', () => {
  expect(rolesIn('Wali Kota Bandung, Sinta Larasati, akan membuka posko itu besok.').obligors).toEqual([
    'Sinta Larasati',
  ]);
});

test('a body is the side of whoever is named behind it, with no more than a rank between', () => {
  const text =
    'Polda Metro Jaya menyelidiki kasus itu. "Ada laporan," kata Polda Metro Jaya, AKBP Galih Nurcahya. Galih menyebut pihaknya akan memeriksa pemilik kendaraan itu besok.';
  const found = extract({ text, published }, 0.01).commitments.at(-1);
  expect(found).toMatchObject({ obligor: { text: 'Polda Metro Jaya' }, speaker: { text: 'Galih Nurcahya' } });
});
