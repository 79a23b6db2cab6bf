/** How a bar looks and behaves, wherever one is drawn. */
import type { Options } from 'cli-progress';

export const barOptions: Options = {
  barCompleteChar: '█',
  barIncompleteChar: '░',
  barsize: 20,
  hideCursor: true,
  clearOnComplete: true,
  stream: process.stderr,
  fps: 8,
};
