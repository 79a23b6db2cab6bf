/** Source: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/; Kubernetes, batch/v1 types.go, CronJobStatus. */
import { list, member } from '../../kube/fixed-keys.ts';
import { parseTime } from '../../kube/time.ts';
import { timeText } from '../common.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { neighbourText } from '../neighbours.ts';

/** By its last run: whether the schedule was kept no capture tells without a clock of the controller. */
export function judgeCronJob({ object, facts }: HealthInput): Health {
  if (member(object['spec'], 'suspend') === true) return health('SUSPENDED', 'Suspended', 'It is suspended: it starts no Jobs.');
  const status = object['status'];
  const scheduled = parseTime(member(status, 'lastScheduleTime'));
  const succeeded = parseTime(member(status, 'lastSuccessfulTime'));
  if (scheduled === null || (succeeded !== null && succeeded >= scheduled)) return HEALTHY;
  const at = timeText(scheduled);
  const { newest } = facts;
  if (newest?.status === 'DEGRADED') return health('DEGRADED', 'LastRunFailed', `Its last run, at ${at}, failed.${neighbourText(newest)}`);
  if (newest?.status === 'HEALTHY') return HEALTHY;
  if (list(member(status, 'active')).length > 0 || newest?.status === 'PROGRESSING') {
    return health('PROGRESSING', 'Running', `Its run of ${at} is under way.${neighbourText(newest)}`);
  }
  if (succeeded === null)
    return health('UNKNOWN', 'LastRunUnknown', `How its last run, at ${at}, ended is not told: its Job was not captured, or is gone.`);
  return health('DEGRADED', 'LastRunFailed', `It last succeeded at ${timeText(succeeded)}; its last run, at ${at}, did not.`);
}
