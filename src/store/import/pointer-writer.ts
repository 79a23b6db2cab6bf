/** Writes what an object points at into the staging tables. Identities of targets are shared between pointers as far as memory allows. */
import type { Database } from 'better-sqlite3';
import type { Requirement } from '../../kube/requirement.ts';
import { type Extraction, type ReferenceDraft, ReferenceFlag } from '../../relations/rule.ts';
import { ALL_NAMESPACES } from '../codes.ts';
import type { Ids } from './ids.ts';
import { createInserter, type Inserter } from './inserter.ts';

export interface PointerWriter {
  write(source: PointerSource, extraction: Extraction): void;
  flush(): void;
}

/** The object that points: its id, and the id of its kind. */
export interface PointerSource {
  readonly id: number;
  readonly kind: number;
}

/** Targets remembered. Pages come a kind and a namespace at a time, so that most repeats are close together. */
const MOST_TARGETS = 50_000;
const OWNERS = 'metadata.ownerReferences';

export function createPointerWriter(db: Database, ids: Ids): PointerWriter {
  const tables = inserters(db);
  const targets = new Map<string, number>();
  const ordinals = new Map<number, number>();
  let lastTarget = 0;

  const targetId = (source: PointerSource, draft: ReferenceDraft): number => {
    const kind = ids.kind.id(draft.group, draft.kind);
    const namespace = ids.namespaceOf(draft.namespace);
    const ownerOf = draft.path.startsWith(OWNERS) ? source.kind : 0;
    const key = `${kind} ${namespace} ${ownerOf} ${draft.uid ?? ''} ${draft.name}`;
    const known = targets.get(key);
    if (known !== undefined) return known;
    if (targets.size >= MOST_TARGETS) targets.clear();
    targets.set(key, ++lastTarget);
    tables.target.add([lastTarget, kind, namespace, draft.name, draft.uid || null, ownerOf]);
    return lastTarget;
  };

  const nextOrdinal = (relation: number): number => {
    const ordinal = ordinals.get(relation) ?? 0;
    ordinals.set(relation, ordinal + 1);
    return ordinal;
  };

  const writeReference = (source: PointerSource, draft: ReferenceDraft): void => {
    const target = targetId(source, draft);
    const relation = ids.relation.id(draft.relation);
    const ordinal = nextOrdinal(relation);
    const { keys = NO_KEYS } = draft;
    const indexes = draft.indexes.length === 0 ? null : draft.indexes.join(',');
    const key = keys.length === 1 ? (keys[0] ?? null) : null;
    tables.pointer.add([source.id, relation, ordinal, target, draft.flags, ids.path.id(draft.path), indexes, key, writtenOf(draft)]);
    if ((draft.flags & ReferenceFlag.optional) !== 0) return;
    for (const [place, needed] of keys.entries()) tables.neededKey.add([source.id, relation, ordinal, place, target, needed]);
  };

  const write = (source: PointerSource, extraction: Extraction): void => {
    ordinals.clear();
    for (const draft of extraction.references) writeReference(source, draft);
    for (const draft of extraction.selectors) {
      const relation = ids.relation.id(draft.relation);
      const ordinal = nextOrdinal(relation);
      const kind = ids.kind.id(draft.group, draft.kind);
      const namespace = draft.namespace === null ? ALL_NAMESPACES : ids.namespaceOf(draft.namespace);
      const requirements = JSON.stringify(draft.requirements.map(({ key, operator, values }) => ({ key, operator, values })));
      tables.selector.add([
        source.id,
        relation,
        ordinal,
        kind,
        namespace,
        requirements,
        ids.path.id(draft.path),
        draft.indexes.join(',') || null,
      ]);
      for (const pair of requiredPairs(draft.requirements)) tables.selectorPair.add([source.id, relation, ordinal, ids.pair.id(...pair)]);
    }
    for (const draft of extraction.patterns ?? []) {
      const kind = ids.kind.id(draft.group, draft.kind);
      const row = [source.id, ids.relation.id(draft.relation), kind, ids.namespaceOf(draft.namespace), draft.prefix, draft.flags];
      tables.pattern.add([...row, ids.path.id(draft.path), draft.indexes.join(',') || null]);
    }
  };

  const flush = (): void => {
    for (const table of Object.values(tables)) table.flush();
  };
  return { write, flush };
}

const NO_KEYS: readonly string[] = [];

/** A pointer that is nothing but the target's name is not stored twice. */
function writtenOf(draft: ReferenceDraft): string | null {
  return draft.written === draft.name ? null : (JSON.stringify(draft.written) ?? null);
}

/** What an object must have to be selected, as key and value: requirements that allow one value only. */
function requiredPairs(requirements: readonly Requirement[]): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const { key, operator, values } of requirements) {
    const [only] = values;
    if (operator === 'In' && values.length === 1 && only !== undefined) pairs.push([key, only]);
  }
  return pairs;
}

function inserters(db: Database): Record<'target' | 'pointer' | 'neededKey' | 'pattern' | 'selector' | 'selectorPair', Inserter> {
  const key = ['source', 'relation', 'ordinal'];
  const place = ['path', 'indexes'];
  return {
    target: createInserter({ db, table: 'staging.target', columns: ['id', 'kind', 'namespace', 'name', 'uid', 'owner_of'] }),
    pointer: createInserter({ db, table: 'staging.pointer', columns: [...key, 'target', 'flags', ...place, 'target_key', 'written'] }),
    neededKey: createInserter({ db, table: 'staging.needed_key', columns: [...key, 'place', 'target', 'key'] }),
    pattern: createInserter({
      db,
      table: 'staging.pattern',
      columns: ['source', 'relation', 'kind', 'namespace', 'prefix', 'flags', ...place],
    }),
    selector: createInserter({ db, table: 'staging.selector', columns: [...key, 'kind', 'namespace', 'requirements', ...place] }),
    selectorPair: createInserter({ db, table: 'staging.selector_pair', columns: [...key, 'pair'], or: 'IGNORE' }),
  };
}
