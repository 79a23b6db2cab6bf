/** How captures come along: a line each that is redrawn on a terminal; elsewhere plain lines, or one JSON object a line for programs. */
import type { CaptureProgress, Share } from '../../src/sources/cluster/progress.ts';
import { barOptions } from '../output/bar.ts';
import type { Output } from '../output/output.ts';
import { jsonText, lineText } from '../output/terminal-text.ts';
import { formatBytes } from './bytes.ts';

export type ProgressChoice = 'auto' | 'plain' | 'json' | 'none';

export interface CaptureDisplay {
  update(name: string, progress: CaptureProgress): void;
  /** Takes the lines away. */
  stop(): void;
}

const lineEveryMilliseconds = 5_000;
const jsonEveryMilliseconds = 1_000;
const tickMilliseconds = 500;
/** What takes longer than this is worth naming. */
const slowMilliseconds = 2_000;

export async function createCaptureDisplay(options: { readonly choice: ProgressChoice; readonly output: Output }): Promise<CaptureDisplay> {
  const { choice, output } = options;
  if (choice === 'none' || (output.quiet && choice === 'auto')) return { update: () => undefined, stop: () => undefined };
  return ticking(await chosenDisplay({ choice, output }));
}

/** A capture that waits has nothing to tell: what it waits for, and how long, is told all the same. */
function ticking(display: CaptureDisplay): CaptureDisplay {
  const latest = new Map<string, CaptureProgress>();
  const timer = setInterval(() => {
    for (const [name, progress] of latest) if (progress.phase !== 'done') display.update(name, progress);
  }, tickMilliseconds);
  timer.unref();
  return {
    update: (name, progress) => {
      latest.set(name, progress);
      display.update(name, progress);
    },
    stop: () => {
      clearInterval(timer);
      display.stop();
    },
  };
}

async function chosenDisplay({ choice, output }: { readonly choice: ProgressChoice; readonly output: Output }): Promise<CaptureDisplay> {
  if (choice === 'json') return lineDisplay({ output, every: jsonEveryMilliseconds, toLine: jsonLine });
  if (choice === 'plain' || !output.progressBar) return lineDisplay({ output, every: lineEveryMilliseconds, toLine: progressLine });
  return await drawnDisplay();
}

type ToLine = (name: string, progress: CaptureProgress, seconds: number) => string;

function lineDisplay(options: { readonly output: Output; readonly every: number; readonly toLine: ToLine }): CaptureDisplay {
  const { output, every, toLine } = options;
  const begun = Date.now();
  const last = new Map<string, { readonly at: number; readonly phase: string }>();
  const isJson = every === jsonEveryMilliseconds;
  const told = new Set<string>();
  return {
    update: (name, progress) => {
      const now = Date.now();
      const before = last.get(name);
      // Programs hear of each phase. People hear of a quick capture only when it is done.
      const isNews = isJson ? before?.phase !== progress.phase : progress.phase === 'done' && told.has(name);
      if (before !== undefined && !isNews && now - before.at < every) return;
      last.set(name, { at: now, phase: progress.phase });
      if (before === undefined && !isJson) return;
      told.add(name);
      output.warn(toLine(name, progress, (now - begun) / 1_000));
    },
    stop: () => undefined,
  };
}

async function drawnDisplay(): Promise<CaptureDisplay> {
  const { default: cliProgress } = await import('cli-progress');
  const bars = new cliProgress.MultiBar({
    ...barOptions,
    format: (options, params, { line }: { line: string }) => `${cliProgress.Format.BarFormat(params.progress, options)} ${line}`,
    gracefulExit: false,
  });
  const begun = Date.now();
  const drawn = new Map<string, ReturnType<typeof bars.create>>();
  return {
    update: (name, progress) => {
      const shown = { line: progressLine(name, progress, (Date.now() - begun) / 1_000) };
      const bar = drawn.get(name) ?? bars.create(1, 0, shown);
      drawn.set(name, bar);
      bar.update(shareOf(progress), shown);
    },
    stop: () => bars.stop(),
  };
}

/** Objects are most of a capture. */
function shareOf({ phase, resources, logs }: CaptureProgress): number {
  if (phase === 'done') return 1;
  return 0.05 + 0.75 * part(resources) + 0.15 * (phase === 'logs' || phase === 'statistics' ? part(logs) : 0);
}

function part({ done, total }: Share): number {
  return total === 0 ? 0 : done / total;
}

function progressLine(name: string, progress: CaptureProgress, seconds: number): string {
  const { phase, resources, logs, objects, bytes } = progress;
  const counts = [
    `${resources.done}/${resources.total} resources`,
    `${objects.toLocaleString('en')} objects`,
    ...(logs.total > 0 ? [`${logs.done}/${logs.total} logs`] : []),
    formatBytes(bytes),
  ];
  return `${lineText(name)}: ${phase}, ${counts.join(', ')} (${seconds.toFixed(0)} s)${slowText(progress)}`;
}

function slowText({ underWay }: CaptureProgress): string {
  const [slowest] = underWay;
  const age = slowest === undefined ? 0 : Date.now() - slowest.since;
  if (slowest === undefined || age < slowMilliseconds) return '';
  const others = underWay.length > 1 ? ` and ${underWay.length - 1} more` : '';
  return `; waiting for ${lineText(slowest.name)}, ${(age / 1_000).toFixed(0)} s${others}`;
}

function jsonLine(name: string, progress: CaptureProgress, seconds: number): string {
  const { underWay, ...counts } = progress;
  const slow = underWay.map((work) => ({ name: work.name, seconds: (Date.now() - work.since) / 1_000 }));
  return jsonText(JSON.stringify({ type: 'progress', capture: name, seconds, ...counts, underWay: slow }));
}
