/** As whom a pod runs, and from which images. */
import { clusterTrustBundle, image, pod, podSecurityPolicy, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const toServiceAccount = {
  relation: 'pod-service-account',
  from: 'PodSpec',
  target: serviceAccount,
  namespace: 'source',
  forward: { name: 'serviceAccount', one: true },
  reverse: { name: 'pods', workloads: 'workloads' },
} as const;

const toImage = { relation: 'pod-image', from: 'PodSpec', target: image, namespace: 'cluster' } as const;

export const podIdentityRules: readonly RelationRule[] = [
  {
    ...toServiceAccount,
    path: 'serviceAccountName',
    // Admission writes `default` into Pods. Mirror pods are left as they are, and run as nobody.
    default: { name: 'default', unless: ['serviceAccount', "$.metadata.annotations['kubernetes.io/config.mirror']"] },
    source: 'core/v1 PodSpec.serviceAccountName; the ServiceAccount admission plugin',
  },
  {
    ...toServiceAccount,
    path: 'serviceAccount',
    when: [{ path: 'serviceAccountName', in: [''] }],
    source: 'core/v1 PodSpec.serviceAccount, the deprecated alias of serviceAccountName',
  },
  { ...toImage, path: 'initContainers[].image', source: 'core/v1 Container.image' },
  { ...toImage, path: 'containers[].image', source: 'core/v1 Container.image' },
  { ...toImage, path: 'ephemeralContainers[].image', source: 'core/v1 EphemeralContainerCommon.image' },
  { ...toImage, path: 'volumes[].image.reference', source: 'core/v1 ImageVolumeSource.reference' },
  {
    relation: 'pod-cluster-trust-bundle',
    from: 'PodSpec',
    path: 'volumes[].projected.sources[].clusterTrustBundle.name',
    target: clusterTrustBundle,
    namespace: 'cluster',
    optional: 'optional',
    forward: { name: 'clusterTrustBundles' },
    reverse: { name: 'pods', workloads: 'workloads' },
    source: 'core/v1 ClusterTrustBundleProjection.name',
  },
  {
    relation: 'pod-security-policy',
    from: pod,
    path: "metadata.annotations['kubernetes.io/psp']",
    target: podSecurityPolicy,
    namespace: 'cluster',
    weak: true,
    source: 'PodSecurityPolicy admission (until 1.25) notes the policy that let the pod in',
  },
];
