/** How an object is named: for people, and in documents for programs. */
import { builtInKind } from '../../src/kube/built-in-kinds.ts';
import { type KindKey, kindName } from '../../src/kube/kind.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { ObjectRow } from '../../src/store/reader.ts';

/** `Pod shop/web-1`; of a kind that is not built in with its group. */
export function objectText(object: ObjectRow): string {
  return `${kindText(object)} ${object.namespace === null ? '' : `${object.namespace}/`}${object.name}`;
}

/** `Deployment`; of a kind that is not built in with its group. */
export function kindText(object: KindKey): string {
  return builtInKind(object) === undefined ? kindName(object) : object.kind;
}

export function objectDocument({ group, kind, namespace, name, presence }: ObjectRow): JsonObject {
  return { group, kind, ...(namespace === null ? {} : { namespace }), name, presence };
}
