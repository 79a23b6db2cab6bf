/** What happens between the first and the later capture: six changes, and the garbage collector runs again. */
import type { ControlPlane } from '../../../scripts/cluster/index.mjs';
import { untilCrashLoopsWait } from './crash-loops.ts';
import type { Demo } from './demo.ts';
import { untilRolledOut } from './deployments.ts';
import { untilEndpointsFollow } from './endpoints.ts';
import { conditionOf, field } from './field.ts';
import { until } from './until.ts';

const RESTARTS = 5;

/** That of the handed-out capture: the template's hash, and so the ReplicaSet's name, comes from it. */
const RESTARTED_AT = '2026-11-23T05:10:10Z';

export async function playLater({ cluster, kubelets }: Demo): Promise<void> {
  const { kubectl, start } = cluster;
  kubelets.holdRestartsAt(RESTARTS);
  await start('controller-manager');
  await change(kubectl);
  await untilChanged(cluster);
  await untilCollected(cluster);
  await untilCrashLoopsWait(cluster, RESTARTS);
  await untilEndpointsFollow(cluster);
}

async function change(kubectl: ControlPlane['kubectl']): Promise<void> {
  const patch = (namespace: string, object: string, fields: object): Promise<string> =>
    kubectl(['-n', namespace, 'patch', ...object.split('/'), '--patch', JSON.stringify(fields)]);
  await kubectl(['-n', 'shop', 'set', 'image', 'deployment/cart', 'cart=registry.example.com/shop/cart:4.2.0']);
  await kubectl(['-n', 'shop', 'annotate', '--overwrite', 'deployment/cart', 'kubernetes.io/change-cause=cart 4.2.0']);
  const storefronts = await kubectl(['-n', 'shop', 'get', 'pods', '-l', 'app=storefront', '-o', 'name']);
  await kubectl(['-n', 'shop', 'delete', storefronts.split('\n')[0] ?? '', '--wait=false']);
  await patch('shop', 'configmap/cart-config', { data: { CART_TTL: '24h', MAX_ITEMS: '100' } });
  await patch('shop', 'service/recommendations', { spec: { selector: { app: 'recommendations' } } });
  await kubectl(['-n', 'payments', 'delete', 'secret', 'stripe-credentials']);
  const annotations = { 'kubectl.kubernetes.io/restartedAt': RESTARTED_AT, 'kwok.x-k8s.io/sim-profile': 'p6' };
  await patch('payments', 'deployment/api', { spec: { template: { metadata: { annotations } } } });
  await kubectl(['-n', 'data', 'delete', 'pod', 'scratch-import']);
}

async function untilChanged(cluster: ControlPlane): Promise<void> {
  const { api } = cluster;
  await untilRolledOut(cluster, { shop: { cart: 2 } });
  await until({
    what: 'the deleted pod of storefront is replaced',
    look: async () =>
      (await api.list('/api/v1/namespaces/shop/pods', { labelSelector: 'app=storefront' })).map((pod) =>
        pod.metadata['deletionTimestamp'] === undefined ? conditionOf(pod, 'Ready')?.status : 'deleted',
      ),
    isReached: (states) => states.join() === 'True,True,True',
  });
  await until({
    what: 'a pod of api cannot mount its Secret',
    look: async () =>
      (await api.list('/api/v1/namespaces/payments/pods', { labelSelector: 'app=api' })).map((pod) => [
        field(pod, 'status', 'phase'),
        field(pod, 'status', 'containerStatuses', '0', 'state', 'waiting', 'reason'),
      ]),
    isReached: (states) => states.some(([phase, reason]) => phase === 'Pending' && reason === 'ContainerCreating'),
  });
}

async function untilCollected({ api }: ControlPlane): Promise<void> {
  const gone = {
    'the claim scratch': '/api/v1/namespaces/data/persistentvolumeclaims/scratch',
    'ConfigMap cart-snapshot': '/api/v1/namespaces/shop/configmaps/cart-snapshot',
    'Secret old-session-key': '/api/v1/namespaces/shop/secrets/old-session-key',
    'ConfigMap cart-config-copy': '/api/v1/namespaces/payments/configmaps/cart-config-copy',
  };
  await until({
    what: 'the garbage collector has collected',
    look: async () => {
      const answers = Object.entries(gone).map(async ([name, path]) => ({ name, status: (await api.request({ path })).status }));
      return (await Promise.all(answers)).filter(({ status }) => status !== 404).map(({ name }) => name);
    },
    isReached: (left) => left.length === 0,
  });
  await until({
    what: 'the volume of the claim scratch is released',
    look: async () => field(await api.get('/api/v1/persistentvolumes/pv-worker-a2-disk1'), 'status', 'phase'),
    isReached: (phase) => phase === 'Released',
  });
}
