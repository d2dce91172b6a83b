import { type Db, fromItem, type Item, toItem } from '../../lambda/dynamo.ts';
import { TABLE } from '../../lambda/table.ts';

/**
 * As much of DynamoDB as the ledger and the alerts use, in this process: conditional writes of one item, queries of the
 * table and its indexes. For property tests that need thousands of runs; the same tests run a few of them on the real
 * engines, which says whether this one behaves like them.
 */
export function memoryDb(): Db {
  const items = new Map<string, Map<string, Item>>();
  const at = (key: Item): Item | undefined => items.get(String(key.pk))?.get(String(key.sk));
  const store = (item: Item) => {
    const partition = items.get(String(item.pk)) ?? new Map<string, Item>();
    partition.set(String(item.sk), item);
    items.set(String(item.pk), partition);
  };
  const handlers: Record<string, (input: Input) => unknown> = {
    GetItemCommand: ({ Key }) => ({ Item: maybe(at(fromItem(Key!))) }),
    PutItemCommand: (input) => {
      const item = fromItem(input.Item!);
      check(input, at(item));
      store(item);
      return {};
    },
    UpdateItemCommand: (input) => {
      const key = fromItem(input.Key!);
      const before = at(key);
      check(input, before);
      const after = structuredClone(before ?? key);
      applyUpdate(after, input);
      store(after);
      return { Attributes: toItem(after) };
    },
    BatchGetItemCommand: ({ RequestItems }) => {
      const [table, { Keys }] = Object.entries(RequestItems as Record<string, { Keys: never[] }>)[0]!;
      return {
        Responses: {
          [table]: Keys.map((key) => at(fromItem(key)))
            .filter((item) => item !== undefined)
            .map((item) => toItem(item)),
        },
      };
    },
    BatchWriteItemCommand: ({ RequestItems }) => {
      const [, writes] = Object.entries(RequestItems as Record<string, { PutRequest: { Item: never } }[]>)[0]!;
      for (const { PutRequest } of writes) store(fromItem(PutRequest.Item));
      return {};
    },
    QueryCommand: (input) => runQuery(items, input),
  };
  const client = {
    send: async (command: { constructor: { name: string }; input: Input }) => {
      // Another run may come between any two requests, as over a network.
      await Promise.resolve();
      const handler = handlers[command.constructor.name];
      if (!handler) throw new Error(`${command.constructor.name} is not offered in memory`);
      return handler(command.input);
    },
  };
  return { client: client as unknown as Db['client'], table: 'memory' };
}

type Marshalled = Parameters<typeof fromItem>[0];
interface Input {
  Key?: Marshalled;
  Item?: Marshalled;
  RequestItems?: unknown;
  IndexName?: string;
  Limit?: number;
  ScanIndexForward?: boolean;
  ExclusiveStartKey?: Marshalled;
  KeyConditionExpression?: string;
  ConditionExpression?: string;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Marshalled;
}

const maybe = (item: Item | undefined) => (item ? toItem(item) : undefined);

class ConditionFailed extends Error {
  override name = 'ConditionalCheckFailedException';
}

function check(input: Input, item: Item | undefined): void {
  if (input.ConditionExpression && !new Expression(input, input.ConditionExpression).holds(item ?? {})) {
    throw new ConditionFailed('the conditional request failed');
  }
}

function runQuery(items: Map<string, Map<string, Item>>, input: Input) {
  const index = TABLE.indexes.find((i) => i.name === input.IndexName);
  const sortKey = index?.sortKey ?? TABLE.sortKey;
  const expression = new Expression(input, input.KeyConditionExpression!);
  const place = (item: Item) => `${item[sortKey]}\u0000${item.pk}\u0000${item.sk}`;
  const direction = input.ScanIndexForward === false ? -1 : 1;
  const start = input.ExclusiveStartKey ? place(fromItem(input.ExclusiveStartKey)) : null;
  // A query of the table itself names its partition, always as `:pk`.
  const partitions = index ? [...items.values()] : [items.get(String(expression.values[':pk'])) ?? new Map()];
  const found = partitions
    .flatMap((partition): Item[] => [...partition.values()])
    .filter((item) => (!index || item[index.partitionKey] !== undefined) && expression.holds(item))
    .sort((a, b) => (place(a) < place(b) ? -direction : direction))
    .filter((item) => start === null || (place(item) > start ? direction > 0 : direction < 0 && place(item) < start));
  const limit = input.Limit ?? found.length;
  const last = found[limit - 1];
  const keys = ['pk', 'sk', ...(index ? [index.partitionKey, index.sortKey] : [])];
  return {
    Items: found.slice(0, limit).map((item) => toItem(item)),
    ...(found.length > limit && last
      ? { LastEvaluatedKey: toItem(Object.fromEntries(keys.map((key) => [key, last[key]]))) }
      : {}),
  };
}

