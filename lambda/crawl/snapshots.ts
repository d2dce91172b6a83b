import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

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

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Address of bytes: their SHA-256, hexadecimal. */
export const snapshotAddress = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Object name of an address; two leading characters apart, so that a folder on disk stays small. */
export const snapshotObject = (address: string): string => `pages/${address.slice(0, 2)}/${address}.gz`;

/** Snapshots in an S3 bucket, gzipped. The SDK honours `AWS_ENDPOINT_URL_S3`, which is how one machine keeps them. */
export function s3Snapshots(bucket: string, client = s3Client()): SnapshotStore {
  return {
    async put(bytes) {
      const address = snapshotAddress(bytes);
      const Body = await pack(bytes);
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: snapshotObject(address), Body, ContentType: 'application/gzip' }),
      );
      return address;
    },
    async get(address) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: snapshotObject(address) }));
      if (!Body) throw new CorruptSnapshot(`snapshot ${address} is empty`);
      const kept = await Body.transformToByteArray();
      const bytes = await unpack(kept).catch((error: Error) => {
        throw new CorruptSnapshot(`snapshot ${address} cannot be unpacked: ${error.message}`);
      });
      if (snapshotAddress(bytes) !== address) throw new CorruptSnapshot(`snapshot ${address} holds other bytes`);
      return bytes;
    },
  };
}

const s3Client = () =>
  new S3Client({
    // A stand-in for S3 is reached by path, not by a host name of the bucket's own.
    forcePathStyle: process.env.AWS_ENDPOINT_URL_S3 !== undefined,
    // The address already is a checksum; without this the body would be framed anew.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
