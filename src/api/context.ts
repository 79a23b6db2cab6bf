/** What one operation runs in: its meter and, of each snapshot, a reader that is counted. */
import type { GraphQLError } from 'graphql';
import { builtInKind } from '../kube/built-in-kinds.ts';
import { EXTERNAL_GROUP } from '../kube/external-kinds.ts';
import { type KindKey, kindName } from '../kube/kind.ts';
import { createKindResolver, type KindResolver } from '../kube/kind-names.ts';
import type { Reader, Snapshot } from '../store/reader.ts';
import { badUserInput } from './errors.ts';
import { createFailures, type LogError } from './failures.ts';
import type { Limits } from './limits.ts';
import { createMeter, type OperationMeter } from './meter.ts';
import type { KindIndex, Scope } from './model/scope.ts';

export interface OperationContext {
  readonly meter: OperationMeter;
  /** The snapshot that plain root fields ask. */
  readonly scope: Scope;
  readonly failure: (error: unknown) => GraphQLError;
}

/** A snapshot as the api keeps it between operations. */
export interface ServedSnapshot {
  readonly reader: Reader;
  readonly kinds: KindIndex;
}

/** `snapshots` are those that the operation may see, the default one first. */
export function createContext(options: {
  readonly snapshots: readonly ServedSnapshot[];
  readonly limits: Limits;
  readonly logError: LogError;
  readonly signal?: AbortSignal | undefined;
}): OperationContext {
  const { limits, logError, signal } = options;
  const meter = createMeter({ limits, signal });
  const scopes: OperationScope[] = [];
  for (const served of options.snapshots) scopes.push(new OperationScope({ served, meter, limits, snapshots: scopes }));
  const [scope] = scopes;
  if (scope === undefined) throw new Error('There is no snapshot to ask.');
  return { meter, scope, failure: createFailures(logError) };
}

/** Its reader is made when it is first asked: an operation seldom asks all snapshots of a store. */
class OperationScope implements Scope {
  readonly meter: OperationMeter;
  readonly limits: Limits;
  readonly kinds: KindIndex;
  readonly snapshots: readonly Scope[];
  readonly #served: ServedSnapshot;
  #reader: Reader | undefined;

  constructor(options: { served: ServedSnapshot; meter: OperationMeter; limits: Limits; snapshots: readonly Scope[] }) {
    this.meter = options.meter;
    this.limits = options.limits;
    this.kinds = options.served.kinds;
    this.snapshots = options.snapshots;
    this.#served = options.served;
  }

  get reader(): Reader {
    this.#reader ??= this.#served.reader.metered(this.meter);
    return this.#reader;
  }
}

/** The kinds of a snapshot by the names that kubectl would take. */
export function kindIndex(snapshot: Snapshot, typeName: (key: KindKey) => string): KindIndex {
  let resolver: KindResolver | undefined;
  const scopes = new Map(snapshot.kinds.map((kind) => [kindName(kind), kind.namespaced]));
  return {
    resolve(argument, name) {
      resolver ??= createKindResolver(snapshot.kinds);
      const [key] = resolver.resolve(name);
      if (key !== undefined) return key;
      throw badUserInput(argument, `There is no kind "${name}" in this snapshot.${meant(resolver.suggest(name))}`);
    },
    typeName,
    namespaced: (key) => (key.group === EXTERNAL_GROUP ? false : (scopes.get(kindName(key)) ?? builtInKind(key)?.namespaced ?? null)),
  };
}

function meant(suggestions: readonly string[]): string {
  return suggestions.length === 0 ? '' : ` Did you mean ${suggestions.map((name) => `"${name}"`).join(' or ')}?`;
}
