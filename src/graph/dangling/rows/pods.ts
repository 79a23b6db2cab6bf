/** What Pods, and the workloads that make them, cannot start without. */
import type { DanglingRow } from '../row.ts';

const IMAGES = 'https://kubernetes.io/docs/concepts/containers/images/#specifying-imagepullsecrets-on-a-pod';
const ADMISSION = 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/';
const SCHEDULING = 'https://kubernetes.io/docs/concepts/scheduling-eviction/';

export const podRows: readonly DanglingRow[] = [
  {
    relations: ['pod-secret'],
    at: 'imagePullSecrets',
    severity: 'WARNING',
    consequence: 'images are pulled without it, which a private registry refuses',
    source: IMAGES,
  },
  {
    relations: ['pod-config-map', 'pod-secret'],
    statuses: ['KEY_MISSING'],
    severity: 'ERROR',
    consequence: 'no container that needs this key can start',
    source: 'https://kubernetes.io/docs/concepts/configuration/configmap/, https://kubernetes.io/docs/concepts/configuration/secret/',
  },
  {
    relations: ['pod-config-map', 'pod-secret', 'pod-cluster-trust-bundle'],
    severity: 'ERROR',
    consequence: 'no container that needs it can start; one that runs does not survive a restart of its Pod',
    source: 'https://kubernetes.io/docs/concepts/configuration/configmap/, https://kubernetes.io/docs/concepts/configuration/secret/',
  },
  {
    relations: ['pod-persistent-volume-claim', 'pod-resource-claim', 'pod-resource-claim-template'],
    severity: 'ERROR',
    consequence: 'a Pod that needs it is not scheduled',
    source: SCHEDULING,
  },
  {
    relations: ['pod-csi-driver'],
    severity: 'ERROR',
    consequence: 'the volume cannot be mounted, and so the Pod does not start',
    source: 'https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#csi-ephemeral-volumes',
  },
  {
    relations: ['pod-service-account'],
    kinds: ['Pod'],
    severity: 'ERROR',
    consequence: 'the Pod gets no token any more, and none like it can be created',
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
  },
  {
    relations: ['pod-service-account'],
    severity: 'ERROR',
    consequence: 'no Pod can be created: the API server refuses one without its ServiceAccount',
    source: `${ADMISSION}#serviceaccount`,
  },
  {
    relations: ['pod-priority-class', 'pod-runtime-class'],
    kinds: ['Pod'],
    severity: 'WARNING',
    consequence: 'the Pod goes on as it was admitted; none like it can be created',
    source: `${ADMISSION}#priority, ${ADMISSION}#runtimeclass`,
  },
  {
    relations: ['pod-priority-class', 'pod-runtime-class'],
    severity: 'ERROR',
    consequence: 'no Pod can be created: the API server refuses one that names it',
    source: `${ADMISSION}#priority, ${ADMISSION}#runtimeclass`,
  },
  {
    relations: ['pod-node'],
    severity: 'ERROR',
    consequence: 'nothing runs the Pod: its node is gone, and the Pod is deleted',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-garbage-collection',
  },
  {
    relations: ['pod-named-node'],
    severity: 'WARNING',
    consequence: 'where its terms name no other node, a Pod that is not placed yet is never scheduled',
    source: `${SCHEDULING}assign-pod-node/#node-affinity`,
  },
  {
    relations: ['pod-network'],
    kinds: ['Pod'],
    severity: 'WARNING',
    consequence: 'a Pod that runs keeps its interface; none like it can start',
    source: 'Network Plumbing Working Group, Kubernetes Network Custom Resource Definition De-facto Standard v1',
  },
  {
    relations: ['pod-network'],
    severity: 'ERROR',
    consequence: 'no Pod can start: the network that it asks for is not there',
    source: 'Network Plumbing Working Group, Kubernetes Network Custom Resource Definition De-facto Standard v1',
  },
  {
    relations: ['stateful-set-service'],
    severity: 'WARNING',
    consequence: 'its Pods run, and have no stable names in DNS',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations',
  },
  {
    relations: ['horizontal-pod-autoscaler-target'],
    severity: 'ERROR',
    consequence: 'nothing is scaled',
    source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  },
  {
    relations: ['horizontal-pod-autoscaler-metric-object'],
    severity: 'ERROR',
    consequence: 'the metric cannot be read, and scaling does without it',
    source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  },
];
