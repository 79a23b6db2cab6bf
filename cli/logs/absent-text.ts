/** Why there is no log to print. */
import { absentLogOutcome } from '../../src/graph/absent-log.ts';
import { stringAt } from '../../src/kube/safe.ts';
import type { LogInfo, Reader } from '../../src/store/reader.ts';
import type { FoundObject } from '../get/fetch-objects.ts';

/** null where there is one. A sentence without its end: kubectl's own where it would say the same. */
export async function absentText(options: {
  readonly reader: Reader;
  readonly pod: FoundObject;
  readonly container: string;
  readonly previous: boolean;
  readonly log: LogInfo | null;
}): Promise<string | null> {
  const { reader, pod, container, previous, log } = options;
  const outcome = log?.outcome ?? (await withoutRow(options));
  if (outcome === 'ok' || outcome === 'partial') return null;
  const { name } = pod.row;
  if (outcome === 'not_started') {
    return previous
      ? `previous terminated container "${container}" in pod "${name}" not found`
      : `container "${container}" in pod "${name}" is waiting to start: it has no log yet`;
  }
  const why = log?.message ?? (log === null && reader.info.finished ? 'it was not read' : null);
  return `the ${previous ? 'previous ' : ''}log of container "${container}" in pod "${name}" was not captured: ${outcome.replace('_', ' ')}${why === null ? '' : ` (${why})`}`;
}

async function withoutRow(options: {
  readonly reader: Reader;
  readonly pod: FoundObject;
  readonly container: string;
  readonly previous: boolean;
}): Promise<LogInfo['outcome']> {
  const { reader, pod, container: name, previous } = options;
  const { finished } = reader.info;
  const container = (await reader.containers([pod.row.id])).find((row) => row.name === name);
  if (container === undefined) return finished ? 'excluded' : 'cancelled';
  return absentLogOutcome({ container, previous, isScheduled: (stringAt(pod.object, 'spec', 'nodeName') ?? '') !== '', finished });
}
