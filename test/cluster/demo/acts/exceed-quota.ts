/** Story n: a quota comes after the first pods, and then one Deployment too many. */
import { applyManifests } from '../apply-manifests.ts';
import type { Demo } from '../demo.ts';
import { untilReady } from '../deployments.ts';
import { field } from '../field.ts';
import { until } from '../until.ts';

/** Two pods of api and one of fraud-check: a pod of an earlier revision that still counts would leave no room for two of settlement. */
const USED = '300m';

export async function exceedQuota({ cluster }: Demo): Promise<void> {
  await applyManifests(cluster, { files: ['payments/quota'] });
  await until({
    what: `the quota of payments counts ${USED}`,
    look: async () =>
      field(await cluster.api.get('/api/v1/namespaces/payments/resourcequotas/payments-quota'), 'status', 'used', 'requests.cpu'),
    isReached: (used) => used === USED,
  });
  await applyManifests(cluster, { files: ['payments/settlement'] });
  await untilReady(cluster, { payments: { settlement: 2 } });
}
