/** Argo Rollouts: the Services and routes that a Rollout turns, and the analyses and experiments that judge it. */
import type { KindKey } from '../../kube/kind.ts';
import { deployment, ingress, podTemplate, replicaSet, secret, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { writtenOut } from '../written-out.ts';
import { atPaths } from './at-paths.ts';
import { rollout } from './custom-workload-kinds.ts';
import { GATEWAY_GROUP } from './gateway-kinds.ts';
import { destinationRule, virtualService } from './istio-kinds.ts';

const argo = (kind: string): KindKey => ({ group: 'argoproj.io', kind });
const experiment = argo('Experiment');
const analysisTemplate = argo('AnalysisTemplate');
const clusterAnalysisTemplate = argo('ClusterAnalysisTemplate');
const analysisRun = argo('AnalysisRun');

const CANARY = 'spec.strategy.canary';
const BLUE_GREEN = 'spec.strategy.blueGreen';
const ROUTING = `${CANARY}.trafficRouting`;
/** The name under which its documents have the plugin installed. */
const GATEWAY_PLUGIN = `${ROUTING}.plugins['argoproj-labs/gatewayAPI']`;

const fromRollout = { from: rollout, namespace: 'source', reverse: { name: 'rollouts' } } as const;

const gatewayRoutes: readonly { readonly kind: string; readonly field: string; readonly forward: string }[] = [
  { kind: 'HTTPRoute', field: 'httpRoute', forward: 'httpRoutes' },
  { kind: 'GRPCRoute', field: 'grpcRoute', forward: 'grpcRoutes' },
  { kind: 'TCPRoute', field: 'tcpRoute', forward: 'tcpRoutes' },
  { kind: 'TLSRoute', field: 'tlsRoute', forward: 'tlsRoutes' },
];

const routingRules: readonly RelationRule[] = [
  ...atPaths(
    [`${ROUTING}.nginx.stableIngress`, `${ROUTING}.nginx.stableIngresses[]`, `${ROUTING}.alb.ingress`, `${ROUTING}.alb.ingresses[]`],
    {
      ...fromRollout,
      relation: 'rollout-ingress',
      target: ingress,
      forward: { name: 'ingresses' },
      source: 'argoproj.io/v1alpha1 NginxTrafficRouting, ALBTrafficRouting',
    },
  ),
  ...atPaths([`${ROUTING}.istio.virtualService.name`, `${ROUTING}.istio.virtualServices[].name`], {
    ...fromRollout,
    relation: 'rollout-virtual-service',
    pattern: '(?<name>[^.]+)(?:\\.(?<namespace>[^.]+)(?:\\..*)?)?',
    target: virtualService,
    forward: { name: 'virtualServices' },
    source: 'Argo Rollouts GetVirtualServiceNamespaceName: `name`, or `name.namespace`',
  }),
  {
    ...fromRollout,
    relation: 'rollout-destination-rule',
    path: `${ROUTING}.istio.destinationRule.name`,
    target: destinationRule,
    forward: { name: 'destinationRules' },
    source: 'argoproj.io/v1alpha1 IstioDestinationRule: in the namespace of the Rollout',
  },
  ...gatewayRoutes.flatMap(({ kind, field, forward }) =>
    atPaths([`${GATEWAY_PLUGIN}.${field}`, `${GATEWAY_PLUGIN}.${field}s[].name`], {
      ...fromRollout,
      relation: 'rollout-gateway-route',
      target: { group: GATEWAY_GROUP, kind },
      namespace: { path: `$.${GATEWAY_PLUGIN}.namespace` },
      forward: { name: forward },
      source: 'rollouts-plugin-trafficrouter-gatewayapi GatewayAPITrafficRouting',
    }),
  ),
];

/** Where templates of analyses are named: a ClusterAnalysisTemplate where clusterScope says so. */
const analyses: readonly { readonly from: KindKey; readonly path: string; readonly reverse: string }[] = [
  ...[
    `${CANARY}.analysis.templates[]`,
    `${CANARY}.steps[].analysis.templates[]`,
    `${CANARY}.steps[].experiment.analyses[]`,
    `${BLUE_GREEN}.prePromotionAnalysis.templates[]`,
    `${BLUE_GREEN}.postPromotionAnalysis.templates[]`,
  ].map((path) => ({ from: rollout, path, reverse: 'rollouts' })),
  { from: experiment, path: 'spec.analyses[]', reverse: 'experiments' },
  { from: analysisTemplate, path: 'spec.templates[]', reverse: 'analysisTemplates' },
  { from: clusterAnalysisTemplate, path: 'spec.templates[]', reverse: 'clusterAnalysisTemplates' },
];

const analysisRules: readonly RelationRule[] = [
  ...analyses.flatMap(({ from, path, reverse }): RelationRule[] => {
    const named = {
      relation: 'analysis-template',
      from,
      path: `${path}.templateName`,
      reverse: { name: reverse },
      source: 'argoproj.io/v1alpha1 AnalysisTemplateRef',
    } as const;
    const ofCluster: RelationRule = {
      ...named,
      target: clusterAnalysisTemplate,
      namespace: 'cluster',
      when: [{ path: 'clusterScope', is: true }],
      forward: { name: 'clusterAnalysisTemplates' },
    };
    // What lies in no namespace cannot name what does.
    if (from === clusterAnalysisTemplate) return [ofCluster];
    const ofNamespace: RelationRule = {
      ...named,
      target: analysisTemplate,
      namespace: 'source',
      when: [{ path: 'clusterScope', is: false }],
      forward: { name: 'analysisTemplates' },
    };
    return [ofNamespace, ofCluster];
  }),
  // A ClusterAnalysisTemplate reads its Secrets in the namespace of each run.
  ...[
    { from: analysisTemplate, reverse: 'analysisTemplates' },
    { from: analysisRun, reverse: 'analysisRuns' },
  ].flatMap(({ from, reverse }): RelationRule[] => [
    writtenOut({
      relation: 'analysis-secret',
      from,
      path: 'spec.args[].valueFrom.secretKeyRef.name',
      target: secret,
      namespace: 'source',
      keys: ['key'],
      forward: { name: 'secrets' },
      reverse: { name: reverse },
      source: 'argoproj.io/v1alpha1 ValueFrom.secretKeyRef',
    }),
    writtenOut({
      relation: 'analysis-secret',
      from,
      path: 'spec.metrics[].provider.datadog.secretRef.name',
      target: secret,
      namespace: 'source',
      // Else it lies beside the controller, wherever that runs.
      when: [{ path: 'namespaced', is: true }],
      forward: { name: 'secrets' },
      reverse: { name: reverse },
      source: 'argoproj.io/v1alpha1 DatadogMetric.secretRef',
    }),
  ]),
];

/** What came of it. */
const statusRules: readonly RelationRule[] = [
  ...atPaths(
    [
      'status.canary.currentStepAnalysisRunStatus.name',
      'status.canary.currentBackgroundAnalysisRunStatus.name',
      'status.blueGreen.prePromotionAnalysisRunStatus.name',
      'status.blueGreen.postPromotionAnalysisRunStatus.name',
    ],
    {
      ...fromRollout,
      relation: 'rollout-analysis-run',
      target: analysisRun,
      weak: true,
      forward: { name: 'analysisRuns' },
      source: 'argoproj.io/v1alpha1 RolloutAnalysisRunStatus',
    },
  ),
  {
    ...fromRollout,
    relation: 'rollout-experiment',
    path: 'status.canary.currentExperiment',
    target: experiment,
    weak: true,
    forward: { name: 'experiments' },
    source: 'argoproj.io/v1alpha1 CanaryStatus.currentExperiment',
  },
  {
    relation: 'experiment-analysis-run',
    from: experiment,
    path: 'status.analysisRuns[].analysisRun',
    target: analysisRun,
    namespace: 'source',
    weak: true,
    forward: { name: 'analysisRuns' },
    reverse: { name: 'experiments' },
    source: 'argoproj.io/v1alpha1 ExperimentAnalysisRunStatus',
  },
  {
    relation: 'experiment-service',
    from: experiment,
    path: 'status.templateStatuses[].serviceName',
    target: service,
    namespace: 'source',
    weak: true,
    forward: { name: 'services' },
    reverse: { name: 'experiments' },
    source: 'argoproj.io/v1alpha1 TemplateStatus.serviceName',
  },
];

export const argoRolloutRules: readonly RelationRule[] = [
  {
    ...fromRollout,
    relation: 'rollout-workload',
    path: 'spec.workloadRef.name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    forward: { name: 'referencedWorkload', one: true },
    reverse: { name: 'rollouts', on: [deployment, replicaSet, podTemplate] },
    source: 'argoproj.io/v1alpha1 RolloutSpec.workloadRef: whose template it takes',
  },
  ...atPaths(
    [
      `${BLUE_GREEN}.activeService`,
      `${BLUE_GREEN}.previewService`,
      `${CANARY}.canaryService`,
      `${CANARY}.stableService`,
      `${CANARY}.pingPong.pingService`,
      `${CANARY}.pingPong.pongService`,
      `${ROUTING}.alb.rootService`,
      `${ROUTING}.smi.rootService`,
    ],
    {
      ...fromRollout,
      relation: 'rollout-service',
      target: service,
      forward: { name: 'services' },
      source: 'argoproj.io/v1alpha1 BlueGreenStrategy, CanaryStrategy: Services in the namespace of the Rollout',
    },
  ),
  ...routingRules,
  ...analysisRules,
  ...statusRules,
];
