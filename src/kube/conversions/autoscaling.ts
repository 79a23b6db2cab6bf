/** HorizontalPodAutoscaler. The metrics themselves are converted in autoscaling-metrics.ts. */
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { arrayAt, isObject, objectAt, stringAt, valueAt } from '../safe.ts';
import { convertMetricSource, convertMetricStatus } from './autoscaling-metrics.ts';
import type { Conversion } from './conversion.ts';
import { editAt, editItems, editPath, omit, rename, withDefaults } from './edit.ts';

export const autoscalingConversions: readonly Conversion[] = [
  {
    from: ['autoscaling/v1/HorizontalPodAutoscaler'],
    convert: convertV1,
    source: 'kubernetes, pkg/apis/autoscaling/v1/conversion.go and pkg/apis/autoscaling/annotations.go',
  },
  {
    from: ['extensions/v1beta1/HorizontalPodAutoscaler'],
    convert: (autoscaler) => convertV1(editAt(autoscaler, 'spec', convertScaleRef)),
    source: 'kubernetes 1.3, pkg/apis/extensions/v1beta1/conversion.go, Convert_v1beta1_HorizontalPodAutoscalerSpec_To_autoscaling_…',
  },
  {
    from: ['autoscaling/v2beta1/HorizontalPodAutoscaler'],
    convert: convertV2beta1,
    source: 'kubernetes, pkg/apis/autoscaling/v2beta1/conversion.go',
  },
];

const ANNOTATION = 'autoscaling.alpha.kubernetes.io/';
/** What the controller aims at where nothing is said. */
const DEFAULT_CPU_UTILIZATION = 80;

/** v1 keeps what it has no field for in annotations, in the shape of v2beta1. */
function convertV1(autoscaler: JsonObject): JsonObject {
  const metrics = annotated(autoscaler, 'metrics', Array.isArray);
  const current = annotated(autoscaler, 'current-metrics', Array.isArray);
  const conditions = annotated(autoscaler, 'conditions', Array.isArray);
  const behavior = annotated(autoscaler, 'behavior', isObject);
  const withSpec = editAt(autoscaler, 'spec', (spec) => convertV1Spec(spec, objects(metrics), behavior));
  const withStatus = editAt(withSpec, 'status', (status) => convertV1Status(status, current, conditions));
  return withoutAnnotations(withStatus, { metrics, 'current-metrics': current, conditions, behavior });
}

function convertV1Spec(spec: JsonObject, annotatedMetrics: readonly JsonObject[], behavior: JsonValue | undefined): JsonObject {
  const utilization = valueAt(spec, 'targetCPUUtilizationPercentage') ?? undefined;
  if (utilization !== undefined && typeof utilization !== 'number') return spec;
  const metrics: JsonValue[] = [
    ...(utilization === undefined ? [] : [cpuSource(utilization)]),
    ...annotatedMetrics.map(convertMetricSource),
  ];
  return withDefaults(omit(spec, 'targetCPUUtilizationPercentage'), {
    metrics: metrics.length > 0 ? metrics : [cpuSource(DEFAULT_CPU_UTILIZATION)],
    ...(behavior === undefined ? {} : { behavior }),
  });
}

function cpuSource(averageUtilization: number): JsonObject {
  return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } };
}

function convertV1Status(status: JsonObject, current: JsonValue | undefined, conditions: JsonValue | undefined): JsonObject {
  const utilization = valueAt(status, 'currentCPUUtilizationPercentage');
  const measured =
    typeof utilization === 'number' ? [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: utilization } } }] : [];
  const currentMetrics = current === undefined ? measured : objects(current).map(convertMetricStatus);
  return withDefaults(typeof utilization === 'number' ? omit(status, 'currentCPUUtilizationPercentage') : status, {
    ...(currentMetrics.length === 0 ? {} : { currentMetrics }),
    ...(conditions === undefined ? {} : { conditions }),
  });
}

function convertV2beta1(autoscaler: JsonObject): JsonObject {
  const behavior = annotated(autoscaler, 'behavior', isObject);
  const withSpec = editAt(autoscaler, 'spec', (spec) =>
    withDefaults(editItems(spec, 'metrics', convertMetricSource), behavior === undefined ? {} : { behavior }),
  );
  const withStatus = editAt(withSpec, 'status', (status) => editItems(status, 'currentMetrics', convertMetricStatus));
  return withoutAnnotations(withStatus, { behavior });
}

/** scaleRef names a subresource of the target; its kind, name and apiVersion are the target's. */
function convertScaleRef(spec: JsonObject): JsonObject {
  const target = editAt(rename(spec, 'scaleRef', 'scaleTargetRef'), 'scaleTargetRef', (reference) => omit(reference, 'subresource'));
  const percentage = valueAt(target, 'cpuUtilization', 'targetPercentage');
  return typeof percentage === 'number' ? { ...omit(target, 'cpuUtilization'), targetCPUUtilizationPercentage: percentage } : target;
}

/** The value that the annotation holds as JSON, or undefined where it holds none of the wanted type. */
function annotated(autoscaler: JsonObject, name: string, isWanted: (value: unknown) => boolean): JsonValue | undefined {
  const text = stringAt(autoscaler, 'metadata', 'annotations', `${ANNOTATION}${name}`);
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as JsonValue;
    return isWanted(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What became a field is no annotation any more. */
function withoutAnnotations(autoscaler: JsonObject, read: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const names = Object.keys(read).filter((name) => read[name] !== undefined);
  if (names.length === 0 || objectAt(autoscaler, 'metadata', 'annotations') === undefined) return autoscaler;
  return editPath(autoscaler, ['metadata', 'annotations'], (annotations) =>
    omit(annotations, ...names.map((name) => `${ANNOTATION}${name}`)),
  );
}

function objects(list: JsonValue | undefined): JsonObject[] {
  return arrayAt({ list: list ?? [] }, 'list').filter((item): item is JsonObject => isObject(item));
}
