import { type BuildOptions, build } from 'esbuild';

/** Bundles one script into one minified ES module, with esbuild as anybody would use it; imports may be replaced. */
export async function bundleScript(
  entry: Pick<BuildOptions, 'entryPoints' | 'stdin'>,
  outfile: string,
  alias: Record<string, string> = {},
): Promise<void> {
  await build({
    ...entry,
    outfile,
    alias,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    // CommonJS packages ask for Node's own modules with `require`, which ES modules do not have.
    banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
    logLevel: 'error',
  });
}
