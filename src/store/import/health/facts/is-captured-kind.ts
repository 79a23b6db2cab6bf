import type { KindKey } from '../../../../kube/kind.ts';
import { decidingCoverage } from '../../../read/completeness.ts';
import type { HealthContext } from '../health-context.ts';

/** Wholly, in this namespace: what is not in the snapshot was not there. */
export function isCapturedKind({ read }: HealthContext, kind: KindKey, namespace: string | null): boolean {
  return decidingCoverage(read, kind, namespace)?.outcome === 'ok';
}
