/** Objects that a real API server wrote, of the demo capture, each changed where a case says so, and judged. */
import { demoObjects } from '../../../test/support/demo-objects.ts';
import type { KindKey } from '../../kube/kind.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import type { Health } from '../health.ts';
import type { HealthFacts } from '../input.ts';
import { judge } from '../judge.ts';

/** A little after the capture of the demo began. */
export const NOW: number = Date.UTC(2026, 10, 23, 5, 10);

export interface Case {
  /** What is changed, as a merge patch (RFC 7386): null takes away. */
  readonly change?: JsonObject;
  readonly facts?: HealthFacts;
  readonly now?: number;
}

export interface RealObjects {
  readonly all: readonly { readonly key: KindKey; readonly object: JsonObject; readonly title: string }[];
  /** `Pod shop/checkout-`: the first whose kind, namespace and name begin so. */
  find(title: string): { readonly key: KindKey; readonly object: JsonObject };
  judge(title: string, options?: Case): Health | null;
}

export async function realObjects(bundle = 'demo'): Promise<RealObjects> {
  const all = (await demoObjects(bundle)).map(({ key, object, namespace, name }) => ({
    key,
    object,
    title: `${key.kind} ${namespace === null ? '' : `${namespace}/`}${name}`,
  }));
  const find: RealObjects['find'] = (title) => {
    const found = all.find((one) => one.title.startsWith(title));
    if (found === undefined) throw new Error(`The capture holds no ${title}.`);
    return found;
  };
  return {
    all,
    find,
    judge(title, { change = {}, facts = {}, now = NOW } = {}) {
      const { key, object } = find(title);
      return judge({ key, object: patched(object, change) as JsonObject, now, facts });
    },
  };
}

export function patched(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  const result: Record<string, JsonValue> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = patched(result[key], value);
  }
  return result;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `DEGRADED Unschedulable`; a dash for what has no health. */
export function short(health: Health | null): string {
  return health === null ? '-' : [health.status, health.reason].filter((word) => word !== null).join(' ');
}
