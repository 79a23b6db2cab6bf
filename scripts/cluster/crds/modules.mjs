/**
 * Where the CRDs of the ecosystem come from: Go modules that carry their CRD files, pinned, with the checksum that Go gives them.
 * Only modules of kinds that a rule's examples need are here. A newer version is its row's `version` and `sum`
 * (`go mod download -json MODULE@VERSION` says it); take one that the Go of the build can read.
 * @type {readonly import('./types.ts').CrdModule[]}
 */
export const crdModules = [
  {
    module: 'sigs.k8s.io/gateway-api',
    version: 'v1.5.0',
    sum: 'h1:duoo14Ky/fJXpjpmyMISE2RTBGnfCg8zICfTYLTnBJA=',
    groups: ['gateway.networking.k8s.io', 'gateway.networking.x-k8s.io'],
    paths: ['config/crd/experimental'],
  },
  {
    module: 'istio.io/api',
    version: 'v1.32.0',
    sum: 'h1:37mJvg9I0biYZAEQF+MATs4FNeCpXEIVO3LFpVb6iNM=',
    groups: ['networking.istio.io', 'security.istio.io', 'telemetry.istio.io', 'extensions.istio.io'],
    paths: ['kubernetes'],
  },
  {
    module: 'github.com/cert-manager/cert-manager',
    version: 'v1.21.2',
    sum: 'h1:UWgoYM+KLNtRlqmoWOKjKBOBUPVHeepQ6/ac3ERJW68=',
    groups: ['cert-manager.io', 'acme.cert-manager.io'],
    paths: ['deploy/crds'],
  },
  {
    module: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.2',
    sum: 'h1:u2J8RjlHIeF0oZCqtl92adI/uZWUwOesJIDkfql6LqQ=',
    groups: ['external-secrets.io'],
    paths: ['config/crds/bases'],
  },
  {
    module: 'github.com/kubernetes-csi/external-snapshotter/client/v8',
    version: 'v8.7.0',
    sum: 'h1:HVaSUeRRHPu49aSiL8eXOjS9Re9G6pM0NzdTGI7mM14=',
    groups: ['snapshot.storage.k8s.io', 'groupsnapshot.storage.k8s.io'],
    paths: ['config/crd'],
  },
  {
    module: 'sigs.k8s.io/cluster-api',
    version: 'v1.14.2',
    sum: 'h1:o3GFNaeNFAOEEMpDPfhCK+2CjmV6gtQ8yLEcUwCg7bA=',
    groups: [
      'cluster.x-k8s.io',
      'addons.cluster.x-k8s.io',
      'ipam.cluster.x-k8s.io',
      'controlplane.cluster.x-k8s.io',
      'bootstrap.cluster.x-k8s.io',
    ],
    paths: ['core/config/crd/bases', 'controlplane/kubeadm/config/crd/bases', 'bootstrap/kubeadm/config/crd/bases'],
  },
  {
    module: 'github.com/argoproj/argo-cd/v3',
    version: 'v3.1.0',
    sum: 'h1:2+gPskQKCyPC9DzRSWQ1AvmS3WiIlRR7bKz/FO3DozI=',
    groups: ['argoproj.io/Application', 'argoproj.io/ApplicationSet', 'argoproj.io/AppProject'],
    paths: ['manifests/crds'],
  },
  {
    module: 'github.com/fluxcd/source-controller',
    version: 'v1.8.5',
    sum: 'h1:3zKSTGc2FPoZcQ5BjnyOrwdHDWeYqst3uAoZ+c0DG3c=',
    groups: ['source.toolkit.fluxcd.io'],
    paths: ['config/crd/bases'],
  },
  {
    module: 'github.com/fluxcd/kustomize-controller',
    version: 'v1.7.3',
    sum: 'h1:SzNnGn/4ObAPEHHleM5U7y/AKxKXph3Vj6ZhteeXw8M=',
    groups: ['kustomize.toolkit.fluxcd.io'],
    paths: ['config/crd/bases'],
  },
  {
    module: 'github.com/fluxcd/notification-controller',
    version: 'v1.6.0',
    sum: 'h1:5C06VdqTVsbBFjtSZejnKT60U00Uyj6DAtKrqU1Si/w=',
    groups: ['notification.toolkit.fluxcd.io'],
    paths: ['config/crd/bases'],
  },
  {
    module: 'github.com/crossplane/crossplane',
    version: 'v1.20.0',
    sum: 'h1:Wr3+/CilaMbRQ7u4e+m4XBmoARahBpENIYClGzIXpS8=',
    groups: ['apiextensions.crossplane.io', 'pkg.crossplane.io'],
    paths: ['cluster/crds'],
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.85.0',
    sum: 'h1:M5xLCLEoaW2IJfnuCwFzzpL+jSVQu3KGT84Pye+fW8s=',
    groups: ['monitoring.coreos.com'],
    paths: ['example/prometheus-operator-crd'],
  },
  {
    module: 'github.com/operator-framework/api',
    version: 'v0.34.0',
    sum: 'h1:REiEaYhG1CWmDoajdcAdZqtgoljWG+ixMY59vUX5pFI=',
    groups: ['operators.coreos.com'],
    paths: ['crds'],
  },
  {
    module: 'github.com/openshift/api',
    version: 'v0.0.0-20250602203052-b29811a290c7',
    sum: 'h1:dZ9uBd0Cw3+l1RGpYRkWdrRjM9yvfxrjW/uPHKUwtIQ=',
    groups: ['route.openshift.io', 'security.openshift.io', 'machine.openshift.io', 'config.openshift.io'],
    paths: ['route/v1/zz_generated.crd-manifests', 'security/v1/zz_generated.crd-manifests', 'machine/v1beta1/zz_generated.crd-manifests'],
  },
  {
    module: 'knative.dev/serving',
    version: 'v0.51.0',
    sum: 'h1:yN2Q7eYqJgoPfZkATjoBZyGbZ2P1Qhns9HIMU4mF+to=',
    groups: ['serving.knative.dev'],
    paths: ['config/core/300-resources'],
  },
  {
    module: 'github.com/kyverno/kyverno',
    version: 'v1.19.1',
    sum: 'h1:/MkgFii3/VlQfKR1JpC9tVwNNVNQTt2S4U6qCsafsTU=',
    groups: ['kyverno.io', 'wgpolicyk8s.io'],
    paths: ['config/crds/kyverno', 'config/crds/policyreport'],
  },
];
