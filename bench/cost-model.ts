/** What one unit of work took, as `bench/cost.ts` counted it: requests to the table, its units, CPU milliseconds. */
export interface Spent {
  requests: number;
  read: number;
  write: number;
  cpuMs?: number;
}

export interface Counts {
  /** An article in which nobody promises anything, fetched, read and stored. */
  plain: Spent;
  /** The same, which names somebody of the gazetteer, so that its page is to be looked at again. */
  named: Spent;
  /** An article of the sample archive, full of promises. */
  rich: Spent;
  /** A new entry, in the poll that finds it. */
  entry: Spent;
  /** A page looked at again that is still the same, with being recalled and handed over. */
  revisit: Spent;
  /** A host's place in the order of requests, for each page and feed that is asked; and its robots.txt, for each page. */
  gate: Spent;
  robots: Spent;
  /** A poll of a feed that brings nothing new. */
  idlePoll: Spent;
  /** A sweep with nothing due. */
  idleSweep: Spent;
  /** The coverage of one outlet, which every sweep reads of all. */
  outlet: Spent;
  /** A look at whether a feed is due, which every pass has at all. */
  feed: Spent;
  /** What an article full of promises leaves to the sweeps. */
  richSweep: Spent;
  /** A request to the API or the page. */
  request: Spent;
  /**
   * An article of general news, whatever it says, and what it leaves to the sweeps; how often its page is looked at
   * again; kilobytes that it takes in the table, indexes and all. Only where such articles were given.
   */
  general?: Spent;
  generalSweep?: Spent;
  visits?: number;
  keptKb?: number;
}

/**
 * US dollars in us-east-1 without free tiers. Lambda's and DynamoDB's requests were compared with public pages in
 * November 2026; the others are from memory and are to be checked against the price list of the region.
 */
export const PRICES = {
  lambdaGbSecond: 0.0000133334,
  lambdaRequest: 0.2e-6,
  tableWrite: 0.625e-6,
  tableRead: 0.125e-6,
  tableGbMonth: 0.25,
  recoveryGbMonth: 0.2,
  s3Put: 5e-6,
  s3GbMonth: 0.023,
  sqsRequest: 0.4e-6,
  httpRequest: 1e-6,
  schedulerCall: 1e-6,
  logGb: 0.5,
  metricMonth: 0.3,
  alarmMonth: 0.1,
  transferGb: 0.09,
} as const;

/** What AWS gives every account each month without end, as far as it is used here, by the lines below; from memory too. */
const FREE: Record<string, number> = {
  'Table, kept and recoverable': 25 * PRICES.tableGbMonth,
  'Handlers, time': 400_000 * PRICES.lambdaGbSecond,
  'Handlers, calls': 1e6 * PRICES.lambdaRequest,
  Queues: 1e6 * PRICES.sqsRequest,
  Replies: 100 * PRICES.transferGb,
  Schedules: 14e6 * PRICES.schedulerCall,
  Logs: 5 * PRICES.logGb,
  Metrics: 10 * PRICES.metricMonth,
  Alarms: 10 * PRICES.alarmMonth,
};

/** What is not counted but assumed, each with its reason in `docs/cost.md`. */
export const ASSUMED = {
  days: 30,
  feeds: 200,
  /** Feeds of one outlet, on average. */
  feedsAnOutlet: 2,
  articlesADay: 20_000,
  requestsADay: 10_000,
  /** Minutes between two polls of a feed, on average. */
  pollMinutes: 20,
  runsEvery: 5,
  /** Shares of articles as full of promises as the samples, and that name somebody and say nothing. */
  richShare: 0.05,
  namedShare: 0.09,
  /** Seconds that a page or a feed takes to come. */
  fetchSeconds: 0.8,
  /** Seconds that a request to the table takes. */
  tableSeconds: 0.006,
  /** How often a page is looked at again, on average. */
  visits: 0.72,
  /** Messages of a batch, which wait together; feeds that a poll asks together. */
  batch: 7,
  together: 4,
  /** Memory of handlers in GB, as `lib/` sets it; a whole CPU comes with 1,769 MB. */
  memory: { ingest: 0.5, poll: 0.5, sweep: 0.5, deliver: 0.5, api: 1, page: 1, feed: 1, account: 1, probe: 0.25 },
  snapshotKb: 30,
  articleKb: 10,
  replyKb: 20,
  logKbARun: 1.5,
  /** Metrics written in every hour, and those of rare things, written in so many hours of a hundred. */
  metrics: { always: 7, rare: 4, hours: 30 },
  alarms: 23,
  /** Questions that a probe asks the API in one run, and the seconds that they take. */
  probeAsks: 2,
  probeSeconds: 0.5,
} as const;

