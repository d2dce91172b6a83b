/**
 * What each kind of request to the table took, for whoever looks for what to bring down: `bench/cost.ts --by-request`.
 */

/** Capacity as DynamoDB says it of one request, with `ReturnConsumedCapacity: INDEXES`. */
export interface Consumed {
  CapacityUnits: number;
  Table?: { CapacityUnits: number };
  GlobalSecondaryIndexes?: Record<string, { CapacityUnits: number }>;
}

interface Kind {
  requests: number;
  units: number;
  table: number;
  indexes: Record<string, number>;
}

/** Digits, hashes and names of a key are of its one item: what stands before the first `#` is its kind. */
const kindOf = (value: { S?: string } | undefined): string => value?.S?.split('#')[0] ?? '';
const keyOf = (item: Record<string, { S?: string }> = {}): string =>
  `${kindOf(item.pk)}/${kindOf(item.sk).replace(/^\d+$/, 'N')}`;

interface Asked {
  Item?: Record<string, { S?: string }>;
  Key?: Record<string, { S?: string }>;
  IndexName?: string;
  KeyConditionExpression?: string;
  ExpressionAttributeValues?: Record<string, { S?: string }>;
  UpdateExpression?: string;
  RequestItems?: Record<string, unknown>;
}

/** A request by what it is of: action, kind of item, what is set. */
function nameOf(action: string, asked: Asked): string {
  if (asked.RequestItems) {
    const of = JSON.stringify(asked.RequestItems).matchAll(/"pk":\{"S":"([^"#]*)[^}]*\},"sk":\{"S":"([^"#]*)/g);
    const kinds = [...of].map(([, pk, sk]) => `${pk}/${/^[A-Z]+$/.test(sk ?? '') ? sk : ''}`);
    return `${action} ${[...new Set(kinds)].sort().join(' ')}`;
  }
  if (asked.KeyConditionExpression) {
    const of = Object.entries(asked.ExpressionAttributeValues ?? {}).find(([name]) => /pk/i.test(name));
    return `${action} ${asked.IndexName ?? ''} ${kindOf(of?.[1])}`;
  }
  const set = asked.UpdateExpression ? ` ${asked.UpdateExpression.slice(0, 60)}` : '';
  return `${action} ${keyOf(asked.Item ?? asked.Key)}${set}`;
}

/** Sums of requests by kind, under a label for what was being done. */
export class ByRequest {
  readonly #kinds = new Map<string, Map<string, Kind>>();

  add(label: string, action: string, asked: Asked, consumed: readonly Consumed[], failed: boolean): void {
    const own = this.#kinds.get(label) ?? new Map<string, Kind>();
    this.#kinds.set(label, own);
    const name = `${nameOf(action, asked)}${failed ? ' (refused)' : ''}`;
    const kind = own.get(name) ?? { requests: 0, units: 0, table: 0, indexes: {} };
    kind.requests += 1;
    if (failed) kind.units += 1;
    for (const one of consumed) {
      kind.units += one.CapacityUnits;
      kind.table += one.Table?.CapacityUnits ?? 0;
      for (const [index, { CapacityUnits }] of Object.entries(one.GlobalSecondaryIndexes ?? {}))
        kind.indexes[index] = (kind.indexes[index] ?? 0) + CapacityUnits;
    }
    own.set(name, kind);
  }

  /** What requests of some kinds took together under a label, by what their lines begin with. */
  of(label: string, kinds: RegExp): { requests: number; units: number } {
    const sum = { requests: 0, units: 0 };
    for (const [name, { requests, units }] of this.#kinds.get(label) ?? []) {
      if (!kinds.test(name)) continue;
      sum.requests += requests;
      sum.units += units;
    }
    return sum;
  }

  /** Lines of text, what took most first. */
  toString(): string {
    return [...this.#kinds]
      .flatMap(([label, own]) => [
        `\n${label}`,
        ...[...own]
          .sort(([, a], [, b]) => b.units - a.units)
          .map(([name, { requests, units, table, indexes }]) => {
            const of = Object.entries(indexes).map(([index, sum]) => `${index} ${sum}`);
            return `${String(requests).padStart(7)} ${units.toFixed(1).padStart(9)}  ${name}  [${[`table ${table}`, ...of].join(', ')}]`;
          }),
      ])
      .join('\n');
  }
}
