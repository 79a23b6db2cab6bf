import { type Example, inEveryPodSpec } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

/** Of the container that a spec without any gets. */
const image = 'pod-image ~.containers[0].image → Image.external web:1';

const mirrorPod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'kube-proxy-a1',
    namespace: 'kube-system',
    annotations: { 'kubernetes.io/config.mirror': 'hash', 'kubernetes.io/psp': 'privileged' },
  },
  spec: { nodeName: 'worker-a1', containers: [{ name: 'kube-proxy', image: 'kube-proxy:1' }] },
};

export const podIdentityExamples: readonly Example[] = [
  ...inEveryPodSpec(
    {
      serviceAccountName: 'web',
      serviceAccount: 'web',
      initContainers: [{ name: 'init', image: 'busybox:1' }],
      containers: [{ name: 'web', image: 'registry.example.com/shop/web:1.2@sha256:00ff' }],
      ephemeralContainers: [{ name: 'debug', image: 'debug' }],
      volumes: [
        { name: 'model', image: { reference: 'registry.example.com/models/m:1' } },
        {
          name: 'ca',
          projected: {
            sources: [
              { clusterTrustBundle: { name: 'example:ca', optional: true, path: 'ca' } },
              { clusterTrustBundle: { signerName: 'example.com/ca', path: 'signers' } },
            ],
          },
        },
      ],
    },
    [
      'pod-service-account ~.serviceAccountName → ServiceAccount shop/web',
      'pod-image ~.initContainers[0].image → Image.external busybox:1',
      'pod-image ~.containers[0].image → Image.external registry.example.com/shop/web:1.2@sha256:00ff',
      'pod-image ~.ephemeralContainers[0].image → Image.external debug',
      'pod-image ~.volumes[0].image.reference → Image.external registry.example.com/models/m:1',
      'pod-cluster-trust-bundle ~.volumes[1].projected.sources[0].clusterTrustBundle.name → ClusterTrustBundle.certificates.k8s.io example:ca [optional]',
    ],
  ),
  ...inEveryPodSpec({}, ['pod-service-account ~.serviceAccountName → ServiceAccount shop/default [defaulted]', image]),
  ...withStored(
    { serviceAccountName: '', serviceAccount: 'old-name' },
    ['pod-service-account ~.serviceAccount → ServiceAccount shop/old-name', image],
    ['pod-service-account ~.serviceAccountName → ServiceAccount shop/old-name', image],
  ),
  {
    object: mirrorPod,
    pointers: [
      'pod-image spec.containers[0].image → Image.external kube-proxy:1',
      "pod-security-policy metadata.annotations['kubernetes.io/psp'] → PodSecurityPolicy.policy privileged [weak]",
    ],
  },
  {
    object: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'without-template', namespace: 'shop' }, spec: {} },
    pointers: [],
  },
];

function withStored(spec: JsonObject, pointers: readonly string[], stored: readonly string[]): readonly Example[] {
  const once = inEveryPodSpec(spec, stored);
  return inEveryPodSpec(spec, pointers).map((example, index) => ({ ...example, stored: once[index]?.pointers ?? [] }));
}
