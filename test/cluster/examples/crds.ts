/** The CRDs that examples need, as they are put into a cluster of the tests. */
import { readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { type ControlPlane, crdFiles, each, type NewObject } from '../../../scripts/cluster/index.mjs';
import { until } from '../demo/until.ts';

type Crd = NewObject & {
  readonly spec: { readonly group: string; readonly names: { readonly kind: string }; readonly [field: string]: unknown };
};

/** Creates those of the kinds (`group/kind`) and waits until the server serves them. */
export async function createCrds(cluster: ControlPlane, kinds: ReadonlySet<string>): Promise<void> {
  const wanted = crdsOf(kinds);
  await each({ items: wanted, atOnce: 4, work: (crd) => cluster.api.create(crd) });
  await until({
    what: 'all CRDs are served',
    seconds: 300,
    look: async () => (await cluster.api.list(CRDS)).filter((crd) => !isEstablished(crd)).map(({ metadata }) => metadata.name),
    isReached: (pending) => pending.length === 0,
  });
}

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/** The first of each name: where a module has several for other sets of features, the smallest comes first by name. */
function crdsOf(kinds: ReadonlySet<string>): readonly Crd[] {
  const byName = new Map<string, Crd>();
  for (const file of crdFiles()) {
    for (const document of loadAll(readFileSync(file, 'utf8')) as (Crd | null)[]) {
      if (document?.kind !== 'CustomResourceDefinition' || !kinds.has(`${document.spec.group}/${document.spec.names.kind}`)) continue;
      const name = document.metadata.name ?? '';
      if (!byName.has(name)) byName.set(name, withoutConversion(document));
    }
  }
  return [...byName.values()];
}

/** Nothing answers the webhooks of these conversions here; without them every version is served as it is written. */
function withoutConversion(crd: Crd): Crd {
  const { conversion: _, ...spec } = crd.spec;
  return { ...crd, spec } as Crd;
}

function isEstablished({ status }: { readonly [field: string]: unknown }): boolean {
  const { conditions = [] } = (status ?? {}) as { conditions?: readonly { readonly type: string; readonly status: string }[] };
  return conditions.some((condition) => condition.type === 'Established' && condition.status === 'True');
}
