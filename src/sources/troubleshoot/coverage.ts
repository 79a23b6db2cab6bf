import { splitApiVersion } from '../../kube/kind.ts';
import type { ListHeader } from '../objects/pieces.ts';
import type { CollectedKind } from './collected-kinds.ts';
import type { CollectError } from './errors.ts';

/** What one file of objects gave. */
export interface FileResult {
  /** Of its list; empty for a bare array or a single object. */
  readonly list: ListHeader;
  readonly items: number;
  /** Every object of it could be read. */
  readonly whole: boolean;
}

/** The files and errors of one kind, by namespace; '' stands for all namespaces, and for cluster scope. */
export interface KindCoverage {
  readonly files: Map<string, FileResult>;
  readonly errors: Map<string, CollectError>;
  /** As its objects say; null until one came. */
  apiVersion: string | null;
}

/** Which files came of which kinds: what the outcomes are made from. */
export class Coverage {
  readonly kinds: Map<CollectedKind, KindCoverage> = new Map();
  /** Custom resources, by the name of their definition. */
  readonly customResources: Map<string, KindCoverage> = new Map();
  /** The collector wrote custom resources, or why it could not. */
  customResourcesTried = false;

  ofKind(kind: CollectedKind): KindCoverage {
    return entryOf(this.kinds, kind);
  }

  ofDefinition(definition: string): KindCoverage {
    this.customResourcesTried = true;
    return entryOf(this.customResources, definition);
  }

  /** Namespaces of which at least one file came. */
  namespaces(): ReadonlySet<string> {
    const kinds = [...this.kinds].filter(([kind]) => kind.scope === 'namespace');
    return new Set(kinds.flatMap(([, coverage]) => [...coverage.files.keys()]));
  }
}

export function groupVersionOf(coverage: KindCoverage, fallback: string): { readonly group: string; readonly version: string } {
  return splitApiVersion(coverage.apiVersion ?? fallback);
}

function entryOf<Key>(map: Map<Key, KindCoverage>, key: Key): KindCoverage {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made: KindCoverage = { files: new Map(), errors: new Map(), apiVersion: null };
  map.set(key, made);
  return made;
}
