/** How far something is, with what is needed to draw it. */
export interface Progress {
  /** Units of work done, those of earlier runs included. */
  done: number;
  /** Share of the whole, 0 to 1; null where nobody can know. */
  share: number | null;
}

const WIDTH = 24;

/**
 * A bar that says how far work is, how fast it goes in this run, and how long it will still take: `[####....] 34 %
 * 120/s 2 h 05 min left`. Where the whole is not known, only how fast it goes.
 * @param clock milliseconds.
 */
export function progressBar(clock: () => number): (progress: Progress) => string {
  let first: (Progress & { at: number }) | null = null;
  return ({ done, share }) => {
    const at = clock();
    first ??= { done, share, at };
    const seconds = (at - first.at) / 1000;
    const rate = seconds > 0 ? `${((done - first.done) / seconds).toFixed(0)}/s` : '';
    if (share === null) return rate;
    const filled = Math.round(Math.min(1, share) * WIDTH);
    const moved = share - (first.share ?? 0);
    const left = seconds > 0 && moved > 0 && share < 1 ? `${duration((seconds * (1 - share)) / moved)} left` : '';
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}]`;
    return [bar, `${Math.floor(share * 100)} %`, rate, left].filter(Boolean).join(' ');
  };
}

function duration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
