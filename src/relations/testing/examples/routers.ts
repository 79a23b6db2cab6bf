import type { Example } from '../../../../test/support/relation-rules.ts';

export const routerExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        host: 'web.example.com',
        to: { kind: 'Service', name: 'web', weight: 90 },
        alternateBackends: [{ kind: 'Service', name: 'web-next', weight: 10 }],
        tls: { termination: 'edge', externalCertificate: { name: 'web-tls' } },
      },
      status: { ingress: [{ host: 'web.example.com', routerName: 'default', routerCanonicalHostname: 'router.example.com' }] },
    },
    pointers: [
      'route-service spec.to.name → Service shop/web',
      'route-service spec.alternateBackends[0].name → Service shop/web-next',
      'route-certificate spec.tls.externalCertificate.name → Secret shop/web-tls',
      'route-host spec.host → Host.external web.example.com',
      'route-host status.ingress[0].host → Host.external web.example.com [weak]',
      'route-host status.ingress[0].routerCanonicalHostname → Host.external router.example.com [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'elbv2.k8s.aws/v1beta1',
      kind: 'TargetGroupBinding',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        serviceRef: { name: 'web', port: 80 },
        targetGroupARN: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef',
      },
    },
    pointers: ['target-group-binding-service spec.serviceRef.name → Service shop/web'],
  },
  {
    object: {
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: 'to-another-kind', namespace: 'shop' },
      spec: { to: { kind: 'Deployment', name: 'web', weight: 100 }, alternateBackends: [{ kind: 'Pod', name: 'no-service' }] },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Route',
      metadata: { name: 'of-another-group', namespace: 'shop' },
      spec: { to: { kind: 'Service', name: 'web' }, host: 'web.example.com' },
    },
    pointers: [],
  },
];
