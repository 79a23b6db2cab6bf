import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';
import { argoAnalysisExamples } from './argo-analyses.ts';

const labels = { app: 'web' };
const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'web:1' }] } };
const base = { replicas: 2, selector: { matchLabels: labels }, template };
const inCluster = { templateName: 'error-rate', clusterScope: true };
const inNamespace = { templateName: 'success-rate' };
const notInCluster = { templateName: 'success-rate', clusterScope: false };
const rollout = (name: string, strategy: JsonObject, status?: JsonObject): JsonObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name, namespace: 'shop' },
  spec: { ...base, strategy },
  ...(status === undefined ? {} : { status }),
});

const analysed = (path: string): string[] => [
  `analysis-template ${path}[0].templateName → AnalysisTemplate.argoproj.io shop/success-rate`,
  `analysis-template ${path}[1].templateName → ClusterAnalysisTemplate.argoproj.io error-rate`,
];

const CANARY = 'spec.strategy.canary';
const PLUGIN = `${CANARY}.trafficRouting.plugins['argoproj-labs/gatewayAPI']`;

export const argoRolloutExamples: readonly Example[] = [
  {
    object: rollout(
      'blue-green',
      {
        blueGreen: {
          activeService: 'web',
          previewService: 'web-preview',
          prePromotionAnalysis: { templates: [inNamespace, inCluster] },
          postPromotionAnalysis: { templates: [notInCluster, inCluster] },
        },
      },
      {
        blueGreen: {
          prePromotionAnalysisRunStatus: { name: 'web-1-pre', status: 'Successful' },
          postPromotionAnalysisRunStatus: { name: 'web-1-post', status: 'Running' },
        },
      },
    ),
    pointers: [
      'rollout-service spec.strategy.blueGreen.activeService → Service shop/web',
      'rollout-service spec.strategy.blueGreen.previewService → Service shop/web-preview',
      ...analysed('spec.strategy.blueGreen.prePromotionAnalysis.templates'),
      ...analysed('spec.strategy.blueGreen.postPromotionAnalysis.templates'),
      'rollout-analysis-run status.blueGreen.prePromotionAnalysisRunStatus.name → AnalysisRun.argoproj.io shop/web-1-pre [weak]',
      'rollout-analysis-run status.blueGreen.postPromotionAnalysisRunStatus.name → AnalysisRun.argoproj.io shop/web-1-post [weak]',
    ],
  },
  {
    object: rollout(
      'canary',
      {
        canary: {
          canaryService: 'web-canary',
          stableService: 'web-stable',
          analysis: { templates: [inNamespace, inCluster] },
          steps: [
            { setWeight: 20 },
            { analysis: { templates: [inNamespace, inCluster] } },
            {
              experiment: {
                templates: [{ name: 'canary', specRef: 'canary' }],
                analyses: [
                  { name: 'success', ...inNamespace },
                  { name: 'errors', ...inCluster },
                ],
              },
            },
          ],
          trafficRouting: {
            nginx: { stableIngress: 'web', stableIngresses: ['web', 'web-internal'] },
            istio: {
              virtualService: { name: 'web' },
              virtualServices: [{ name: 'web.edge' }],
              destinationRule: { name: 'web', canarySubsetName: 'canary', stableSubsetName: 'stable' },
            },
          },
        },
      },
      {
        canary: {
          currentStepAnalysisRunStatus: { name: 'web-1-step', status: 'Running' },
          currentBackgroundAnalysisRunStatus: { name: 'web-1-background', status: 'Running' },
          currentExperiment: 'web-1-experiment',
        },
      },
    ),
    pointers: [
      `rollout-service ${CANARY}.canaryService → Service shop/web-canary`,
      `rollout-service ${CANARY}.stableService → Service shop/web-stable`,
      `rollout-ingress ${CANARY}.trafficRouting.nginx.stableIngress → Ingress.networking.k8s.io shop/web`,
      `rollout-ingress ${CANARY}.trafficRouting.nginx.stableIngresses[0] → Ingress.networking.k8s.io shop/web`,
      `rollout-ingress ${CANARY}.trafficRouting.nginx.stableIngresses[1] → Ingress.networking.k8s.io shop/web-internal`,
      `rollout-virtual-service ${CANARY}.trafficRouting.istio.virtualService.name → VirtualService.networking.istio.io shop/web`,
      `rollout-virtual-service ${CANARY}.trafficRouting.istio.virtualServices[0].name → VirtualService.networking.istio.io edge/web`,
      `rollout-destination-rule ${CANARY}.trafficRouting.istio.destinationRule.name → DestinationRule.networking.istio.io shop/web`,
      ...analysed(`${CANARY}.analysis.templates`),
      ...analysed(`${CANARY}.steps[1].analysis.templates`),
      ...analysed(`${CANARY}.steps[2].experiment.analyses`),
      'rollout-analysis-run status.canary.currentStepAnalysisRunStatus.name → AnalysisRun.argoproj.io shop/web-1-step [weak]',
      'rollout-analysis-run status.canary.currentBackgroundAnalysisRunStatus.name → AnalysisRun.argoproj.io shop/web-1-background [weak]',
      'rollout-experiment status.canary.currentExperiment → Experiment.argoproj.io shop/web-1-experiment [weak]',
    ],
  },
  {
    object: rollout('through-gateways', {
      canary: {
        pingPong: { pingService: 'web-ping', pongService: 'web-pong' },
        trafficRouting: {
          alb: { ingress: 'web', ingresses: ['web-internal'], servicePort: 80, rootService: 'web' },
          smi: { rootService: 'web-mesh', trafficSplitName: 'web' },
          plugins: {
            'argoproj-labs/gatewayAPI': {
              namespace: 'edge',
              httpRoute: 'web',
              grpcRoute: 'web',
              tcpRoute: 'web',
              tlsRoute: 'web',
              httpRoutes: [{ name: 'web-a', useHeaderRoutes: true }],
              grpcRoutes: [{ name: 'web-b' }],
              tcpRoutes: [{ name: 'web-c' }],
              tlsRoutes: [{ name: 'web-d' }],
            },
            'example.com/other': { httpRoute: 'other' },
          },
        },
      },
    }),
    pointers: [
      `rollout-service ${CANARY}.pingPong.pingService → Service shop/web-ping`,
      `rollout-service ${CANARY}.pingPong.pongService → Service shop/web-pong`,
      `rollout-service ${CANARY}.trafficRouting.alb.rootService → Service shop/web`,
      `rollout-ingress ${CANARY}.trafficRouting.alb.ingress → Ingress.networking.k8s.io shop/web`,
      `rollout-ingress ${CANARY}.trafficRouting.alb.ingresses[0] → Ingress.networking.k8s.io shop/web-internal`,
      `rollout-service ${CANARY}.trafficRouting.smi.rootService → Service shop/web-mesh`,
      `rollout-gateway-route ${PLUGIN}.httpRoute → HTTPRoute.gateway.networking.k8s.io edge/web`,
      `rollout-gateway-route ${PLUGIN}.grpcRoute → GRPCRoute.gateway.networking.k8s.io edge/web`,
      `rollout-gateway-route ${PLUGIN}.tcpRoute → TCPRoute.gateway.networking.k8s.io edge/web`,
      `rollout-gateway-route ${PLUGIN}.tlsRoute → TLSRoute.gateway.networking.k8s.io edge/web`,
      `rollout-gateway-route ${PLUGIN}.httpRoutes[0].name → HTTPRoute.gateway.networking.k8s.io edge/web-a`,
      `rollout-gateway-route ${PLUGIN}.grpcRoutes[0].name → GRPCRoute.gateway.networking.k8s.io edge/web-b`,
      `rollout-gateway-route ${PLUGIN}.tcpRoutes[0].name → TCPRoute.gateway.networking.k8s.io edge/web-c`,
      `rollout-gateway-route ${PLUGIN}.tlsRoutes[0].name → TLSRoute.gateway.networking.k8s.io edge/web-d`,
    ],
  },
  {
    object: rollout('misspelt', {
      canary: { trafficRouting: { istio: { virtualService: { name: '.edge' }, virtualServices: [{ name: 'web..' }] } } },
    }),
    pointers: [],
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: 'of-a-deployment', namespace: 'shop' },
      spec: { replicas: 2, workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    },
    pointers: ['rollout-workload spec.workloadRef.name → Deployment.apps shop/web'],
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Experiment',
      metadata: { name: 'web-1-experiment', namespace: 'shop' },
      spec: {
        templates: [{ name: 'canary', selector: base.selector, template }],
        analyses: [
          { name: 'success', ...inNamespace },
          { name: 'errors', ...inCluster },
        ],
      },
      status: {
        analysisRuns: [{ name: 'success', analysisRun: 'web-1-experiment-success', phase: 'Running' }],
        templateStatuses: [
          { name: 'canary', serviceName: 'canary-x7k2p', replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 },
        ],
      },
    },
    pointers: [
      ...analysed('spec.analyses'),
      'experiment-analysis-run status.analysisRuns[0].analysisRun → AnalysisRun.argoproj.io shop/web-1-experiment-success [weak]',
      'experiment-service status.templateStatuses[0].serviceName → Service shop/canary-x7k2p [weak]',
    ],
  },
  ...argoAnalysisExamples,
  bare('argoproj.io/v1alpha1', 'Rollout', 'shop'),
];
