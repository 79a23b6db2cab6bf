/** What kubectl shows of a Service, and how many endpoints stand behind it. */
import type { EndpointCounts } from '../../kube/endpoint-tally.ts';
import { stringAt } from '../../kube/safe.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { content } from '../fields/needs.ts';
import { described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import { endpointCounts } from './endpoint-counts.ts';

const SERVICE = 'Kubernetes API, core/v1 ServiceSpec';
const ENDPOINTS = 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/';

export const serviceFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'type',
    type: 'String',
    description: described('`ClusterIP` (also where none is written), `NodePort`, `LoadBalancer` or `ExternalName`.', SERVICE),
    needs: [content],
    read: (item) => {
      const captured = item.get(content);
      return captured === null ? null : (stringAt(captured.object, 'spec', 'type') ?? 'ClusterIP');
    },
  },
  {
    name: 'clusterIP',
    type: 'String',
    description: described('Its address; `None` for a headless Service.', SERVICE),
    needs: [content],
    read: (item) => stringAt(item.get(content)?.object, 'spec', 'clusterIP') ?? null,
  },
  {
    name: 'endpointCounts',
    type: 'EndpointCounts',
    description: described(
      'How many endpoints its EndpointSlices hold, or its Endpoints where no slice was captured; null where neither was, and for ExternalName.',
      ENDPOINTS,
    ),
    load: endpointCounts,
  },
];

export const endpointCountsType: TypeRow<EndpointCounts> = {
  name: 'EndpointCounts',
  description: described('Endpoints of a Service; one that stands in several slices counts once.', ENDPOINTS),
  fields: [
    { name: 'ready', type: 'Int!', description: described('Ready for traffic.', ENDPOINTS), read: ({ data }) => data.ready },
    { name: 'notReady', type: 'Int!', description: described('Not ready.', ENDPOINTS), read: ({ data }) => data.notReady },
  ],
};
