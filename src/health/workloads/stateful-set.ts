/** Source: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/; kstatus, stsConditions. */
import { integer, member, word } from '../../kube/fixed-keys.ts';
import { notObserved } from '../common.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { countIn, desiredReplicas, hasStatus, lacking, NO_COUNT, NO_STATUS, SCALED_TO_ZERO, share } from './replicas.ts';

export function judgeStatefulSet(input: HealthInput): Health {
  const { object, facts } = input;
  if (!hasStatus(object)) return NO_STATUS;
  const desired = desiredReplicas(object);
  if (desired === null) return NO_COUNT;
  const stale = notObserved(input);
  if (stale !== null) return stale;
  const [ready, replicas] = [countIn(object, 'readyReplicas'), countIn(object, 'replicas')];
  if (desired === 0 && replicas === 0) return SCALED_TO_ZERO;
  if (ready < desired) {
    const ordered = member(object['spec'], 'podManagementPolicy') !== 'Parallel';
    const wanting = `${share(ready, desired, 'ready')}${ordered ? ' Its pods start one after the other: the first that is not ready holds up the rest.' : ''}`;
    return lacking({ wanting, facts, isShort: replicas < desired, otherwise: health('PROGRESSING', 'ReplicasNotReady', wanting) });
  }
  if (replicas > desired) return health('PROGRESSING', 'ScalingDown', `It has ${replicas} replicas and wants ${desired}.`);
  return updating(input, desired) ?? HEALTHY;
}

/** With OnDelete nobody but a person updates; up to a partition nothing is to be updated. */
function updating({ object, facts }: HealthInput, desired: number): Health | null {
  const strategy = member(object['spec'], 'updateStrategy');
  const [current, newest] = [word(member(object['status'], 'currentRevision')), word(member(object['status'], 'updateRevision'))];
  if (newest === null || current === newest) return null;
  const updated = countIn(object, 'updatedReplicas');
  if (member(strategy, 'type') === 'OnDelete') {
    return updated >= desired
      ? null
      : health(
          'HEALTHY',
          'UpdatedOnDelete',
          `${share(updated, desired, 'of the newest template')} The others are updated when somebody deletes them.`,
        );
  }
  const partition = Math.max(0, integer(member(member(strategy, 'rollingUpdate'), 'partition')) ?? 0);
  const wanted = Math.max(0, desired - partition);
  if (updated >= wanted) return null;
  const wanting = share(updated, wanted, 'of the newest template');
  return lacking({ wanting, facts, otherwise: health('PROGRESSING', 'RollingOut', wanting) });
}
