/** The enums, as rows. */
import { described } from '../model/field-row.ts';

export interface EnumRow {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
}

const GHOSTS = 'docs/graphql.md, Ghosts';
const HEALTH = 'docs/graphql.md, Health';
const BUNDLE = 'docs/graphql.md, Completeness';
const RELATIONS = 'docs/graphql.md, References';
const PREVIEW = 'docs/graphql.md, Deletion preview';
const PROPAGATION = 'Kubernetes API, meta/v1 DeleteOptions propagationPolicy';
const OWNERS = 'docs/graphql.md, Owners';
const LISTS = 'docs/graphql.md, Lists';
const CONTAINERS = 'Kubernetes API, core/v1 Container and ContainerStatus';
const FINALIZERS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/';
const SNAPSHOTS = 'docs/graphql.md, Snapshots';
const SEARCH = 'docs/graphql.md, Search';

export const enums: readonly EnumRow[] = [
  row('Presence', GHOSTS, 'Whether the snapshot holds an object, and if not, what that proves.', {
    PRESENT: 'It was captured.',
    MISSING: 'Its kind was captured and it was not there.',
    NOT_CAPTURED: 'Nobody looked, or was not allowed to: it may exist.',
    DELETED: 'It was there and was deleted while the capture ran.',
    EXTERNAL: 'It lies outside the API: an image, a host, a user.',
  }),
  row('HealthStatus', HEALTH, 'How an object is.', {
    HEALTHY: 'It does what it is there for.',
    PROGRESSING: 'It is on its way there, and within the time that this may take.',
    SUSPENDED: 'It rests because somebody wants it so.',
    DEGRADED: 'It does not, or does less than it should: somebody must look at it.',
    UNKNOWN: 'It has health, and what would tell of it is not there or was not captured.',
  }),
  row('ReferenceStatus', RELATIONS, 'The flaw of a pointer where it has one, else what its target’s presence makes of it.', {
    OK: 'The target is there.',
    MISSING: 'The target is proved not to be there.',
    OPTIONAL_MISSING: 'The target is not there, and the source says that it can do without.',
    NOT_CAPTURED: 'Nobody looked for the target, or was not allowed to.',
    DELETED: 'The target was deleted while the capture ran.',
    EXTERNAL: 'The target lies outside the API.',
    UID_MISMATCH: 'An object of that name is there, with another uid.',
    NAME_MISMATCH: 'The uid belongs to an object of another name.',
    KIND_MISMATCH: 'The uid belongs to an object of another kind.',
    KIND_UNKNOWN: 'The API server knows no such kind.',
    CROSS_NAMESPACE: 'The target lies in another namespace, where such a pointer may not lead.',
    NAMESPACED_OWNER_OF_CLUSTER_SCOPED: 'A cluster-scoped object names a namespaced owner, which is not allowed.',
    NOT_PERMITTED: 'The target, or its namespace, does not permit a pointer from there.',
    KEY_MISSING: 'The target is there, the key that the pointer names is not.',
  }),
  row('Severity', 'docs/graphql.md, Dangling references', 'How bad a finding is.', {
    ERROR: 'Something does not work, or will be lost.',
    WARNING: 'It works, and something is amiss, or will be when it starts anew.',
    INFO: 'It is as it should be, or nothing depends on it any more.',
  }),
  row('CollectorStatus', OWNERS, 'An owner reference as the garbage collector sees it.', {
    SOLID: 'The owner is there: it keeps the object.',
    DANGLING: 'No object has that kind, name and uid where the collector looks for it: the reference keeps nothing.',
    WAITING: 'The owner is there, and waits in foreground deletion for its dependents to go.',
    UNKNOWN: 'The collector cannot ask for such an owner and so never collects the object, or the capture does not tell.',
  }),
  row('DeletionPropagation', PROPAGATION, 'How a deletion treats dependents.', {
    BACKGROUND: 'The object goes, then the collector deletes its dependents.',
    FOREGROUND: 'The dependents go first: the object waits for those with blockOwnerDeletion.',
    ORPHAN: 'The dependents lose their owner reference and stay.',
  }),
  row('DeletionCause', PREVIEW, 'Why an object goes with another.', {
    OWNER: 'No owner would be left.',
    NAMESPACE: 'Its namespace goes.',
    DEFINITION: 'The definition of its kind goes.',
  }),
  row('DependentReason', PREVIEW, 'Why a dependent stays when an owner goes.', {
    OTHER_OWNER: 'Another owner is there; the reference to what goes is taken away.',
    ORPHANED: 'It loses its reference and stands alone.',
    NOT_COLLECTED: 'The collector cannot ask for one of its owners, and so never deletes it.',
    TERMINATING: 'It is being deleted already.',
    NOT_CAPTURED: 'An owner decides that was not captured: it may go.',
  }),
  row('DeletionHoldReason', PREVIEW, 'What a deletion would wait for.', {
    FINALIZER: 'The controller of a finalizer must take it away.',
    IN_USE: 'The finalizer waits for objects that stay.',
    FOREGROUND_DEPENDENT: 'A dependent with blockOwnerDeletion would stay.',
    UNAVAILABLE_API: 'No namespace goes while an API service does not answer.',
  }),
  row('CaptureOutcome', BUNDLE, 'How the capture of something went. Only OK proves absence.', {
    OK: 'All of it was read.',
    DENIED: 'The API server said no.',
    TIMEOUT: 'It did not answer in time.',
    NOT_SERVED: 'It does not serve this resource.',
    UNAVAILABLE: 'The API exists and its server does not answer.',
    PARTIAL: 'Some of it was read.',
    EXCLUDED: 'It was left out on purpose.',
    CANCELLED: 'The capture was broken off before.',
    FAILED: 'Something else went wrong: see the message.',
    NOT_STARTED: 'Of a log: the container never ran.',
  }),
  row('ContainerType', CONTAINERS, 'Which of the Pod’s lists a container stands in.', {
    INIT: 'initContainers: runs to its end before the others.',
    SIDECAR: 'initContainers with restartPolicy Always: runs beside the others.',
    MAIN: 'containers.',
    EPHEMERAL: 'ephemeralContainers: put in by kubectl debug.',
  }),
  row('ContainerState', CONTAINERS, 'What a container does.', {
    WAITING: 'Not running yet, or not again: the reason says why.',
    RUNNING: 'Running.',
    TERMINATED: 'Ended.',
    NOT_REPORTED: 'The kubelet has said nothing of it.',
  }),
  row('FinalizerField', FINALIZERS, 'Where a finalizer stands.', {
    METADATA: 'metadata.finalizers.',
    SPEC: 'spec.finalizers, which only a Namespace has.',
  }),
  row('DeletionVerdict', 'docs/deletion.md', 'What is to be expected of a deletion.', {
    BLOCKED: 'It waits for objects or finalizers that are proved to be there.',
    SLOW: 'What must act is there and within its usual time.',
    ORPHANED: 'What must act is proved to be gone.',
    UNKNOWN: 'What would decide it was not captured.',
  }),
  row('ControllerState', 'docs/deletion.md', 'Whether what must act on a deletion runs.', {
    RUNNING: 'It runs.',
    NOT_READY: 'It is there, and no replica is ready.',
    SCALED_DOWN: 'It is there, and no replica is asked for.',
    ABSENT: 'It is proved not to be there.',
    UNKNOWN: 'Nothing tells.',
  }),
  row('RelationDirection', RELATIONS, 'Which way pointers are followed.', {
    FORWARD: 'From the object that holds the pointer.',
    REVERSE: 'To the object that holds the pointer.',
    BOTH: 'Either way.',
  }),
  row('TimeSource', SNAPSHOTS, 'Where the time of a snapshot comes from.', {
    CAPTURE: 'The capture says it.',
    INFERRED: 'It is the newest time in the data.',
  }),
  row('ProblemSeverity', BUNDLE, 'How bad a problem is.', {
    INFO: 'Worth knowing.',
    WARNING: 'Something is missing or was mended.',
    ERROR: 'Something could not be read.',
  }),
  row('SearchSource', SEARCH, 'Where a text was found.', {
    NAME: 'In the name of an object.',
    EVENT: 'In the message of an Event.',
    PROBLEM: 'In the message of a problem.',
  }),
  row('WhereOperator', LISTS, 'How a value is compared. Of several values one that holds is enough; NE and NOT_IN need all to differ.', {
    EQ: 'Equal.',
    NE: 'Not equal, or not there.',
    IN: 'Equal to one of a list.',
    NOT_IN: 'Equal to none of a list, or not there.',
    EXISTS: 'There, and not null.',
    NOT_EXISTS: 'Not there, or null.',
    LT: 'Less.',
    LE: 'Less or equal.',
    GT: 'Greater.',
    GE: 'Greater or equal.',
    MATCHES: 'A text in which the RE2 pattern is found.',
    CONTAINS: 'A text with this part, a list with this entry, an object with this key.',
  }),
  row('WhereCompareAs', LISTS, 'What values are read as before they are compared.', {
    STRING: 'Text.',
    NUMBER: 'A number, also where it is written as text.',
    QUANTITY: 'A Kubernetes quantity: `500m`, `2Gi`.',
    TIME: 'An RFC 3339 time.',
    VERSION: 'A version: `v1.29.3`.',
  }),
];

function row(name: string, source: string, text: string, values: Readonly<Record<string, string>>): EnumRow {
  const withSource = Object.entries(values).map(([value, meaning]) => [value, described(meaning, source)] as const);
  return { name, description: described(text, source), values: Object.fromEntries(withSource) };
}
