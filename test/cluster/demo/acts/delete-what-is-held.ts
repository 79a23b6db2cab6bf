/** Stories g, h, i and j: deletions that cannot end. */
import type { ControlPlane } from '../../../../scripts/cluster/index.mjs';
import type { Demo } from '../demo.ts';
import { conditionOf, field } from '../field.ts';
import { until } from '../until.ts';

const NO_WAIT = '--wait=false';

export async function deleteWhatIsHeld({ cluster }: Demo): Promise<void> {
  const { kubectl, api } = cluster;
  await untilCompleted(cluster);
  await kubectl(['-n', 'data', 'delete', 'pvc', 'reports', 'scratch', NO_WAIT]);
  await kubectl(['-n', 'shop', 'delete', 'deployment', 'gift-wrap', '--cascade=foreground', NO_WAIT]);
  await kubectl(['-n', 'team-legacy', 'delete', 'deployment', 'tenant-operator']);
  await kubectl(['delete', 'namespace', 'team-legacy', NO_WAIT]);
  await kubectl(['delete', 'crd', 'backups.archive.example.com', NO_WAIT]);
  // Before the broken API is there: afterwards the namespace controller gets no further.
  await until({
    what: 'the namespace team-legacy says what remains in it',
    look: async () => field(await api.get('/api/v1/namespaces/team-legacy'), 'status', 'conditions'),
    isReached: (conditions) => conditionOf({ status: { conditions } }, 'NamespaceFinalizersRemaining')?.status === 'True',
  });
}

/** The pods that hold the claims are done. */
async function untilCompleted({ api }: ControlPlane): Promise<void> {
  await until({
    what: 'the Job report-october and the Pod scratch-import are done',
    look: async () => [
      conditionOf(await api.get('/apis/batch/v1/namespaces/data/jobs/report-october'), 'Complete')?.status,
      field(await api.get('/api/v1/namespaces/data/pods/scratch-import'), 'status', 'phase'),
    ],
    isReached: ([complete, phase]) => complete === 'True' && phase === 'Succeeded',
  });
}
