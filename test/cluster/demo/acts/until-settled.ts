/** The waits of all stories: what takes its time after it was done. While one is waited for, the others go on. */
import type { ControlPlane, KubeObject } from '../../../../scripts/cluster/index.mjs';
import { untilCrashLoopsWait } from '../crash-loops.ts';
import type { Demo } from '../demo.ts';
import { untilEndpointsFollow } from '../endpoints.ts';
import { conditionOf, field } from '../field.ts';
import { LOST_NODE } from '../nodes.ts';
import { until } from '../until.ts';

/** As many as the handed-out capture has. */
export const RESTARTS_OF_CRASH_LOOPS = 4;

export async function untilSettled({ cluster }: Demo): Promise<void> {
  await untilTwoNewsletters(cluster);
  await untilTerminating(cluster);
  await untilApiIsUnavailable(cluster);
  await untilDeploymentsGiveUp(cluster);
  await untilSearchIsEvicted(cluster);
  await untilCrashLoopsWait(cluster, RESTARTS_OF_CRASH_LOOPS);
  await untilEndpointsFollow(cluster);
}

/** Then no more of them: each minute there would be another one under way. */
async function untilTwoNewsletters({ api, kubectl }: ControlPlane): Promise<void> {
  await until({
    what: 'two newsletters are sent',
    look: async () => (await api.list('/apis/batch/v1/namespaces/shop/jobs')).map((job) => conditionOf(job, 'Complete')?.status),
    isReached: (states) => states.filter((status) => status === 'True').length === 2,
    seconds: 240,
  });
  await kubectl(['-n', 'shop', 'patch', 'cronjob', 'newsletter', '--type=merge', '-p', '{"spec":{"schedule":"0 6 * * 1-5"}}']);
  await until({
    what: 'no newsletter is under way',
    look: async () => field(await api.get('/apis/batch/v1/namespaces/shop/cronjobs/newsletter'), 'status', 'active') ?? null,
    isReached: (active) => active === null,
  });
}

const GIVEN_UP = ['NoSchedule', 'NoExecute'].map((effect) => `node.kubernetes.io/unreachable:${effect}`);

/** Story m. */
async function untilSearchIsEvicted({ api, kubectl }: ControlPlane): Promise<void> {
  await until({
    what: `${LOST_NODE} is given up`,
    look: async () => {
      const node = await api.get(`/api/v1/nodes/${LOST_NODE}`);
      const taints = (field(node, 'spec', 'taints') ?? []) as readonly { readonly key: string; readonly effect: string }[];
      return [conditionOf(node, 'Ready')?.status, ...taints.map(({ key, effect }) => `${key}:${effect}`)];
    },
    isReached: (states) => ['Unknown', ...GIVEN_UP].every((state) => states.includes(state)),
  });
  await kubectl(['uncordon', LOST_NODE]);
  await until({
    what: 'two pods of search are deleted in vain, and two wait for a node',
    look: async () => (await api.list('/api/v1/namespaces/shop/pods', { labelSelector: 'app=search' })).map(stateOfPod).sort(),
    isReached: (states) => states.join() === 'Pending,Pending,deleted,deleted',
    seconds: 180,
  });
  await until({
    what: `no pod on ${LOST_NODE} is ready`,
    look: async () =>
      (await api.list('/api/v1/pods', { fieldSelector: `spec.nodeName=${LOST_NODE}` })).map((pod) => conditionOf(pod, 'Ready')?.status),
    isReached: (states) => states.every((status) => status === 'False'),
  });
}

function stateOfPod(pod: KubeObject): unknown {
  return pod.metadata['deletionTimestamp'] === undefined ? field(pod, 'status', 'phase') : 'deleted';
}

/** Stories g, i and j: of what was deleted, what is held is left alone. */
async function untilTerminating({ api }: ControlPlane): Promise<void> {
  const names = async (path: string, query = {}): Promise<readonly string[]> =>
    (await api.list(path, query)).map(({ metadata }) => `${metadata.name}${metadata['deletionTimestamp'] === undefined ? '' : ' deleted'}`);
  await until({
    what: 'the deletions stand still',
    look: async () => [
      ...(await names('/apis/archive.example.com/v1/backups')),
      ...(await names('/apis/legacy.example.com/v1beta1/namespaces/team-legacy/tenants')),
      ...(await names('/api/v1/namespaces/team-legacy/pods')),
      ...(await names('/apis/apps/v1/namespaces/shop/replicasets', { labelSelector: 'app=gift-wrap' })).map(withoutHash),
      ...(await names('/api/v1/namespaces/shop/pods', { labelSelector: 'app=gift-wrap' })).map(withoutHash),
    ],
    isReached: (found) =>
      found.join() ===
      ['backup-2026-10', 'backup-2026-11', 'acme', 'gift-wrap', 'gift-wrap', 'gift-wrap'].map((name) => `${name} deleted`).join(),
  });
}

function withoutHash(text: string): string {
  return text.replace(/^gift-wrap\S*/, 'gift-wrap');
}

/** Story l, and what it does to story g. */
async function untilApiIsUnavailable({ api }: ControlPlane): Promise<void> {
  await until({
    what: 'the API of metrics-server is unavailable, and the namespace team-legacy suffers from it',
    look: async () => [
      conditionOf(await api.get('/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io'), 'Available')?.reason,
      conditionOf(await api.get('/api/v1/namespaces/team-legacy'), 'NamespaceDeletionDiscoveryFailure')?.status,
    ],
    isReached: ([available, failure]) => available === 'MissingEndpoints' && failure === 'True',
  });
}

/** Stories c to f and n: past its deadline a Deployment says that it does not progress. */
async function untilDeploymentsGiveUp({ api }: ControlPlane): Promise<void> {
  const sick = ['shop/checkout', 'shop/image-resizer', 'payments/settlement', 'data/orders-sync'];
  await until({
    what: `the Deployments ${sick.join(', ')} give up`,
    look: async () => {
      const deployments = await api.list('/apis/apps/v1/deployments');
      return deployments
        .filter(({ metadata }) => sick.includes(`${metadata.namespace}/${metadata.name}`))
        .map((deployment) => conditionOf(deployment, 'Progressing')?.reason);
    },
    isReached: (reasons) => reasons.length === sick.length && reasons.every((reason) => reason === 'ProgressDeadlineExceeded'),
  });
}
