/** What a bundle takes in place of modules that carry far more than is used of them: each with the reason why nothing misses it. */

export interface Lighter {
  /** Package whose imports are meant. */
  of: string;
  /** What it imports. */
  imports: RegExp;
  /** What it is given: a module as the importing package, or `from`, would find it; null is the text of `as`. */
  gets: string | null;
  from?: string;
  /** Text of a module; without it an empty one. */
  as?: string;
}

/** As the SDK's own class around `zlib.crc32`, which Node 24 has. */
const CRC32 = `import { crc32 } from 'node:zlib';
export class Crc32Node {
  digestLength = 4;
  value = 0;
  update(data) { this.value = crc32(data, this.value); }
  digestSync() { return this.value >>> 0; }
  async digest() { const out = new Uint8Array(4); new DataView(out.buffer).setUint32(0, this.value >>> 0, false); return out; }
  reset() { this.value = 0; }
}`;

/** In place of what signs for a bucket of one zone: the usual signing stays as it is. */
const NO_EXPRESS = `exports.S3ExpressIdentityProviderImpl = class {};
exports.getS3ExpressPlugin = exports.getS3ExpressHttpSigningPlugin = () => ({ applyToStack() {} });`;

/** What signs for one region, as the SDK uses it for all but access points in many. */
const ONE_REGION = `import { SignatureV4 } from '@smithy/signature-v4';
export class SignatureV4MultiRegion extends SignatureV4 { static sigv4aDependency = () => 'none'; }`;

const NO_XML = `export class XmlShapeSerializer {
  setSerdeContext() {}
  write() { throw new TypeError('no request has a body of XML'); }
}`;

const NOT_ADAPTIVE = `export class AdaptiveRetryStrategy {
  constructor() { throw new TypeError('no client adapts how fast it asks'); }
}`;

/** What css-select asks of a tree, of all that domutils does with one. */
const TREE = `export {
  existsOne, findAll, findOne, getAttributeValue, getChildren, getName, getParent, getSiblings, getText, hasAttrib, isTag,
  prevElementSibling, removeSubsets,
} from 'domutils';`;

/** As d3's own between two numbers: our drawings have neither colours nor words between others. */
const BETWEEN_NUMBERS = `const between = (a, b) => (a = +a, b = +b, (t) => a * (1 - t) + b * t);
export { between as interpolate, between as interpolateNumber, between as interpolateRound };
export const piecewise = () => { throw new TypeError('no drawing has more than two ends'); };`;

/** Imports of dependencies that carry far more than what is used of them. */
export const LIGHTER: readonly Lighter[] = [
  // Writing XML, by the half of xml2js that reading a feed never calls.
  { of: 'xml2js', imports: /^xmlbuilder$/, gets: null },
  // Streams of events, of services and requests that are not made here.
  { of: '@smithy/core', imports: /event-streams(\/index)?(\.js)?$/, gets: null },
  {
    of: '@aws-sdk/client-s3',
    imports: /^@smithy\/core\/event-streams$/,
    gets: null,
    as: 'export const eventStreamSerdeProvider = undefined, resolveEventStreamSerdeConfig = (config) => config;',
  },
  // The files of profiles: a handler has its region and credentials in the environment, and its client would read
  // both files, by way of half of Node's file system, before its first request.
  {
    of: '@smithy/core',
    imports: /\/loadSharedConfigFiles(\.js)?$/,
    gets: null,
    as: 'exports.loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });',
  },
  // The region as a virtual machine's own service tells it: a function has none, and without one its client says so.
  {
    of: '@smithy/core',
    imports: /\/getInstanceMetadataRegion(\.js)?$/,
    gets: null,
    as: 'exports.getInstanceMetadataRegion = async () => undefined;',
  },
  // What the SDK does in a page: streams and blobs of the web. Here a body is bytes, an answer is a stream of Node's.
  { of: '@smithy/core', imports: /\.browser(\.js)?$/, gets: null },
  // Hashes in JavaScript, for a Node without its own crypto.
  { of: '@smithy/core', imports: /\/(Sha256|Md5)Js(\.js)?$/, gets: null },
  // Endpoints that a service names on being asked, kept for a while: off, and the table's service names none.
  {
    of: '@aws-sdk/endpoint-cache',
    imports: /^mnemonist\/lru-cache(\.js)?$/,
    gets: null,
    as: 'module.exports = class extends Map { constructor() { super(); } peek(key) { return this.get(key); } };',
  },
  // A checksum that is asked for where a service wants one; the native one loads zlib to see whether it is there.
  { of: '@smithy/core', imports: /crc32\/Crc32Node(\.js)?$/, gets: null, as: CRC32 },
  // Checksums of what S3 keeps: our requests neither send nor ask for any (see `crawl/objects.ts`), so none is chosen,
  // none checked, and no stream is cut up to carry one behind it.
  {
    of: '@aws-sdk/checksums',
    imports: /\/(selectChecksumAlgorithmFunction|validateChecksumFromResponse)(\.js)?$/,
    gets: null,
  },
  { of: '@aws-sdk/client-s3', imports: /^@aws-sdk\/checksums\/sha$/, gets: null },
  { of: '@smithy/core', imports: /\/(createBufferedReadable|getAwsChunkedEncodingStream)(\.js)?$/, gets: null },
  // Buckets of one zone, told by a name that ends in `--x-s3`, and access points in many regions: ours is neither.
  {
    of: '@aws-sdk/middleware-sdk-s3',
    imports: /\/middleware-s3-express\/(classes|functions)\//,
    gets: null,
    as: NO_EXPRESS,
  },
  {
    of: '@aws-sdk/client-s3',
    imports: /\/CreateSessionCommand(\.js)?$/,
    gets: null,
    as: 'export class CreateSessionCommand {}',
  },
  { of: '@aws-sdk/client-s3', imports: /^@aws-sdk\/signature-v4-multi-region$/, gets: null, as: ONE_REGION },
  // Writing XML: an object is put as bytes and got by its name.
  { of: '@aws-sdk/core', imports: /\/XmlShapeSerializer(\.js)?$/, gets: null, as: NO_XML },
  // Asking more slowly the more is refused, where a client's mode of retrying is `adaptive`: ours have the usual one.
  { of: '@smithy/core', imports: /\/AdaptiveRetryStrategy(\.js)?$/, gets: null, as: NOT_ADAPTIVE },
  // Telling one browser from another, for the SDK in a page.
  { of: '@aws-sdk/core', imports: /^bowser$/, gets: null },
  // Colours and texts between two others; and the writing of dates, which our pages do in words of their own.
  { of: 'd3-scale', imports: /^d3-interpolate$/, gets: null, as: BETWEEN_NUMBERS },
  {
    of: 'd3-scale',
    imports: /^d3-time-format$/,
    gets: null,
    as: 'export const timeFormat = () => String, utcFormat = timeFormat;',
  },
  // It hands on all of domutils as one object, the reading of feeds with it; and nothing writes HTML from a tree.
  { of: 'css-select', imports: /^domutils$/, gets: null, as: TREE },
  { of: 'domutils', imports: /^dom-serializer$/, gets: null },
  // The decoder that the HTML parser brings anyway, in place of an older one with tables of its own.
  { of: 'rss-parser', imports: /^entities$/, gets: 'entities/decode', from: 'htmlparser2' },
];
