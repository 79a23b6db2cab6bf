/**
 * A map as graphql-js takes them (fields by name, types by name) whose values are made when they are first read, and then kept.
 * Its keys are there from the start, in the order given.
 */
export function lazyMap<Value>(names: Iterable<string>, make: (name: string) => Value): Record<string, Value> {
  const map: Record<string, Value> = Object.create(null);
  for (const name of names) {
    Object.defineProperty(map, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make(name);
        Object.defineProperty(map, name, { enumerable: true, configurable: true, value });
        return value;
      },
    });
  }
  return map;
}
