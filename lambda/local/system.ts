import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { Cron } from 'croner';
import { functionFor, HTTP_FUNCTIONS } from '../api/functions.ts';
import type { HandlerName } from '../bundles.ts';
import { releaseClaims } from '../crawl/recover.ts';
import { dbFromEnv } from '../dynamo.ts';
import { ENV } from '../env.ts';
import { ARCHIVE_HOST, archiveFeeds, serveArchive } from './archive-server.ts';
import { bundleAll, bundleDir, bundlesAreFresh } from './bundle.ts';
import { claimDataDir } from './data-dir.ts';
import { startEngine, untilActive } from './engine.ts';
import { type HttpHandler, serve } from './http.ts';
import { localMail } from './mail.ts';
import { startServices } from './services.ts';
import { assemblyDir, synthesize, tableFromTemplate } from './template.ts';
import { context, WorkQueue } from './work-queue.ts';

export interface SystemOptions {
  /** Folder of everything that is kept. */
  dir: string;
  /** Port of the API and the page; 0 takes any that is free. */
  port: number;
  /** Load the shipped archive of sample stories, where it is not loaded yet. */
  samples: boolean;
  /** Follow the configured feeds of real publishers. */
  feeds: boolean;
  /** Run the schedules; without them handlers run only when {@link System.run} is called. */
  schedules: boolean;
  /** What a person who started it should read. */
  say(line: string): void;
}

/** The whole product on this machine. */
export interface System {
  url: string;
  engine: string;
  queues: Record<'ingest' | 'deliver', WorkQueue>;
  /** Runs a scheduled handler now, and resolves when it and the queues are done. */
  run(handler: 'poll' | 'sweep'): Promise<void>;
  stop(): Promise<void>;
}

const TABLE_NAME = 'tagih';
type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** Bundles and template are made where the sources are newer; both are what `cdk deploy` would upload. */
export async function prepare(say: (line: string) => void): Promise<void> {
  const isBundled = await bundlesAreFresh();
  if (isBundled && existsSync(assemblyDir)) return;
  say('bundling the handlers and synthesizing the table …');
  if (!isBundled) await bundleAll();
  await synthesize();
}

