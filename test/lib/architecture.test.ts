import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { templateOf } from './synthesize.ts';

const root = path.join(import.meta.dirname, '../..');
const document = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
const [rooms, stack] = [...document.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, drawing]) => drawing!);

/** Arrows of one kind in a drawing, as `from to`, sorted. */
function arrows(drawing: string, kind: string): string[] {
  return [...drawing.matchAll(/^ *(\w+) (\S+) (\w+(?: & \w+)*)$/gm)]
    .filter(([, , arrow]) => arrow === kind)
    .flatMap(([, from, , to]) => to!.split(' & ').map((one) => `${from} ${one}`))
    .sort();
}

/** What each source file imports: files by their path from the root, packages by name. */
const imports = new Map(
  globSync('{lambda,lib}/**/*.ts', { cwd: root }).map((file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    const named = [...source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g)].map(([, name]) => name!);
    return [file, named.map((name) => (name.startsWith('.') ? path.join(path.dirname(file), name) : name))] as const;
  }),
);

const PATH = ['crawl', 'read', 'extract', 'ledger', 'alert', 'api', 'local'];
/** The room that a file is in; null for what is beside the rooms. */
const roomOf = (file: string): string | null => /^lambda\/(\w+)\//.exec(file)?.[1] ?? null;

/** Imports from room to room: `from to` and the files that make them. */
const between = Map.groupBy(
  [...imports].flatMap(([file, names]) =>
    names
      .filter((name) => roomOf(file) && roomOf(name) && roomOf(name) !== roomOf(file))
      .map((name) => ({ file, arrow: `${roomOf(file)} ${roomOf(name)}` })),
  ),
  ({ arrow }) => arrow,
);
const isBack = (arrow: string): boolean => {
  const [from, to] = arrow.split(' ').map((room) => PATH.indexOf(room)) as [number, number];
  return to < from;
};
const filesOf = (arrow: string): string[] => [...new Set(between.get(arrow)?.map(({ file }) => file))].sort();

/** Everything that files import, directly or not. */
function reached(files: string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...(imports.get(file) ?? []));
  }
  return seen;
}

