import * as z from 'zod';
import { STATUSES, TOPICS, TYPES } from './parameters.ts';
import { instant, pageOf } from './schema-parts.ts';

/** What the API answers, as schemas: the OpenAPI document is made from them, and the tests hold every answer to them. */

export * from './schema-documents.ts';
export * from './schema-writes.ts';

const id = z.string().meta({ description: 'Stable: once published it resolves for ever' });

export const Party = z
  .strictObject({
    text: z.string().meta({ description: 'As printed' }),
    actor: z.string().nullable().meta({ description: 'Id in /v1/actors, or null for somebody no list knows' }),
  })
  .meta({ id: 'Party' });

export const Target = z
  .strictObject({
    source: z.string().meta({ description: 'Address of the article' }),
    outlet: z.string(),
    title: z.string(),
    article: z.string().meta({ description: 'Id in /v1/articles' }),
    published: instant,
    fetchedAt: instant,
    snapshot: z.string().nullable(),
    extractorVersion: z.string(),
    sample: z.boolean(),
    textSha256: z.string().meta({ description: 'Of the clean text that the offsets count in' }),
    selector: z.array(
      z.union([
        z.strictObject({ type: z.literal('TextQuoteSelector'), exact: z.string() }),
        z.strictObject({
          type: z.literal('TextPositionSelector'),
          start: z.int().meta({ description: 'UTF-16 code units' }),
          end: z.int(),
        }),
      ]),
    ),
  })
  .meta({ id: 'Target', description: 'Evidence as the target of a W3C Web Annotation' });

const Certainty = z
  .enum(['reported', 'confirmed'])
  .nullable()
  .meta({ description: 'reported: by one source; confirmed: by two independent ones or a reviewer' });

const summaryShape = {
  id,
  url: z.string(),
  page: z.string(),
  type: z.enum(TYPES),
  status: z.enum(STATUSES),
  statusRule: z.string().meta({ description: 'Row of /v1/statuses that fitted' }),
  certainty: Certainty,
  action: z.string(),
  negated: z.boolean().meta({ description: 'Promised not to' }),
  modality: z.enum(['firm', 'target']),
  topic: z.enum(TOPICS),
  obligor: Party,
  obligors: z.array(Party),
  counterparties: z.array(Party),
  speaker: Party.nullable(),
  condition: z.string().nullable(),
  recurring: z.boolean(),
  deadline: z
    .strictObject({
      phrase: z.string(),
      due: z.string().meta({ description: 'YYYY-MM-DD, vague or unanchored' }),
      earliest: instant.nullable(),
      latest: instant.nullable(),
      rule: z.string(),
    })
    .nullable(),
  slips: z.int().meta({ description: 'How often the deadline moved to a later day' }),
  statedAt: instant,
  lastReportedAt: instant,
  sources: z.int().meta({ description: 'Independent sources: copies of one text count once' }),
  outlets: z.array(z.string()),
  quote: Target.nullable(),
  confidence: z.number().meta({ description: '0 to 1' }),
  readBy: z.literal('machine'),
  reviewed: z.array(z.string()).meta({ description: 'Fields that a reviewer confirmed or set' }),
  sample: z.boolean(),
  supersededBy: z.string().nullable(),
  supersedes: z.array(z.string()),
};

export const Summary = z.strictObject(summaryShape).meta({ id: 'CommitmentSummary' });

const Scalar = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const Detail = z
  .strictObject({
    ...summaryShape,
    version: z.string().meta({ description: 'Of all that is said here: changes when anything public does' }),
    mentions: z.array(
      z.strictObject({
        id: z.string(),
        rule: z.string(),
        confidence: z.number(),
        action: z.string(),
        speaker: Party.nullable(),
        recordedAt: instant,
        evidence: Target,
      }),
    ),
    deadlines: z.array(
      z.strictObject({
        id: z.string(),
        phrase: z.string(),
        due: z.string(),
        earliest: instant.nullable(),
        latest: instant.nullable(),
        rule: z.string(),
        anchor: z.string().nullable(),
        precision: z.string().nullable(),
        zone: z.string(),
        calendarVersion: z.string().nullable(),
        kind: z.enum(['due', 'start', 'recurring']),
        state: z.enum(['current', 'superseded', 'rival']),
        reason: z.string(),
        statedAt: instant,
        evidence: Target,
      }),
    ),
    outcomes: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['fulfilled', 'partly', 'refused', 'missed', 'broken', 'withdrawn', 'contested']),
        occurred: z.strictObject({ earliest: z.string().nullable(), latest: z.string() }),
        rule: z.string(),
        score: z.number(),
        evidence: Target,
      }),
    ),
    history: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.string(),
        occurredAt: z.string(),
        recordedAt: instant,
        about: z.string().nullable(),
        detail: z.record(z.string(), Scalar),
      }),
    ),
    joins: z
      .array(
        z.strictObject({ a: z.string(), b: z.string(), score: z.number(), features: z.record(z.string(), z.number()) }),
      )
      .meta({ description: 'Why mentions were taken for one promise' }),
    notes: z.array(z.strictObject({ by: z.string(), at: instant, text: z.string() })),
  })
  .meta({ id: 'Commitment' });

