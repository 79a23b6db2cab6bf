/** Finds the log of a container in the capture, or says why there is none. */
import { absentLogOutcome } from '../../graph/absent-log.ts';
import { stringAt } from '../../kube/safe.ts';
import type { LogOutcome } from '../../records/record.ts';
import type { ContainerRow, LogInfo, ObjectRow } from '../../store/reader.ts';
import { content } from '../fields/needs.ts';
import type { Batch } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';

export interface LogData {
  /** null: the capture has no word about it. */
  readonly info: LogInfo | null;
  readonly outcome: LogOutcome;
  readonly pod: ObjectRow;
}

interface Owner {
  readonly row: ContainerRow;
  readonly pod: ObjectRow;
}

export async function loadLogs({ scope, items, args }: Batch<Owner>): Promise<readonly LogData[]> {
  const previous = args['previous'] === true;
  const owners = items.map((item) => item.data);
  const infos = await scope.reader.logs(
    owners.map(({ row, pod }) => ({ namespace: pod.namespace ?? '', pod: pod.name, container: row.name, previous })),
  );
  const unknown = owners.filter((_, index) => (infos[index] ?? null) === null);
  const scheduled = await scheduledPods(scope, unknown);
  return owners.map(({ row, pod }, index) => {
    const info = infos[index] ?? null;
    return {
      info,
      pod,
      outcome:
        info?.outcome ??
        absentLogOutcome({ container: row, previous, isScheduled: scheduled.has(pod.id), finished: scope.reader.info.finished }),
    };
  });
}

/** Ids of the pods that have a node. */
async function scheduledPods(scope: Scope, owners: readonly Owner[]): Promise<ReadonlySet<number>> {
  const pods = [...new Map(owners.map(({ pod }) => [pod.id, pod])).values()];
  const contents = await content.load(scope, pods);
  return new Set(pods.filter((_, index) => (stringAt(contents[index]?.object, 'spec', 'nodeName') ?? '') !== '').map((pod) => pod.id));
}
