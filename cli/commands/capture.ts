import { existsSync } from 'node:fs';
import type { Connection } from '../../src/sources/cluster/connection.ts';
import { UnknownResource } from '../../src/sources/cluster/lists/resource-plan.ts';
import { WorkQueue } from '../../src/sources/cluster/work-queue.ts';
import { type Captured, CaptureFailed, captureOne } from '../capture/capture-one.ts';
import { checkOne } from '../capture/check.ts';
import { type Cluster, clustersOf } from '../capture/clusters.ts';
import { failureText } from '../capture/failure-text.ts';
import { outputPaths } from '../capture/output-path.ts';
import { printCaptured } from '../capture/print-captured.ts';
import { createCaptureDisplay, type ProgressChoice } from '../capture/progress.ts';
import { readRedaction } from '../capture/redaction.ts';
import { type CaptureSettings, captureSettings } from '../capture/settings.ts';
import { stoppable } from '../capture/stop-signals.ts';
import type { Invocation } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import { checkNoMore } from '../sources/check-no-more.ts';
import { programVersion } from '../version.ts';

/** Each holds up to some hundred megabytes, and the others wait for their turn. */
const mostAtOnce = 8;

export async function run(invocation: Invocation): Promise<number> {
  const { flags, positionals } = invocation;
  checkNoMore(positionals);
  const settings = captureSettings(flags);
  const redaction = readRedaction(flags);
  const clusters = clustersOf(invocation);
  if (flags.on('check')) return await checkAll({ invocation, clusters, settings });
  const results = await captureAll({ invocation, clusters, settings, redaction });
  return await report({ invocation, results });
}

interface Choice {
  readonly invocation: Invocation;
  readonly clusters: readonly Cluster[];
  readonly settings: CaptureSettings;
}

async function checkAll({ invocation, clusters, settings }: Choice): Promise<number> {
  const { output } = invocation;
  const words = { inOrder: 'Stopping. Once more ends at once.', atOnce: () => 'Ended at once.' };
  return await stoppable({ deadline: settings.deadline, output, ...words }, async (stop) => {
    let code: number = ExitCode.done;
    for (const cluster of clusters) {
      const { name } = cluster;
      const checked = await withConnection({ cluster, stop, work: (connection) => checkOne({ connection, name, settings, stop, output }) });
      if ('done' in checked) {
        if (!checked.done && code === ExitCode.done) code = ExitCode.incomplete;
        continue;
      }
      tellFailure({ invocation, failure: checked, isOnly: clusters.length === 1 });
      code = ExitCode.failed;
    }
    return code;
  });
}

type Result<Done> = { readonly done: Done } | Failure;

interface Failure {
  readonly name: string;
  /** Undefined where there was no connection to it. */
  readonly server: string | undefined;
  readonly error: unknown;
}

/** Side by side; one that fails does not stop the others. */
async function captureAll(
  options: Choice & { readonly redaction: ReturnType<typeof readRedaction> },
): Promise<readonly Result<Captured>[]> {
  const { invocation, clusters, settings, redaction } = options;
  const { flags, output } = invocation;
  const names = clusters.map(({ name }) => name);
  const paths = outputPaths({ output: flags.value('output'), force: flags.on('force'), names, now: new Date() });
  const display = await createCaptureDisplay({ choice: (flags.value('progress') ?? 'auto') as ProgressChoice, output });
  const results: Result<Captured>[] = [];
  const inOrder = 'Stopping: the bundle is finished with what is there. Once more ends at once.';
  const atOnce = (): string => {
    display.stop();
    const underWay = paths.filter((_, index) => results[index] === undefined).map((path) => `${path}.partial`);
    const left = underWay.filter((path) => existsSync(path));
    return `Ended at once.${left.length === 0 ? '' : ` What was written opens as a broken-off capture: ${left.join(', ')}`}`;
  };
  await stoppable({ deadline: settings.deadline, output, inOrder, atOnce }, async (stop) => {
    await new WorkQueue(mostAtOnce).all([...clusters.entries()], async ([index, cluster]) => {
      const work = (connection: Connection): Promise<Captured> =>
        captureOne({
          connection,
          path: paths[index] ?? '',
          settings,
          stop,
          redaction: redaction.stage(),
          tool: `snapgraph ${programVersion()}`,
          onProgress: (progress) => display.update(cluster.name, progress),
        });
      results[index] = await withConnection({ cluster, stop, work });
    });
  }).finally(() => display.stop());
  return results;
}

async function withConnection<Done>(options: {
  readonly cluster: Cluster;
  readonly stop: AbortSignal;
  readonly work: (connection: Connection) => Promise<Done>;
}): Promise<Result<Done>> {
  const { cluster, stop, work } = options;
  let connection: Connection | undefined;
  try {
    connection = await cluster.connect(stop);
    return { done: await work(connection) };
  } catch (error) {
    return { name: cluster.name, server: connection?.identity.server, error };
  } finally {
    connection?.close();
  }
}

async function report(options: { readonly invocation: Invocation; readonly results: readonly Result<Captured>[] }): Promise<number> {
  const { invocation, results } = options;
  const { output, program } = invocation;
  let code: number = ExitCode.done;
  let printed = 0;
  for (const result of results) {
    if ('done' in result) {
      if (printed++ > 0) output.print('\n');
      await printCaptured({ captured: result.done, program, output });
      if (!result.done.bundle.complete && code === ExitCode.done) code = ExitCode.incomplete;
      continue;
    }
    tellFailure({ invocation, failure: result, isOnly: results.length === 1 });
    code = ExitCode.failed;
  }
  return code;
}

/** Throws what is told of the only one: then there is nothing else to go on with. */
function tellFailure(options: { readonly invocation: Invocation; readonly failure: Failure; readonly isOnly: boolean }): void {
  const { invocation, failure, isOnly } = options;
  const { name, server, error } = failure;
  const cause = error instanceof CaptureFailed ? error.cause : error;
  // A pattern that fits no resource is known only when the server has said which there are.
  if (isOnly && cause instanceof UnknownResource)
    throw new UsageError(cause.message, { name: cause.pattern, candidates: cause.candidates });
  const text = `${name}: ${failureText(error, server)}`;
  if (isOnly) throw new CommandError(text, { cause: error });
  invocation.output.warn(`${invocation.program}: ${text}`);
}
