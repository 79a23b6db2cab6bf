/** What objects tell about kinds while they stream past: whether they lie in namespaces, how their resource is called, what CRDs define. */
import type { Database } from 'better-sqlite3';
import { canonicalKind } from '../../kube/canonical-kind.ts';
import type { Ids } from './ids.ts';
import type { SqlValue } from './inserter.ts';

export interface KindNotes {
  note(seen: { readonly kind: number; readonly isNamespaced: boolean; readonly plural: string | undefined }): void;
  /** Of a CustomResourceDefinition; `shortNames` is JSON, `namespaced` 0, 1 or null. */
  define(definition: {
    readonly group: string;
    readonly kind: string;
    readonly plural: string | null;
    readonly singular: string | null;
    readonly shortNames: string;
    readonly namespaced: SqlValue;
  }): void;
  finish(): void;
}

interface Note {
  isNamespaced: boolean;
  plural: string | undefined;
}

/** Where nothing else is known later, a kind is namespaced if any of its objects lies in a namespace. */
export function createKindNotes(db: Database, ids: Ids): KindNotes {
  const notes = new Map<number, Note>();
  const define = db.prepare(
    'UPDATE kind SET custom = 1, plural = ?, singular = ?, short_names = ?, namespaced = coalesce(?, namespaced) WHERE id = ?',
  );
  const complete = db.prepare('UPDATE kind SET namespaced = coalesce(namespaced, ?), plural = coalesce(plural, ?) WHERE id = ?');
  return {
    note({ kind, isNamespaced, plural }) {
      const note = notes.get(kind);
      if (note === undefined) notes.set(kind, { isNamespaced, plural });
      else if (isNamespaced) note.isNamespaced = true;
    },
    define({ group, kind, plural, singular, shortNames, namespaced }) {
      const key = canonicalKind(group, kind);
      define.run(plural, singular, shortNames, namespaced, ids.kind.id(key.group, key.kind));
    },
    finish() {
      for (const [kind, { isNamespaced, plural }] of notes) complete.run(Number(isNamespaced), plural ?? null, kind);
    },
  };
}