const TOKEN = /[#:]?[A-Za-z_][\w]*|<=|>=|<>|[=<>(),.]/g;

/** A condition, read by descent: OR, AND, NOT, comparison, function. */
class Expression {
  readonly tokens: string[];
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
  at = 0;

  constructor(input: Input, text: string) {
    this.tokens = text.match(TOKEN) ?? [];
    this.names = input.ExpressionAttributeNames ?? {};
    this.values = input.ExpressionAttributeValues ? fromItem(input.ExpressionAttributeValues) : {};
  }

  holds(item: Item): boolean {
    this.at = 0;
    return this.or(item);
  }

  next(): string {
    return this.tokens[this.at++] ?? '';
  }

  take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  or(item: Item): boolean {
    let result = this.and(item);
    while (this.take('OR')) result = this.and(item) || result;
    return result;
  }

  and(item: Item): boolean {
    let result = this.primary(item);
    while (this.take('AND')) result = this.primary(item) && result;
    return result;
  }

  primary(item: Item): boolean {
    if (this.take('(')) {
      const inner = this.or(item);
      this.take(')');
      return inner;
    }
    const word = this.tokens[this.at]!;
    if (['attribute_exists', 'attribute_not_exists', 'begins_with'].includes(word)) {
      this.at += 2;
      const left = this.operand(item);
      const prefix = this.take(',') ? this.operand(item) : null;
      this.take(')');
      if (word === 'begins_with') return typeof left === 'string' && left.startsWith(String(prefix));
      return (left !== undefined) === (word === 'attribute_exists');
    }
    const left = this.operand(item);
    const operator = this.next();
    if (operator === 'BETWEEN') {
      const low = this.operand(item);
      this.take('AND');
      const high = this.operand(item);
      return left !== undefined && compare(left, low) >= 0 && compare(left, high) <= 0;
    }
    if (operator === 'IN') {
      this.take('(');
      const list = [this.operand(item)];
      while (this.take(',')) list.push(this.operand(item));
      this.take(')');
      return list.includes(left);
    }
    const right = this.operand(item);
    if (operator === '=') return JSON.stringify(left) === JSON.stringify(right);
    if (operator === '<>') return JSON.stringify(left) !== JSON.stringify(right);
    if (left === undefined || right === undefined || typeof left !== typeof right) return false;
    const order = compare(left, right);
    return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[operator] ?? false;
  }

  operand(item: Item): unknown {
    const token = this.tokens[this.at]!;
    if (token.startsWith(':')) {
      this.at++;
      return this.values[token];
    }
    let value: unknown = item;
    for (const name of this.path()) value = (value as Item | undefined)?.[name];
    return value;
  }

  path(): string[] {
    const names = [this.name()];
    while (this.take('.')) names.push(this.name());
    return names;
  }

  name(): string {
    const token = this.next();
    return token.startsWith('#') ? this.names[token]! : token;
  }
}

const compare = (a: unknown, b: unknown): number => (a === b ? 0 : (a as string) < (b as string) ? -1 : 1);

const CLAUSES = ['SET', 'REMOVE', 'ADD', 'DELETE'];

function applyUpdate(item: Item, input: Input): void {
  const e = new Expression(input, input.UpdateExpression!);
  const before = structuredClone(item);
  while (e.at < e.tokens.length) {
    const clause = e.next();
    do {
      const path = e.path();
      const owner = path.slice(0, -1).reduce((value: Item, name) => value[name] as Item, item);
      const name = path.at(-1)!;
      if (clause === 'REMOVE') delete owner[name];
      else if (clause === 'SET') {
        e.take('=');
        owner[name] = e.take('if_not_exists') ? ifNotExists(e, before) : e.operand(before);
      } else changeSet(owner, name, e.operand(before), clause === 'ADD');
    } while (e.take(','));
    if (e.at < e.tokens.length && !CLAUSES.includes(e.tokens[e.at]!))
      throw new Error(`cannot read ${input.UpdateExpression}`);
  }
}

function ifNotExists(e: Expression, before: Item): unknown {
  e.take('(');
  const known = e.operand(before);
  e.take(',');
  const otherwise = e.operand(before);
  e.take(')');
  return known ?? otherwise;
}

function changeSet(owner: Item, name: string, value: unknown, isAdd: boolean): void {
  if (typeof value === 'number') {
    owner[name] = ((owner[name] as number | undefined) ?? 0) + value;
    return;
  }
  const set = new Set((owner[name] as Set<unknown> | undefined) ?? []);
  for (const one of value as Set<unknown>) isAdd ? set.add(one) : set.delete(one);
  if (set.size > 0) owner[name] = set;
  else delete owner[name];
}
