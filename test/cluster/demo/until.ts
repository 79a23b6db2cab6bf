/** Waits for a condition of the cluster that can be asked for. */
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE = 500;

/** Asks again and again. Past the deadline the error says what was not reached, and what there is instead. */
export async function until<Seen>(options: {
  readonly what: string;
  readonly look: () => Promise<Seen>;
  readonly isReached: (seen: Seen) => boolean;
  readonly seconds?: number;
}): Promise<Seen> {
  const { what, look, isReached, seconds = 120 } = options;
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    let instead: string;
    try {
      const seen = await look();
      if (isReached(seen)) return seen;
      instead = JSON.stringify(seen);
    } catch (error) {
      instead = String(error);
    }
    if (Date.now() > end) throw new Error(`Not reached within ${seconds} s: ${what}. There is: ${instead}`);
    await sleep(PAUSE);
  }
}
