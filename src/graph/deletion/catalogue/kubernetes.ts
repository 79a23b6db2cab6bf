/** Finalizers of Kubernetes itself. */
import { persistentVolumeClaim } from '../../../relations/kinds.ts';
import { boundClaim } from '../waits/bound-claim.ts';
import { claimUsers } from '../waits/claim-users.ts';
import { definitionInstances } from '../waits/definition-instances.ts';
import { allDependents, blockingDependents } from '../waits/dependents.ts';
import { namedBy, names } from '../waits/named.ts';
import { namespaceContents } from '../waits/namespace-contents.ts';
import { serviceAddresses } from '../waits/service-addresses.ts';
import { unavailableApis } from '../waits/unavailable-apis.ts';
import { all } from '../waits/wait.ts';
import type { ControllerRule, FinalizerRule } from './finalizer-rule.ts';

const controllerManager = (part: string): ControllerRule => ({
  name: `kube-controller-manager (${part})`,
  runs: 'control-plane',
  lease: 'kube-controller-manager',
});
const OWNERSHIP = 'kubernetes pkg/controller/garbagecollector';

export const kubernetesFinalizers: readonly FinalizerRule[] = [
  {
    finalizer: 'kubernetes',
    on: ['Namespace'],
    controller: controllerManager('namespace controller'),
    until: 'everything in the namespace is gone and every API group can be discovered',
    waits: all(namespaceContents, unavailableApis),
    leaves: 'the objects in it, which nobody can reach or remove any more',
    source: 'kubernetes pkg/controller/namespace/deletion',
  },
  {
    finalizer: 'foregroundDeletion',
    controller: controllerManager('garbage collector'),
    until: 'every dependent with blockOwnerDeletion: true is gone',
    waits: blockingDependents,
    leaves: 'nothing: the dependents are collected afterwards',
    source: OWNERSHIP,
  },
  {
    finalizer: 'orphan',
    controller: controllerManager('garbage collector'),
    until: 'no dependent names it as its owner any more',
    waits: allDependents,
    leaves: 'dependents that the garbage collector will delete instead of leaving them alone',
    source: OWNERSHIP,
  },
  {
    finalizer: 'kubernetes.io/pvc-protection',
    on: ['PersistentVolumeClaim'],
    controller: controllerManager('pvc-protection controller'),
    until: 'no pod with a node uses it, completed pods included',
    waits: claimUsers,
    leaves: 'pods without their data: the volume is taken from under them',
    source: 'kubernetes pkg/controller/volume/pvcprotection',
  },
  {
    finalizer: 'kubernetes.io/pv-protection',
    on: ['PersistentVolume'],
    controller: controllerManager('pv-protection controller'),
    until: 'it is no longer Bound',
    waits: boundClaim,
    leaves: 'a claim that is bound to nothing, with the data out of reach',
    source: 'kubernetes pkg/controller/volume/pvprotection',
  },
  {
    finalizer: 'kubernetes.io/vac-protection',
    on: ['VolumeAttributesClass.storage.k8s.io'],
    controller: controllerManager('vac-protection controller'),
    until: 'no volume and no claim names it',
    waits: namedBy({ kinds: [persistentVolumeClaim, { group: '', kind: 'PersistentVolume' }] }),
    leaves: 'claims whose class is gone',
    source: 'kubernetes pkg/controller/volume/vacprotection',
  },
  {
    finalizer: 'kubernetes.io/pv-controller',
    on: ['PersistentVolume'],
    controller: controllerManager('persistent volume controller'),
    until: 'the storage behind it is deleted, where its reclaim policy is Delete',
    leaves: 'the storage behind it',
    source: 'kubernetes pkg/controller/volume/persistentvolume',
  },
  {
    finalizer: 'customresourcecleanup.apiextensions.k8s.io',
    on: ['CustomResourceDefinition.apiextensions.k8s.io'],
    controller: { name: 'kube-apiserver (CRD finalizer)', runs: 'control-plane' },
    until: 'no object of the kind is left',
    waits: definitionInstances,
    leaves: 'its objects in the database, which come back with the next definition of that name',
    source: 'apiextensions-apiserver pkg/controller/finalizer',
  },
  {
    finalizer: 'batch.kubernetes.io/job-tracking',
    on: ['Pod'],
    controller: controllerManager('job controller'),
    until: 'the Job has counted it',
    leaves: 'a Job that counts this pod as failed, or not at all',
    source: 'kubernetes pkg/controller/job',
  },
  {
    finalizer: 'resource.kubernetes.io/delete-protection',
    on: ['ResourceClaim.resource.k8s.io'],
    controller: controllerManager('resource claim controller'),
    until: 'no pod has it reserved and its devices are free',
    waits: names({ relations: ['resource-claim-consumer'] }),
    leaves: 'devices that count as used',
    source: 'kubernetes pkg/controller/resourceclaim',
  },
  {
    finalizer: 'networking.k8s.io/service-cidr-finalizer',
    on: ['ServiceCIDR.networking.k8s.io'],
    controller: controllerManager('service-cidr controller'),
    until: 'no IPAddress lies in it that no other ServiceCIDR covers',
    waits: serviceAddresses,
    leaves: 'Services with addresses of no known range',
    source: 'kubernetes pkg/controller/servicecidrs',
  },
  {
    finalizer: 'service.kubernetes.io/load-balancer-cleanup',
    on: ['Service'],
    controller: {
      name: 'cloud-controller-manager (service controller)',
      runs: 'anywhere',
      lease: 'cloud-controller-manager',
      programs: [
        'cloud-controller-manager',
        'aws-cloud-controller-manager',
        'azure-cloud-controller-manager',
        'openstack-cloud-controller-manager',
        'metallb-controller',
      ],
    },
    until: 'the load balancer of the cloud is deleted',
    leaves: 'the load balancer in the cloud, which costs money',
    source: 'kubernetes cloud-provider controllers/service',
  },
];
