import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { nested } from '../nested.ts';

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly required: Readonly<Record<string, JsonValue>>;
  /** To its Elasticsearch, and what it may say of it. */
  readonly elasticsearch?: string;
  readonly kibana?: true;
  readonly monitoring?: true;
  readonly secrets: readonly string[];
}

const VERSION = { 'spec.version': '9.1.0' };
const HTTP = 'spec.http.tls.certificate.secretName';
const SECURE = 'spec.secureSettings[].secretName';
const CONFIG = 'spec.configRef.secretName';
const kinds: readonly Kind[] = [
  {
    apiVersion: 'elasticsearch.k8s.elastic.co/v1',
    kind: 'Elasticsearch',
    required: { ...VERSION, 'spec.nodeSets[].name': 'all' },
    monitoring: true,
    secrets: [
      HTTP,
      SECURE,
      'spec.transport.tls.certificate.secretName',
      'spec.auth.fileRealm[].secretName',
      'spec.auth.roles[].secretName',
    ],
  },
  {
    apiVersion: 'kibana.k8s.elastic.co/v1',
    kind: 'Kibana',
    required: VERSION,
    elasticsearch: 'spec.elasticsearchRef',
    monitoring: true,
    secrets: [HTTP, SECURE],
  },
  {
    apiVersion: 'apm.k8s.elastic.co/v1',
    kind: 'ApmServer',
    required: VERSION,
    elasticsearch: 'spec.elasticsearchRef',
    kibana: true,
    secrets: [HTTP, SECURE],
  },
  {
    apiVersion: 'beat.k8s.elastic.co/v1beta1',
    kind: 'Beat',
    required: { ...VERSION, 'spec.type': 'filebeat' },
    elasticsearch: 'spec.elasticsearchRef',
    kibana: true,
    monitoring: true,
    secrets: [CONFIG, SECURE],
  },
  {
    apiVersion: 'agent.k8s.elastic.co/v1alpha1',
    kind: 'Agent',
    required: VERSION,
    elasticsearch: 'spec.elasticsearchRefs[]',
    kibana: true,
    secrets: [CONFIG, HTTP, SECURE],
  },
  {
    apiVersion: 'logstash.k8s.elastic.co/v1alpha1',
    kind: 'Logstash',
    required: { ...VERSION, 'spec.elasticsearchRefs[].clusterName': 'main' },
    elasticsearch: 'spec.elasticsearchRefs[]',
    monitoring: true,
    secrets: [CONFIG, SECURE, 'spec.pipelinesRef.secretName', 'spec.services[].tls.certificate.secretName'],
  },
  {
    apiVersion: 'enterprisesearch.k8s.elastic.co/v1',
    kind: 'EnterpriseSearch',
    required: VERSION,
    elasticsearch: 'spec.elasticsearchRef',
    secrets: [CONFIG, HTTP],
  },
  {
    apiVersion: 'maps.k8s.elastic.co/v1alpha1',
    kind: 'ElasticMapsServer',
    required: VERSION,
    elasticsearch: 'spec.elasticsearchRef',
    secrets: [CONFIG, HTTP],
  },
];

const one = (path: string): string => path.replaceAll('[]', '[0]');
const object = (
  { apiVersion, kind, required }: Pick<Kind, 'apiVersion' | 'kind' | 'required'>,
  name: string,
  values: Record<string, JsonValue>,
): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  ...nested({ ...required, ...values }),
});

/** By its name, and by the Service to use. */
function connected(kind: Kind, name: string, ref: string, relation: string, target: string): Example[] {
  return [
    {
      object: object(kind, name, { [`${ref}.name`]: 'main', [`${ref}.serviceName`]: 'main-http' }),
      pointers: [
        `${relation} ${one(ref)}.name → ${target} shop/main`,
        `elastic-connection-service ${one(ref)}.serviceName → Service shop/main-http`,
      ],
    },
    {
      object: object(kind, `${name}-elsewhere`, { [`${ref}.name`]: 'main', [`${ref}.namespace`]: 'data' }),
      pointers: [`${relation} ${one(ref)}.name → ${target} data/main`],
    },
  ];
}

