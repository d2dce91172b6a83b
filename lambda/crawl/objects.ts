import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

let shared: S3Client | null = null;

/** The client of this process. The SDK honours `AWS_ENDPOINT_URL_S3`, which is how one machine keeps its snapshots. */
function s3(): S3Client {
  shared ??= new S3Client({
    // A stand-in for S3 is reached by path, not by a host name of the bucket's own.
    forcePathStyle: process.env.AWS_ENDPOINT_URL_S3 !== undefined,
    // The name already is a checksum; without this the body would be framed anew.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return shared;
}

/** Keeps gzipped bytes under a name. */
export async function putObject(bucket: string, name: string, body: Uint8Array, client = s3()): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: body, ContentType: 'application/gzip' }));
}

/** The bytes under a name, null where it has none. @throws the SDK's `NoSuchKey` where there is no such name. */
export async function getObject(bucket: string, name: string, client = s3()): Promise<Uint8Array | null> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
  return Body ? Body.transformToByteArray() : null;
}
