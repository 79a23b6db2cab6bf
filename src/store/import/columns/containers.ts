/**
 * A Pod's containers, each with its status where one is reported.
 * Source: Kubernetes, core/v1 types.go, Container and ContainerStatus; an init container with restartPolicy Always is a sidecar.
 */

import { flag, integer, list, member, word } from '../../../kube/fixed-keys.ts';
import { parseTime } from '../../../kube/time.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import type { TapeValue } from '../rows/tape.ts';

/** Columns of the table `container` behind `pod` and `ordinal`. */
export const CONTAINER_COLUMNS = [
  'name',
  'type',
  'image',
  'image_id',
  'state',
  'reason',
  'message',
  'exit_code',
  'signal',
  'started_at',
  'finished_at',
  'ready',
  'restarts',
  'last_reason',
  'last_message',
  'last_exit_code',
  'last_signal',
  'last_started_at',
  'last_finished_at',
] as const;

const LISTS = [
  ['initContainers', 'initContainerStatuses', 'INIT'],
  ['containers', 'containerStatuses', 'MAIN'],
  ['ephemeralContainers', 'ephemeralContainerStatuses', 'EPHEMERAL'],
] as const;

/** In the order of the spec: init containers and sidecars, main ones, ephemeral ones. Those without a name are left out. */
export function containersOf(pod: JsonObject): readonly (readonly TapeValue[])[] {
  const rows: TapeValue[][] = [];
  for (const [specs, statuses, type] of LISTS) {
    const reported = byName(list(member(pod['status'], statuses)));
    for (const spec of list(member(pod['spec'], specs))) {
      const name = word(member(spec, 'name'));
      if (name === null) continue;
      const isSidecar = type === 'INIT' && member(spec, 'restartPolicy') === 'Always';
      rows.push([name, isSidecar ? 'SIDECAR' : type, word(member(spec, 'image')), ...statusColumns(reported.get(name))]);
    }
  }
  return rows;
}

/** The first of each name. A hostile Pod may have a hundred thousand: none is looked for twice. */
function byName(statuses: readonly JsonValue[]): ReadonlyMap<string, JsonValue> {
  const found = new Map<string, JsonValue>();
  for (const status of statuses) {
    const name = word(member(status, 'name'));
    if (name !== null && !found.has(name)) found.set(name, status);
  }
  return found;
}

function statusColumns(status: JsonValue | undefined): readonly TapeValue[] {
  if (status === undefined || status === null) return NOT_REPORTED;
  const { word: state, details } = stateOf(member(status, 'state'));
  const last = member(member(status, 'lastState'), 'terminated');
  return [
    word(member(status, 'imageID')),
    state,
    ...termination(details),
    flag(member(status, 'ready')),
    integer(member(status, 'restartCount')),
    ...termination(last),
  ];
}

/** Where none is set the API means waiting. */
function stateOf(state: JsonValue | undefined): { word: string; details: JsonValue | undefined } {
  for (const [key, name] of STATES) {
    const details = member(state, key);
    if (details !== undefined && details !== null) return { word: name, details };
  }
  return { word: 'WAITING', details: undefined };
}

function termination(details: JsonValue | undefined): readonly TapeValue[] {
  if (details === undefined) return NO_DETAILS;
  return [
    word(member(details, 'reason')),
    word(member(details, 'message')),
    integer(member(details, 'exitCode')),
    integer(member(details, 'signal')),
    parseTime(member(details, 'startedAt')),
    parseTime(member(details, 'finishedAt')),
  ];
}

const STATES = [
  ['running', 'RUNNING'],
  ['waiting', 'WAITING'],
  ['terminated', 'TERMINATED'],
] as const;

const NO_DETAILS: readonly TapeValue[] = [null, null, null, null, null, null];
const NOT_REPORTED: readonly TapeValue[] = [null, 'NOT_REPORTED', ...NO_DETAILS, null, null, ...NO_DETAILS];