describe('the drawing of the rooms', () => {
  test('has every room of lambda, and no other', () => {
    const drawn = [...rooms!.matchAll(/^ *(\w+)\["/gm)].map(([, name]) => name);
    expect(drawn).toEqual(PATH);
    expect([...new Set([...imports.keys()].map(roomOf))].filter(Boolean).sort()).toEqual([...PATH].sort());
  });

  test('has every import from room to room; those to rooms later on the path are drawn as exceptions', () => {
    const all = [...between.keys()].sort();
    expect(arrows(rooms!, '-->')).toEqual(all.filter(isBack));
    expect(arrows(rooms!, '==>')).toEqual(all.filter((arrow) => !isBack(arrow)));
  });

  test('its table names the files of the crawl that make the exceptions, and of which only types are taken', () => {
    const rows = [...document.matchAll(/^\| (`.+`) \| (`.+`)( \(types\))? \| .+ \|$/gm)].map(
      ([, files, to, types]) => ({
        files: [...files!.matchAll(/`([^`]+)`/g)].map(([, name]) => `lambda/crawl/${name}`),
        rooms: [...to!.matchAll(/`(\w+)`/g)].map(([, room]) => room!),
        types: types !== undefined,
      }),
    );
    for (const room of ['extract', 'ledger']) {
      const named = rows.filter(({ rooms: to }) => to.includes(room)).flatMap(({ files }) => files);
      expect(filesOf(`crawl ${room}`)).toEqual(named.sort());
    }
    const typesOnly = rows.filter(({ types }) => types).flatMap(({ files }) => files);
    expect(typesOnly.length).toBeGreaterThan(0);
    const values = typesOnly.filter((file) =>
      /^import (?!type\b).*'\.\.\/(?:extract|ledger)\//m.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(values).toEqual([]);
  });

  test('no room imports a room that imports it, directly or not', () => {
    const open = new Set(PATH);
    const leaves = () => [...open].filter((room) => PATH.every((to) => !open.has(to) || !between.has(`${room} ${to}`)));
    for (let free = leaves(); free.length > 0; free = leaves()) for (const room of free) open.delete(room);
    expect([...open]).toEqual([]);
  });

  test('what lies beside the rooms imports none of them', () => {
    const beside = [...imports].filter(([file]) => /^lambda\/[\w-]+\.ts$/.test(file));
    expect(beside.length).toBeGreaterThan(5);
    expect(beside.filter(([, names]) => names.some(roomOf)).map(([file]) => file)).toEqual([]);
    expect(beside.map(([file]) => path.basename(file)).filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
  });

  test('lib takes from lambda what the document says', () => {
    const taken = [...imports].filter(([file]) => file.startsWith('lib/')).flatMap(([, names]) => names);
    expect([...new Set(taken.filter((name) => name.startsWith('lambda/')))].sort()).toEqual([
      'lambda/api/functions.ts',
      'lambda/bundles.ts',
      'lambda/crawl/feeds.ts',
      'lambda/env.ts',
      'lambda/table.ts',
    ]);
  });

  test.each([
    'read/',
    'extract/',
    'ledger/model/',
    'ledger/outcomes/',
    'ledger/pile/',
    'ledger/words/',
    'ledger/status.ts',
  ])('%s is pure: nothing it imports is an AWS package or asks the table', (part) => {
    const files = [...imports.keys()].filter((file) => file.startsWith(`lambda/${part}`));
    expect(files.length).toBeGreaterThan(0);
    const impure = /^@?aws|^@middy|^lambda\/(?:dynamo|items|env|handler|credentials)\.ts$|\/store\//;
    expect([...reached(files)].filter((name) => impure.test(name))).toEqual([]);
  });
});

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
}

const DRAWN = new Set([
  'AWS::Lambda::Function',
  'AWS::SQS::Queue',
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::Scheduler::Schedule',
  'AWS::ApiGatewayV2::Api',
]);

/** Logical ids that a value of the template refers to. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  return [...(Ref ? [Ref] : []), ...(attribute ? [attribute[0]] : []), ...Object.values(value).flatMap(references)];
}

describe('the drawing of the stack', () => {
  const { Resources } = templateOf({ operatorEmail: 'operator@example.org' }).toJSON() as {
    Resources: Record<string, Resource>;
  };
  const resources = Object.entries(Resources).map(([id, { Type, Properties }]) => ({ id, Type, Properties }));
  const isDrawn = (id: string): boolean => DRAWN.has(Resources[id]?.Type ?? '');
  /** A logical id without the hash at its end. */
  const named = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

  /** Who is let do something to what, by any of the ways in which a template says so. */
  function* allowed(): Generator<[from: string[], to: string[]]> {
    for (const { id, Type, Properties: p } of resources) {
      if (Type === 'AWS::IAM::Policy') {
        const holders = resources.filter(
          ({ Type: type, Properties }) =>
            type === 'AWS::Lambda::Function' && references(p.Roles).includes(references(Properties.Role)[0]!),
        );
        const { Statement } = p.PolicyDocument as { Statement: { Action: string | string[]; Resource: unknown }[] };
        // What a handler takes out of its queue is drawn the other way, by the mapping.
        const given = Statement.filter(({ Action }) => ![Action].flat().includes('sqs:ReceiveMessage'));
        yield [holders.map((holder) => holder.id), references(given.map(({ Resource }) => Resource))];
      }
      if (Type === 'AWS::Lambda::EventSourceMapping') yield [references(p.EventSourceArn), references(p.FunctionName)];
      if (Type === 'AWS::Scheduler::Schedule') yield [[id], references(p.Target)];
      if (Type === 'AWS::SQS::Queue') yield [[id], references(p.RedrivePolicy)];
      if (Type === 'AWS::SNS::Subscription') yield [references(p.TopicArn), references(p.RedrivePolicy)];
      if (Type === 'AWS::ApiGatewayV2::Integration') yield [references(p.ApiId), references(p.IntegrationUri)];
    }
  }

  test('has every function, queue, topic, table, bucket, schedule and HTTP API of the template, and no other', () => {
    const drawn = [...stack!.matchAll(/^ {4}(\w+)\W/gm)].map(([, name]) => name!);
    expect(drawn.sort()).toEqual(
      resources
        .filter(({ id }) => isDrawn(id))
        .map(({ id }) => named(id))
        .sort(),
    );
  });

  test('has an arrow for everything that one of them may do to another, and no other', () => {
    const pairs = [...allowed()].flatMap(([from, to]) =>
      from.filter(isDrawn).flatMap((a) => to.filter(isDrawn).map((b) => `${named(a)} ${named(b)}`)),
    );
    expect(arrows(stack!, '-->')).toEqual([...new Set(pairs)].sort());
  });
});
