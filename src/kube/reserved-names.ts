/**
 * Names that no kind can have, for they are ours in GraphQL: types (with those of later issues), scalars, and root fields.
 * A type of ours that is not here may be taken by a custom kind: a test of the api holds its types to this list.
 */

const TYPES = `
Query Mutation Subscription LiveSubscription
Int Float String Boolean ID JSON Long DateTime StringMap Duration Quantity IntOrString
KubernetesObject OtherObject External Presence
Owner OwnerReference CollectorStatus Collector Reference ReferenceStatus Flaw Relation RelationDirection Direction
DeletionPropagation DeletionCause DeletionHold DeletionHoldReason DependentReason PreviewedDeletion PreviewedDependent
Deletion DeletionVerdict DeletionPreview Finalizer FinalizerField Blocker BlockerGraph BlockerController ControllerState
Condition ConditionStatus Health HealthStatus Container ContainerType ContainerState ContainerTermination Log LogLine
Endpoint EndpointCounts Allocation Replicas Subject
CaptureOutcome LogOutcome Completeness CompletenessGap PageInfo Cost
Where WhereOperator WhereCompareAs OrderBy Filter ObjectRef
Snapshot SnapshotCluster SnapshotStatistics Statistics KindStatistics Statistic TimeSource Problem ProblemSeverity Severity
SearchResult SearchHit SearchSource Path PathStep PathSegment
Finding FindingCode FindingSeverity Diagnosis Evidence Cause Fix Confidence
Timeline TimelineEntry TimelineSource ObjectDiff Diff DiffType ObjectChange Change ChangeType
Document Entry Origin Redaction Capture Object Objects
`;

const ROOT_FIELDS = `
snapshot snapshots object objects search path paths danglingReferences terminating deletionPreview diagnosis finding findings
timeline diff kinds kind problems documents document changes log logs health healthz completeness statistics
`;

const RESERVED: ReadonlySet<string> = new Set(`${TYPES} ${ROOT_FIELDS}`.split(/\s+/).filter((name) => name !== ''));

/** Every connection has these beside its kind: PodConnection, PodEdge. */
const RESERVED_SUFFIX = /(Connection|Edge)$/;

export function isReservedName(name: string): boolean {
  return RESERVED.has(name) || RESERVED_SUFFIX.test(name);
}
