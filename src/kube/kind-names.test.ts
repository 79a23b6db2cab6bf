import { expect, test } from 'vitest';
import { kindName } from './kind.ts';
import { createKindResolver } from './kind-names.ts';

const resolver = createKindResolver([
  { group: 'cert-manager.io', kind: 'Certificate', plural: 'certificates', singular: 'certificate', shortNames: ['cert', 'certs'] },
  { group: 'networking.internal.knative.dev', kind: 'Certificate', plural: 'certificates', singular: 'certificate', shortNames: ['kcert'] },
  { group: 'serving.knative.dev', kind: 'Service', plural: 'services', singular: 'service', shortNames: ['kservice', 'ksvc'] },
  { group: 'hijack.example.com', kind: 'Thing', plural: 'things', singular: 'pod', shortNames: ['po'] },
  { group: 'image.openshift.io', kind: 'Image', plural: 'images', singular: 'image', shortNames: [] },
  { group: 'no.discovery.example.com', kind: 'ShopPolicy', plural: null, singular: null },
  { group: 'v1.versions.example.com', kind: 'Release', plural: 'releases', singular: 'release', shortNames: [] },
  {
    group: 'k8s.cni.cncf.io',
    kind: 'NetworkAttachmentDefinition',
    plural: 'network-attachment-definitions',
    singular: 'network-attachment-definition',
    shortNames: ['net-attach-def'],
  },
  { group: '', kind: 'Pod', plural: 'wrong', singular: 'wrong', shortNames: [] },
]);

test.each([
  ['po', 'Pod Thing.hijack.example.com'],
  ['pods', 'Pod'],
  ['pod', 'Pod Thing.hijack.example.com'],
  ['Pod', 'Pod Thing.hijack.example.com'],
  ['PODS', 'Pod'],
  ['deploy', 'Deployment.apps'],
  ['deploy.apps', 'Deployment.apps'],
  ['deployments.apps', 'Deployment.apps'],
  ['deployments.v1.apps', 'Deployment.apps'],
  ['deployments.v1beta1.apps', 'Deployment.apps'],
  ['Deployment.v1.apps', 'Deployment.apps'],
  ['deployments.app', 'Deployment.apps'],
  ['deployments.extensions', 'Deployment.apps'],
  ['ingresses.ext', 'Ingress.networking.k8s.io'],
  ['petsets', 'StatefulSet.apps'],
  ['ingresses.networking', 'Ingress.networking.k8s.io'],
  ['Certificate.cert-manager.io', 'Certificate.cert-manager.io'],
  ['cert.cert-manager.io', 'Certificate.cert-manager.io'],
  ['certificates', 'Certificate.cert-manager.io Certificate.networking.internal.knative.dev'],
  ['certificates.networking', 'Certificate.networking.internal.knative.dev'],
  ['services', 'Service Service.serving.knative.dev'],
  ['service.serving.knative.dev', 'Service.serving.knative.dev'],
  ['ksvc', 'Service.serving.knative.dev'],
  ['events', 'Event'],
  ['events.events.k8s.io', 'Event'],
  ['pods.', 'Pod'],
  ['pods.v1.', 'Pod'],
  ['Image.external', 'Image.external'],
  ['image', 'Image.image.openshift.io Image.external'],
  ['hosts', 'Host.external'],
  ['shoppolicies', 'ShopPolicy.no.discovery.example.com'],
  ['ShopPolicy', 'ShopPolicy.no.discovery.example.com'],
  ['releases.v1.versions.example.com', 'Release.v1.versions.example.com'],
  ['net-attach-def', 'NetworkAttachmentDefinition.k8s.cni.cncf.io'],
  ['crds', 'CustomResourceDefinition.apiextensions.k8s.io'],
  ['psp', 'PodSecurityPolicy.policy'],
  ['limits', 'LimitRange'],
  ['pods.apps', ''],
  ['wrong', ''],
  ['', ''],
  ['.', ''],
  ['constructor', ''],
  ['__proto__', ''],
])('%s', (name, expected) => {
  expect(resolver.resolve(name).map(kindName).join(' ')).toBe(expected);
});

test.each([
  ['podz', 'pods'],
  ['deploymnt', 'deployment'],
  ['certificats', 'certificates'],
  ['deployment.app5', 'deployments.apps'],
])('%s: did you mean %s', (name, expected) => {
  const suggested = resolver.suggest(name);
  expect(suggested).toContain(expected);
  for (const suggestion of suggested) expect(resolver.resolve(suggestion)).not.toEqual([]);
});

test('nothing is like it', () => {
  expect(resolver.suggest('zzzzzzzzzzzz')).toEqual([]);
});
