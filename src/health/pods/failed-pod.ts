/** A Pod that ended for good without success. */
import { member, word } from '../../kube/fixed-keys.ts';
import { sentence } from '../conditions.ts';
import { type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { containerName } from './container-health.ts';
import { containerReports } from './containers.ts';
import { memoryText, terminationText } from './exit-codes.ts';

export function failedPod({ object, facts }: HealthInput): Health {
  const { controller } = facts;
  if (controller?.kind === 'Job' && controller.status === 'HEALTHY') {
    return health('HEALTHY', 'Retried', `It failed, and Job ${controller.name} then succeeded with another pod.`);
  }
  const status = object['status'];
  const reason = word(member(status, 'reason'));
  const message = word(member(status, 'message'));
  const failed = containerReports(object).find(({ terminated }) => terminated !== null && terminated.exitCode !== 0);
  const ended = failed?.terminated ?? null;
  const ofContainer =
    failed === undefined || ended === null
      ? ''
      : ` ${containerName(failed)} ended with ${terminationText(ended)}.${memoryText(failed.spec, ended)}`;
  const said = message === null ? 'It ended without success.' : sentence(message);
  return health('DEGRADED', reason ?? ended?.reason ?? 'Failed', `${said}${ofContainer}`);
}
