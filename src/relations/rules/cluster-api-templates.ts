/** Cluster API: the templates of a ClusterClass, and the configurations of kubeadm. */
import type { KindKey } from '../../kube/kind.ts';
import { secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { byGroup, byVersion } from './cluster-api-references.ts';

const bootstrap = (kind: string): KindKey => ({ group: 'bootstrap.cluster.x-k8s.io', kind });
const clusterClass: KindKey = { group: 'cluster.x-k8s.io', kind: 'ClusterClass' };
const kubeadmConfig = bootstrap('KubeadmConfig');
const kubeadmConfigTemplate = bootstrap('KubeadmConfigTemplate');
const kubeadmControlPlane: KindKey = { group: 'controlplane.cluster.x-k8s.io', kind: 'KubeadmControlPlane' };

/** `ref` in v1beta1, `templateRef` in v1beta2, which also left out `template` on the way. */
const classTemplates = [
  'infrastructure.ref',
  'infrastructure.templateRef',
  'controlPlane.ref',
  'controlPlane.templateRef',
  'controlPlane.machineInfrastructure.ref',
  'controlPlane.machineInfrastructure.templateRef',
  'controlPlane.machineHealthCheck.remediationTemplate',
  'controlPlane.healthCheck.remediation.templateRef',
  ...['machineDeployments', 'machinePools'].flatMap((list) =>
    ['bootstrap', 'infrastructure'].flatMap((part) => [`workers.${list}[].template.${part}.ref`, `workers.${list}[].${part}.templateRef`]),
  ),
  'workers.machineDeployments[].machineHealthCheck.remediationTemplate',
  'workers.machineDeployments[].healthCheck.remediation.templateRef',
].map((path) => `spec.${path}`);

/** Where a kubeadm configuration stands: its files and passwords may come from Secrets. */
const kubeadmConfigs: readonly { readonly from: KindKey; readonly path: string; readonly reverse: string }[] = [
  { from: kubeadmConfig, path: 'spec', reverse: 'kubeadmConfigs' },
  { from: kubeadmConfigTemplate, path: 'spec.template.spec', reverse: 'kubeadmConfigTemplates' },
  { from: kubeadmControlPlane, path: 'spec.kubeadmConfigSpec', reverse: 'kubeadmControlPlanes' },
];

const kubeadmRules: readonly RelationRule[] = [
  ...kubeadmConfigs.flatMap(({ from, path, reverse }) =>
    ['files[].contentFrom', 'users[].passwdFrom'].map(
      (holder): RelationRule => ({
        relation: 'kubeadm-config-secret',
        from,
        path: `${path}.${holder}.secret.name`,
        target: secret,
        namespace: 'source',
        keys: ['key'],
        forward: { name: 'secrets' },
        reverse: { name: reverse },
        source: 'Cluster API SecretFileSource, SecretPasswdSource',
      }),
    ),
  ),
  {
    relation: 'kubeadm-config-data-secret',
    from: kubeadmConfig,
    path: 'status.dataSecretName',
    target: secret,
    namespace: 'source',
    weak: true,
    forward: { name: 'secrets' },
    reverse: { name: 'kubeadmConfigs' },
    source: 'Cluster API KubeadmConfigStatus.dataSecretName',
  },
  byVersion({
    relation: 'kubeadm-control-plane-infrastructure',
    from: kubeadmControlPlane,
    path: 'spec.machineTemplate.infrastructureRef',
    forward: { name: 'infrastructure', one: true },
    source: 'Cluster API v1beta1 KubeadmControlPlaneMachineTemplate.infrastructureRef',
  }),
  byGroup({
    relation: 'kubeadm-control-plane-infrastructure',
    from: kubeadmControlPlane,
    path: 'spec.machineTemplate.spec.infrastructureRef',
    forward: { name: 'infrastructure', one: true },
    source: 'Cluster API v1beta2 KubeadmControlPlaneMachineTemplateSpec.infrastructureRef',
  }),
];

export const clusterApiTemplateRules: readonly RelationRule[] = [
  ...classTemplates.map((path) =>
    byVersion({
      relation: 'cluster-class-template',
      from: clusterClass,
      path,
      forward: { name: 'templates' },
      source: 'Cluster API LocalObjectTemplate, ClusterClassTemplateReference',
    }),
  ),
  ...kubeadmRules,
];