const named = (kind: Kind, name: string, paths: readonly string[]): Example[] =>
  paths.map((path, index) => ({
    object: object(kind, `${name}-${index}`, { [path]: 'values' }),
    pointers: [`elastic-secret ${one(path)} → Secret shop/values`],
  }));

const ELASTICSEARCH = 'Elasticsearch.elasticsearch.k8s.elastic.co';
const MONITORING = ['logs', 'metrics'].map((what) => `spec.monitoring.${what}.elasticsearchRefs[]`);

const ofKinds = kinds.flatMap((kind): Example[] => {
  const { elasticsearch, kibana, monitoring } = kind;
  return [
    ...named(kind, 'settings', kind.secrets),
    {
      object: object(kind, 'account', { 'spec.serviceAccountName': 'connector' }),
      pointers: ['elastic-service-account spec.serviceAccountName → ServiceAccount shop/connector'],
    },
    ...(elasticsearch === undefined
      ? []
      : [
          ...connected(kind, 'elasticsearch', elasticsearch, 'elastic-connection', ELASTICSEARCH),
          ...named(kind, 'outside', [`${elasticsearch}.secretName`, `${elasticsearch}.clientCertificateSecretName`]),
        ]),
    ...(kibana === undefined
      ? []
      : [
          ...connected(kind, 'kibana', 'spec.kibanaRef', 'elastic-connection', 'Kibana.kibana.k8s.elastic.co'),
          ...named(kind, 'outside-kibana', ['spec.kibanaRef.secretName']),
        ]),
    ...(monitoring === undefined
      ? []
      : MONITORING.flatMap((ref, index) => [
          ...connected(kind, `monitoring-${index}`, ref, 'elastic-monitoring', ELASTICSEARCH),
          ...named(kind, `monitoring-outside-${index}`, [`${ref}.secretName`]),
        ])),
  ];
});

const [elasticsearchKind, kibanaKind, , , agentKind] = kinds as [Kind, Kind, Kind, Kind, Kind];

export const elasticExamples: readonly Example[] = [
  ...ofKinds,
  ...connected(
    { ...elasticsearchKind, required: { ...elasticsearchKind.required, 'spec.remoteClusters[].name': 'other' } },
    'remote',
    'spec.remoteClusters[].elasticsearchRef',
    'elastic-connection',
    ELASTICSEARCH,
  ),
  {
    object: object(elasticsearchKind, 'authorities', { 'spec.transport.tls.certificateAuthorities.configMapName': 'authorities' }),
    pointers: ['elastic-config-map spec.transport.tls.certificateAuthorities.configMapName → ConfigMap shop/authorities'],
  },
  ...connected(kibanaKind, 'search', 'spec.enterpriseSearchRef', 'elastic-connection', 'EnterpriseSearch.enterprisesearch.k8s.elastic.co'),
  ...named(kibanaKind, 'search-outside', ['spec.enterpriseSearchRef.secretName']),
  ...connected(agentKind, 'fleet', 'spec.fleetServerRef', 'elastic-connection', 'Agent.agent.k8s.elastic.co'),
  ...named(agentKind, 'fleet-outside', ['spec.fleetServerRef.secretName', 'spec.fleetServerRef.clientCertificateSecretName']),
  {
    object: {
      apiVersion: 'autoscaling.k8s.elastic.co/v1alpha1',
      kind: 'ElasticsearchAutoscaler',
      metadata: { name: 'main', namespace: 'shop' },
      spec: {
        elasticsearchRef: { name: 'main' },
        policies: [{ name: 'data', roles: ['data'], resources: { nodeCount: { min: 1, max: 3 } } }],
      },
    },
    pointers: [`elastic-connection spec.elasticsearchRef.name → ${ELASTICSEARCH} shop/main`],
  },
];
