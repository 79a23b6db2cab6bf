/** Pods and what makes them. Source: kubernetes, pkg/printers/internalversion/printers.go. */
import { arrayAt, isObject, valueAt } from '../../../src/kube/safe.ts';
import { parseTime } from '../../../src/kube/time.ts';
import type { JsonObject } from '../../../src/records/record.ts';
import { formatAge, formatSpan } from '../../output/age.ts';
import { age, ageColumn, type Column, containersColumn, count, field, nameColumn, none, text, wide } from '../column.ts';
import { selectorText } from '../selector-text.ts';
import { podStatus } from './pod-status.ts';

const template = ['spec', 'template', 'spec'] as const;
const containers: readonly Column[] = [
  containersColumn('CONTAINERS', 'name', ...template),
  containersColumn('IMAGES', 'image', ...template),
];
const selector: Column = wide({ header: 'SELECTOR', cell: (object) => selectorText(valueAt(object, 'spec', 'selector')) });

function number(header: string, ...path: readonly string[]): Column {
  return { header, cell: (object) => String(count(object, ...path)) };
}

/** `2/3`: how many there are of how many there should be; one where nothing is said. */
function readyOfDesired(header: string, ready: string): Column {
  return { header, cell: (object) => `${count(object, 'status', ready)}/${text(valueAt(object, 'spec', 'replicas'), '1')}` };
}

export const podColumns: readonly Column[] = [
  nameColumn,
  { header: 'READY', cell: (pod) => `${podStatus(pod).ready}/${podStatus(pod).containers}` },
  { header: 'STATUS', cell: (pod) => podStatus(pod).status },
  {
    header: 'RESTARTS',
    cell: (pod, { now }) => {
      const { restarts, restartedAt } = podStatus(pod);
      return restarts > 0 && restartedAt !== null ? `${restarts} (${formatAge({ time: restartedAt, now })} ago)` : String(restarts);
    },
  },
  ageColumn,
  wide(field('IP', 'status.podIP')),
  wide(field('NODE', 'spec.nodeName')),
  wide(field('NOMINATED NODE', 'status.nominatedNodeName')),
  wide({ header: 'READINESS GATES', cell: readinessGates }),
];

function readinessGates(pod: JsonObject): string {
  const gates = arrayAt(pod, 'spec', 'readinessGates');
  if (gates.length === 0) return none;
  const conditions = arrayAt(pod, 'status', 'conditions').filter(isObject);
  const met = gates.filter((gate) =>
    conditions.some((condition) => condition['type'] === valueAt(gate, 'conditionType') && condition['status'] === 'True'),
  );
  return `${met.length}/${gates.length}`;
}

export const deploymentColumns: readonly Column[] = [
  nameColumn,
  readyOfDesired('READY', 'readyReplicas'),
  number('UP-TO-DATE', 'status', 'updatedReplicas'),
  number('AVAILABLE', 'status', 'availableReplicas'),
  ageColumn,
  ...containers,
  selector,
];

export const replicaSetColumns: readonly Column[] = [
  nameColumn,
  { header: 'DESIRED', cell: (object) => text(valueAt(object, 'spec', 'replicas'), '1') },
  number('CURRENT', 'status', 'replicas'),
  number('READY', 'status', 'readyReplicas'),
  ageColumn,
  ...containers,
  selector,
];

export const statefulSetColumns: readonly Column[] = [nameColumn, readyOfDesired('READY', 'readyReplicas'), ageColumn, ...containers];

export const daemonSetColumns: readonly Column[] = [
  nameColumn,
  number('DESIRED', 'status', 'desiredNumberScheduled'),
  number('CURRENT', 'status', 'currentNumberScheduled'),
  number('READY', 'status', 'numberReady'),
  number('UP-TO-DATE', 'status', 'updatedNumberScheduled'),
  number('AVAILABLE', 'status', 'numberAvailable'),
  { header: 'NODE SELECTOR', cell: (object) => selectorText(valueAt(object, ...template, 'nodeSelector')) },
  ageColumn,
  ...containers,
  selector,
];

export const jobColumns: readonly Column[] = [
  nameColumn,
  { header: 'STATUS', cell: jobStatus },
  { header: 'COMPLETIONS', cell: jobCompletions },
  { header: 'DURATION', cell: (job, { now }) => jobDuration(job, now) },
  ageColumn,
  ...containers,
  selector,
];

function jobStatus(job: JsonObject): string {
  const holding = arrayAt(job, 'status', 'conditions').filter((condition) => valueAt(condition, 'status') === 'True');
  const types = holding.map((condition) => valueAt(condition, 'type'));
  const first = (...wanted: readonly string[]): string | undefined => wanted.find((type) => types.includes(type));
  const deleting = valueAt(job, 'metadata', 'deletionTimestamp') === undefined ? undefined : 'Terminating';
  return first('Complete', 'Failed') ?? deleting ?? first('Suspended', 'FailureTarget', 'SuccessCriteriaMet') ?? 'Running';
}

function jobCompletions(job: JsonObject): string {
  const succeeded = count(job, 'status', 'succeeded');
  const completions = valueAt(job, 'spec', 'completions');
  if (typeof completions === 'number') return `${succeeded}/${completions}`;
  const parallelism = count(job, 'spec', 'parallelism');
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function jobDuration(job: JsonObject, now: number | null): string {
  const start = parseTime(valueAt(job, 'status', 'startTime'));
  const end = parseTime(valueAt(job, 'status', 'completionTime')) ?? now;
  return start === null ? '' : end === null ? '<unknown>' : formatSpan(end - start);
}

const jobTemplate = ['spec', 'jobTemplate', ...template] as const;

export const cronJobColumns: readonly Column[] = [
  nameColumn,
  field('SCHEDULE', 'spec.schedule'),
  field('TIMEZONE', 'spec.timeZone'),
  { header: 'SUSPEND', cell: (object) => (valueAt(object, 'spec', 'suspend') === true ? 'True' : 'False') },
  { header: 'ACTIVE', cell: (object) => String(arrayAt(object, 'status', 'active').length) },
  age('LAST SCHEDULE', 'status.lastScheduleTime', none),
  ageColumn,
  containersColumn('CONTAINERS', 'name', ...jobTemplate),
  containersColumn('IMAGES', 'image', ...jobTemplate),
  selector,
];
