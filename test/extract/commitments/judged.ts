import { judge } from '../../../lambda/extract/commitments/commitments.ts';
import { read } from '../../../lambda/extract/extract.ts';

/** An article of 10 June 2025 as it is read and judged. */
export function judged(text: string) {
  const { doc, input } = read({ text, published: '2025-06-10' });
  return { doc, input, judgement: judge(doc, input) };
}
