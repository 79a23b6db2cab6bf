/** The small tables of a snapshot in memory, both ways: kinds, namespaces, relations, paths. Read when the file is opened. */
import type { Database } from 'better-sqlite3';
import { canonicalKind } from '../../kube/canonical-kind.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import { CLUSTER_SCOPE } from '../codes.ts';
import type { KindRow } from '../reader.ts';

export interface Names {
  readonly kinds: readonly KindRow[];
  kind(id: number): KindRow;
  /** undefined: the snapshot knows no such kind. */
  kindId(key: KindKey): number | undefined;
  kindIds(keys: readonly KindKey[]): number[];
  /** null for cluster scope. */
  namespace(id: number): string | null;
  /** null is cluster scope; undefined: the snapshot knows no such namespace. */
  namespaceId(name: string | null): number | undefined;
  /** By name, cluster scope first. */
  readonly namespaces: readonly { readonly id: number; readonly name: string }[];
  relation(id: number): string;
  relationId(name: string): number | undefined;
  path(id: number): string;
  pathId(template: string): number | undefined;
}

export function readNames(db: Database): Names {
  const kinds = new Map(
    db
      .prepare<[], KindColumns>(KINDS)
      .all()
      .map((row) => [row.id, kindRow(row)]),
  );
  const kindIds = new Map([...kinds].map(([id, kind]) => [kindName(kind), id]));
  const namespaces = table(db, 'SELECT id, name AS text FROM namespace ORDER BY name');
  const relations = table(db, 'SELECT id, name AS text FROM relation');
  const paths = table(db, 'SELECT id, template AS text FROM path');
  const unknown: KindRow = {
    group: '',
    kind: '',
    plural: null,
    singular: null,
    shortNames: [],
    namespaced: null,
    objects: 0,
    custom: false,
  };
  const kindId = ({ group, kind }: KindKey): number | undefined => kindIds.get(kindName(canonicalKind(group, kind)));
  return {
    kinds: [...kinds.values()],
    kind: (id) => kinds.get(id) ?? unknown,
    kindId,
    kindIds: (keys) => [...new Set(keys.map(kindId))].filter((id) => id !== undefined),
    namespace: (id) => (id === CLUSTER_SCOPE ? null : (namespaces.texts.get(id) ?? '')),
    namespaceId: (name) => (name === null || name === '' ? CLUSTER_SCOPE : namespaces.ids.get(name)),
    namespaces: [...namespaces.texts].map(([id, name]) => ({ id, name })),
    relation: (id) => relations.texts.get(id) ?? '',
    relationId: (name) => relations.ids.get(name),
    path: (id) => paths.texts.get(id) ?? '',
    pathId: (template) => paths.ids.get(template),
  };
}

/** Those that have objects, ghosts, an outcome or a definition. */
const KINDS = `
SELECT k.* FROM kind k
WHERE k.custom OR k.served OR EXISTS (SELECT 1 FROM object o WHERE o.kind = k.id) OR EXISTS (SELECT 1 FROM alias a WHERE a.kind = k.id)
  OR k.id IN (SELECT kind FROM outcome) OR k.id IN (SELECT kind FROM selector)
ORDER BY k.api_group, k.kind`;

interface KindColumns {
  readonly id: number;
  readonly api_group: string;
  readonly kind: string;
  readonly plural: string | null;
  readonly singular: string | null;
  readonly short_names: string;
  readonly namespaced: number | null;
  readonly objects: number;
  readonly custom: number;
}

function kindRow(row: KindColumns): KindRow {
  return {
    group: row.api_group,
    kind: row.kind,
    plural: row.plural,
    singular: row.singular,
    shortNames: JSON.parse(row.short_names) as string[],
    namespaced: row.namespaced === null ? null : row.namespaced === 1,
    objects: row.objects,
    custom: row.custom === 1,
  };
}

function table(db: Database, sql: string): { texts: Map<number, string>; ids: Map<string, number> } {
  const rows = db.prepare<[], { id: number; text: string }>(sql).all();
  return { texts: new Map(rows.map(({ id, text }) => [id, text])), ids: new Map(rows.map(({ id, text }) => [text, id])) };
}
