/** Endpoints that say of their pods what is so. */
import type { ControlPlane, KubeObject } from '../../../scripts/cluster/index.mjs';
import { conditionOf, field } from './field.ts';
import { until } from './until.ts';

/** The controllers have caught up: every pod that a Service selects is an endpoint of it, ready or not as the pod is. */
export async function untilEndpointsFollow({ api }: ControlPlane): Promise<void> {
  await until({
    what: 'the endpoints of all Services follow their pods',
    look: async () => {
      const pods = await api.list('/api/v1/pods');
      const services = (await api.list('/api/v1/services')).filter((service) => field(service, 'spec', 'selector') !== undefined);
      const slices = await api.list('/apis/discovery.k8s.io/v1/endpointslices');
      const expected = services.flatMap((service) => endpointsByPods(service, pods)).sort();
      const found = services.flatMap((service) => endpointsBySlices(service, slices)).sort();
      return {
        missing: expected.filter((endpoint) => !found.includes(endpoint)),
        wrong: found.filter((endpoint) => !expected.includes(endpoint)),
      };
    },
    isReached: ({ missing, wrong }) => missing.length === 0 && wrong.length === 0,
  });
}

/** Pods without an address are none. */
function endpointsByPods(service: KubeObject, pods: readonly KubeObject[]): readonly string[] {
  const selector = Object.entries(field(service, 'spec', 'selector') as Readonly<Record<string, string>>);
  return pods
    .filter(({ metadata }) => metadata.namespace === service.metadata.namespace)
    .filter(({ metadata }) => selector.every(([label, value]) => metadata.labels?.[label] === value))
    .filter((pod) => field(pod, 'status', 'podIP') !== undefined)
    .map((pod) => {
      const isReady = conditionOf(pod, 'Ready')?.status === 'True' && pod.metadata['deletionTimestamp'] === undefined;
      return endpointText({
        service,
        pod: pod.metadata.name,
        ready: isReady || field(service, 'spec', 'publishNotReadyAddresses') === true,
      });
    });
}

function endpointsBySlices(service: KubeObject, slices: readonly KubeObject[]): readonly string[] {
  const { namespace, name } = service.metadata;
  return slices
    .filter(({ metadata }) => metadata.namespace === namespace && metadata.labels?.['kubernetes.io/service-name'] === name)
    .flatMap((slice) => (slice['endpoints'] ?? []) as readonly unknown[])
    .map((endpoint) =>
      endpointText({ service, pod: String(field(endpoint, 'targetRef', 'name')), ready: field(endpoint, 'conditions', 'ready') === true }),
    );
}

function endpointText(options: { readonly service: KubeObject; readonly pod: string; readonly ready: boolean }): string {
  const { service, pod, ready } = options;
  return `${service.metadata.namespace}/${service.metadata.name} ${pod} ${ready ? 'ready' : 'not ready'}`;
}
