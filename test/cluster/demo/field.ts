/** A field of an object as the API server gave it: `field(pod, 'status', 'phase')`; undefined where there is none. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], value);
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

export function conditionOf(object: unknown, type: string): Condition | undefined {
  return ((field(object, 'status', 'conditions') ?? []) as readonly Condition[]).find((condition) => condition.type === type);
}
