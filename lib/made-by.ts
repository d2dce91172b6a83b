import { existsSync, readFileSync } from 'node:fs';

/** The major version of Node that runs the functions. */
const RUNS = 24;

/**
 * Whether the functions can read bundles: what lies packed beside them is read by a Node of the age that wrote it, or a newer one.
 * @param marker file with the version of Node that made the bundles; where there is none nothing is known.
 * @throws Error where a newer one made them.
 */
export function checkMadeBy(marker: string): void {
  if (!existsSync(marker)) return;
  const version = readFileSync(marker, 'utf8').trim();
  if (Number.parseInt(version, 10) > RUNS)
    throw new Error(
      `the bundles were made by Node ${version}, and the functions run on Node ${RUNS}, which cannot read what a newer one packed: run \`npm run build\` with Node ${RUNS}`,
    );
}
