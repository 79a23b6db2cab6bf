/** Who wrote a finalizer, as managedFields say it. */
import { arrayAt, objectAt, stringAt } from '../../../kube/safe.ts';
import type { JsonObject } from '../../../records/record.ts';

/**
 * The field managers that own the finalizer's entry, the last writer first. Of those that copy what others wrote, or that any program may be
 * called, nothing follows: they are left out.
 * Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/, and FieldsV1: `v:"<value>"` for an entry of a set.
 */
export function finalizerManagers(object: JsonObject, finalizer: string): readonly string[] {
  const entries = arrayAt(object, 'metadata', 'managedFields').filter(
    (entry) => objectAt(entry, 'fieldsV1', 'f:metadata', 'f:finalizers', `v:${JSON.stringify(finalizer)}`) !== undefined,
  );
  const managers = [...entries]
    .sort((a, b) => compare(stringAt(b, 'time') ?? '', stringAt(a, 'time') ?? ''))
    .flatMap((entry) => stringAt(entry, 'manager') ?? []);
  return [...new Set(managers)];
}

/** Names that say nothing of who will take a finalizer away: tools of people, and what copies templates. */
const GENERIC =
  /^(?:kubectl.*|kube-.*|helm.*|argocd-.*|manager|controller|operator|main|unknown|before-first-apply|go-http-client|node-fetch|curl|python-.*|openapi-generator.*|terraform.*|kustomize-controller|helm-controller)$/i;

export function isTelling(manager: string): boolean {
  return !GENERIC.test(manager);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
