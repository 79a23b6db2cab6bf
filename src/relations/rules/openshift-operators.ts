/** What hangs on the operators of OpenShift: routers, the console and its plugins, the image registry, certificates of Services. */
import type { KindKey } from '../../kube/kind.ts';
import { csiDriver, deployment, persistentVolumeClaim, secret, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { openShiftRoute, operatorKind } from './openshift-kinds.ts';

const consolePlugin: KindKey = { group: 'console.openshift.io', kind: 'ConsolePlugin' };
const credentialsRequest: KindKey = { group: 'cloudcredential.openshift.io', kind: 'CredentialsRequest' };
const imageRegistry: KindKey = { group: 'imageregistry.operator.openshift.io', kind: 'Config' };
const ingressController = operatorKind('IngressController');

export const openShiftOperatorRules: readonly RelationRule[] = [
  {
    relation: 'ingress-controller-deployment',
    from: deployment,
    path: "metadata.labels['ingresscontroller.operator.openshift.io/owning-ingresscontroller']",
    target: ingressController,
    namespace: { fixed: 'openshift-ingress-operator' },
    weak: true,
    forward: { name: 'ingressController', one: true },
    reverse: { name: 'deployments' },
    source: 'cluster-ingress-operator pkg/manifests OwningIngressControllerLabel',
  },
  {
    relation: 'route-ingress-controller',
    from: openShiftRoute,
    path: 'status.ingress[].routerName',
    target: ingressController,
    namespace: { fixed: 'openshift-ingress-operator' },
    weak: true,
    forward: { name: 'ingressControllers' },
    reverse: { name: 'openShiftRoutes' },
    source: 'openshift route/v1 RouteIngress.routerName: the IngressController of that name',
  },
  ...atPaths(['spec.backend.service.name', 'spec.proxy[].endpoint.service.name'], {
    relation: 'console-plugin-service',
    from: consolePlugin,
    target: service,
    namespace: { path: 'namespace' },
    forward: { name: 'services' },
    reverse: { name: 'consolePlugins' },
    source: 'openshift console/v1 ConsolePluginService, ConsolePluginProxyServiceConfig',
  }),
  {
    relation: 'console-plugin',
    from: operatorKind('Console'),
    path: 'spec.plugins[]',
    target: consolePlugin,
    namespace: 'cluster',
    forward: { name: 'consolePlugins' },
    reverse: { name: 'consoles' },
    source: 'openshift operator/v1 ConsoleSpec.plugins',
  },
  {
    relation: 'image-registry-claim',
    from: imageRegistry,
    path: 'spec.storage.pvc.claim',
    target: persistentVolumeClaim,
    namespace: { fixed: 'openshift-image-registry' },
    forward: { name: 'persistentVolumeClaims' },
    reverse: { name: 'imageRegistries' },
    source: 'openshift imageregistry/v1 ImageRegistryConfigStoragePVC.claim: in the namespace of the registry',
  },
  {
    relation: 'image-registry-route-secret',
    from: imageRegistry,
    path: 'spec.routes[].secretName',
    target: secret,
    namespace: { fixed: 'openshift-image-registry' },
    forward: { name: 'secrets' },
    reverse: { name: 'imageRegistries' },
    source: 'openshift imageregistry/v1 ImageRegistryConfigRoute.secretName',
  },
  {
    relation: 'cluster-csi-driver',
    from: operatorKind('ClusterCSIDriver'),
    path: 'metadata.name',
    target: csiDriver,
    namespace: 'cluster',
    forward: { name: 'csiDriver', one: true },
    reverse: { name: 'clusterCSIDrivers' },
    // The operator makes it, if its platform has one.
    weak: true,
    source: 'openshift operator/v1 ClusterCSIDriver: named as its driver',
  },
  {
    relation: 'credentials-request-secret',
    from: credentialsRequest,
    path: 'spec.secretRef.name',
    target: secret,
    namespace: { path: 'namespace' },
    // Those for other platforms are never made.
    weak: true,
    forward: { name: 'secrets' },
    reverse: { name: 'credentialsRequests' },
    source: 'cloud-credential-operator cloudcredential/v1 CredentialsRequestSpec.secretRef',
  },
  ...atPaths(
    ['beta', 'alpha'].map((stage) => `metadata.annotations['service.${stage}.openshift.io/serving-cert-secret-name']`),
    {
      relation: 'service-serving-certificate',
      from: service,
      target: secret,
      namespace: 'source',
      // Charts write it on every cluster; only OpenShift makes the Secret.
      weak: true,
      forward: { name: 'servingCertificates' },
      reverse: { name: 'servedServices' },
      source: 'openshift service-ca-operator: the Secret that is made for the Service',
    },
  ),
];
