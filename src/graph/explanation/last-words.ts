/** What a container of a Pod wrote last, where one ended badly. */
import type { ContainerRow, ObjectRow, Reader } from '../../store/reader.ts';
import { type LogLine, linesBack } from '../log-lines.ts';

export interface LastWords {
  readonly container: ContainerRow;
  readonly previous: boolean;
  /** The last lines, in their order. */
  readonly lines: readonly LogLine[];
}

const LINES = 3;

/** null where no container ended badly, or nothing of it was captured. */
export async function lastWords(reader: Reader, object: ObjectRow): Promise<LastWords | null> {
  if (object.kind !== 'Pod' || object.group !== '') return null;
  const failed = (await reader.containers([object.id])).filter(hasFailed);
  const runs = failed.flatMap((container) => runsOf(container).map((previous) => ({ container, previous })));
  const place = { namespace: object.namespace ?? '', pod: object.name };
  const logs = await reader.logs(runs.map(({ container, previous }) => ({ ...place, container: container.name, previous })));
  for (const [index, run] of runs.entries()) {
    const log = logs[index] ?? null;
    const lines = log === null ? [] : lastLines(reader, log.id);
    if (lines.length > 0) return { ...run, lines };
  }
  return null;
}

/** The run that ended badly comes first: the one before, unless it is the last that there was. */
function runsOf({ state }: ContainerRow): readonly boolean[] {
  return state === 'TERMINATED' ? [false, true] : [true, false];
}

function lastLines(reader: Reader, log: number): readonly LogLine[] {
  const lines: LogLine[] = [];
  for (const line of linesBack({ reader, log })) {
    lines.push(line);
    if (lines.length === LINES) break;
  }
  return lines.reverse();
}

function hasFailed({ ready, exitCode, lastExitCode }: ContainerRow): boolean {
  return ready !== true && ((exitCode ?? 0) !== 0 || (lastExitCode ?? 0) !== 0);
}
