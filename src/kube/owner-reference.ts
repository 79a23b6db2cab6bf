/** metadata.ownerReferences, read from JSON that nobody vouches for. Source: apimachinery, pkg/apis/meta/v1/types.go, OwnerReference. */
import { canonicalKind } from './canonical-kind.ts';
import { splitApiVersion } from './kind.ts';
import { arrayAt, stringAt, valueAt } from './safe.ts';

export interface OwnerReference {
  /** Where it stands in the list. */
  readonly index: number;
  /** As written. */
  readonly apiVersion: string;
  /** Canonical group and kind. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** '' where none is written. */
  readonly uid: string;
  readonly controller: boolean;
  readonly blockOwnerDeletion: boolean;
}

/** Those that name a kind and an object; what has another shape is left out. */
export function ownerReferences(object: unknown): OwnerReference[] {
  const references: OwnerReference[] = [];
  for (const [index, reference] of arrayAt(object, 'metadata', 'ownerReferences').entries()) {
    const kind = stringAt(reference, 'kind');
    const name = stringAt(reference, 'name');
    if (kind === undefined || kind === '' || name === undefined || name === '') continue;
    const apiVersion = stringAt(reference, 'apiVersion') ?? '';
    references.push({
      index,
      apiVersion,
      ...canonicalKind(splitApiVersion(apiVersion).group, kind),
      name,
      uid: stringAt(reference, 'uid') ?? '',
      controller: valueAt(reference, 'controller') === true,
      blockOwnerDeletion: valueAt(reference, 'blockOwnerDeletion') === true,
    });
  }
  return references;
}
