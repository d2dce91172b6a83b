import type { Change, Picture } from '../../lambda/alert/change.ts';
import type { Message } from '../../lambda/alert/message/message.ts';

/** A change as it is stored: Telegram's registration is overdue. */
export function change(picture: Partial<Picture> = {}, more: Partial<Change> = {}): Change {
  return {
    pk: 'ALERT#c1',
    sk: 'T#2025-03-01#overdue',
    id: 'chg_1',
    key: '2025-03-01#overdue',
    kind: 'overdue',
    day: '2025-03-01',
    at: '2025-03-02T17:00:00.000Z',
    verdict: 'news',
    state: 'open',
    recordedAt: '2025-03-02T17:00:00.000Z',
    facets: {
      commitment: ['c1'],
      regulator: ['komdigi'],
      platform: ['telegram'],
      official: [],
      topic: ['registration'],
      type: ['obligation'],
      status: ['overdue'],
    },
    picture: {
      commitment: 'c1',
      type: 'obligation',
      topic: 'registration',
      status: 'overdue',
      action: 'mendaftar sebagai penyelenggara sistem elektronik',
      obligor: 'Telegram',
      counterparties: ['Komdigi'],
      speaker: null,
      due: '2025-03-01',
      phrase: 'paling lambat 1 Maret 2025',
      slips: 0,
      sources: 2,
      watched: 3,
      evidence: {
        quote: 'Telegram wajib mendaftar paling lambat 1 Maret 2025, kata Komdigi.',
        outlet: 'harian',
        title: 'Telegram Diminta Mendaftar',
        url: 'https://harian.example/a',
        published: '2025-01-01T10:00:00+07:00',
      },
      groupedBy: 'Kementerian Komunikasi dan Digital',
      sample: false,
      ...picture,
    },
    ...more,
  };
}

export function message(more: Partial<Message> = {}): Message {
  return {
    id: 'msg_1',
    lang: 'id',
    frequency: 'immediate',
    at: '2025-03-02T17:00:20.000Z',
    changes: [change()],
    site: 'https://tagih.example',
    unsubscribeUrl: 'https://tagih.example/unsubscribe?token=t',
    ...more,
  };
}
