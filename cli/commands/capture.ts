import { existsSync } from 'node:fs';
import type { Connection } from '../../src/sources/cluster/connection.ts';
import { UnknownResource } from '../../src/sources/cluster/lists/resource-plan.ts';
import { type Captured, CaptureFailed, captureOne } from '../capture/capture-one.ts';
import { checkOne } from '../capture/check.ts';
import { connectAll } from '../capture/connect-all.ts';
import { failureText } from '../capture/failure-text.ts';
import { outputPaths } from '../capture/output-path.ts';
import { printCaptured } from '../capture/print-captured.ts';
import { type CaptureDisplay, createCaptureDisplay, type ProgressChoice } from '../capture/progress.ts';
import { type RedactionSettings, readRedaction } from '../capture/redaction.ts';
import { type CaptureSettings, captureSettings } from '../capture/settings.ts';
import { stoppable } from '../capture/stop-signals.ts';
import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import { checkNoMore } from '../sources/check-no-more.ts';
import { programVersion } from '../version.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, positionals } = invocation;
  checkNoMore(positionals);
  const settings = captureSettings(flags);
  const redaction = readRedaction(flags);
  const connections = await connectAll(invocation);
  try {
    const named = connections.map((connection) => ({ connection, name: connection.identity.context ?? connection.identity.cluster }));
    return flags.on('check') ? await checkAll({ named, settings, output }) : await captureAll({ invocation, named, settings, redaction });
  } finally {
    for (const connection of connections) connection.close();
  }
}

interface Named {
  readonly connection: Connection;
  /** The context's, else the cluster's. */
  readonly name: string;
}

async function checkAll(options: {
  readonly named: readonly Named[];
  readonly settings: CaptureSettings;
  readonly output: Invocation['output'];
}): Promise<number> {
  const { named, settings, output } = options;
  return await stoppable({ deadline: settings.deadline, output, leftBehind: () => [] }, async (stop) => {
    let code: number = ExitCode.done;
    for (const one of named) {
      try {
        if (!(await checkOne({ ...one, settings, stop, output }))) code = Math.max(code, ExitCode.incomplete);
      } catch (error) {
        if (named.length === 1) throw usageOf(error);
        output.warn(`${one.name}: ${failureText(error, one.connection.identity)}`);
        code = ExitCode.failed;
      }
    }
    return code;
  });
}

type Result =
  | { readonly name: string; readonly captured: Captured }
  | { readonly name: string; readonly error: unknown; readonly path: string };

/** Side by side; one that fails does not stop the others. */
async function captureAll(options: {
  readonly invocation: Invocation;
  readonly named: readonly Named[];
  readonly settings: CaptureSettings;
  readonly redaction: RedactionSettings;
}): Promise<number> {
  const { invocation, named, settings, redaction } = options;
  const { flags, output } = invocation;
  const names = named.map(({ name }) => name);
  const paths = outputPaths({ output: flags.value('output'), force: flags.on('force'), names, now: new Date() });
  const display = await createCaptureDisplay({ choice: (flags.value('progress') ?? 'auto') as ProgressChoice, output });
  const leftBehind = (): readonly string[] => paths.map((path) => `${path}.partial`).filter((path) => existsSync(path));
  const results = await stoppable({ deadline: settings.deadline, output, leftBehind }, async (stop) => {
    try {
      return await Promise.all(named.map((one, index) => resultOf({ one, path: paths[index] ?? '', settings, redaction, stop, display })));
    } finally {
      display.stop();
    }
  });
  return await report({ invocation, results, named });
}

async function resultOf(options: {
  readonly one: Named;
  readonly path: string;
  readonly settings: CaptureSettings;
  readonly redaction: RedactionSettings;
  readonly stop: AbortSignal;
  readonly display: CaptureDisplay;
}): Promise<Result> {
  const { one, path, settings, redaction, stop, display } = options;
  const { connection, name } = one;
  try {
    const captured = await captureOne({
      connection,
      path,
      settings,
      stop,
      redaction: redaction.stage(),
      tool: `snapgraph ${programVersion()}`,
      onProgress: (progress) => display.update(name, progress),
    });
    return { name, captured };
  } catch (error) {
    return { name, error, path };
  }
}

async function report(options: {
  readonly invocation: Invocation;
  readonly results: readonly Result[];
  readonly named: readonly Named[];
}): Promise<number> {
  const { invocation, results, named } = options;
  const { output, program } = invocation;
  let code: number = ExitCode.done;
  for (const [index, result] of results.entries()) {
    if (index > 0) output.print('\n');
    if ('captured' in result) {
      await printCaptured({ captured: result.captured, program, output });
      if (!result.captured.bundle.complete && code === ExitCode.done) code = ExitCode.incomplete;
      continue;
    }
    const error = result.error instanceof CaptureFailed ? result.error.cause : result.error;
    if (results.length === 1 && error instanceof UnknownResource) throw usageOf(error);
    output.warn(`${program}: ${result.name}: ${failureText(result.error, named[index]?.connection.identity)}`);
    code = ExitCode.failed;
  }
  return code;
}

/** A pattern that fits no resource is known only when the server has said which there are. */
function usageOf(error: unknown): unknown {
  return error instanceof UnknownResource ? new UsageError(error.message, { name: error.pattern, candidates: error.candidates }) : error;
}
