import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** What lies packed in a file beside the bundle that this is in: see `bundle-plugins.ts`. */
export const unpack = (file: string): Buffer => brotliDecompressSync(readFileSync(new URL(file, import.meta.url)));
