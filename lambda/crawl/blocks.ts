/** Why a server keeps us out. Each is respected: nothing here tries another way in. */
export type BlockKind = 'challenge' | 'forbidden' | 'login' | 'paywall' | 'legal';

interface BlockMark {
  kind: BlockKind;
  /** What only such a page holds, in lower case, within its first {@link LOOK_AT_BYTES}. */
  text: string;
}

/**
 * Marks of pages that stand in for the one asked for. Each is a vendor's own machinery or a whole sentence of its
 * page, never a word that an article about such pages would use in passing.
 */
const MARKS: readonly BlockMark[] = [
  // Cloudflare
  { kind: 'challenge', text: '<title>just a moment...</title>' },
  { kind: 'challenge', text: '/cdn-cgi/challenge-platform/h/' },
  { kind: 'challenge', text: 'window._cf_chl_opt' },
  { kind: 'challenge', text: '<title>attention required! | cloudflare</title>' },
  // Akamai, Imperva, DataDome, HUMAN, AWS WAF, Sucuri, SiteGround
  { kind: 'forbidden', text: "you don't have permission to access" },
  { kind: 'challenge', text: '_incapsula_resource' },
  { kind: 'challenge', text: 'captcha-delivery.com' },
  { kind: 'challenge', text: 'px-captcha' },
  { kind: 'challenge', text: 'awswafcookiedomainlist' },
  { kind: 'challenge', text: 'token.awswaf.com' },
  { kind: 'challenge', text: '<title>sucuri website firewall' },
  { kind: 'challenge', text: '/.well-known/sgcaptcha/' },
  // The network's own notices: Indonesia's national filter, and providers' landing pages for it
  { kind: 'legal', text: 'trustpositif.kominfo.go.id' },
  { kind: 'legal', text: 'trustpositif.komdigi.go.id' },
  { kind: 'legal', text: '<title>internet positif</title>' },
  { kind: 'legal', text: '<title>internet baik</title>' },
];

/** Last parts of a path to which sites send who is not signed in. */
const LOGIN_PATH = /\/(?:login|log-in|signin|sign-in|masuk|sso|auth)\/?$/i;
const LOOK_AT_BYTES = 64 * 1024;
/** A real article is larger than the notices that carry a mark by accident (a challenge script on a good page). */
const LARGEST_NOTICE_BYTES = 200 * 1024;

export interface Answer {
  status: number;
  /** Address asked for, and the one that answered after redirects. */
  askedUrl: string;
  url: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** What kind of closed door an answer is; null for an answer like others. */
export function blockOf(answer: Answer): BlockKind | null {
  const { status, headers } = answer;
  if (headers['cf-mitigated'] === 'challenge') return 'challenge';
  if (status === 401 || status === 407) return 'login';
  if (status === 402) return 'paywall';
  if (status === 451) return 'legal';
  const mark = markOf(answer);
  if (mark) return mark;
  if (status === 403) return 'forbidden';
  if (status < 400 && wentToLogin(answer)) return 'login';
  return null;
}

function markOf({ headers, body }: Answer): BlockKind | null {
  const type = headers['content-type'] ?? '';
  if (type !== '' && !/html|text\/plain/i.test(type)) return null;
  if (body.length > LARGEST_NOTICE_BYTES) return null;
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, LOOK_AT_BYTES)).toString('latin1');
  const text = head.toLowerCase();
  return MARKS.find((mark) => text.includes(mark.text))?.kind ?? null;
}

function wentToLogin({ askedUrl, url }: Answer): boolean {
  if (askedUrl === url || !URL.canParse(url) || !URL.canParse(askedUrl)) return false;
  return LOGIN_PATH.test(new URL(url).pathname) && !LOGIN_PATH.test(new URL(askedUrl).pathname);
}
