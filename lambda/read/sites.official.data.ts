/**
 * Press releases (*siaran pers*) of the authorities themselves. None of these rules could be compared with the sites,
 * which refuse unknown networks; they are marked so, and feeds of this kind are off until somebody has looked.
 */
import type { Site } from './sites.ts';

export const OFFICIAL_SITES: readonly Site[] = [
  {
    id: 'komdigi',
    name: 'Kementerian Komunikasi dan Digital',
    hosts: ['komdigi.go.id', 'kominfo.go.id'],
    kind: 'official',
    verified: false,
    key: /\/(?:detail\/)?(\d{3,7})(?:\/|$)/,
    body: ['.siaran-pers__content', '.typography-block', '.content-detail', '.blog-entry'],
    date: ['.date', 'time'],
  },
  {
    id: 'ojk',
    name: 'Otoritas Jasa Keuangan',
    hosts: ['ojk.go.id'],
    kind: 'official',
    verified: false,
    body: ['.ms-rtestate-field', '.display-content', '.detail-content'],
    date: ['.display-date-text', '.date'],
  },
  {
    id: 'kppu',
    name: 'Komisi Pengawas Persaingan Usaha',
    hosts: ['kppu.go.id'],
    kind: 'official',
    verified: false,
    body: ['.entry-content', '.elementor-widget-theme-post-content'],
    date: ['.entry-date', '.elementor-post-info__item--type-date', 'time'],
  },
  {
    id: 'bpom',
    name: 'Badan Pengawas Obat dan Makanan',
    hosts: ['pom.go.id'],
    kind: 'official',
    verified: false,
    body: ['.detail-content', '.content-detail', '.entry-content'],
    date: ['.date', 'time'],
  },
  {
    id: 'bi',
    name: 'Bank Indonesia',
    hosts: ['bi.go.id'],
    kind: 'official',
    verified: false,
    body: ['.ms-rtestate-field', '.media-news-content', '.page-content'],
    date: ['.media-news__date', '.date'],
  },
  {
    id: 'djp',
    name: 'Direktorat Jenderal Pajak',
    hosts: ['pajak.go.id'],
    kind: 'official',
    verified: false,
    body: ['.field--name-body', '.node__content'],
    date: ['.field--name-created', 'time'],
  },
  {
    id: 'kemendag',
    name: 'Kementerian Perdagangan',
    hosts: ['kemendag.go.id'],
    kind: 'official',
    verified: false,
    body: ['.detail-content'],
    date: ['.date', 'time'],
  },
];
