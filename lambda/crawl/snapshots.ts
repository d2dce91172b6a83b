import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';

/** Where fetched bytes are kept, addressed by their SHA-256. */
export interface SnapshotStore {
  /** Keeps the bytes and gives their address. The same bytes have one address, however often they are kept. */
  put(bytes: Uint8Array): Promise<string>;
  /**
   * The bytes at an address.
   * @throws CorruptSnapshot where what is kept is not what was put; Error where nothing is.
   */
  get(address: string): Promise<Buffer>;
}

/** The kept bytes do not have the hash they are named by. */
export class CorruptSnapshot extends Error {
  override name = 'CorruptSnapshot';
}

const pack = (bytes: Uint8Array): Promise<Buffer> => promisify(gzip)(bytes);
const unpack = (bytes: Uint8Array): Promise<Buffer> => promisify(gunzip)(bytes);

/** Address of bytes: their SHA-256, hexadecimal. */
export const snapshotAddress = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Object name of an address; two leading characters apart, so that a folder on disk stays small. */
export const snapshotObject = (address: string): string => `pages/${address.slice(0, 2)}/${address}.gz`;

/** The bucket is reached by a file of its own, loaded with the first page: S3's client is the largest. */
const objects = () => import('./objects.ts');

/** Snapshots in an S3 bucket, gzipped. */
export function s3Snapshots(bucket: string, client?: S3Client): SnapshotStore {
  return {
    async put(bytes) {
      const address = snapshotAddress(bytes);
      const packed = await pack(bytes);
      await (await objects()).putObject(bucket, snapshotObject(address), packed, client);
      return address;
    },
    async get(address) {
      const kept = await (await objects()).getObject(bucket, snapshotObject(address), client);
      if (!kept) throw new CorruptSnapshot(`snapshot ${address} is empty`);
      const bytes = await unpack(kept).catch((error: Error) => {
        throw new CorruptSnapshot(`snapshot ${address} cannot be unpacked: ${error.message}`);
      });
      if (snapshotAddress(bytes) !== address) throw new CorruptSnapshot(`snapshot ${address} holds other bytes`);
      return bytes;
    },
  };
}
