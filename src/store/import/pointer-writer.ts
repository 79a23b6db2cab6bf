/** Writes what an object points at into the staging tables. */
import type { Database } from 'better-sqlite3';
import type { Requirement } from '../../kube/requirement.ts';
import { type Extraction, type NamePatternDraft, type ReferenceDraft, ReferenceFlag, type SelectorDraft } from '../../relations/rule.ts';
import { ALL_NAMESPACES } from '../codes.ts';
import type { Ids } from './ids.ts';
import { createInserter, type Inserter } from './inserter.ts';
import { createTargetIds } from './target-ids.ts';

export interface PointerWriter {
  write(source: PointerSource, extraction: Extraction): void;
  flush(): void;
}

/** The object that points: its id, and the id of its kind. */
export interface PointerSource {
  readonly id: number;
  readonly kind: number;
}

const OWNERS = 'metadata.ownerReferences';

export function createPointerWriter(db: Database, ids: Ids): PointerWriter {
  const tables = inserters(db);
  const targets = createTargetIds(db);
  const ordinals = new Map<number, number>();

  /** The place of the next pointer of the relation, of the object under way. */
  const nextOrdinal = (relation: number): number => {
    const ordinal = ordinals.get(relation) ?? 0;
    ordinals.set(relation, ordinal + 1);
    return ordinal;
  };

  const writeReference = (source: PointerSource, relation: number, draft: ReferenceDraft): void => {
    const target = targets.id({
      kind: ids.kind.id(draft.group, draft.kind),
      namespace: ids.namespaceOf(draft.namespace),
      name: draft.name,
      uid: draft.uid ?? '',
      ownerOf: draft.path.startsWith(OWNERS) ? source.kind : 0,
    });
    const ordinal = nextOrdinal(relation);
    const { keys = NO_KEYS, flags } = draft;
    const key = keys.length === 1 ? (keys[0] ?? null) : null;
    const path = ids.path.id(draft.path);
    tables.pointer.add([source.id, relation, ordinal, target, flags, path, indexesOf(draft.indexes), key, writtenOf(draft)]);
    if ((flags & ReferenceFlag.optional) !== 0) return;
    for (const needed of keys) tables.neededKey.add([source.id, relation, ordinal, target, needed]);
  };

  const writeSelector = (source: PointerSource, draft: SelectorDraft): void => {
    const relation = ids.relation.id(draft.relation);
    const ordinal = nextOrdinal(relation);
    const kind = ids.kind.id(draft.group, draft.kind);
    const namespace = draft.namespace === null ? ALL_NAMESPACES : ids.namespaceOf(draft.namespace);
    const requirements = JSON.stringify(draft.requirements.map(({ key, operator, values }) => ({ key, operator, values })));
    const path = ids.path.id(draft.path);
    tables.selector.add([source.id, relation, ordinal, kind, namespace, requirements, path, indexesOf(draft.indexes)]);
    for (const pair of requiredPairs(draft.requirements)) tables.selectorPair.add([source.id, relation, ordinal, ids.pair.id(...pair)]);
  };

  const writePattern = (source: PointerSource, draft: NamePatternDraft): void => {
    const kind = ids.kind.id(draft.group, draft.kind);
    const row = [source.id, ids.relation.id(draft.relation), kind, ids.namespaceOf(draft.namespace), draft.prefix, draft.flags];
    tables.pattern.add([...row, ids.path.id(draft.path), indexesOf(draft.indexes)]);
  };

  const write = (source: PointerSource, { references, selectors, patterns = [] }: Extraction): void => {
    ordinals.clear();
    for (const { relation, draft } of inOrder(references, ids)) writeReference(source, relation, draft);
    for (const draft of selectors) writeSelector(source, draft);
    for (const draft of patterns) writePattern(source, draft);
  };

  const flush = (): void => {
    targets.flush();
    for (const table of Object.values(tables)) table.flush();
  };
  return { write, flush };
}

const NO_KEYS: readonly string[] = [];

/** By relation, those of one relation as they come: the order of the final key. */
function inOrder(
  references: readonly ReferenceDraft[],
  ids: Ids,
): readonly { readonly relation: number; readonly draft: ReferenceDraft }[] {
  const drafts = references.map((draft) => ({ relation: ids.relation.id(draft.relation), draft }));
  return drafts.sort((one, other) => one.relation - other.relation);
}

function indexesOf(indexes: readonly number[]): string | null {
  return indexes.length === 0 ? null : indexes.length === 1 ? String(indexes[0]) : indexes.join(',');
}

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

function inserters(db: Database): Record<'pointer' | 'neededKey' | 'pattern' | 'selector' | 'selectorPair', Inserter> {
  const key = ['source', 'relation', 'ordinal'];
  const place = ['path', 'indexes'];
  const pattern = ['source', 'relation', 'kind', 'namespace', 'prefix', 'flags', ...place];
  return {
    pointer: createInserter({ db, table: 'staging.pointer', columns: [...key, 'target', 'flags', ...place, 'target_key', 'written'] }),
    neededKey: createInserter({ db, table: 'staging.needed_key', columns: [...key, 'target', 'key'] }),
    pattern: createInserter({ db, table: 'staging.pattern', columns: pattern }),
    selector: createInserter({ db, table: 'staging.selector', columns: [...key, 'kind', 'namespace', 'requirements', ...place] }),
    selectorPair: createInserter({ db, table: 'staging.selector_pair', columns: [...key, 'pair'], or: 'IGNORE' }),
  };
}
