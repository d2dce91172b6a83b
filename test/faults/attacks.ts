import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Found } from './regexes.ts';

/** A text that a regular expression may take long over: something to begin with, and what follows it again and again. */
export interface Attack {
  prefix: string;
  unit: string;
}

/** One character of each kind that patterns tell apart. */
const KINDS = [...'aAzé1٣ \n\t"\'“.,-–:;()[]<>&/=_#%?!'];
/** A repetition that may go so far costs as much as one without an end. */
const LONG = 20;
/** Characters tried of one repetition. */
const MOST_UNITS = 24;
/** Matches next to nothing, so that what has been taken so far was in vain. */
export const NO_MATCH = '\u0001';

/** Texts made from the expression itself: each of its repetitions drawn out, behind all that comes before it. */
export function attacksOn({ source, flags }: Found): Attack[] {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const own = [...new Set([...source.replace(/\\./gu, '')])];
  // Its own characters first: they are what it tells apart.
  const kinds = [...new Set([...own, ...KINDS])];
  const attacks = new Map<string, Attack>();
  const add = (prefix: string, unit: string) => {
    if (unit !== '') attacks.set(`${prefix}\n\n${unit}`, { prefix, unit });
  };
  const matching = memo((raw: string): string[] => {
    const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gy]/g, ''));
    return kinds.filter((kind) => one.test(kind));
  });

  /** Short texts that a part matches. */
  const samples = (node: AST.Element | AST.Alternative): string[] => {
    switch (node.type) {
      case 'Alternative':
        return [node.elements.map((element) => samples(element)[0] ?? '').join('')];
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.flatMap(samples);
      case 'Quantifier':
        return samples(node.element).map((text) => text.repeat(Math.max(1, Math.min(node.min, LONG))));
      case 'Character':
        return [String.fromCodePoint(node.value)];
      case 'Assertion':
        return node.kind === 'lookbehind' && !node.negate ? node.alternatives.flatMap(samples) : [''];
      case 'Backreference':
        return [''];
      default:
        return matching(node.raw);
    }
  };

  const walk = (node: AST.Element | AST.Alternative, before: string): void => {
    if (node.type === 'Alternative') {
      let prefix = before;
      for (const element of node.elements) {
        walk(element, prefix);
        prefix += samples(element)[0] ?? '';
      }
    } else if (node.type === 'Quantifier') {
      if (node.max >= LONG) {
        for (const unit of samples(node.element).slice(0, MOST_UNITS)) {
          add(before, unit);
          add('', before + unit);
        }
      }
      walk(node.element, before);
    } else if (node.type === 'Group' || node.type === 'CapturingGroup') {
      for (const alternative of node.alternatives) walk(alternative, before);
    } else if (node.type === 'Assertion' && (node.kind === 'lookahead' || node.kind === 'lookbehind')) {
      for (const alternative of node.alternatives) walk(alternative, before);
    }
  };

  for (const kind of kinds) add('', kind);
  for (const alternative of pattern.alternatives) {
    walk(alternative, '');
    const whole = samples(alternative)[0] ?? '';
    add('', whole);
    add('', whole.slice(0, -1));
    add('', `${whole.slice(0, -1)} `);
    for (const kind of 'a1 ') add(whole.slice(0, -1), kind);
  }
  return [...attacks.values()];
}

/** The attack drawn out to `length` characters. */
export const drawnOut = ({ prefix, unit }: Attack, length: number): string =>
  prefix + unit.repeat(Math.ceil(length / unit.length)) + NO_MATCH;

function memo<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
