/** How an import comes along: a bar and a line that are redrawn on a terminal; elsewhere a plain line every few seconds, and none for a quick one. */
import { barOptions } from './bar.ts';
import type { Output } from './output.ts';
import { count } from './words.ts';

export interface Progress {
  update(state: ProgressState): void;
  /** Takes the line away. */
  stop(): void;
}

export interface ProgressState {
  readonly stage: 'streaming' | 'resolving';
  readonly objects: number;
  readonly logs: number;
  /** From 0 to 1; null where nobody knows how much is to come: then there is a line without a bar. */
  readonly share: number | null;
}

/** Nothing is shown before this, so that a quick import shows nothing. */
const quickMilliseconds = 500;
const lineEveryMilliseconds = 5_000;

export async function createProgress(options: { readonly name: string; readonly output: Output }): Promise<Progress> {
  const { name, output } = options;
  if (output.quiet) return { update: () => undefined, stop: () => undefined };
  return output.progressBar ? await drawnProgress(name) : plainProgress({ name, output });
}

interface Drawn {
  readonly line: string;
  readonly share: number | null;
}

async function drawnProgress(name: string): Promise<Progress> {
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    ...barOptions,
    format: (options, params, { line, share }: Drawn) =>
      share === null ? line : `${cliProgress.Format.BarFormat(params.progress, options)} ${Math.floor(share * 100)}%  ${line}`,
  });
  const begun = Date.now();
  let drawn = false;
  return {
    update: (state) => {
      const { share } = state;
      const shown: Drawn = { line: progressLine({ name, state, seconds: (Date.now() - begun) / 1_000 }), share };
      if (drawn) {
        bar.update(share ?? 0, shown);
        /** Linking leaves no time for the timer that draws. */
        if (state.stage === 'resolving') bar.render();
      } else if (Date.now() - begun > quickMilliseconds) {
        bar.start(1, share ?? 0, shown);
        drawn = true;
      }
    },
    stop: () => {
      if (drawn) bar.stop();
    },
  };
}

function plainProgress(options: { readonly name: string; readonly output: Output }): Progress {
  const { name, output } = options;
  const begun = Date.now();
  let last = begun;
  return {
    update: (state) => {
      const now = Date.now();
      if (now - last < lineEveryMilliseconds) return;
      last = now;
      output.note(progressLine({ name, state, seconds: (now - begun) / 1_000 }));
    },
    stop: () => undefined,
  };
}

function progressLine(options: { readonly name: string; readonly state: ProgressState; readonly seconds: number }): string {
  const { name, state, seconds } = options;
  const counts = [count(state.objects, 'object'), ...(state.logs > 0 ? [count(state.logs, 'part of logs', 'parts of logs')] : [])].join(
    ', ',
  );
  const what = state.stage === 'resolving' ? 'linking them' : 'reading';
  return `Importing ${name}: ${counts}; ${what} (${seconds.toFixed(0)} s)`;
}
