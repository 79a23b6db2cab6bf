/** Source: https://kubernetes.io/docs/tasks/administer-cluster/namespaces/; Kubernetes, core/v1 types.go, NamespaceConditionType. */
import { member, word } from '../../kube/fixed-keys.ts';
import { terminating } from '../common.ts';
import { conditionOf, sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';

export function judgeNamespace({ object }: HealthInput): Health {
  const phase = word(member(object['status'], 'phase'));
  return phase === 'Active' ? HEALTHY : health('UNKNOWN', 'NoStatus', 'Its status says neither that it is active nor that it goes.');
}

/** Its deletion cannot go on where these are True. */
const FAILURES = ['NamespaceDeletionDiscoveryFailure', 'NamespaceDeletionGroupVersionParsingFailure', 'NamespaceDeletionContentFailure'];
const REMAINING = ['NamespaceContentRemaining', 'NamespaceFinalizersRemaining'];

export function terminatingNamespace(input: HealthInput): Health | null {
  const usual = terminating(input);
  if (usual === null) return null;
  const said = [...FAILURES, ...REMAINING].flatMap((type) => {
    const condition = conditionOf(input.object, type);
    return condition?.status === 'True' ? [{ type, text: sentence(condition.message ?? `${type} is True`) }] : [];
  });
  if (said.length === 0) return usual;
  const failure = said.find(({ type }) => FAILURES.includes(type));
  const text = said.map((one) => one.text).join(' ');
  const judged = failure === undefined ? usual : { ...health('DEGRADED', failure.type, null), until: null };
  return { ...judged, message: health('UNKNOWN', null, `It is being deleted. ${text}`).message };
}
