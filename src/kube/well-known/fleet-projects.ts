/** Well-known projects, part four: storage and backup, networks, fleets of clusters, support tools. New kinds are added at its end. */
export const FLEET_PROJECTS = `
openebs.io: BlockDevice BlockDeviceClaim DiskPool
local.openebs.io: LVMNode LVMSnapshot LVMVolume
zfs.openebs.io: ZFSBackup ZFSNode ZFSRestore ZFSSnapshot ZFSVolume
cstor.openebs.io: CStorBackup CStorCompletedBackup CStorPoolCluster CStorPoolInstance CStorRestore CStorVolume CStorVolumeConfig
  CStorVolumePolicy CStorVolumeReplica
core.libopenstorage.org: StorageCluster StorageNode
piraeus.io: LinstorCluster LinstorNodeConnection LinstorSatellite LinstorSatelliteConfiguration
topolvm.io: LogicalVolume
lvm.topolvm.io: LVMCluster LVMVolumeGroup LVMVolumeGroupNodeStatus
trident.netapp.io: TridentBackend TridentBackendConfig TridentMirrorRelationship TridentNode TridentOrchestrator TridentSnapshot
  TridentStorageClass TridentTransaction TridentVersion TridentVolume TridentVolumeReference
volsync.backube: ReplicationDestination ReplicationSource
k8up.io: Archive Backup Check PodConfig PreBackupPod Prune Restore Schedule Snapshot

crd.antrea.io: AntreaAgentInfo AntreaControllerInfo ClusterGroup ClusterNetworkPolicy Egress ExternalEntity ExternalIPPool ExternalNode
  Group IPPool NetworkPolicy SupportBundleCollection Tier Traceflow TrafficControl
whereabouts.cni.cncf.io: IPPool NodeSlicePool OverlappingRangeIPReservation
kubeovn.io: IP Subnet Vip Vlan Vpc
submariner.io: Broker ClusterGlobalEgressIP GatewayRoute GlobalEgressIP GlobalIngressIP NonGatewayRoute RouteAgent Submariner
ipam.metal3.io: IPAddress IPClaim IPPool
remediation.medik8s.io: NodeHealthCheck
self-node-remediation.medik8s.io: SelfNodeRemediation SelfNodeRemediationConfig SelfNodeRemediationTemplate
nodemaintenance.medik8s.io: NodeMaintenance

cluster.open-cluster-management.io: AddOnPlacementScore ClusterClaim ManagedCluster ManagedClusterSet ManagedClusterSetBinding Placement
  PlacementDecision
work.open-cluster-management.io: AppliedManifestWork ManifestWork ManifestWorkReplicaSet
addon.open-cluster-management.io: AddOnDeploymentConfig AddOnTemplate ClusterManagementAddOn ManagedClusterAddOn
operator.open-cluster-management.io: ClusterManager Klusterlet MultiClusterHub
multicluster.openshift.io: MultiClusterEngine
policy.open-cluster-management.io: CertificatePolicy ConfigurationPolicy OperatorPolicy PlacementBinding Policy PolicyAutomation PolicySet
apps.open-cluster-management.io: Channel Deployable GitOpsCluster HelmRelease PlacementRule Subscription SubscriptionReport
  SubscriptionStatus

management.cattle.io: AuthConfig Cluster ClusterRegistrationToken ClusterRoleTemplateBinding Feature GlobalRole GlobalRoleBinding
  KontainerDriver ManagedChart Node NodeDriver NodePool NodeTemplate PodSecurityAdmissionConfigurationTemplate Preference Project
  ProjectRoleTemplateBinding RoleTemplate Setting Token User UserAttribute
provisioning.cattle.io: Cluster
catalog.cattle.io: App ClusterRepo Operation UIPlugin
fleet.cattle.io: Bundle BundleDeployment BundleNamespaceMapping Cluster ClusterGroup ClusterRegistration ClusterRegistrationToken Content
  GitRepo GitRepoRestriction HelmOp ImageScan
rke.cattle.io: CustomMachine ETCDSnapshot RKEBootstrap RKEBootstrapTemplate RKECluster RKEControlPlane
helm.cattle.io: HelmChart HelmChartConfig
k3s.cattle.io: Addon ETCDSnapshotFile
upgrade.cattle.io: Plan

policy.karmada.io: ClusterOverridePolicy ClusterPropagationPolicy FederatedResourceQuota OverridePolicy PropagationPolicy
work.karmada.io: ClusterResourceBinding ResourceBinding Work
cluster.karmada.io: Cluster
capsule.clastix.io: CapsuleConfiguration GlobalTenantResource Tenant TenantResource
core.gardener.cloud: BackupBucket BackupEntry CloudProfile ControllerDeployment ControllerInstallation ControllerRegistration ExposureClass
  NamespacedCloudProfile Project Quota SecretBinding Seed Shoot ShootState
extensions.gardener.cloud: BackupBucket BackupEntry Bastion Cluster ContainerRuntime ControlPlane DNSRecord Extension Infrastructure
  Network OperatingSystemConfig Worker
resources.gardener.cloud: ManagedResource

troubleshoot.sh: Analyzer Collector HostCollector HostPreflight Preflight Redactor RemoteCollector SupportBundle
kots.io: Config ConfigValues HelmChart Installation License
cluster.kurl.sh: Installer
embeddedcluster.replicatedhq.com: Installation
`;
