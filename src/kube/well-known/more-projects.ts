/** Well-known projects, part three: virtual machines, data bases, observability, clouds, security, machine learning, fleets. */
export const MORE_PROJECTS = `
kubevirt.io: KubeVirt VirtualMachine VirtualMachineInstance VirtualMachineInstanceMigration VirtualMachineInstancePreset
  VirtualMachineInstanceReplicaSet
instancetype.kubevirt.io: VirtualMachineClusterInstancetype VirtualMachineClusterPreference VirtualMachineInstancetype
  VirtualMachinePreference
snapshot.kubevirt.io: VirtualMachineRestore VirtualMachineSnapshot VirtualMachineSnapshotContent
export.kubevirt.io: VirtualMachineExport
clone.kubevirt.io: VirtualMachineClone
pool.kubevirt.io: VirtualMachinePool
migrations.kubevirt.io: MigrationPolicy
cdi.kubevirt.io: CDI CDIConfig DataImportCron DataSource DataVolume ObjectTransfer StorageProfile VolumeCloneSource VolumeImportSource
  VolumeUploadSource
hco.kubevirt.io: HyperConverged
ssp.kubevirt.io: SSP
hostpathprovisioner.kubevirt.io: HostPathProvisioner
networkaddonsoperator.network.kubevirt.io: NetworkAddonsConfig
nmstate.io: NMState NodeNetworkConfigurationEnactment NodeNetworkConfigurationPolicy NodeNetworkState
forklift.konveyor.io: ForkliftController Hook Host Migration NetworkMap Plan Provider StorageMap
harvesterhci.io: Addon KeyPair VirtualMachineBackup VirtualMachineImage VirtualMachineTemplate VirtualMachineTemplateVersion
vmoperator.vmware.com: VirtualMachine VirtualMachineClass VirtualMachineImage VirtualMachineService
cns.vmware.com: CnsFileAccessConfig CnsNodeVmAttachment CnsVolumeMetadata CnsVolumeOperationRequest CSINodeTopology

postgresql.cnpg.io: Backup Cluster ClusterImageCatalog Database FailoverQuorum ImageCatalog Pooler Publication ScheduledBackup Subscription
acid.zalan.do: OperatorConfiguration postgresql PostgresTeam
postgres-operator.crunchydata.com: CrunchyBridgeCluster PGAdmin PGUpgrade PostgresCluster
pgv2.percona.com: PerconaPGBackup PerconaPGCluster PerconaPGRestore PerconaPGUpgrade
pxc.percona.com: PerconaXtraDBCluster PerconaXtraDBClusterBackup PerconaXtraDBClusterRestore
psmdb.percona.com: PerconaServerMongoDB PerconaServerMongoDBBackup PerconaServerMongoDBRestore
ps.percona.com: PerconaServerMySQL PerconaServerMySQLBackup PerconaServerMySQLRestore
mongodb.com: MongoDB MongoDBMultiCluster MongoDBOpsManager MongoDBUser
mongodbcommunity.mongodb.com: MongoDBCommunity
mysql.oracle.com: InnoDBCluster MySQLBackup
k8s.mariadb.com: Backup Connection Database Grant MariaDB MaxScale PhysicalBackup Restore SqlJob User
redis.redis.opstreelabs.in: Redis RedisCluster RedisReplication RedisSentinel
databases.spotahome.com: RedisFailover
app.redislabs.com: RedisEnterpriseActiveActiveDatabase RedisEnterpriseCluster RedisEnterpriseDatabase
cassandra.datastax.com: CassandraDatacenter CassandraTask
k8ssandra.io: K8ssandraCluster
scylla.scylladb.com: NodeConfig ScyllaCluster ScyllaDBCluster ScyllaDBDatacenter ScyllaDBMonitoring ScyllaOperatorConfig
clickhouse.altinity.com: ClickHouseInstallation ClickHouseInstallationTemplate ClickHouseOperatorConfiguration
clickhouse-keeper.altinity.com: ClickHouseKeeperInstallation
rabbitmq.com: Binding Exchange Federation OperatorPolicy Permission Policy Queue RabbitmqCluster SchemaReplication Shovel SuperStream
  TopicPermission User Vhost
crdb.cockroachlabs.com: CrdbCluster
pingcap.com: TidbCluster TidbClusterAutoScaler TidbDashboard TidbInitializer TidbMonitor TidbNGMonitoring
planetscale.com: VitessBackup VitessBackupStorage VitessCell VitessCluster VitessKeyspace VitessShard
minio.min.io: Tenant
sts.min.io: PolicyBinding
dragonflydb.io: Dragonfly
jetstream.nats.io: Account Consumer KeyValue ObjectStore Stream
zookeeper.pravega.io: ZookeeperCluster
couchbase.com: CouchbaseBackup CouchbaseBackupRestore CouchbaseBucket CouchbaseCluster CouchbaseGroup CouchbaseRoleBinding CouchbaseUser
apps.kubeblocks.io: Cluster ClusterDefinition Component ComponentDefinition ComponentVersion ServiceDescriptor
infinispan.org: Batch Cache Infinispan
broker.amq.io: ActiveMQArtemis ActiveMQArtemisAddress ActiveMQArtemisScaledown ActiveMQArtemisSecurity

grafana.integreatly.org: Grafana GrafanaAlertRuleGroup GrafanaContactPoint GrafanaDashboard GrafanaDatasource GrafanaFolder
  GrafanaLibraryPanel GrafanaMuteTiming GrafanaNotificationPolicy GrafanaNotificationPolicyRoute GrafanaNotificationTemplate
  GrafanaServiceAccount
loki.grafana.com: AlertingRule LokiStack RecordingRule RulerConfig
tempo.grafana.com: TempoMonolithic TempoStack
monitoring.grafana.com: GrafanaAgent Integration LogsInstance MetricsInstance PodLogs
collectors.grafana.com: Alloy
opentelemetry.io: Instrumentation OpAMPBridge OpenTelemetryCollector TargetAllocator
jaegertracing.io: Jaeger
operator.victoriametrics.com: VLAgent VLCluster VLogs VLSingle VMAgent VMAlert VMAlertmanager VMAlertmanagerConfig VMAnomaly VMAuth
  VMCluster VMNodeScrape VMPodScrape VMProbe VMRule VMScrapeConfig VMServiceScrape VMSingle VMStaticScrape VMUser VTCluster VTSingle
elasticsearch.k8s.elastic.co: Elasticsearch
kibana.k8s.elastic.co: Kibana
apm.k8s.elastic.co: ApmServer
agent.k8s.elastic.co: Agent
beat.k8s.elastic.co: Beat
enterprisesearch.k8s.elastic.co: EnterpriseSearch
logstash.k8s.elastic.co: Logstash
maps.k8s.elastic.co: ElasticMapsServer
autoscaling.k8s.elastic.co: ElasticsearchAutoscaler
stackconfigpolicy.k8s.elastic.co: StackConfigPolicy
opensearch.opster.io: OpenSearchCluster OpensearchActionGroup OpensearchRole OpensearchTenant OpensearchUser OpensearchUserRoleBinding
logging.banzaicloud.io: ClusterFlow ClusterOutput Flow FluentbitAgent Logging LoggingRoute NodeAgent Output
fluentbit.fluent.io: ClusterFilter ClusterFluentBitConfig ClusterInput ClusterOutput ClusterParser Collector Filter FluentBit
  FluentBitConfig Output Parser
flows.netobserv.io: FlowCollector FlowMetric
k6.io: K6 PrivateLoadZone TestRun
pyrra.dev: ServiceLevelObjective
sloth.slok.dev: PrometheusServiceLevel
flagger.app: AlertProvider Canary MetricTemplate

elbv2.k8s.aws: IngressClassParams TargetGroupBinding
vpcresources.k8s.aws: CNINode SecurityGroupPolicy
networking.k8s.aws: PolicyEndpoint
crd.k8s.amazonaws.com: ENIConfig
eks.amazonaws.com: NodeClass NodeDiagnostic
services.k8s.aws: AdoptedResource FieldExport IAMRoleSelector
cloud.google.com: BackendConfig ComputeClass
networking.gke.io: FrontendConfig GCPBackendPolicy GCPGatewayPolicy HealthCheckPolicy ManagedCertificate Network ServiceAttachment
  ServiceNetworkEndpointGroup
configsync.gke.io: RepoSync RootSync
configmanagement.gke.io: ConfigManagement
core.cnrm.cloud.google.com: ConfigConnector ConfigConnectorContext
aadpodidentity.k8s.io: AzureAssignedIdentity AzureIdentity AzureIdentityBinding AzurePodIdentityException

bitnami.com: SealedSecret
secrets.hashicorp.com: CSISecrets HCPAuth HCPVaultSecretsApp SecretTransformation VaultAuth VaultAuthGlobal VaultConnection
  VaultDynamicSecret VaultPKISecret VaultStaticSecret
vault.banzaicloud.com: Vault
generators.external-secrets.io: ACRAccessToken ClusterGenerator ECRAuthorizationToken Fake GCRAccessToken GeneratorState GithubAccessToken
  Grafana Password QuayAccessToken SSHKey STSSessionToken UUID VaultDynamicSecret Webhook
trust.cert-manager.io: Bundle
policy.cert-manager.io: CertificateRequestPolicy
aquasecurity.github.io: ClusterComplianceReport ClusterConfigAuditReport ClusterInfraAssessmentReport ClusterRbacAssessmentReport
  ClusterSbomReport ClusterVulnerabilityReport ConfigAuditReport ExposedSecretReport InfraAssessmentReport RbacAssessmentReport SbomReport
  VulnerabilityReport
policy.sigstore.dev: ClusterImagePolicy TrustRoot
spire.spiffe.io: ClusterFederatedTrustDomain ClusterSPIFFEID ClusterStaticEntry
policies.kubewarden.io: AdmissionPolicy AdmissionPolicyGroup ClusterAdmissionPolicy ClusterAdmissionPolicyGroup PolicyServer
platform.stackrox.io: Central SecuredCluster
k8s.keycloak.org: Keycloak KeycloakRealmImport
dex.coreos.com: AuthCode AuthRequest Connector DeviceRequest DeviceToken OAuth2Client OfflineSessions Password RefreshToken SigningKey

sparkoperator.k8s.io: ScheduledSparkApplication SparkApplication SparkConnect
flink.apache.org: FlinkBlueGreenDeployment FlinkDeployment FlinkSessionJob FlinkStateSnapshot
ray.io: RayCluster RayJob RayService
kubeflow.org: Experiment JAXJob MPIJob Notebook PaddleJob PodDefault Profile PyTorchJob Suggestion TFJob Trial XGBoostJob
trainer.kubeflow.org: ClusterTrainingRuntime TrainingRuntime TrainJob
serving.kserve.io: ClusterServingRuntime ClusterStorageContainer InferenceGraph InferenceService LLMInferenceService LocalModelCache
  ServingRuntime TrainedModel
machinelearning.seldon.io: SeldonDeployment
batch.volcano.sh: Job
scheduling.volcano.sh: PodGroup Queue
flow.volcano.sh: JobFlow JobTemplate
bus.volcano.sh: Command
topology.volcano.sh: HyperNode
nodeinfo.volcano.sh: Numatopology
nvidia.com: ClusterPolicy NVIDIADriver
resource.nvidia.com: ComputeDomain
mellanox.com: HostDeviceNetwork IPoIBNetwork MacvlanNetwork NicClusterPolicy
amd.com: DeviceConfig

apps.kruise.io: AdvancedCronJob BroadcastJob CloneSet ContainerRecreateRequest DaemonSet EphemeralJob ImagePullJob NodeImage
  PersistentPodState PodProbeMarker PodUnavailableBudget ResourceDistribution SidecarSet StatefulSet UnitedDeployment WorkloadSpread
dapr.io: Component Configuration HTTPEndpoint Resiliency Subscription
core.oam.dev: Application ApplicationRevision ComponentDefinition PolicyDefinition ResourceTracker TraitDefinition WorkflowStepDefinition
  WorkloadDefinition
camel.apache.org: Build CamelCatalog Integration IntegrationKit IntegrationPlatform IntegrationProfile Kamelet KameletBinding Pipe
agones.dev: Fleet GameServer GameServerSet
autoscaling.agones.dev: FleetAutoscaler
jenkins.io: Jenkins
actions.github.com: AutoscalingListener AutoscalingRunnerSet EphemeralRunner EphemeralRunnerSet
actions.summerwind.dev: HorizontalRunnerAutoscaler Runner RunnerDeployment RunnerReplicaSet RunnerSet
app.terraform.io: AgentPool Module Project Workspace
infra.contrib.fluxcd.io: Terraform
pulumi.com: Program Stack
workspace.devfile.io: DevWorkspace DevWorkspaceTemplate
org.eclipse.che: CheCluster
chaos-mesh.org: AWSChaos AzureChaos BlockChaos DNSChaos GCPChaos HTTPChaos IOChaos JVMChaos KernelChaos NetworkChaos PhysicalMachine
  PhysicalMachineChaos PodChaos PodHttpChaos PodIOChaos PodNetworkChaos RemoteCluster Schedule StatusCheck StressChaos TimeChaos Workflow
  WorkflowNode
litmuschaos.io: ChaosEngine ChaosExperiment ChaosResult
`;
