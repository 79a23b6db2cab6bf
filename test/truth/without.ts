/** A copy of a JSON value without what lies at these paths (`spec.items.[].kind`), for comparing what is left. */
export function without(value: unknown, paths: readonly string[]): unknown {
  return paths.reduce((left, path) => removed(left, path.split('.')), value);
}

function removed(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return value;
  if (step === '[]') return Array.isArray(value) ? value.map((item) => removed(item, rest)) : value;
  const entries = Object.entries(value).flatMap(([key, child]) =>
    key !== step ? [[key, child] as const] : rest.length === 0 ? [] : [[key, removed(child, rest)] as const],
  );
  return Object.fromEntries(entries);
}
