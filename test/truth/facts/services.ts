/** Services, their slices, endpoints and pods; disruption budgets and network policies with the pods they select. */
import type { Asked } from '../ask.ts';
import type { Fact } from '../fact.ts';
import { countBy } from './count.ts';

interface Service {
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
  readonly clusterIP: string | null;
  readonly json: Record<string, string> | null;
  readonly endpointCounts: { readonly ready: number; readonly notReady: number };
  readonly pods: { readonly items: readonly { readonly name: string }[] };
  readonly endpointSlices: {
    readonly items: readonly {
      readonly name: string;
      readonly endpoints: readonly {
        readonly ready: boolean;
        readonly pod: { readonly name: string; readonly presence: string } | null;
        readonly node: { readonly name: string; readonly presence: string } | null;
      }[];
    }[];
  };
}

const QUERY = `{ services { items { namespace name type clusterIP json(path: "spec.selector") endpointCounts { ready notReady }
  pods { items { name } } endpointSlices { items { name endpoints { ready pod { name presence } node { name presence } } } } } } }`;

export const serviceFacts: readonly Fact[] = [
  { section: 'services.total', find: async (asked) => (await services(asked)).length },
  { section: 'services.byType', find: async (asked) => countBy(await services(asked), ({ type }) => type) },
  { section: 'services.headless', find: async (asked) => (await services(asked)).filter(({ clusterIP }) => clusterIP === 'None').length },
  { section: 'services.withSelector', find: async (asked) => (await selecting(asked)).length },
  {
    section: 'services.selectingAtLeastOnePod',
    find: async (asked) => (await selecting(asked)).filter(({ pods }) => pods.items.length > 0).length,
  },
  {
    section: 'services.servicePodPairsBySelector',
    find: async (asked) => (await selecting(asked)).reduce((sum, { pods }) => sum + pods.items.length, 0),
  },
  {
    section: 'services.withSelectorButNoPod',
    find: async (asked) =>
      (await selecting(asked))
        .filter(({ pods }) => pods.items.length === 0)
        .map(serviceName)
        .sort(),
  },
  {
    section: 'services.podsSelectedByMoreThanOneService',
    find: async (asked) => {
      const { pods } = await asked.ask<{ pods: { items: { services: { items: { json: unknown }[] } }[] } }>(
        '{ pods { items { services { items { json(path: "spec.selector") } } } } }',
      );
      return pods.items.filter(({ services }) => services.items.filter(({ json }) => json !== null).length > 1).length;
    },
  },
  { section: 'endpointSlices.total', find: async (asked) => (await endpointSlices(asked)).length },
  { section: 'endpointSlices.endpoints', find: async (asked) => (await allEndpoints(asked)).length },
  { section: 'endpointSlices.ready', find: async (asked) => (await allEndpoints(asked)).filter(({ ready }) => ready).length },
  { section: 'endpointSlices.notReady', find: async (asked) => (await allEndpoints(asked)).filter(({ ready }) => !ready).length },
  {
    section: 'endpointSlices.withoutTargetRef',
    find: async (asked) => (await allEndpoints(asked)).filter(({ pod }) => pod === null).length,
  },
  {
    section: 'endpointSlices.distinctServicePodPairs',
    find: async (asked) =>
      new Set((await chains(asked)).filter(({ pod }) => pod !== null).map(({ service, pod }) => `${service} ${pod}`)).size,
  },
  {
    section: 'endpointSlices.servicesWithSelectorAndNoReadyEndpoint',
    find: async (asked) =>
      (await selecting(asked))
        .filter(({ endpointCounts }) => endpointCounts.ready === 0)
        .map(serviceName)
        .sort(),
  },
  {
    section: 'chainServiceSlicePodNode.distinctServicePodNode',
    find: async (asked) => new Set((await wholeChains(asked)).map(({ service, pod, node }) => `${service} ${pod} ${node}`)).size,
  },
  {
    section: 'chainServiceSlicePodNode.distinctServiceNode',
    find: async (asked) => new Set((await wholeChains(asked)).map(({ service, node }) => `${service} ${node}`)).size,
  },
  { section: 'podDisruptionBudgets.each', find: (asked) => podsOfEach(asked, 'PodDisruptionBudget', 'podDisruptionBudgets') },
  { section: 'networkPolicies.each', find: (asked) => podsOfEach(asked, 'NetworkPolicy', 'networkPolicies') },
];

async function services(asked: Asked): Promise<readonly Service[]> {
  return (await asked.ask<{ services: { items: Service[] } }>(QUERY)).services.items;
}

async function selecting(asked: Asked): Promise<readonly Service[]> {
  return (await services(asked)).filter(({ json }) => json !== null && Object.keys(json).length > 0);
}

async function endpointSlices(asked: Asked): Promise<Service['endpointSlices']['items']> {
  return (
    await asked.ask<{ endpointSlices: Service['endpointSlices'] }>(
      '{ endpointSlices { items { name endpoints { ready pod { name presence } node { name presence } } } } }',
    )
  ).endpointSlices.items;
}

async function allEndpoints(asked: Asked): Promise<Service['endpointSlices']['items'][number]['endpoints']> {
  return (await endpointSlices(asked)).flatMap(({ endpoints }) => endpoints);
}

interface Chain {
  readonly service: string;
  readonly pod: string | null;
  readonly node: string | null;
}

/** From every Service through its slices; what the capture does not hold is null. */
async function chains(asked: Asked): Promise<readonly Chain[]> {
  return (await services(asked)).flatMap((service) =>
    service.endpointSlices.items.flatMap(({ endpoints }) =>
      endpoints.map(({ pod, node }) => ({ service: serviceName(service), pod: present(pod), node: present(node) })),
    ),
  );
}

async function wholeChains(asked: Asked): Promise<readonly Chain[]> {
  return (await chains(asked)).filter(({ pod, node }) => pod !== null && node !== null);
}

function present(object: { readonly name: string; readonly presence: string } | null): string | null {
  return object?.presence === 'PRESENT' ? object.name : null;
}

function serviceName({ namespace, name }: Service): string {
  return `Service/${namespace}/${name}`;
}

async function podsOfEach(asked: Asked, kind: string, field: string): Promise<Record<string, number>> {
  const answer = await asked.ask<Record<string, { items: { namespace: string; name: string; pods: { totalCount: number } }[] }>>(
    `{ ${field} { items { namespace name pods { totalCount } } } }`,
  );
  return Object.fromEntries(
    (answer[field]?.items ?? []).map(({ namespace, name, pods }) => [`${kind}/${namespace}/${name}`, pods.totalCount]),
  );
}
