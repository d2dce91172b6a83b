import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** A body larger than the cap, after decompression. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** A body whose compression cannot be undone. */
export class BadEncoding extends Error {
  override name = 'BadEncoding';
}

type Decoder = ReturnType<typeof createGunzip>;

const GZIP_MAGIC = [0x1f, 0x8b];
const isGzip = (bytes: Uint8Array) => bytes[0] === GZIP_MAGIC[0] && bytes[1] === GZIP_MAGIC[1];

/** By `Content-Encoding`; `deflate` is looked at, since servers send it both with and without zlib's header. */
function decoderFor(encoding: string, first: Uint8Array): Decoder | null {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      // Some servers name gzip and send plain bytes.
      return isGzip(first) ? createGunzip() : null;
    case 'deflate':
      return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    case '':
    case 'identity':
      // A `.xml.gz` or a server that compresses without saying so.
      return isGzip(first) ? createGunzip() : null;
    default:
      throw new BadEncoding(`content encoding "${encoding.slice(0, 40)}" is not known`);
  }
}

/** What has been read, also when reading ended early. */
export interface BodyRead {
  bytes: Buffer;
  /** Bytes on the wire, before decompression. */
  wireBytes: number;
  error: Error | null;
}

/**
 * Reads a body, undoing its compression, and stops at `maxBytes` of the result: a few kilobytes that unfold to
 * gigabytes are never held in memory.
 */
export async function readBody(source: Readable, encoding: string, maxBytes: number): Promise<BodyRead> {
  const chunks: Buffer[] = [];
  let size = 0;
  let wireBytes = 0;
  let decoder: Decoder | null | undefined;
  let decoded: Promise<void> | null = null;
  let failure: Error | null = null;

  /** Keeps a piece of the result; false when there is no room for more. */
  const keep = (chunk: Buffer): boolean => {
    const room = maxBytes - size;
    chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    size += Math.min(chunk.length, room);
    if (chunk.length <= room) return true;
    failure ??= new TooLarge(`more than ${maxBytes} bytes`);
    return false;
  };

  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      wireBytes += chunk.length;
      if (decoder === undefined) {
        decoder = decoderFor(encoding.trim().toLowerCase(), chunk);
        decoded = decoder && decode(decoder, keep);
        decoded?.catch((error: Error) => {
          failure ??= new BadEncoding(`compressed body cannot be read: ${error.message}`);
        });
      }
      if (decoder) await push(decoder, chunk);
      else keep(chunk);
      // Leaving the loop destroys the source, and with it the connection.
      if (failure || decoder?.destroyed) break;
    }
  } catch (error) {
    failure ??= error as Error;
  }
  if (decoder && !decoder.destroyed) decoder.end();
  await decoded?.catch(() => {});
  return { bytes: Buffer.concat(chunks), wireBytes, error: failure };
}

/** Takes what a decoder gives until `keep` has no room; throws when the decoder finds its input broken. */
async function decode(decoder: Decoder, keep: (chunk: Buffer) => boolean): Promise<void> {
  for await (const chunk of decoder as AsyncIterable<Buffer>) if (!keep(chunk)) break;
}

/** Gives a decoder its next input and waits while it has more than it can take, or until it has ended. */
function push(decoder: Decoder, chunk: Buffer): Promise<void> | void {
  if (decoder.destroyed || decoder.writableEnded) return;
  if (decoder.write(chunk)) return;
  return new Promise<void>((resolve) => {
    const done = () => {
      decoder.off('drain', done);
      decoder.off('close', done);
      resolve();
    };
    decoder.on('drain', done);
    decoder.on('close', done);
  });
}
