/** Stages what is known to be a pointer or a selector only once all objects are in. */
import type { Database } from 'better-sqlite3';
import type { Requirement } from '../../../kube/requirement.ts';
import type { JsonValue } from '../../../records/record.ts';
import { ALL_NAMESPACES, CLUSTER_SCOPE } from '../../codes.ts';

export interface LateStaging {
  /** `namespace` is '' for cluster scope. */
  pointer(late: {
    readonly source: number;
    readonly relation: string;
    /** 0 where left out; one of a relation for each source. */
    readonly ordinal?: number;
    readonly target: { readonly kind: number; readonly namespace: string; readonly name: string };
    readonly flags: number;
    readonly path: string;
    /** One number for each [] of the path, with commas. */
    readonly indexes?: string;
    readonly written: JsonValue;
  }): void;
  /** `namespace` is null for all. */
  selector(late: {
    readonly source: number;
    readonly relation: string;
    readonly kind: number;
    readonly namespace: string | null;
    readonly requirements: readonly Requirement[];
    readonly path: string;
  }): void;
}

export function createLateStaging(db: Database): LateStaging {
  const idOf = (table: string, column: string, value: string): number => {
    db.prepare(`INSERT OR IGNORE INTO ${table}(${column}) VALUES (?)`).run(value);
    return Number(db.prepare(`SELECT id FROM ${table} WHERE ${column} = ?`).pluck().get(value));
  };
  const namespaceOf = (name: string): number => (name === '' ? CLUSTER_SCOPE : idOf('namespace', 'name', name));
  const addTarget = db.prepare('INSERT INTO staging.target(kind, namespace, name, owner_of) VALUES (?, ?, ?, 0)');
  const addPointer = db.prepare(
    'INSERT INTO staging.pointer(source, relation, ordinal, target, flags, path, indexes, written) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const addSelector = db.prepare(
    'INSERT INTO staging.selector(source, relation, ordinal, kind, namespace, requirements, path) VALUES (?, ?, 0, ?, ?, ?, ?)',
  );
  const addLabel = db.prepare('INSERT OR IGNORE INTO label_pair(key, value) VALUES (?, ?)');
  const addPair = db.prepare(
    'INSERT OR IGNORE INTO staging.selector_pair(source, relation, ordinal, pair) SELECT ?, ?, 0, id FROM label_pair WHERE key = ? AND value = ?',
  );

  return {
    pointer({ source, relation, ordinal = 0, target, flags, path, indexes = null, written }) {
      const { lastInsertRowid } = addTarget.run(target.kind, namespaceOf(target.namespace), target.name);
      const [relationId, pathId] = [idOf('relation', 'name', relation), idOf('path', 'template', path)];
      const text = written === target.name ? null : JSON.stringify(written);
      addPointer.run(source, relationId, ordinal, lastInsertRowid, flags, pathId, indexes, text);
    },
    selector({ source, relation, kind, namespace, requirements, path }) {
      const relationId = idOf('relation', 'name', relation);
      const where = namespace === null ? ALL_NAMESPACES : namespaceOf(namespace);
      addSelector.run(source, relationId, kind, where, JSON.stringify(requirements), idOf('path', 'template', path));
      for (const { key, operator, values } of requirements) {
        if (operator !== 'In' || values.length !== 1) continue;
        addLabel.run(key, values[0]);
        addPair.run(source, relationId, key, values[0]);
      }
    },
  };
}