export interface Line {
  what: string;
  amount: string;
  /** US dollars without any free allowance. */
  usd: number;
  /** What is left of them in an account that uses its allowances for nothing else. */
  due: number;
}

const A = ASSUMED;
/** Poll, sweep and probe, all as often by default. */
const SCHEDULES = 3;
/** Seconds that Lambda bills for: computing at the CPU's share, and waiting. */
const seconds = (memory: number, { cpuMs = 0, requests }: Spent, wait: number) =>
  cpuMs / 1000 / Math.min(1, (memory * 1024) / 1769) + requests * A.tableSeconds + wait;

/** A month's cost by line, in US dollars. */
export function modelOf(
  counts: Counts,
  scale: Partial<Record<'feeds' | 'articlesADay' | 'requestsADay', number>> = {},
): Line[] {
  const { feeds, articlesADay, requestsADay } = { ...A, ...scale };
  const articles = articlesADay * A.days;
  const rich = articles * A.richShare;
  const named = articles * A.namedShare;
  const plain = articles - rich - named;
  const visits = articles * (counts.visits ?? A.visits);
  const polls = (feeds * A.days * 24 * 60) / A.pollMinutes;
  const runs = (A.days * 24 * 60) / A.runsEvery;
  // The probe's questions are requests like any other's.
  const requests = requestsADay * A.days + runs * A.probeAsks;
  const { memory } = A;

  /** Articles by what each was counted as: ingested, and left to the sweeps. */
  const read: [number, Spent][] = counts.general
    ? [[articles, counts.general]]
    : [
        [plain, counts.plain],
        [named, counts.named],
        [rich, counts.rich],
      ];
  const swept: [number, Spent][] = counts.generalSweep ? [[articles, counts.generalSweep]] : [[rich, counts.richSweep]];
  const sumOf = (of: [number, Spent][], value: (spent: Spent) => number) =>
    of.reduce((sum, [many, spent]) => sum + many * value(spent), 0);

  const units = (of: 'read' | 'write') =>
    sumOf([...read, ...swept], (spent) => spent[of]) +
    articles * counts.entry[of] +
    visits * counts.revisit[of] +
    (articles + visits + polls) * counts.gate[of] +
    (articles + visits) * counts.robots[of] +
    polls * counts.idlePoll[of] +
    runs * (counts.idleSweep[of] + (feeds / A.feedsAnOutlet) * counts.outlet[of] + feeds * counts.feed[of]) +
    requests * counts.request[of];
  const asking = (spent: Spent): Spent => ({
    ...spent,
    requests: spent.requests + counts.gate.requests + counts.robots.requests,
  });
  const gbSeconds =
    memory.ingest *
      (sumOf(read, (spent) => seconds(memory.ingest, asking(spent), A.fetchSeconds / A.batch)) +
        visits * seconds(memory.ingest, asking(counts.revisit), A.fetchSeconds / A.batch)) +
    (memory.poll * polls * seconds(memory.poll, counts.idlePoll, A.fetchSeconds)) / A.together +
    memory.sweep *
      (runs * seconds(memory.sweep, counts.idleSweep, 0) + sumOf(swept, (spent) => seconds(memory.sweep, spent, 0))) +
    memory.api * requests * seconds(memory.api, counts.request, 0) +
    memory.probe * runs * A.probeSeconds;
  const calls = (articles + visits) / A.batch + SCHEDULES * runs + requests;
  // Sent by tens; received and deleted by batches; five pollers of each of two queues ask three times a minute.
  const queue = (articles + visits) / 10 + (2 * (articles + visits)) / A.batch + 2 * 5 * 3 * 60 * 24 * A.days;
  const metrics = A.metrics.always + (A.metrics.rare * A.metrics.hours) / 100;
  const tableGb = (articles * (counts.keptKb ?? A.articleKb)) / 1e6;
  const snapshotGb = (articles * A.snapshotKb) / 1e6;
  const million = (n: number) => `${(n / 1e6).toFixed(2)} million`;
  const line = (what: string, amount: string, usd: number): Line => ({
    what,
    amount,
    usd,
    // Recovery has no allowance; only what is kept has.
    due: what.startsWith('Table, kept')
      ? usd - Math.min(tableGb * PRICES.tableGbMonth, FREE[what]!)
      : Math.max(0, usd - (FREE[what] ?? 0)),
  });
  return [
    line('Table, written', `${million(units('write'))} units`, units('write') * PRICES.tableWrite),
    line('Table, read', `${million(units('read'))} units`, units('read') * PRICES.tableRead),
    line(
      'Table, kept and recoverable',
      `${tableGb.toFixed(1)} GB`,
      tableGb * (PRICES.tableGbMonth + PRICES.recoveryGbMonth),
    ),
    line('Handlers, time', `${million(gbSeconds)} GB-seconds`, gbSeconds * PRICES.lambdaGbSecond),
    line('Handlers, calls', million(calls), calls * PRICES.lambdaRequest),
    line('Queues', `${million(queue)} requests`, queue * PRICES.sqsRequest),
    line('Snapshots, written', million(articles / A.batch), (articles / A.batch) * PRICES.s3Put),
    line('Snapshots, kept', `${snapshotGb.toFixed(1)} GB`, snapshotGb * PRICES.s3GbMonth),
    line('HTTP API', `${million(requests)} requests`, requests * PRICES.httpRequest),
    line(
      'Replies',
      `${((requests * A.replyKb) / 1e6).toFixed(1)} GB`,
      ((requests * A.replyKb) / 1e6) * PRICES.transferGb,
    ),
    line('Schedules', `${million(SCHEDULES * runs)} calls`, SCHEDULES * runs * PRICES.schedulerCall),
    line('Logs', `${((calls * A.logKbARun) / 1e6).toFixed(1)} GB`, ((calls * A.logKbARun) / 1e6) * PRICES.logGb),
    line('Metrics', metrics.toFixed(1), metrics * PRICES.metricMonth),
    line('Alarms', String(A.alarms), A.alarms * PRICES.alarmMonth),
  ];
}

