/** The numbers for all texts that repeat: kinds, namespaces, relations, paths, labels, entries. */
import type { Database } from 'better-sqlite3';
import type { Extractor } from '../../relations/extractor.ts';
import { CLUSTER_SCOPE } from '../codes.ts';
import { createInterner, createPairInterner, type Interner, type PairInterner } from './interner.ts';

export interface Ids {
  readonly kind: PairInterner;
  readonly relation: Interner;
  readonly path: Interner;
  readonly pair: PairInterner;
  readonly entry: Interner;
  /** 0 for null and ''. */
  namespaceOf(name: string | null): number;
}

export function createIds(db: Database, extractor: Extractor): Ids {
  db.prepare('INSERT INTO namespace(id, name) VALUES (?, ?)').run(CLUSTER_SCOPE, '');
  const addRelation = db.prepare('INSERT OR IGNORE INTO relation(name, forward, reverse) VALUES (?, ?, ?)');
  for (const { relation, forward, reverse } of extractor.relations) addRelation.run(relation, forward?.name ?? null, reverse?.name ?? null);
  const namespace = createInterner({ db, table: 'namespace', column: 'name' });
  return {
    kind: createPairInterner({ db, table: 'kind', columns: ['api_group', 'kind'] }),
    relation: createInterner({ db, table: 'relation', column: 'name' }),
    path: createInterner({ db, table: 'path', column: 'template' }),
    pair: createPairInterner({ db, table: 'label_pair', columns: ['key', 'value'] }),
    entry: createInterner({ db, table: 'entry', column: 'path' }),
    namespaceOf: (name) => (name === null || name === '' ? CLUSTER_SCOPE : namespace.id(name)),
  };
}
