/**
 * How often each kind of frame of `test/frames` is read wrong, and what: `node bench/frames.ts [NAME] [TURNS]`; with a name
 * (`said`, `told`, `ordered`, `none`, `ends`, `ended`, `changed`, `nothing`, `joined`) the frames of that file that are, the worst first, with one filling of each.
 */
import {
  type EndFrame,
  type Frame,
  framesIn,
  type JoinFrame,
  readEnd,
  readFrame,
  readJoin,
  type Wrong,
} from '../test/frames/frames.ts';

const [only, turns = '14'] = process.argv.slice(2);

const readAll = (count: number, read: (index: number, turn: number) => Wrong | null): Wrong[][] =>
  Array.from({ length: count }, (_, index) =>
    Array.from({ length: Number(turns) }, (_, turn) => read(index, turn)).filter((one) => one !== null),
  );

const OF_ENDS: ReadonlySet<string> = new Set(['ends', 'ended', 'changed', 'nothing']);

for (const name of ['said', 'told', 'ordered', 'none', ...OF_ENDS, 'joined']) {
  if (only !== undefined && only !== name) continue;
  const frames = framesIn<Frame | EndFrame | JoinFrame>(name);
  const read = readAll(frames.length, (index, turn) =>
    OF_ENDS.has(name)
      ? readEnd(frames[index] as EndFrame, index, turn)
      : name === 'joined'
        ? readJoin(frames[index] as JoinFrame, index, turn)
        : readFrame(frames[index] as Frame, index, turn),
  );
  const wrong = read.map((own) => own.filter(({ errors }) => errors.length > 0));
  const kinds = Object.entries(
    Object.groupBy(
      wrong.flat().flatMap(({ errors }) => errors),
      (error) => error,
    ),
  )
    .map(([error, all]) => `${error} ${all!.length}`)
    .join(', ');
  console.log(`${name}: ${wrong.flat().length} of ${read.flat().length} wrong (${kinds})`);
  if (only === undefined) continue;
  for (const [index, own] of [...wrong.entries()].sort(([, a], [, b]) => b.length - a.length)) {
    if (own.length === 0) break;
    console.log(`${own.length} ${JSON.stringify(frames[index])}\n    ${own[0]!.errors.join(', ')}: ${own[0]!.text}`);
  }
}