export const totalOf = (lines: readonly Line[], by: 'usd' | 'due' = 'usd'): number =>
  lines.reduce((sum, line) => sum + line[by], 0);

const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;

/** The counts and the month's cost as Markdown, for `docs/cost.md`. */
export function tableOf(counts: Counts, lines: readonly Line[]): string {
  const names = {
    plain: 'an article that says nothing and names nobody, ingested',
    named: 'one that names somebody',
    rich: 'an article of the samples, ingested',
    entry: 'a new entry, found by a poll',
    revisit: 'a page looked at again, still the same',
    gate: "a host's place in the order of requests, for each page and feed",
    robots: 'its robots.txt, for each page',
    idlePoll: 'a poll of one feed with nothing new',
    idleSweep: 'a sweep with nothing due',
    outlet: 'the coverage of one outlet, for each sweep',
    feed: 'to see whether a feed is due, for each pass',
    richSweep: 'an article of the samples, swept',
    request: 'a request to the API or the page',
    general: 'an article of general news, ingested',
    generalSweep: 'the same, swept',
  } as const;
  const counted = (Object.keys(names) as (keyof typeof names)[]).flatMap((key) => {
    const name = names[key];
    const spent = counts[key];
    if (!spent) return [];
    const { requests, read, write, cpuMs } = spent;
    return row(
      name,
      requests.toFixed(1),
      read.toFixed(1),
      write.toFixed(1),
      cpuMs === undefined ? '' : cpuMs.toFixed(0),
    );
  });
  const none = { feeds: 0, articlesADay: 0, requestsADay: 0 };
  const base = totalOf(modelOf(counts, none));
  const per = (scale: Parameters<typeof modelOf>[1]) =>
    (totalOf(modelOf(counts, { ...none, ...scale })) - base).toFixed(2);
  return [
    row('one', 'table requests', 'read units', 'write units', 'CPU ms'),
    row('---', '---:', '---:', '---:', '---:'),
    ...counted,
    '',
    row('what', 'a month', 'US$', 'US$ after free allowances'),
    row('---', '---:', '---:', '---:'),
    ...lines.map(({ what, amount, usd, due }) => row(what, amount, usd.toFixed(2), due.toFixed(2))),
    row('**Sum**', '', `**${totalOf(lines).toFixed(2)}**`, `**${totalOf(lines, 'due').toFixed(2)}**`),
    '',
    row('further', 'US$ a month'),
    row('---', '---:'),
    row('1,000 feeds, without their articles', per({ feeds: 1000 })),
    row('a million articles', per({ articlesADay: 1e6 / A.days })),
    row('a thousand readers a day, ten requests each', per({ requestsADay: 10_000 })),
    row('running it at all', base.toFixed(2)),
  ].join('\n');
}
