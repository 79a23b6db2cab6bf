/** Autoscalers, disruption budgets and events. Source: kubernetes, pkg/printers/internalversion/printers.go. */
import { arrayAt, objectAt, stringAt, valueAt } from '../../../src/kube/safe.ts';
import { parseTime } from '../../../src/kube/time.ts';
import type { JsonObject, JsonValue } from '../../../src/records/record.ts';
import { formatAge } from '../../output/age.ts';
import { ageColumn, type Column, type ColumnContext, count, field, nameColumn, text, wide } from '../column.ts';

export const horizontalPodAutoscalerColumns: readonly Column[] = [
  nameColumn,
  {
    header: 'REFERENCE',
    cell: (hpa) => `${text(valueAt(hpa, 'spec', 'scaleTargetRef', 'kind'))}/${text(valueAt(hpa, 'spec', 'scaleTargetRef', 'name'))}`,
  },
  { header: 'TARGETS', cell: targets },
  field('MINPODS', 'spec.minReplicas', '<unset>'),
  field('MAXPODS', 'spec.maxReplicas', '0'),
  field('REPLICAS', 'status.currentReplicas', '0'),
  ageColumn,
];

/** Both versions of the API: a list of metrics, or the one CPU target of v1. */
function targets(hpa: JsonObject): string {
  const metrics = arrayAt(hpa, 'spec', 'metrics');
  const current = arrayAt(hpa, 'status', 'currentMetrics');
  const shown = metrics.slice(0, 2).map((metric, index) => metricText(metric, current[index]));
  if (metrics.length > 0) return shown.join(', ') + (metrics.length > shown.length ? ` + ${metrics.length - shown.length} more...` : '');
  const target = valueAt(hpa, 'spec', 'targetCPUUtilizationPercentage');
  if (target === undefined) return '<none>';
  return `cpu: ${percent(valueAt(hpa, 'status', 'currentCPUUtilizationPercentage'))}/${percent(target)}`;
}

/** Of a metric, the key that holds its source: `resource`, `pods` … */
const sources = ['resource', 'containerResource', 'pods', 'object', 'external'] as const;

function metricText(metric: JsonValue, current: JsonValue | undefined): string {
  const source = sources.find((key) => objectAt(metric, key) !== undefined);
  if (source === undefined) return `${text(valueAt(metric, 'type'), '<unknown>')}`;
  const target = objectAt(metric, source, 'target');
  const now = objectAt(current, source, 'current');
  const name = source === 'resource' || source === 'containerResource' ? `${text(valueAt(metric, source, 'name'))}: ` : '';
  if (target?.['averageUtilization'] !== undefined)
    return `${name}${percent(now?.['averageUtilization'])}/${percent(target['averageUtilization'])}`;
  if (target?.['averageValue'] !== undefined)
    return `${name}${text(now?.['averageValue'], '<unknown>')}/${text(target['averageValue'])}${name === '' ? ' (avg)' : ''}`;
  return `${name}${text(now?.['value'], '<unknown>')}/${text(target?.['value'])}`;
}

function percent(value: unknown): string {
  return typeof value === 'number' ? `${value}%` : '<unknown>';
}

export const podDisruptionBudgetColumns: readonly Column[] = [
  nameColumn,
  field('MIN AVAILABLE', 'spec.minAvailable', 'N/A'),
  field('MAX UNAVAILABLE', 'spec.maxUnavailable', 'N/A'),
  field('ALLOWED DISRUPTIONS', 'status.disruptionsAllowed', '0'),
  ageColumn,
];

export const eventColumns: readonly Column[] = [
  { header: 'LAST SEEN', cell: (event, { now }) => formatAge({ time: lastSeen(event), now }) },
  field('TYPE', 'type', ''),
  field('REASON', 'reason', ''),
  { header: 'OBJECT', cell: involvedObject },
  wide(field('SUBOBJECT', 'involvedObject.fieldPath', '')),
  wide({ header: 'SOURCE', cell: eventSource }),
  { header: 'MESSAGE', cell: (event) => text(valueAt(event, 'message') ?? valueAt(event, 'note'), '').trim() },
  wide({ header: 'FIRST SEEN', cell: firstSeen }),
  wide({ header: 'COUNT', cell: (event) => String(count(event, 'series', 'count') || count(event, 'count') || 1) }),
  wide(nameColumn),
];

function lastSeen(event: JsonObject): number | null {
  const paths = [
    ['series', 'lastObservedTime'],
    ['lastTimestamp'],
    ['deprecatedLastTimestamp'],
    ['eventTime'],
    ['firstTimestamp'],
  ] as const;
  return firstTime(event, paths);
}

function firstSeen(event: JsonObject, { now }: ColumnContext): string {
  return formatAge({ time: firstTime(event, [['firstTimestamp'], ['deprecatedFirstTimestamp'], ['eventTime']]), now });
}

function firstTime(event: JsonObject, paths: readonly (readonly string[])[]): number | null {
  for (const path of paths) {
    const time = parseTime(valueAt(event, ...path));
    if (time !== null) return time;
  }
  return null;
}

function involvedObject(event: JsonObject): string {
  const object = objectAt(event, 'involvedObject') ?? objectAt(event, 'regarding') ?? {};
  const kind = (stringAt(object, 'kind') ?? '').toLowerCase();
  const name = stringAt(object, 'name');
  return name ? `${kind}/${name}` : kind;
}

function eventSource(event: JsonObject): string {
  const component =
    stringAt(event, 'source', 'component') || stringAt(event, 'reportingComponent') || stringAt(event, 'reportingController') || '';
  const host = stringAt(event, 'source', 'host') || stringAt(event, 'reportingInstance');
  return host ? `${component}, ${host}` : component;
}
