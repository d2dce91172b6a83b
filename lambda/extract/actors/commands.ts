import type { Token } from '../text/tokens.ts';

/** Ranks of the army, which its name follows: `Mayjen TNI Rafael Granada`. */
const OF_ARMY = new Set([
  ...['jenderal', 'letjen', 'mayjen', 'brigjen', 'kolonel', 'letkol', 'mayor', 'kapten', 'letnan', 'lettu', 'letda'],
  ...['laksamana', 'laksdya', 'laksda', 'laksma', 'marsekal', 'marsdya', 'marsda', 'marsma', 'peltu', 'serma', 'sertu'],
]);
/** Ranks of the police, and what ranks of either are printed with. */
const BESIDE_RANK = new Set([
  ...['komjen', 'irjen', 'kombes', 'akbp', 'kompol', 'akp', 'iptu', 'ipda', 'aiptu', 'aipda', 'bripka', 'brigadir'],
  ...['briptu', 'bripda', 'inspektur', 'komisaris', 'besar', 'ajun', 'pol', 'polisi', 'tni', 'ad', 'al', 'au', 'purn'],
]);

/** The army’s name at token `at` is part of a rank (`Mayjen TNI`, `Mayor Jenderal (Mayjen) TNI`), and no body that acts. */
export const isOfRank = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.lower === 'tni' && OF_ARMY.has(tokens[tokens[at - 1]?.lower === ')' ? at - 2 : at - 1]?.lower ?? '');

/** `AKBP`, `Mayjen TNI (Purn)`: a rank, and no office. */
export const isRank = (role: string): boolean =>
  role
    .toLowerCase()
    .split(/[^a-z]+/)
    .every((word) => word === '' || OF_ARMY.has(word) || BESIDE_RANK.has(word));

/** Who commands an area, and the command. */
const COMMANDS = new Set(['pangdam', 'kasdam', 'kapendam', 'kodam', 'metro']);

/** Areas that have a name of their own, which elsewhere is a person’s, a street’s or a university’s. */
const AREAS = new Set([
  ...['jaya', 'jayakarta', 'siliwangi', 'diponegoro', 'brawijaya', 'udayana', 'sriwijaya', 'mulawarman', 'hasanuddin'],
  ...['tanjungpura', 'merdeka', 'pattimura', 'cenderawasih', 'kasuari'],
]);

/** `Kapolda Metro Jaya`, `Pangdam Siliwangi`, `Pangdam Jaya/Jayakarta`, `Pangdam III/Siliwangi`: an area, no first name. */
export function isArea(tokens: readonly Token[], at: number): boolean {
  if (!AREAS.has(tokens[at]!.lower)) return false;
  const slash = tokens[at - 1]?.lower === '/';
  return COMMANDS.has(tokens[slash ? at - 3 : at - 1]?.lower ?? '');
}
