/** Well-known projects, part two: operators, serverless, storage, networks, policies, and what the Kubernetes SIGs make. */
export const OTHER_PROJECTS = `
operators.coreos.com: CatalogSource ClusterServiceVersion InstallPlan OLMConfig Operator OperatorCondition OperatorGroup Subscription
packages.operators.coreos.com: PackageManifest
olm.operatorframework.io: ClusterCatalog ClusterExtension ClusterExtensionRevision

serving.knative.dev: Configuration DomainMapping Revision Route Service
networking.internal.knative.dev: Certificate ClusterDomainClaim Ingress ServerlessService
autoscaling.internal.knative.dev: Metric PodAutoscaler
caching.internal.knative.dev: Image
eventing.knative.dev: Broker EventPolicy EventType Trigger KafkaSink
messaging.knative.dev: Channel InMemoryChannel KafkaChannel Subscription
flows.knative.dev: Parallel Sequence
sources.knative.dev: ApiServerSource ContainerSource KafkaSource PingSource SinkBinding
operator.knative.dev: KnativeEventing KnativeServing

tekton.dev: ClusterTask CustomRun Pipeline PipelineResource PipelineRun Run StepAction Task TaskRun VerificationPolicy
triggers.tekton.dev: ClusterInterceptor ClusterTriggerBinding EventListener Interceptor Trigger TriggerBinding TriggerTemplate
resolution.tekton.dev: ResolutionRequest
operator.tekton.dev: TektonAddon TektonChain TektonConfig TektonDashboard TektonHub TektonInstallerSet TektonPipeline TektonResult
  TektonTrigger
pipelinesascode.tekton.dev: Repository

external-secrets.io: ClusterExternalSecret ClusterPushSecret ClusterSecretStore ExternalSecret PushSecret SecretStore

longhorn.io: BackingImage BackingImageDataSource BackingImageManager Backup BackupBackingImage BackupTarget BackupVolume Engine EngineImage
  InstanceManager Node Orphan RecurringJob Replica Setting ShareManager Snapshot SupportBundle SystemBackup SystemRestore Volume
  VolumeAttachment

ceph.rook.io: CephBlockPool CephBlockPoolRadosNamespace CephBucketNotification CephBucketTopic CephClient CephCluster CephCOSIDriver
  CephFilesystem CephFilesystemMirror CephFilesystemSubVolumeGroup CephNFS CephNVMeOFGateway CephObjectRealm CephObjectStore
  CephObjectStoreUser CephObjectZone CephObjectZoneGroup CephRBDMirror
objectbucket.io: ObjectBucket ObjectBucketClaim
csi.ceph.io: CephConnection ClientProfile ClientProfileMapping Driver OperatorConfig
csiaddons.openshift.io: CSIAddonsNode EncryptionKeyRotationCronJob EncryptionKeyRotationJob NetworkFence NetworkFenceClass
  ReclaimSpaceCronJob ReclaimSpaceJob
replication.storage.openshift.io: VolumeGroupReplication VolumeGroupReplicationClass VolumeGroupReplicationContent VolumeReplication
  VolumeReplicationClass
ocs.openshift.io: OCSInitialization StorageCluster StorageClient StorageConsumer StorageProfile StorageRequest
noobaa.io: BackingStore BucketClass NamespaceStore NooBaa NooBaaAccount

metallb.io: AddressPool BFDProfile BGPAdvertisement BGPPeer Community ConfigurationState IPAddressPool L2Advertisement MetalLB
  ServiceBGPStatus ServiceL2Status
frrk8s.metallb.io: FRRConfiguration FRRNodeState

projectcalico.org: BGPConfiguration BGPFilter BGPPeer BlockAffinity CalicoNodeStatus ClusterInformation FelixConfiguration
  GlobalNetworkPolicy GlobalNetworkSet HostEndpoint IPAMConfiguration IPPool IPReservation KubeControllersConfiguration NetworkPolicy
  NetworkSet Profile StagedGlobalNetworkPolicy StagedKubernetesNetworkPolicy StagedNetworkPolicy Tier
crd.projectcalico.org: BGPConfiguration BGPFilter BGPPeer BlockAffinity CalicoNodeStatus ClusterInformation FelixConfiguration
  GlobalNetworkPolicy GlobalNetworkSet HostEndpoint IPAMBlock IPAMConfig IPAMHandle IPPool IPReservation KubeControllersConfiguration
  NetworkPolicy NetworkSet StagedGlobalNetworkPolicy StagedKubernetesNetworkPolicy StagedNetworkPolicy Tier
operator.tigera.io: APIServer GatewayAPI Goldmane ImageSet Installation TigeraStatus Whisker

cilium.io: CiliumBGPAdvertisement CiliumBGPClusterConfig CiliumBGPNodeConfig CiliumBGPNodeConfigOverride CiliumBGPPeerConfig
  CiliumBGPPeeringPolicy CiliumCIDRGroup CiliumClusterwideEnvoyConfig CiliumClusterwideNetworkPolicy CiliumEgressGatewayPolicy
  CiliumEndpoint CiliumEndpointSlice CiliumEnvoyConfig CiliumExternalWorkload CiliumGatewayClassConfig CiliumIdentity
  CiliumL2AnnouncementPolicy CiliumLoadBalancerIPPool CiliumLocalRedirectPolicy CiliumNetworkPolicy CiliumNode CiliumNodeConfig
  CiliumPodIPPool PodInfo TracingPolicy TracingPolicyNamespaced

kyverno.io: AdmissionReport BackgroundScanReport CleanupPolicy ClusterAdmissionReport ClusterBackgroundScanReport ClusterCleanupPolicy
  ClusterPolicy GlobalContextEntry Policy PolicyException UpdateRequest
policies.kyverno.io: DeletingPolicy GeneratingPolicy ImageValidatingPolicy MutatingPolicy NamespacedDeletingPolicy
  NamespacedGeneratingPolicy NamespacedImageValidatingPolicy NamespacedMutatingPolicy NamespacedValidatingPolicy PolicyException
  ValidatingPolicy
reports.kyverno.io: ClusterEphemeralReport EphemeralReport
wgpolicyk8s.io: ClusterPolicyReport PolicyReport
openreports.io: ClusterReport Report

templates.gatekeeper.sh: ConstraintTemplate
config.gatekeeper.sh: Config
mutations.gatekeeper.sh: Assign AssignImage AssignMetadata ModifySet
expansion.gatekeeper.sh: ExpansionTemplate
externaldata.gatekeeper.sh: Provider
syncset.gatekeeper.sh: SyncSet
connection.gatekeeper.sh: Connection
status.gatekeeper.sh: ConfigPodStatus ConnectionPodStatus ConstraintPodStatus ConstraintTemplatePodStatus ExpansionTemplatePodStatus
  MutatorPodStatus ProviderPodStatus

snapshot.storage.k8s.io: VolumeSnapshot VolumeSnapshotClass VolumeSnapshotContent
groupsnapshot.storage.k8s.io: VolumeGroupSnapshot VolumeGroupSnapshotClass VolumeGroupSnapshotContent
populator.storage.k8s.io: VolumePopulator
cbt.storage.k8s.io: SnapshotMetadataService
objectstorage.k8s.io: Bucket BucketAccess BucketAccessClass BucketClaim BucketClass
autoscaling.k8s.io: VerticalPodAutoscaler VerticalPodAutoscalerCheckpoint
autoscaling.x-k8s.io: CapacityBuffer CapacityQuota ProvisioningRequest
metrics.k8s.io: NodeMetrics PodMetrics
custom.metrics.k8s.io: MetricValueList
external.metrics.k8s.io: ExternalMetricValueList
gateway.networking.x-k8s.io: XBackendTrafficPolicy XListenerSet XMesh
inference.networking.k8s.io: InferencePool
inference.networking.x-k8s.io: InferenceModel InferenceObjective InferencePool
multicluster.x-k8s.io: ClusterProfile ServiceExport ServiceImport
about.k8s.io: ClusterProperty
app.k8s.io: Application
externaldns.k8s.io: DNSEndpoint
secrets-store.csi.x-k8s.io: SecretProviderClass SecretProviderClassPodStatus
kueue.x-k8s.io: AdmissionCheck ClusterQueue Cohort LocalQueue MultiKueueCluster MultiKueueConfig ProvisioningRequestConfig ResourceFlavor
  Topology Workload WorkloadPriorityClass
jobset.x-k8s.io: JobSet
leaderworkerset.x-k8s.io: LeaderWorkerSet
scheduling.x-k8s.io: ElasticQuota PodGroup
topology.node.k8s.io: NodeResourceTopology
nfd.k8s-sigs.io: NodeFeature NodeFeatureGroup NodeFeatureRule
nfd.openshift.io: NodeFeatureDiscovery NodeFeatureRule
kmm.sigs.x-k8s.io: Module NodeModulesConfig PreflightValidation
hnc.x-k8s.io: HierarchicalResourceQuota HierarchyConfiguration HNCConfiguration SubnamespaceAnchor
security-profiles-operator.x-k8s.io: AppArmorProfile ProfileBinding ProfileRecording RawSelinuxProfile SeccompProfile
  SecurityProfileNodeStatus SecurityProfilesOperatorDaemon SelinuxProfile
kwok.x-k8s.io: Attach ClusterAttach ClusterExec ClusterLogs ClusterPortForward ClusterResourceUsage Exec Logs Metric PortForward
  ResourceUsage Stage

traefik.io: IngressRoute IngressRouteTCP IngressRouteUDP Middleware MiddlewareTCP ServersTransport ServersTransportTCP TLSOption TLSStore
  TraefikService
traefik.containo.us: IngressRoute IngressRouteTCP IngressRouteUDP Middleware MiddlewareTCP ServersTransport TLSOption TLSStore
  TraefikService
projectcontour.io: ContourConfiguration ContourDeployment ExtensionService HTTPProxy TLSCertificateDelegation
k8s.nginx.org: GlobalConfiguration Policy TransportServer VirtualServer VirtualServerRoute
gateway.nginx.org: ClientSettingsPolicy NginxGateway NginxProxy ObservabilityPolicy SnippetsFilter UpstreamSettingsPolicy
configuration.konghq.com: KongClusterPlugin KongConsumer KongConsumerGroup KongCustomEntity KongIngress KongLicense KongPlugin
  KongUpstreamPolicy KongVault TCPIngress UDPIngress
getambassador.io: AuthService ConsulResolver DevPortal Host KubernetesEndpointResolver KubernetesServiceResolver Listener LogService Mapping
  Module RateLimitService TCPMapping TLSContext TracingService
gateway.envoyproxy.io: Backend BackendTrafficPolicy ClientTrafficPolicy EnvoyExtensionPolicy EnvoyPatchPolicy EnvoyProxy HTTPRouteFilter
  SecurityPolicy
gateway.kgateway.dev: BackendConfigPolicy DirectResponse GatewayExtension GatewayParameters HTTPListenerPolicy TrafficPolicy
apisix.apache.org: ApisixClusterConfig ApisixConsumer ApisixGlobalRule ApisixPluginConfig ApisixRoute ApisixTls ApisixUpstream
kuadrant.io: AuthPolicy DNSPolicy Kuadrant RateLimitPolicy TLSPolicy

linkerd.io: ServiceProfile
policy.linkerd.io: AuthorizationPolicy EgressNetwork HTTPLocalRateLimitPolicy HTTPRoute MeshTLSAuthentication NetworkAuthentication Server
  ServerAuthorization
multicluster.linkerd.io: Link
workload.linkerd.io: ExternalWorkload
consul.hashicorp.com: ControlPlaneRequestLimit ExportedServices IngressGateway JWTProvider Mesh PeeringAcceptor PeeringDialer ProxyDefaults
  SamenessGroup ServiceDefaults ServiceIntentions ServiceResolver ServiceRouter ServiceSplitter TerminatingGateway
specs.smi-spec.io: HTTPRouteGroup TCPRoute UDPRoute
split.smi-spec.io: TrafficSplit
access.smi-spec.io: TrafficTarget

kafka.strimzi.io: Kafka KafkaBridge KafkaConnect KafkaConnector KafkaMirrorMaker KafkaMirrorMaker2 KafkaNodePool KafkaRebalance KafkaTopic
  KafkaUser
core.strimzi.io: StrimziPodSet
`;
