/** Source: https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/. */
import { member, word } from '../../kube/fixed-keys.ts';
import { conditionOf, isTrue, sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';

export function judgeSigningRequest({ object }: HealthInput): Health {
  for (const type of ['Denied', 'Failed']) {
    const condition = conditionOf(object, type);
    if (condition?.status === 'True')
      return health('DEGRADED', condition.reason ?? type, sentence(condition.message ?? `It was ${type.toLowerCase()}`));
  }
  if (word(member(object['status'], 'certificate')) !== null) return HEALTHY;
  return isTrue(object, 'Approved')
    ? health('PROGRESSING', 'Approved', 'It was approved, and its signer has not signed yet.')
    : health('PROGRESSING', 'Pending', 'It waits for somebody to approve it.');
}
