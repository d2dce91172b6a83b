import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';

/** Where a page is kept. */
export interface KeptPage {
  /** Of its bytes: the same bytes have one address, however often they are kept. */
  address: string;
  /** Where it stands in an object that it shares with others, `object:offset:length`; absent where it has its own. */
  pack?: string;
}

/** Where fetched bytes are kept, addressed by their SHA-256. */
export interface SnapshotStore {
  /** Keeps pages, several in one object, and says where, in their order. */
  put(pages: readonly Uint8Array[]): Promise<KeptPage[]>;
  /**
   * The bytes of a page.
   * @throws CorruptSnapshot where what is kept is not what was put; Error where nothing is.
   */
  get(page: KeptPage): Promise<Buffer>;
}

/** The kept bytes do not have the hash they are named by. */
export class CorruptSnapshot extends Error {
  override name = 'CorruptSnapshot';
}

const pack = (bytes: Uint8Array): Promise<Buffer> => promisify(gzip)(bytes);
const unpack = (bytes: Uint8Array): Promise<Buffer> => promisify(gunzip)(bytes);

/** Address of bytes: their SHA-256, hexadecimal. */
export const snapshotAddress = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Object name: for a page alone of its address, for several together of that of the object itself. The first two
 * characters apart, so that a folder on disk stays small.
 */
export const snapshotObject = (address: string): string => `pages/${address.slice(0, 2)}/${address}.gz`;

/** The bucket is reached by a file of its own, loaded with the first page: S3's client is the largest. */
const objects = () => import('./objects.ts');

/** Snapshots in an S3 bucket: each gzipped by itself, several one behind the other in one object. */
export function s3Snapshots(bucket: string, client?: S3Client): SnapshotStore {
  return {
    async put(pages) {
      if (pages.length === 0) return [];
      const packed = await Promise.all(pages.map(pack));
      const whole = Buffer.concat(packed);
      const addresses = pages.map(snapshotAddress);
      const object = pages.length === 1 ? addresses[0]! : snapshotAddress(whole);
      await (await objects()).putObject(bucket, snapshotObject(object), whole, client);
      if (pages.length === 1) return [{ address: object }];
      let at = 0;
      return packed.map(({ length }, i) => {
        const place = `${object}:${at}:${length}`;
        at += length;
        return { address: addresses[i]!, pack: place };
      });
    },
    async get({ address, pack: place }) {
      const [object = '', at, length] = (place ?? address).split(':');
      const kept = await (await objects()).getObject(bucket, snapshotObject(object), client);
      if (!kept) throw new CorruptSnapshot(`snapshot ${address} is empty`);
      const mine = place ? kept.subarray(Number(at), Number(at) + Number(length)) : kept;
      const bytes = await unpack(mine).catch((error: Error) => {
        throw new CorruptSnapshot(`snapshot ${address} cannot be unpacked: ${error.message}`);
      });
      if (snapshotAddress(bytes) !== address) throw new CorruptSnapshot(`snapshot ${address} holds other bytes`);
      return bytes;
    },
  };
}
