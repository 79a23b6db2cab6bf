/**
 * Every kind that Kubernetes itself has served as objects, by canonical group: those of 1.37, and those of older releases that
 * captures still hold. Custom kinds come from discovery and CRDs.
 * Source: discovery of kube-apiserver 1.37 with every group enabled; for the older ones staging/src/k8s.io/api at the releases that had them.
 */
import { type KindKey, kindName } from './kind.ts';

export interface BuiltInKind extends KindKey {
  readonly plural: string;
  readonly singular: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  /** group/version whose shape is the canonical one: nothing to convert. The first is the newest. */
  readonly apiVersions: readonly string[];
}

/** group (- for core) · kind · plural · scope · short names (- for none) · versions of the canonical shape (of another group: in full) */
const TABLE = `
-  Binding                bindings                namespaced  -       v1
-  ComponentStatus        componentstatuses       cluster     cs      v1
-  ConfigMap              configmaps              namespaced  cm      v1
-  Endpoints              endpoints               namespaced  ep      v1
-  Event                  events                  namespaced  ev      v1
-  LimitRange             limitranges             namespaced  limits  v1
-  Namespace              namespaces              cluster     ns      v1
-  Node                   nodes                   cluster     no      v1
-  PersistentVolume       persistentvolumes       cluster     pv      v1
-  PersistentVolumeClaim  persistentvolumeclaims  namespaced  pvc     v1
-  Pod                    pods                    namespaced  po      v1
-  PodTemplate            podtemplates            namespaced  -       v1
-  ReplicationController  replicationcontrollers  namespaced  rc      v1
-  ResourceQuota          resourcequotas          namespaced  quota   v1
-  Secret                 secrets                 namespaced  -       v1
-  Service                services                namespaced  svc     v1
-  ServiceAccount         serviceaccounts         namespaced  sa      v1

apps  ControllerRevision  controllerrevisions  namespaced  -       v1,v1beta2,v1beta1
apps  DaemonSet           daemonsets           namespaced  ds      v1,v1beta2
apps  Deployment          deployments          namespaced  deploy  v1,v1beta2
apps  ReplicaSet          replicasets          namespaced  rs      v1,v1beta2
apps  StatefulSet         statefulsets         namespaced  sts     v1,v1beta2

autoscaling  HorizontalPodAutoscaler  horizontalpodautoscalers  namespaced  hpa  v2,v2beta2
batch        CronJob                  cronjobs                  namespaced  cj   v1,v1beta1,v2alpha1
batch        Job                      jobs                      namespaced  -    v1
policy       PodDisruptionBudget      poddisruptionbudgets      namespaced  pdb  v1
policy       PodSecurityPolicy        podsecuritypolicies       cluster     psp  v1beta1,extensions/v1beta1

extensions  ThirdPartyResource  thirdpartyresources  cluster  -  v1beta1

networking.k8s.io  ClusterCIDR    clustercidrs     cluster     cc      v1alpha1
networking.k8s.io  Ingress        ingresses        namespaced  ing     v1
networking.k8s.io  IngressClass   ingressclasses   cluster     -       v1,v1beta1
networking.k8s.io  IPAddress      ipaddresses      cluster     ip      v1,v1beta1,v1alpha1
networking.k8s.io  NetworkPolicy  networkpolicies  namespaced  netpol  v1,extensions/v1beta1
networking.k8s.io  ServiceCIDR    servicecidrs     cluster     -       v1,v1beta1

discovery.k8s.io  EndpointSlice  endpointslices  namespaced  -  v1

storage.k8s.io  CSIDriver              csidrivers               cluster     -    v1,v1beta1
storage.k8s.io  CSINode                csinodes                 cluster     -    v1,v1beta1
storage.k8s.io  CSIStorageCapacity     csistoragecapacities     namespaced  -    v1,v1beta1,v1alpha1
storage.k8s.io  StorageClass           storageclasses           cluster     sc   v1,v1beta1
storage.k8s.io  VolumeAttachment       volumeattachments        cluster     -    v1,v1beta1,v1alpha1
storage.k8s.io  VolumeAttributesClass  volumeattributesclasses  cluster     vac  v1,v1beta1,v1alpha1

rbac.authorization.k8s.io  ClusterRole         clusterroles         cluster     -  v1,v1beta1,v1alpha1
rbac.authorization.k8s.io  ClusterRoleBinding  clusterrolebindings  cluster     -  v1,v1beta1
rbac.authorization.k8s.io  Role                roles                namespaced  -  v1,v1beta1,v1alpha1
rbac.authorization.k8s.io  RoleBinding         rolebindings         namespaced  -  v1,v1beta1

admissionregistration.k8s.io  ExternalAdmissionHookConfiguration  externaladmissionhookconfigurations  cluster  -  v1alpha1
admissionregistration.k8s.io  InitializerConfiguration            initializerconfigurations            cluster  -  v1alpha1
admissionregistration.k8s.io  MutatingAdmissionPolicy             mutatingadmissionpolicies            cluster  -  v1,v1beta1,v1alpha1
admissionregistration.k8s.io  MutatingAdmissionPolicyBinding      mutatingadmissionpolicybindings      cluster  -  v1,v1beta1,v1alpha1
admissionregistration.k8s.io  MutatingWebhookConfiguration        mutatingwebhookconfigurations        cluster  -  v1
admissionregistration.k8s.io  ValidatingAdmissionPolicy           validatingadmissionpolicies          cluster  -  v1,v1beta1,v1alpha1
admissionregistration.k8s.io  ValidatingAdmissionPolicyBinding    validatingadmissionpolicybindings    cluster  -  v1,v1beta1,v1alpha1
admissionregistration.k8s.io  ValidatingWebhookConfiguration      validatingwebhookconfigurations      cluster  -  v1

apiextensions.k8s.io    CustomResourceDefinition  customresourcedefinitions  cluster  crd,crds  v1
apiregistration.k8s.io  APIService                apiservices                cluster  -         v1,v1beta1,v1alpha1

authentication.k8s.io  SelfSubjectReview  selfsubjectreviews  cluster  -  v1,v1beta1,v1alpha1
authentication.k8s.io  TokenReview        tokenreviews        cluster  -  v1,v1beta1

authorization.k8s.io  AuthorizationConditionsReview  authorizationconditionsreviews  cluster  -  v1alpha1
authorization.k8s.io  LocalSubjectAccessReview  localsubjectaccessreviews  namespaced  -  v1
authorization.k8s.io  SelfSubjectAccessReview   selfsubjectaccessreviews   cluster     -  v1,v1beta1
authorization.k8s.io  SelfSubjectRulesReview    selfsubjectrulesreviews    cluster     -  v1,v1beta1
authorization.k8s.io  SubjectAccessReview       subjectaccessreviews       cluster     -  v1

certificates.k8s.io  CertificateSigningRequest  certificatesigningrequests  cluster     csr  v1
certificates.k8s.io  ClusterTrustBundle         clustertrustbundles         cluster     -    v1,v1beta1,v1alpha1
certificates.k8s.io  PodCertificateRequest      podcertificaterequests      namespaced  -    v1,v1beta1,v1alpha1

coordination.k8s.io  Lease           leases           namespaced  -  v1,v1beta1
coordination.k8s.io  LeaseCandidate  leasecandidates  namespaced  -  v1beta1,v1alpha2

flowcontrol.apiserver.k8s.io  FlowSchema                  flowschemas                  cluster  -  v1,v1beta3,v1beta2,v1beta1,v1alpha1
flowcontrol.apiserver.k8s.io  PriorityLevelConfiguration  prioritylevelconfigurations  cluster  -  v1,v1beta3

internal.apiserver.k8s.io  StorageVersion  storageversions  cluster  -  v1alpha1

node.k8s.io  RuntimeClass  runtimeclasses  cluster  -  v1,v1beta1

resource.k8s.io  DeviceClass                deviceclasses                cluster     -  v1,v1beta2,v1beta1,v1alpha3
resource.k8s.io  DeviceTaintRule            devicetaintrules             cluster     -  v1,v1beta2,v1alpha3
resource.k8s.io  PodScheduling              podschedulings               namespaced  -  v1alpha1
resource.k8s.io  PodSchedulingContext       podschedulingcontexts        namespaced  -  v1alpha3,v1alpha2
resource.k8s.io  ResourceClaim              resourceclaims               namespaced  -  v1,v1beta2
resource.k8s.io  ResourceClaimParameters    resourceclaimparameters      namespaced  -  v1alpha2
resource.k8s.io  ResourceClaimTemplate      resourceclaimtemplates       namespaced  -  v1,v1beta2
resource.k8s.io  ResourceClass              resourceclasses              cluster     -  v1alpha2,v1alpha1
resource.k8s.io  ResourceClassParameters    resourceclassparameters      namespaced  -  v1alpha2
resource.k8s.io  ResourcePoolStatusRequest  resourcepoolstatusrequests   cluster     -  v1alpha3
resource.k8s.io  ResourceSlice              resourceslices               cluster     -  v1,v1beta2

scheduling.k8s.io  CompositePodGroup  compositepodgroups  namespaced  -   v1alpha3
scheduling.k8s.io  PodGroup           podgroups           namespaced  -   v1beta1,v1alpha3
scheduling.k8s.io  PriorityClass      priorityclasses     cluster     pc  v1,v1beta1,v1alpha1
scheduling.k8s.io  Workload           workloads           namespaced  -   v1beta1,v1alpha3

lifecycle.k8s.io   Eviction         evictions         namespaced  -  v1alpha1
lifecycle.k8s.io   EvictionRequest  evictionrequests  namespaced  -  v1alpha1
checkpoint.k8s.io  PodCheckpoint    podcheckpoints    namespaced  -  v1alpha1

storagemigration.k8s.io  StorageVersionMigration  storageversionmigrations  cluster  -  v1,v1beta1,v1alpha1

auditregistration.k8s.io  AuditSink   auditsinks  cluster     -  v1alpha1
settings.k8s.io           PodPreset   podpresets  namespaced  -  v1alpha1
`;

/** In the order in which names are resolved: core, then the groups that kubectl prefers. */
export const builtInKinds: readonly BuiltInKind[] = TABLE.split('\n')
  .filter((line) => line !== '')
  .map(readRow);

const BY_NAME: ReadonlyMap<string, BuiltInKind> = new Map(builtInKinds.map((kind) => [kindName(kind), kind]));

/** Only for canonical keys: see canonical-kind.ts. */
export function builtInKind(key: KindKey): BuiltInKind | undefined {
  return BY_NAME.get(kindName(key));
}

function readRow(line: string): BuiltInKind {
  const [groupCell = '', kind = '', plural = '', scope = '', shortNames = '', versions = ''] = line.split(/ +/);
  const group = groupCell === '-' ? '' : groupCell;
  return {
    group,
    kind,
    plural,
    singular: kind.toLowerCase(),
    namespaced: scope === 'namespaced',
    shortNames: shortNames === '-' ? [] : shortNames.split(','),
    apiVersions: versions.split(',').map((version) => (group === '' || version.includes('/') ? version : `${group}/${version}`)),
  };
}
