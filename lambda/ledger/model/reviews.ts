import type { Claim, Commitment, Event, Review, Status } from '../types.ts';
import { contentId } from './ids.ts';

/**
 * Applies reviewers' events to what the machine read, in their order. A field that a reviewer set is named in
 * `reviewed` and stays as set, whatever is read later; the machine's readings remain in mentions and claims.
 */
export function reviewed(machine: Commitment, reviews: readonly Review[]): Commitment {
  const result: Commitment = { ...machine, claims: [...machine.claims], events: [...machine.events] };
  const fields = new Set<string>();
  const ordered = [...reviews].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  for (const review of ordered) {
    apply(result, review, fields);
    result.events.push(eventOf(review));
  }
  result.reviewed = [...fields].sort();
  result.events.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.id.localeCompare(b.id));
  return result;
}

function apply(c: Commitment, review: Review, fields: Set<string>): void {
  const { action } = review;
  switch (action.kind) {
    case 'confirm':
      if (action.field === 'outcome') c.confirmedOutcomes = [...new Set([...c.confirmedOutcomes, action.about])].sort();
      else fields.add('commitment');
      return;
    case 'reject':
      c.outcomes = c.outcomes.filter((o) => o.id !== action.about);
      fields.add('outcomes');
      return;
    case 'annotate':
      c.notes = [...c.notes, { by: review.by, at: review.at, text: action.text }];
      return;
    case 'correct':
      correct(c, review, action.field, action.value);
      fields.add(action.field);
      return;
    default:
      // Links decide the partition, not the fields.
      fields.add('mentions');
  }
}

function correct(c: Commitment, review: Review, field: string, value: string | null): void {
  if (field === 'action' && value) c.action = value;
  if (field === 'condition') c.condition = value;
  if (field === 'topic' && value) c.topic = value as Commitment['topic'];
  if (field === 'type' && value) c.type = value as Commitment['type'];
  if (field === 'obligor' && value) c.obligor = { text: value, actor: null };
  if (field === 'status') c.reviewedStatus = value as Status | null;
  if (field === 'due') c.claims = withReviewedDue(c, review, value);
}

/** A reviewer's due day supersedes every reading, and no later reading supersedes it. */
function withReviewedDue(c: Commitment, review: Review, day: string | null): Claim[] {
  const id = contentId('claim', review.id);
  const old = c.claims.map((claim): Claim => ({ ...claim, state: 'superseded', replacedBy: claim.replacedBy ?? id }));
  const first = c.mentions[0]!;
  const end = day ? `${day}T23:59:59+07:00` : null;
  return [
    ...old,
    {
      id,
      text: day ?? '',
      due: day ?? 'vague',
      earliest: end,
      latest: end,
      rule: 'reviewer',
      anchor: null,
      precision: day ? 'day' : 'vague',
      zone: 'Asia/Jakarta',
      calendarVersion: null,
      kind: 'due',
      state: 'current',
      reason: 'reviewed',
      replacedBy: null,
      evidence: { article: first.article, span: first.mention.sentence, quote: first.quote },
      statedAt: review.at,
    },
  ];
}

function eventOf(review: Review): Event {
  return {
    id: contentId('event', 'reviewed', review.id),
    kind: 'reviewed',
    occurredAt: review.at,
    recordedAt: review.at,
    about: review.id,
    detail: { action: review.action.kind, by: review.by, why: review.why },
  };
}
