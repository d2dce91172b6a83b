import { bundleAll, bundlesAreFresh } from '../lambda/local/bundle.ts';

/**
 * The stack and the end-to-end tests use the bundles; they are made once, where the sources are newer. A source that
 * does not bundle fails the tests that need it, not those that do not.
 */
export default async function setup(): Promise<void> {
  if (await bundlesAreFresh()) return;
  try {
    await bundleAll();
  } catch (error) {
    console.error(`the handlers could not be bundled: ${error instanceof Error ? error.message : String(error)}`);
  }
}
