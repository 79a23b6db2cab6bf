/** Elastic Cloud on Kubernetes: what is connected with what, and what it reads. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, secret, service, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const elastic = (group: string, kind: string): KindKey => ({ group: `${group}.k8s.elastic.co`, kind });
const elasticsearch = elastic('elasticsearch', 'Elasticsearch');
const kibana = elastic('kibana', 'Kibana');
const apmServer = elastic('apm', 'ApmServer');
const agent = elastic('agent', 'Agent');
const beat = elastic('beat', 'Beat');
const enterpriseSearch = elastic('enterprisesearch', 'EnterpriseSearch');
const logstash = elastic('logstash', 'Logstash');
const maps = elastic('maps', 'ElasticMapsServer');
const autoscaler = elastic('autoscaling', 'ElasticsearchAutoscaler');

const REVERSES: ReadonlyMap<KindKey, string> = new Map([
  [elasticsearch, 'elasticsearches'],
  [kibana, 'kibanas'],
  [apmServer, 'apmServers'],
  [agent, 'elasticAgents'],
  [beat, 'beats'],
  [enterpriseSearch, 'enterpriseSearches'],
  [logstash, 'logstashes'],
  [maps, 'elasticMapsServers'],
  [autoscaler, 'elasticsearchAutoscalers'],
]);

const MONITORING = ['spec.monitoring.logs.elasticsearchRefs[]', 'spec.monitoring.metrics.elasticsearchRefs[]'];

/** `secrets`: it may name a Secret instead, for what lies outside. */
const connections: readonly {
  readonly from: readonly KindKey[];
  readonly refs: readonly string[];
  readonly target: KindKey;
  readonly forward: string;
  readonly reverse?: string;
  readonly secrets: readonly string[];
}[] = [
  {
    from: [apmServer, beat, enterpriseSearch, kibana, maps],
    refs: ['spec.elasticsearchRef'],
    target: elasticsearch,
    forward: 'elasticsearches',
    secrets: ['secretName', 'clientCertificateSecretName'],
  },
  {
    from: [agent, logstash],
    refs: ['spec.elasticsearchRefs[]'],
    target: elasticsearch,
    forward: 'elasticsearches',
    secrets: ['secretName', 'clientCertificateSecretName'],
  },
  {
    from: [beat, elasticsearch, kibana, logstash],
    refs: MONITORING,
    target: elasticsearch,
    forward: 'monitoringElasticsearches',
    secrets: ['secretName'],
  },
  {
    from: [elasticsearch],
    refs: ['spec.remoteClusters[].elasticsearchRef'],
    target: elasticsearch,
    forward: 'remoteElasticsearches',
    reverse: 'remoteOfElasticsearches',
    secrets: [],
  },
  { from: [autoscaler], refs: ['spec.elasticsearchRef'], target: elasticsearch, forward: 'elasticsearches', secrets: [] },
  { from: [agent, apmServer, beat], refs: ['spec.kibanaRef'], target: kibana, forward: 'kibanas', secrets: ['secretName'] },
  { from: [kibana], refs: ['spec.enterpriseSearchRef'], target: enterpriseSearch, forward: 'enterpriseSearches', secrets: ['secretName'] },
  {
    from: [agent],
    refs: ['spec.fleetServerRef'],
    target: agent,
    forward: 'fleetServerAgents',
    reverse: 'fleetAgents',
    secrets: ['secretName', 'clientCertificateSecretName'],
  },
];

const CONNECTED = 'cloud-on-k8s common/v1 ObjectSelector';

const connectionRules = connections.flatMap(({ from, refs, target, forward, reverse, secrets }) =>
  from.flatMap((source): readonly RelationRule[] => {
    const own = REVERSES.get(source) ?? '';
    const isMonitoring = refs === MONITORING;
    const name = reverse ?? (isMonitoring ? `monitored${own.charAt(0).toUpperCase()}${own.slice(1)}` : own);
    return [
      ...atPaths(at(refs, 'name'), {
        relation: isMonitoring ? 'elastic-monitoring' : 'elastic-connection',
        from: source,
        target,
        namespace: { path: 'namespace' },
        forward: { name: forward },
        reverse: { name },
        source: `${CONNECTED}: in its own namespace unless it says another`,
      }),
      ...atPaths(source === autoscaler ? [] : at(refs, 'serviceName'), {
        relation: 'elastic-connection-service',
        from: source,
        target: service,
        namespace: { path: 'namespace' },
        forward: { name: 'services' },
        reverse: { name: own },
        source: `${CONNECTED}.serviceName: in the namespace of what is referred to`,
      }),
      ...secrets.flatMap((field) => secretRules(source, at(refs, field), `${CONNECTED}.${field}`)),
    ];
  }),
);

const settings: readonly { readonly path: string; readonly from: readonly KindKey[] }[] = [
  { path: 'spec.configRef.secretName', from: [agent, beat, enterpriseSearch, logstash, maps] },
  { path: 'spec.http.tls.certificate.secretName', from: [agent, apmServer, elasticsearch, enterpriseSearch, kibana, maps] },
  { path: 'spec.secureSettings[].secretName', from: [agent, apmServer, beat, elasticsearch, kibana, logstash] },
  { path: 'spec.transport.tls.certificate.secretName', from: [elasticsearch] },
  { path: 'spec.auth.fileRealm[].secretName', from: [elasticsearch] },
  { path: 'spec.auth.roles[].secretName', from: [elasticsearch] },
  { path: 'spec.pipelinesRef.secretName', from: [logstash] },
  { path: 'spec.services[].tls.certificate.secretName', from: [logstash] },
];

const WITH_ACCOUNTS = [agent, apmServer, beat, elasticsearch, enterpriseSearch, kibana, logstash, maps];

export const elasticRules: readonly RelationRule[] = [
  ...connectionRules,
  ...settings.flatMap(({ path, from }) => from.flatMap((source) => secretRules(source, [path], `cloud-on-k8s ${source.kind}Spec`))),
  {
    relation: 'elastic-config-map',
    from: elasticsearch,
    path: 'spec.transport.tls.certificateAuthorities.configMapName',
    target: configMap,
    namespace: 'source',
    forward: { name: 'configMaps' },
    reverse: { name: 'elasticsearches' },
    source: 'cloud-on-k8s elasticsearch/v1 TransportTLSOptions.certificateAuthorities',
  },
  ...WITH_ACCOUNTS.map(
    (from): RelationRule => ({
      relation: 'elastic-service-account',
      from,
      path: 'spec.serviceAccountName',
      target: serviceAccount,
      namespace: 'source',
      forward: { name: 'serviceAccount', one: true },
      reverse: { name: REVERSES.get(from) ?? '' },
      source: `cloud-on-k8s ${from.kind}Spec.serviceAccountName: who must be allowed what it connects with`,
    }),
  ),
];

function secretRules(from: KindKey, paths: readonly string[], source: string): readonly RelationRule[] {
  const reverse = { name: REVERSES.get(from) ?? '' };
  return atPaths(paths, {
    relation: 'elastic-secret',
    from,
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse,
    source,
  });
}

function at(refs: readonly string[], field: string): string[] {
  return refs.map((ref) => `${ref}.${field}`);
}
