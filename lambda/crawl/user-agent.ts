import { ENV } from '../env.ts';

/** The name by which robots.txt may address us. */
export const ROBOT_NAME = 'TagihBot';

/**
 * Who we are and where to complain, as every request says it. Characters that a header may not hold are left out.
 */
export function userAgent(env: NodeJS.ProcessEnv = process.env): string {
  const contact = printable(env[ENV.userAgentContact] ?? '');
  const about = printable(env[ENV.publicUrl] ?? '');
  const parts = [about && `+${about}`, contact && `complaints: ${contact}`].filter(Boolean);
  return `${ROBOT_NAME}/1.0 (${parts.join('; ') || 'reads public news for a record of commitments'})`;
}

const printable = (text: string) => text.replace(/[^\x20-\x7e]|[()]/g, '').slice(0, 200);
