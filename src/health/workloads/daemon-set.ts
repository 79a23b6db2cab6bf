/** Source: https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/; kstatus, daemonsetConditions. */
import { integer, member } from '../../kube/fixed-keys.ts';
import { count, notObserved } from '../common.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { countIn, hasStatus, lacking, NO_STATUS } from './replicas.ts';

export function judgeDaemonSet(input: HealthInput): Health {
  const { object, facts } = input;
  if (!hasStatus(object)) return NO_STATUS;
  const stale = notObserved(input);
  if (stale !== null) return stale;
  if (integer(member(object['status'], 'desiredNumberScheduled')) === null) return NO_STATUS;
  const desired = countIn(object, 'desiredNumberScheduled');
  const [scheduled, available] = [countIn(object, 'currentNumberScheduled'), countIn(object, 'numberAvailable')];
  const updated = countIn(object, 'updatedNumberScheduled');
  if (desired === 0) return health('HEALTHY', 'NoNode', 'No node is to run it.');
  const wanting = `${available} of ${count(desired, 'node')} ${available === 1 ? 'has' : 'have'} an available pod.`;
  if (scheduled < desired || available < desired) {
    return lacking({ wanting, facts, isShort: scheduled < desired, otherwise: health('PROGRESSING', 'PodsUnavailable', wanting) });
  }
  const onDelete = member(member(object['spec'], 'updateStrategy'), 'type') === 'OnDelete';
  if (updated >= desired || onDelete) return HEALTHY;
  const rolling = `${updated} of ${count(desired, 'node')} ${updated === 1 ? 'has' : 'have'} a pod of the newest template.`;
  return lacking({ wanting: rolling, facts, otherwise: health('PROGRESSING', 'RollingOut', rolling) });
}
