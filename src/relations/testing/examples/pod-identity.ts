import { type Example, inEveryPodSpec } from '../../../../test/support/relation-rules.ts';

const mirrorPod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'kube-proxy-a1',
    namespace: 'kube-system',
    annotations: { 'kubernetes.io/config.mirror': 'hash', 'kubernetes.io/psp': 'privileged' },
  },
  spec: { containers: [] },
};

export const podIdentityExamples: readonly Example[] = [
  ...inEveryPodSpec(
    {
      serviceAccountName: 'web',
      serviceAccount: 'web',
      initContainers: [{ image: 'busybox:1' }],
      containers: [{ image: 'registry.example.com/shop/web:1.2@sha256:00ff' }, {}],
      ephemeralContainers: [{ image: 'debug' }],
      volumes: [
        { name: 'model', image: { reference: 'registry.example.com/models/m:1' } },
        {
          name: 'ca',
          projected: {
            sources: [{ clusterTrustBundle: { name: 'example:ca', optional: true } }, { clusterTrustBundle: { signerName: 's' } }],
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
  ...inEveryPodSpec({}, ['pod-service-account ~.serviceAccountName → ServiceAccount shop/default [defaulted]']),
  ...inEveryPodSpec({ serviceAccountName: '', serviceAccount: 'old-name' }, [
    'pod-service-account ~.serviceAccount → ServiceAccount shop/old-name',
  ]),
  {
    object: mirrorPod,
    pointers: ["pod-security-policy metadata.annotations['kubernetes.io/psp'] → PodSecurityPolicy.policy privileged [weak]"],
  },
  {
    object: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'without-template', namespace: 'shop' }, spec: {} },
    pointers: [],
  },
];
