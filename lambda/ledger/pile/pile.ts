import type { Making } from '../model/model.ts';
import { partitionPile } from './join.ts';
import { linkInPile } from './link.ts';

/**
 * How promises are made of a pile, whose owner has chosen what belongs together: every mention and every report is compared
 * with all others, and judged by where it stands among them.
 */
export const IN_PILE: Making = { partition: partitionPile, link: linkInPile };
