/** Finalizers of what makes machines, networks and load balancers: Cluster API, clouds, Gateway API, KubeVirt, Rancher. */
import type { KindKey } from '../../../kube/kind.ts';
import { allDependents } from '../waits/dependents.ts';
import { namedBy, names } from '../waits/named.ts';
import type { FinalizerRule } from './finalizer-rule.ts';
import { anywhere, type Project, rulesOf, workload } from './project.ts';

const gateway: KindKey = { group: 'gateway.networking.k8s.io', kind: 'Gateway' };
const loadBalancers = anywhere('aws-load-balancer-controller');
const clusterApi = anywhere('capi-controller-manager', 'cluster-api-controller');
const kubeadmControlPlane = anywhere('capi-kubeadm-control-plane-controller-manager', 'kubeadm-control-plane-controller');

const projects: readonly Project[] = [
  {
    controller: anywhere('gateway implementation'),
    source: 'Gateway API, GatewayClassFinalizerGatewaysExist',
    rows: [
      {
        finalizer: 'gateway-exists-finalizer.gateway.networking.k8s.io',
        on: ['GatewayClass.gateway.networking.k8s.io'],
        until: 'no Gateway names it',
        waits: namedBy({ kinds: [gateway] }),
        leaves: 'Gateways without a class, whose load balancers nobody manages',
      },
    ],
  },
  {
    controller: clusterApi,
    source: 'cluster-api api/core',
    rows: [
      {
        finalizer: 'cluster.cluster.x-k8s.io',
        until: 'its machines, control plane and infrastructure are gone',
        waits: allDependents,
        leaves: 'machines and infrastructure of the cluster',
      },
      {
        finalizer: 'machine.cluster.x-k8s.io',
        until: 'its node is drained, and bootstrap and infrastructure are gone',
        waits: names({ relations: ['machine-bootstrap', 'machine-infrastructure', 'machine-node'] }),
        leaves: 'a machine that runs on',
      },
      ...['cluster.x-k8s.io/machineset', 'cluster.x-k8s.io/machinedeployment', 'machinepool.cluster.x-k8s.io'].map((finalizer) => ({
        finalizer,
        until: 'its machines are gone',
        waits: allDependents,
        leaves: 'machines that run on',
      })),
      ...['addons.cluster.x-k8s.io', 'machinedeployment.topology.cluster.x-k8s.io', 'machineset.topology.cluster.x-k8s.io'].map(
        (finalizer) => ({
          finalizer,
          until: 'what belongs to it is cleaned up',
          leaves: 'templates and add-ons that nobody uses',
        }),
      ),
    ],
  },
  {
    controller: kubeadmControlPlane,
    source: 'cluster-api controlplane/kubeadm',
    rows: [
      {
        finalizer: 'kubeadm.controlplane.cluster.x-k8s.io',
        until: 'the machines of the control plane are gone',
        waits: allDependents,
        leaves: 'machines that run on',
      },
    ],
  },
  {
    controller: loadBalancers,
    source: 'kubernetes-sigs/aws-load-balancer-controller pkg/k8s/finalizer.go',
    rows: ['elbv2.k8s.aws/resources', 'ingress.k8s.aws/resources', 'group.ingress.k8s.aws/*', 'service.k8s.aws/resources'].map(
      (finalizer) => ({
        finalizer,
        until: 'load balancer and target groups in AWS are deleted',
        leaves: 'load balancers and target groups in AWS, which cost money',
      }),
    ),
  },
  {
    controller: { name: 'ingress-gce', runs: 'anywhere' },
    source: 'kubernetes/ingress-gce pkg/utils/common/finalizer.go',
    rows: ['networking.gke.io/ingress-finalizer', 'networking.gke.io/ingress-finalizer-V2', 'networking.gke.io/neg-finalizer'].map(
      (finalizer) => ({
        finalizer,
        until: 'the load balancer in Google Cloud is deleted',
        leaves: 'load balancers in Google Cloud, which cost money',
      }),
    ),
  },
  {
    controller: anywhere('karpenter'),
    source: 'https://karpenter.sh/docs/concepts/disruption/',
    rows: [
      {
        finalizer: 'karpenter.sh/termination',
        until: 'the node is drained and its instance ended; a PodDisruptionBudget without room holds that up',
        waits: namedBy({ kinds: [{ group: '', kind: 'Pod' }], relations: ['pod-node'] }),
        leaves: 'an instance in the cloud, which costs money',
      },
    ],
  },
  {
    controller: workload('virt-controller'),
    source: 'kubevirt pkg/virt-controller',
    rows: [
      {
        finalizer: 'kubevirt.io/virtualMachineControllerFinalize',
        until: 'its VirtualMachineInstance is gone',
        waits: allDependents,
        leaves: 'a machine that runs on',
      },
      {
        finalizer: 'foregroundDeleteVirtualMachine',
        until: 'its domain has stopped',
        waits: allDependents,
        leaves: 'a machine that runs on',
      },
      {
        finalizer: 'kubevirt.io/foregroundDeleteVirtualMachine',
        until: 'its domain has stopped',
        waits: allDependents,
        leaves: 'a machine that runs on',
      },
    ],
  },
  {
    // Of a downstream cluster Rancher runs elsewhere; k3s and RKE2 run controllers with wrangler's finalizers in their own process.
    controller: anywhere('Rancher', 'rancher', 'cattle-cluster-agent', 'rancher-agent'),
    source: 'rancher/wrangler pkg/generic; rancher pkg/controllers',
    rows: ['controller.cattle.io/*', 'wrangler.cattle.io/*', 'management.cattle.io/*', 'auth.cattle.io/*', 'systemcharts.cattle.io/*'].map(
      (finalizer) => ({
        finalizer,
        until: 'Rancher, or another program built on its wrangler, has cleaned up; after that was removed nobody does',
        leaves: 'what Rancher made for it',
      }),
    ),
  },
];

export const infrastructureFinalizers: readonly FinalizerRule[] = rulesOf(projects);
