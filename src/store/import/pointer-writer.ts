/** Writes what an object points at into the staging tables. */
import type { Database } from 'better-sqlite3';
import { ALL_NAMESPACES } from '../codes.ts';
import type { Ids } from './ids.ts';
import { createInserter, type Inserter } from './inserter.ts';
import type { TapeReader } from './rows/tape.ts';
import { createTargetIds } from './target-ids.ts';

export interface PointerWriter {
  /** Reads what pack-pointers.ts wrote. */
  write(source: PointerSource, tape: TapeReader): void;
  flush(): void;
}

/** The object that points: its id, and the id of its kind. */
export interface PointerSource {
  readonly id: number;
  readonly kind: number;
}

/** What many references share. */
interface Shape {
  readonly relation: number;
  readonly path: number;
  readonly kind: number;
  readonly flags: number;
  readonly isOwner: boolean;
}

const OWNERS = 'metadata.ownerReferences';

export function createPointerWriter(db: Database, ids: Ids): PointerWriter {
  const tables = inserters(db);
  const targets = createTargetIds(db);
  const ordinals = new Map<number, number>();
  const shapesOf = new WeakMap<TapeReader, Shape[]>();

  /** The place of the next pointer of the relation, of the object under way. */
  const nextOrdinal = (relation: number): number => {
    const ordinal = ordinals.get(relation) ?? 0;
    ordinals.set(relation, ordinal + 1);
    return ordinal;
  };

  /** A number that is new on this tape has its words behind it. */
  const readShape = (tape: TapeReader, shapes: Shape[]): Shape => {
    const number = tape.number();
    const known = shapes[number];
    if (known !== undefined) return known;
    const relation = ids.relation.id(tape.text());
    const path = tape.text();
    const kind = ids.kind.id(tape.text(), tape.text());
    const shape = { relation, path: ids.path.id(path), kind, flags: tape.number(), isOwner: path.startsWith(OWNERS) };
    shapes[number] = shape;
    return shape;
  };

  const writeReference = (source: PointerSource, shape: Shape, tape: TapeReader): void => {
    const { relation, path, kind, flags, isOwner } = shape;
    const indexes = tape.textOrNull();
    const namespace = ids.namespaceOf(tape.textOrNull());
    const target = targets.id({ kind, namespace, name: tape.text(), uid: tape.text(), ownerOf: isOwner ? source.kind : 0 });
    const ordinal = nextOrdinal(relation);
    tables.pointer.add([source.id, relation, ordinal, target, flags, path, indexes, tape.textOrNull(), tape.textOrNull()]);
    for (let keys = tape.number(); keys > 0; keys--) tables.neededKey.add([source.id, relation, ordinal, target, tape.text()]);
  };

  const writeSelector = (source: PointerSource, tape: TapeReader): void => {
    const relation = ids.relation.id(tape.text());
    const ordinal = nextOrdinal(relation);
    const path = ids.path.id(tape.text());
    const indexes = tape.textOrNull();
    const kind = ids.kind.id(tape.text(), tape.text());
    const namespace = tape.textOrNull();
    const namespaceId = namespace === null ? ALL_NAMESPACES : ids.namespaceOf(namespace);
    tables.selector.add([source.id, relation, ordinal, kind, namespaceId, tape.text(), path, indexes]);
    for (let texts = tape.number(); texts > 0; texts -= 2)
      tables.selectorPair.add([source.id, relation, ordinal, ids.pair.id(tape.text(), tape.text())]);
  };

  const writePattern = (source: PointerSource, tape: TapeReader): void => {
    const relation = ids.relation.id(tape.text());
    const path = ids.path.id(tape.text());
    const indexes = tape.textOrNull();
    const kind = ids.kind.id(tape.text(), tape.text());
    const namespace = ids.namespaceOf(tape.textOrNull());
    tables.pattern.add([source.id, relation, kind, namespace, tape.text(), tape.number(), path, indexes]);
  };

  const write = (source: PointerSource, tape: TapeReader): void => {
    const shapes = shapesOf.get(tape) ?? [];
    shapesOf.set(tape, shapes);
    ordinals.clear();
    for (let references = tape.number(); references > 0; references--) writeReference(source, readShape(tape, shapes), tape);
    for (let selectors = tape.number(); selectors > 0; selectors--) writeSelector(source, tape);
    for (let patterns = tape.number(); patterns > 0; patterns--) writePattern(source, tape);
  };

  const flush = (): void => {
    targets.flush();
    for (const table of Object.values(tables)) table.flush();
  };
  return { write, flush };
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
