import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const toService = (name: string) => ({ service: { name, port: { number: 80 } } });
const bucket = { resource: { apiGroup: 'storage.example.com', kind: 'Bucket', name: 'assets' } };
const path = (at: string, backend: JsonObject) => ({ path: at, pathType: 'Prefix', backend });
const ingress = (name: string, spec: JsonObject, annotations: JsonObject = {}): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name, namespace: 'shop', annotations },
  spec,
});

export const ingressExamples: readonly Example[] = [
  {
    object: {
      ...ingress('web', {
        ingressClassName: 'nginx',
        defaultBackend: toService('fallback'),
        rules: [
          { host: 'a.example.com', http: { paths: [path('/', toService('a')), path('/assets', bucket)] } },
          { http: { paths: [path('/', toService('b'))] } },
          { host: 'c.example.com' },
        ],
        tls: [{ hosts: ['a.example.com', '*.example.com'], secretName: 'tls' }, { hosts: ['c.example.com'] }],
      }),
      status: { loadBalancer: { ingress: [{ hostname: 'lb.example.com' }, { ip: '198.51.100.20' }] } },
    },
    pointers: [
      'ingress-service spec.defaultBackend.service.name → Service shop/fallback',
      'ingress-service spec.rules[0].http.paths[0].backend.service.name → Service shop/a',
      'ingress-resource-backend spec.rules[0].http.paths[1].backend.resource.name → Bucket.storage.example.com shop/assets',
      'ingress-host spec.rules[0].host → Host.external a.example.com',
      'ingress-service spec.rules[1].http.paths[0].backend.service.name → Service shop/b',
      'ingress-host spec.rules[2].host → Host.external c.example.com',
      'ingress-ingress-class spec.ingressClassName → IngressClass.networking.k8s.io nginx',
      'ingress-tls-secret spec.tls[0].secretName → Secret shop/tls',
      'ingress-host spec.tls[0].hosts[0] → Host.external a.example.com',
      'ingress-host spec.tls[0].hosts[1] → Host.external *.example.com',
      'ingress-host spec.tls[1].hosts[0] → Host.external c.example.com',
      'ingress-load-balancer status.loadBalancer.ingress[0].hostname → Host.external lb.example.com [weak]',
      'ingress-load-balancer status.loadBalancer.ingress[1].ip → Host.external 198.51.100.20 [weak]',
    ],
  },
  {
    object: ingress('old', { defaultBackend: bucket }, { 'kubernetes.io/ingress.class': 'haproxy' }),
    pointers: [
      'ingress-resource-backend spec.defaultBackend.resource.name → Bucket.storage.example.com shop/assets',
      "ingress-ingress-class metadata.annotations['kubernetes.io/ingress.class'] → IngressClass.networking.k8s.io haproxy [optional]",
    ],
  },
  {
    object: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'nginx' },
      spec: {
        controller: 'example.com/ingress',
        parameters: { apiGroup: 'k8s.example.com', kind: 'IngressParameters', name: 'p', namespace: 'ingress', scope: 'Namespace' },
      },
    },
    pointers: ['ingress-class-parameters spec.parameters.name → IngressParameters.k8s.example.com ingress/p'],
  },
  {
    object: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'cluster-scoped-parameters' },
      spec: {
        controller: 'example.com/ingress',
        parameters: { apiGroup: 'k8s.example.com', kind: 'ClusterParameters', name: 'p', scope: 'Cluster' },
      },
    },
    pointers: ['ingress-class-parameters spec.parameters.name → ClusterParameters.k8s.example.com p'],
  },
];
