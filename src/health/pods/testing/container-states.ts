/** States of a container as a kubelet writes them. */
import type { JsonObject } from '../../../records/record.ts';

export const ended = (rest: JsonObject): JsonObject => ({
  exitCode: 1,
  startedAt: '2026-11-23T05:08:00Z',
  finishedAt: '2026-11-23T05:08:10Z',
  ...rest,
});
export const notReady = (rest: JsonObject = {}): JsonObject => ({ type: 'Ready', status: 'False', reason: 'ContainersNotReady', ...rest });

/** The state of the one container of the pod. */
export function container(state: JsonObject, rest: JsonObject = {}, spec: JsonObject = {}): JsonObject {
  return {
    spec: { containers: [{ name: 'app', image: 'app:1', ...spec }], initContainers: null },
    status: {
      conditions: [notReady()],
      containerStatuses: [{ name: 'app', ready: false, restartCount: 0, state, ...rest }],
      initContainerStatuses: null,
    },
  };
}

export const runs = (startedAt: string): JsonObject => ({ running: { startedAt } });
