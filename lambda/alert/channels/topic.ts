import type { MessageAttributeValue, SNSClient } from '@aws-sdk/client-sns';
import type { Change } from '../change.ts';
import { KINDS } from '../kinds.ts';
import { changeView } from '../message/json.ts';
import { headline } from '../message/words.ts';
import type { Notice, Tell } from '../operator.ts';

/** Tells the operator's topic. */
export function tellTopic(arn: string): Tell {
  return async ({ subject, text }: Notice) => {
    const { publish } = await import('./sns.ts');
    await publish({ TopicArn: arn, Subject: subject.slice(0, 100), Message: text });
  };
}

export type Publish = (change: Change) => Promise<void>;

const text = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value });
/** An attribute of several values, of which a filter may match any. */
const list = (values: readonly string[]): MessageAttributeValue => ({
  DataType: 'String.Array',
  StringValue: JSON.stringify(values.slice(0, 20)),
});

/** The attributes by which a subscriber of the topic may filter. */
export function attributesOf(change: Change): Record<string, MessageAttributeValue> {
  const { facets } = change;
  const lists = { regulator: facets.regulator, platform: facets.platform, official: facets.official };
  return {
    kind: text(change.kind),
    group: text(KINDS[change.kind].group),
    status: text(change.picture.status),
    topic: text(change.picture.topic),
    type: text(change.picture.type),
    commitment: text(change.picture.commitment),
    ...Object.fromEntries(
      Object.entries(lists).flatMap(([name, values]) => (values.length > 0 ? [[name, list(values)]] : [])),
    ),
  };
}

/** Publishes changes to the operator's own topic, one message each, with attributes to filter by. */
export function publishTo(arn: string, site: string, client?: SNSClient): Publish {
  return async (change) => {
    const { publish } = await import('./sns.ts');
    const Message = JSON.stringify({ ...changeView(change, { lang: 'en', site }), subject: headline(change, 'en') });
    await publish({ TopicArn: arn, Message, MessageAttributes: attributesOf(change) }, client);
  };
}