export const Change = z
  .strictObject({
    sequence: z.int(),
    id: z.string(),
    kind: z.enum(['upsert', 'tombstone']),
    mergedInto: z.string().nullable(),
    recordedAt: instant,
    from: z.enum(STATUSES).nullable(),
    to: z.enum(STATUSES).nullable(),
    commitment: Detail.nullable(),
  })
  .meta({ id: 'Change' });

export const Changes = z.strictObject({ items: z.array(Change), next: z.int() });

export const Counts = z.record(z.string(), z.int());
export const Stats = z
  .strictObject({
    total: z.int(),
    byStatus: Counts,
    byTopic: Counts,
    byType: Counts,
    byMonth: Counts.meta({ description: 'By month of the first mention, YYYY-MM' }),
    upTo: z.int().meta({ description: 'Sequence number in /v1/changes that they count up to' }),
  })
  .meta({ id: 'Stats' });

const Post = z.strictObject({
  org: z.string(),
  post: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

const actorShape = {
  id,
  kind: z.enum(['regulator', 'official', 'platform', 'company', 'group', 'person']),
  name: z.string(),
  aliases: z.array(z.string()),
  company: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  predecessor: z.string().nullable(),
  successor: z.string().nullable(),
  lineage: z.string().meta({ description: 'Id under which it and what it was and became are counted together' }),
  posts: z.array(Post),
  verified: z.boolean(),
};
export const Actor = z
  .strictObject({
    ...actorShape,
    commitments: z.int().meta({ description: 'In which its lineage takes any part' }),
  })
  .meta({ id: 'Actor' });
export const Record = z
  .strictObject({
    counted: z.int().meta({ description: 'Commitments looked at: the latest in which it is obligor' }),
    complete: z.boolean().meta({ description: 'Whether those are all' }),
    kept: z.int(),
    late: z.int(),
    overdue: z.int().meta({ description: 'Deadline passed, sources read without a gap, no evidence found' }),
    lapsedUnverified: z.int().meta({ description: 'Deadline passed, but nothing can be concluded' }),
    broken: z.int(),
    withdrawn: z.int(),
    open: z.int(),
    undated: z.int(),
    other: z.int(),
    slips: z.int(),
    medianDaysToFulfil: z.number().nullable().meta({ description: 'From first statement to reported fulfilment' }),
    medianDaysLate: z.number().nullable().meta({ description: 'Of those fulfilled late' }),
  })
  .meta({ id: 'Record' });
export const ActorDetail = z
  .strictObject({ ...actorShape, record: Record, stats: Stats, commitments: z.array(Summary) })
  .meta({ id: 'ActorDetail' });

export const Article = z
  .strictObject({
    id,
    url: z.string(),
    outlet: z.string(),
    title: z.string(),
    byline: z.string().nullable(),
    published: instant,
    publishedSource: z.string(),
    modified: z.string().nullable(),
    fetchedAt: instant,
    snapshot: z.string().nullable(),
    textSha256: z.string(),
    sample: z.boolean(),
    problems: z.array(z.string()),
    quotes: z.array(
      z.strictObject({
        kind: z.enum(['mention', 'report']),
        id: z.string(),
        commitment: z.string().nullable().meta({ description: 'Commitment that it became, where that is known' }),
        type: z.string(),
        rule: z.string(),
        retractedAt: instant.nullable(),
        evidence: Target,
      }),
    ),
  })
  .meta({ id: 'Article' });

export const Statement = z
  .strictObject({
    id: z.string(),
    commitment: z.string(),
    speaker: Party.nullable(),
    obligor: Party,
    type: z.enum(TYPES),
    evidence: Target,
  })
  .meta({ id: 'Statement' });

export const Statuses = z.strictObject({
  items: z.array(
    z.strictObject({
      status: z.enum(STATUSES),
      row: z.string(),
      when: z.strictObject({ id: z.string(), en: z.string() }),
    }),
  ),
});

export const Feeds = z.strictObject({
  items: z.array(
    z.looseObject({
      id: z.string(),
      outlet: z.string(),
      url: z.string(),
      condition: z.string(),
      startedAt: instant,
      lastSuccessAt: instant.nullable(),
    }),
  ),
});

export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().meta({ description: 'query/…, path/… or body/…' }),
          detail: z.string().meta({ description: 'What would be right' }),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

export const SummaryPage = pageOf(Summary.partial());
export const StatementPage = pageOf(Statement);
export const ActorPage = pageOf(Actor);
