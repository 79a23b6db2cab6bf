/** What a cluster needs to hold for a capture to be worth comparing: several pages, Secrets in several places, custom resources. */
import type { ControlPlane, NewObject } from '../../scripts/cluster/index.mjs';

/** Each stands in one place: a Secret's data, what kubectl was given as a Secret's text, a variable whose name says password. */
export const HIDDEN = { data: 'correct-horse-battery', stringData: 'only-in-string-data', variable: 'tr0ub4dor-and-three' } as const;

const CONFIG_MAPS = 1_300;

export async function fillCluster({ api, kubectl, admin, ca }: ControlPlane): Promise<void> {
  for (const name of ['shop', 'data', 'a-b']) await api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  await each(CONFIG_MAPS, (index) => api.create(configMap(index)));
  await api.create({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'shops.example.com' },
    spec: CRD,
  });
  await kubectl(['wait', '--for=condition=Established', 'crd/shops.example.com', '--timeout=30s']);
  await each(30, (index) =>
    api.create({
      apiVersion: 'example.com/v1',
      kind: 'Shop',
      metadata: { name: `shop-${index}`, namespace: 'shop' },
      spec: { size: index, ratio: 0.1 },
    }),
  );
  const stringData = JSON.stringify({ stringData: { again: HIDDEN.stringData } });
  await kubectl(['apply', '-f', '-'], {
    input: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'applied', namespace: 'data' },
      ...JSON.parse(stringData),
    }),
  });
  await api.create(secret('plain', { password: HIDDEN.data, short: 'x' }));
  await api.create({ ...secret('tls', { 'tls.crt': ca, 'tls.key': admin.key }), type: 'kubernetes.io/tls' });
  await api.create({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'web',
              env: [
                { name: 'DB_PASSWORD', value: HIDDEN.variable },
                { name: 'MODE', value: 'fast' },
              ],
            },
          ],
        },
      },
    },
  });
}

async function each(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

function configMap(index: number): NewObject {
  const namespace = ['shop', 'data', 'a-b'][index % 3] ?? 'shop';
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `c-${index}`, namespace },
    data: { text: `line "${index}"\n\u2028 \\ ü 😀`.repeat(index % 50) },
  };
}

function secret(name: string, values: Readonly<Record<string, string>>): NewObject {
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Buffer.from(value).toString('base64')]));
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'shop' }, data };
}

const CRD = {
  group: 'example.com',
  names: { kind: 'Shop', plural: 'shops', singular: 'shop' },
  scope: 'Namespaced',
  versions: ['v1', 'v1alpha1'].map((name) => ({
    name,
    served: true,
    storage: name === 'v1',
    schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } } } },
  })),
};
