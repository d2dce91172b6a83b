/**
 * How often each kind of frame of `test/frames` is read wrong, and what: `node bench/frames.ts [NAME] [TURNS]`; with a name
 * (`said`, `told`, `ordered`, `none`, `ends`, `ended`, `changed`, `nothing`, `joined`) the frames of that file that are, the worst first, with one filling of each.
 */
import { READERS, readings } from '../test/frames/frames.ts';

const [only, turns = '14'] = process.argv.slice(2);

for (const name of Object.keys(READERS)) {
  if (only !== undefined && only !== name) continue;
  const all = readings(name, Number(turns)).map(({ frame, read }) => ({
    frame,
    read,
    wrong: read.filter(({ errors }) => errors.length > 0),
  }));
  const wrong = all.flatMap((own) => own.wrong);
  const kinds = Object.entries(
    Object.groupBy(
      wrong.flatMap(({ errors }) => errors),
      (error) => error,
    ),
  )
    .map(([error, same]) => `${error} ${same!.length}`)
    .join(', ');
  console.log(`${name}: ${wrong.length} of ${all.flatMap(({ read }) => read).length} wrong (${kinds})`);
  if (only === undefined) continue;
  for (const own of all.sort((a, b) => b.wrong.length - a.wrong.length)) {
    const [first] = own.wrong;
    if (first === undefined) break;
    console.log(`${own.wrong.length} ${JSON.stringify(own.frame)}\n    ${first.errors.join(', ')}: ${first.text}`);
  }
}
