/**
 * What autoscaling/v2beta1 says of metrics, in the shape of v2: what is aimed at is `target`, what is measured `current`, which
 * metric `metric`, and the object it is about `describedObject`. Source: kubernetes, pkg/apis/autoscaling/v2beta1/conversion.go.
 */
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { valueAt } from '../safe.ts';
import { editAt, omit } from './edit.ts';

/** An entry of spec.metrics. */
export function convertMetricSource(metric: JsonObject): JsonObject {
  return convertKinds(metric, {
    resource: resourceSource,
    containerResource: resourceSource,
    pods: (source) =>
      named(source, 'selector', { target: target('AverageValue', { averageValue: valueAt(source, 'targetAverageValue') }) }, [
        'targetAverageValue',
      ]),
    object: (source) => {
      const averageValue = valueAt(source, 'averageValue');
      const aim = { value: valueAt(source, 'targetValue'), averageValue };
      return described(source, { target: target(averageValue === undefined ? 'Value' : 'AverageValue', aim) }, [
        'targetValue',
        'averageValue',
      ]);
    },
    external: (source) => {
      const value = valueAt(source, 'targetValue');
      const aim = { value, averageValue: valueAt(source, 'targetAverageValue') };
      return named(source, 'metricSelector', { target: target(value === undefined ? 'AverageValue' : 'Value', aim) }, [
        'targetValue',
        'targetAverageValue',
      ]);
    },
  });
}

/** An entry of status.currentMetrics. */
export function convertMetricStatus(metric: JsonObject): JsonObject {
  return convertKinds(metric, {
    resource: resourceStatus,
    containerResource: resourceStatus,
    pods: (status) =>
      named(status, 'selector', { current: present({ averageValue: valueAt(status, 'currentAverageValue') }) }, ['currentAverageValue']),
    object: (status) => {
      const current = present({ value: valueAt(status, 'currentValue'), averageValue: valueAt(status, 'averageValue') });
      return described(status, { current }, ['currentValue', 'averageValue']);
    },
    external: (status) => {
      const current = present({ value: valueAt(status, 'currentValue'), averageValue: valueAt(status, 'currentAverageValue') });
      return named(status, 'metricSelector', { current }, ['currentValue', 'currentAverageValue']);
    },
  });
}

type Part = (part: JsonObject) => JsonObject;

/** Parts that are in the new shape already stay. */
function convertKinds(metric: JsonObject, parts: Readonly<Record<string, Part>>): JsonObject {
  return Object.entries(parts).reduce(
    (converted, [key, convert]) => editAt(converted, key, (part) => (isNew(part) ? part : convert(part))),
    metric,
  );
}

function isNew(part: JsonObject): boolean {
  return (
    ['metric', 'current', 'describedObject'].some((key) => Object.hasOwn(part, key)) || typeof valueAt(part, 'target', 'type') === 'string'
  );
}

function resourceSource(source: JsonObject): JsonObject {
  const averageUtilization = valueAt(source, 'targetAverageUtilization');
  const averageValue = valueAt(source, 'targetAverageValue');
  return {
    ...omit(source, 'targetAverageUtilization', 'targetAverageValue'),
    target: target(averageUtilization === undefined ? 'AverageValue' : 'Utilization', { averageValue, averageUtilization }),
  };
}

function resourceStatus(status: JsonObject): JsonObject {
  return {
    ...omit(status, 'currentAverageUtilization', 'currentAverageValue'),
    current: present({
      averageValue: valueAt(status, 'currentAverageValue'),
      averageUtilization: valueAt(status, 'currentAverageUtilization'),
    }),
  };
}

function target(type: string, aim: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return { type, ...present(aim) };
}

/** metricName and the selector become `metric`. */
function named(part: JsonObject, selectorKey: string, added: JsonObject, used: readonly string[]): JsonObject {
  const metric = present({ name: valueAt(part, 'metricName'), selector: valueAt(part, selectorKey) });
  return { ...omit(part, 'metricName', selectorKey, ...used), metric, ...added };
}

/** What v2beta1 calls the target is the object that the metric describes. */
function described(part: JsonObject, added: JsonObject, used: readonly string[]): JsonObject {
  return named(omit(part, 'target'), 'selector', { ...present({ describedObject: valueAt(part, 'target') }), ...added }, used);
}

function present(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}
