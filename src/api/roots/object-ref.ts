/** Objects as questions name them: by kind, namespace and name. */
import { kindName } from '../../kube/kind.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { badUserInput, notFound } from '../errors.ts';
import { isProvedAbsent, lookUp } from '../fields/look-up.ts';
import type { Scope } from '../model/scope.ts';

export interface ObjectRef {
  readonly kind: string;
  readonly namespace?: string | null | undefined;
  readonly name: string;
  readonly uid?: string | null | undefined;
}

/**
 * The object or its ghost; null where its absence is proved, or where another object has the name and not the uid.
 * Throws BAD_USER_INPUT for an unknown kind, and for a namespaced one without a namespace.
 */
export async function resolveRef(
  scope: Scope,
  ref: ObjectRef,
  arguments_: { readonly kind: string; readonly namespace: string },
): Promise<ObjectRow | null> {
  const key = scope.kinds.resolve(arguments_.kind, ref.kind);
  const namespaced = scope.kinds.namespaced(key);
  const namespace = namespaced === false ? null : (ref.namespace ?? null);
  if (namespaced === true && namespace === null) {
    throw badUserInput(arguments_.namespace, `${kindName(key)} is namespaced: say in which namespace "${ref.name}" is.`);
  }
  const [row] = await lookUp(scope, [{ ...key, namespace, name: ref.name }]);
  if (row === undefined || isProvedAbsent(row)) return null;
  // What lies outside the API is known only by what names it.
  if (row.id === 0 && key.group === 'external') return null;
  if (ref.uid != null && row.uid !== null && row.uid !== ref.uid) return null;
  return row;
}

/** As resolveRef; what is proved absent is an error. */
export async function requireRef(scope: Scope, ref: ObjectRef, argument: 'from' | 'to' | 'of'): Promise<ObjectRow> {
  const row = await resolveRef(scope, ref, { kind: `${argument}.kind`, namespace: `${argument}.namespace` });
  if (row !== null) return row;
  const place = ref.namespace ? ` in namespace "${ref.namespace}"` : '';
  throw notFound(`Argument "${argument}": there is no ${ref.kind} "${ref.name}"${place} in this snapshot, and nothing names it.`);
}