/**
 * Starts everything on one machine: the very bundles that Lambda runs, an embedded DynamoDB on disk, queues, schedules
 * in Jakarta's time, and HTTP. Killed and started again on the same folder it goes on where it was.
 * @throws DataInUse when another process has the folder; Error when the port is taken.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const data = await claimDataDir(options.dir);
  const undo: (() => Promise<void> | void)[] = [() => data.release()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await prepare(options.say);
    const tableDir = path.join(data.path, 'table');
    await mkdir(tableDir, { recursive: true });
    const engine = await startEngine({ dir: tableDir });
    undo.push(() => engine.stop());

    const queues = {} as System['queues'];
    const services = await startServices({
      queues: () => Object.values(queues),
      objectsDir: path.join(data.path, 'objects'),
      mail: localMail({ outboxDir: path.join(data.path, 'outbox'), smtpUrl: process.env[ENV.smtpUrl] }),
      onPublish: ({ subject }) => options.say(`notice: ${subject}`),
    });
    undo.push(() => services.stop());

    const server = createServer();
    server.listen(options.port, '127.0.0.1');
    await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE'
        ? new Error(`port ${options.port} is taken; choose another with --port N (0 for any)`)
        : error;
    });
    undo.push(async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the HTTP server did not get a port');
    const url = `http://localhost:${address.port}`;
    data.announce(url);

    const environment = {
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_ENDPOINT_URL_SQS: services.endpoint,
      AWS_ENDPOINT_URL_SNS: services.endpoint,
      AWS_ENDPOINT_URL_S3: services.endpoint,
      AWS_ENDPOINT_URL_SESV2: services.endpoint,
      // Logs of the handlers are for an operator; the person at the terminal reads what `say` says.
      POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'SILENT',
      POWERTOOLS_METRICS_DISABLED: 'true',
      [ENV.table]: TABLE_NAME,
      [ENV.ingestQueueUrl]: services.queueUrl('ingest'),
      [ENV.deliverQueueUrl]: services.queueUrl('deliver'),
      [ENV.operatorTopicArn]: 'arn:aws:sns:local:000000000000:operator',
      [ENV.snapshotBucket]: 'snapshots',
      [ENV.publicUrl]: url,
      // The archive's own first: it listens where this run does.
      [ENV.trustedOrigins]: [`http://${ARCHIVE_HOST}=127.0.0.1:${address.port}`, process.env[ENV.trustedOrigins] ?? '']
        .filter(Boolean)
        .join(','),
      [ENV.mailFrom]: process.env[ENV.mailFrom] ?? 'Tagih <tagih@localhost>',
      ...(options.feeds ? {} : { [ENV.feeds]: '[]' }),
      ...(options.samples ? { [ENV.extraFeeds]: JSON.stringify(archiveFeeds()) } : {}),
    };
    Object.assign(process.env, environment);
    await makeTable(engine.endpoint);
    // The folder is ours alone, so whoever held a claim on it is dead.
    await releaseClaims(dbFromEnv(), new Date());

    const handler = await loadHandlers();
    const queue = (name: 'ingest' | 'deliver', batchSize: number, concurrency: number, maxReceiveCount: number) =>
      new WorkQueue({
        name,
        handler: handler[name] as ConstructorParameters<typeof WorkQueue>[0]['handler'],
        batchSize,
        concurrency,
        maxReceiveCount,
        retryMs: 15_000,
        onDeadLetter: () => options.say(`a message of the queue ${name} was put aside after ${maxReceiveCount} tries`),
      });
    queues.ingest = queue('ingest', 5, 4, 5);
    queues.deliver = queue('deliver', 10, 2, 8);
    undo.push(
      () => queues.ingest.stop(),
      () => queues.deliver.stop(),
    );

    server.on('request', (request, response) => {
      if (serveArchive(request, response)) return;
      // As the HTTP API does: each function is asked what is its own.
      const name = functionFor(request.method ?? 'GET', (request.url ?? '/').split('?')[0]!) ?? 'page';
      serve(handler[name] as unknown as HttpHandler, request, response).catch(() => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });

    const run = async (name: 'poll' | 'sweep') => {
      await handler[name]({}, context(name));
      await queues.ingest.idle();
      await queues.deliver.idle();
    };
    if (options.schedules) undo.push(...schedule(run, options.say));
    return { url, engine: engine.name, queues, run, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function loadHandlers(): Promise<Record<HandlerName, Handler>> {
  const names: HandlerName[] = ['poll', 'ingest', 'sweep', 'deliver', ...HTTP_FUNCTIONS];
  const loaded = await Promise.all(
    names.map(async (name) => {
      const module = (await import(pathToFileURL(path.join(bundleDir(name), 'index.mjs')).href)) as {
        handler: Handler;
      };
      return [name, module.handler] as const;
    }),
  );
  return Object.fromEntries(loaded) as Record<HandlerName, Handler>;
}

async function makeTable(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error;
    await client.send(new CreateTableCommand(await tableFromTemplate(TABLE_NAME)));
    await untilActive(client, TABLE_NAME);
  } finally {
    client.destroy();
  }
}

/** The schedules that EventBridge keeps on AWS. A run that is still going is not started twice. */
function schedule(run: (name: 'poll' | 'sweep') => Promise<void>, say: (line: string) => void): (() => void)[] {
  return (['poll', 'sweep'] as const).map((name) => {
    const job = new Cron('*/5 * * * *', { timezone: 'Asia/Jakarta', protect: true }, () =>
      run(name).catch((error: unknown) => say(`${name}: ${error instanceof Error ? error.message : String(error)}`)),
    );
    return () => job.stop();
  });
}
