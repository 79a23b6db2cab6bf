/** Source: https://kubernetes.io/docs/concepts/storage/persistent-volumes/; Kubernetes, core/v1 types.go, PersistentVolumeClaimConditionType. */
import { member, word } from '../../kube/fixed-keys.ts';
import { parseTime } from '../../kube/time.ts';
import type { JsonObject } from '../../records/record.ts';
import { PROGRESS_DEADLINE, timeText } from '../common.ts';
import { type Condition, conditionOf, sentence } from '../conditions.ts';
import { changingAt, HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { missingText, warningText } from '../neighbours.ts';

export function judgeClaim(input: HealthInput): Health {
  const { object } = input;
  const phase = word(member(object['status'], 'phase'));
  if (phase === 'Bound') return resizing(object) ?? HEALTHY;
  if (phase === 'Lost') {
    const volume = word(member(object['spec'], 'volumeName'));
    return health('DEGRADED', 'Lost', `Its volume${volume === null ? '' : ` ${volume}`} is gone: the data may be lost.`);
  }
  return phase === 'Pending' ? pending(input) : health('UNKNOWN', 'NoStatus', 'Its status says no phase.');
}

function pending(input: HealthInput): Health {
  const { object, facts, now } = input;
  const waits = firstConsumer(input);
  if (waits?.status === 'SUSPENDED') return waits;
  const missing = missingText(facts);
  if (missing !== null) return health('DEGRADED', 'MissingReference', `It cannot be bound: ${missing}`);
  const warning = warningText(facts, { since: null });
  if (warning !== null) return health('DEGRADED', warning.reason, `It is not bound: ${warning.text}`);
  if (waits !== null) return waits;
  const created = parseTime(member(object['metadata'], 'creationTimestamp'));
  return changingAt({
    at: created === null ? null : created + PROGRESS_DEADLINE,
    now,
    first: health('PROGRESSING', 'Pending', 'It waits for a volume.'),
    after: health(
      'DEGRADED',
      'Pending',
      `It waits for a volume since ${timeText(created ?? 0)}: does its provisioner run, is there a volume that fits?`,
    ),
  });
}

/** null where it is to be bound now. Nothing is guessed where its class, or the pods beside it, were not captured. */
function firstConsumer({ object, facts }: HealthInput): Health | null {
  const { storageClass, users } = facts;
  if (storageClass === undefined || users === undefined || (users !== null && users > 0)) return null;
  if (storageClass === null) {
    return word(member(object['spec'], 'storageClassName')) === null
      ? null
      : health('UNKNOWN', 'Pending', 'It is not bound. Whether it waits for a pod that uses it is not known: its class was not captured.');
  }
  const { name, bindingMode } = storageClass;
  if (bindingMode !== 'WaitForFirstConsumer') return null;
  const text = `It is bound when a pod uses it: its class ${name} waits for the first consumer.`;
  return users === null
    ? health('UNKNOWN', 'WaitForFirstConsumer', `${text} Whether one does is not known: pods were not captured.`)
    : health('SUSPENDED', 'WaitForFirstConsumer', text);
}

const RESIZE_FAILURES = ['ControllerResizeError', 'NodeResizeError', 'ModifyVolumeError'];
const RESIZES = ['FileSystemResizePending', 'Resizing', 'ModifyingVolume'];

function resizing(object: JsonObject): Health | null {
  const held = (types: readonly string[]): Condition | undefined =>
    types.map((type) => conditionOf(object, type)).find((condition): condition is Condition => condition?.status === 'True');
  const failed = held(RESIZE_FAILURES);
  if (failed !== undefined) return health('DEGRADED', failed.type, sentence(failed.message ?? 'Its volume cannot be resized'));
  const infeasible = Object.values(member(object['status'], 'allocatedResourceStatuses') ?? {}).find(
    (status) => typeof status === 'string' && status.endsWith('Infeasible'),
  );
  if (typeof infeasible === 'string') return health('DEGRADED', infeasible, 'Its volume cannot be made as large as it asks for.');
  const under = held(RESIZES);
  return under === undefined ? null : health('PROGRESSING', under.type, sentence(under.message ?? 'Its volume is being resized'));
}
