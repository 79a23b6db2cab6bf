/** Source: https://kubernetes.io/docs/concepts/workloads/controllers/job/; Kubernetes, batch/v1 types.go, JobConditionType. */
import { integer, member } from '../../kube/fixed-keys.ts';
import { count } from '../common.ts';
import { conditionOf, isTrue, sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { neighbourText } from '../neighbours.ts';
import { countIn, hasStatus, lacking, NO_STATUS } from './replicas.ts';

export function judgeJob(input: HealthInput): Health {
  const { object, facts } = input;
  if (!hasStatus(object)) return NO_STATUS;
  if (isTrue(object, 'Complete') || isTrue(object, 'SuccessCriteriaMet')) return HEALTHY;
  const failure = ['Failed', 'FailureTarget'].map((type) => conditionOf(object, type)).find((condition) => condition?.status === 'True');
  if (failure) {
    return health('DEGRADED', failure.reason ?? 'Failed', `${sentence(failure.message ?? 'The Job failed')}${neighbourText(facts.worst)}`);
  }
  if (member(object['spec'], 'suspend') === true) return health('SUSPENDED', 'Suspended', 'It is suspended: no pod of it runs.');
  return running(input);
}

/** Pods that failed are tried again, up to its backoffLimit: that alone is no fault. */
function running({ object, facts }: HealthInput): Health {
  const [active, succeeded, failed] = [countIn(object, 'active'), countIn(object, 'succeeded'), countIn(object, 'failed')];
  const completions = integer(member(object['spec'], 'completions')) ?? 1;
  const limit = integer(member(object['spec'], 'backoffLimit')) ?? 6;
  const tries = failed === 0 ? '' : ` ${count(failed, 'pod')} failed; it tries again until ${limit} have.`;
  const wanting = `${succeeded} of ${count(completions, 'completion')} ${succeeded === 1 ? 'is' : 'are'} done, ${count(active, 'pod')} ${active === 1 ? 'is' : 'are'} at work.${tries}`;
  return lacking({ wanting, facts, isShort: active === 0, otherwise: health('PROGRESSING', 'Running', wanting) });
}
