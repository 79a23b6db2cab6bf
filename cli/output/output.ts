/** Where a command writes: the answer on standard output, everything else on standard error. */
import { styleText } from 'node:util';
import { linesText } from './terminal-text.ts';

export type Style = 'heading' | 'good' | 'warning' | 'bad' | 'faint';

const formats: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  heading: 'bold',
  good: 'green',
  warning: 'yellow',
  bad: 'red',
  faint: 'dim',
};

export interface Output {
  /** The answer, ready to be shown: made by the table, tree and other printers of this folder, which see to unfit characters. */
  print(text: string): void;
  /** The answer for programs: as it is into a file or pipe; on a terminal without unfit characters. */
  printRaw(text: string): void;
  /** Resolves when standard output can take more: a reader may be slower than an answer. */
  drained(): Promise<void>;
  /** A line on standard error, for people; none with --quiet. */
  note(text: string): void;
  /** A line on standard error that --quiet does not take away. */
  warn(text: string): void;
  /** In colour, where standard output shows it. */
  style(style: Style, text: string): string;
  readonly quiet: boolean;
  /** Standard error is a terminal that people look at: a progress bar may be drawn. */
  readonly progressBar: boolean;
}

interface TextStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

interface AnswerStream extends TextStream {
  hasColors?(): boolean;
  readonly writableNeedDrain?: boolean;
  once(event: 'drain', listener: () => void): unknown;
}

export function createOutput(options: {
  readonly stdout: AnswerStream;
  readonly stderr: TextStream;
  readonly quiet: boolean;
  readonly noColor: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Output {
  const { stdout, stderr, quiet, environment } = options;
  const colour = !options.noColor && !environment['NO_COLOR'] && stdout.isTTY === true && (stdout.hasColors?.() ?? false);
  return {
    print: (text) => void stdout.write(text),
    printRaw: (text) => void stdout.write(stdout.isTTY ? linesText(text) : text),
    drained: async () => {
      if (stdout.writableNeedDrain) await new Promise<void>((resolve) => void stdout.once('drain', resolve));
    },
    note: (text) => {
      if (!quiet) stderr.write(`${linesText(text)}\n`);
    },
    warn: (text) => void stderr.write(`${linesText(text)}\n`),
    style: (style, text) => (colour && text !== '' ? styleText(formats[style], text) : text),
    quiet,
    progressBar: !quiet && stderr.isTTY === true && environment['TERM'] !== 'dumb',
  };
}
