/** A Kubernetes object as it is written: the captured one, one within it (of a List, a ManifestWork), or one in a copy. */
import { splitApiVersion } from '../kube/kind.ts';
import type { ObjectRecord } from '../records/record.ts';
import type { JsonTape } from './json/json-tape.ts';
import type { JsonText } from './json/json-text.ts';

/** Where a key comes twice all of its values are kept: what reads the object may take the first or the last. */
export interface Manifest {
  readonly text: JsonText;
  readonly node: number;
  readonly kinds: readonly string[];
  readonly groups: readonly string[];
  readonly namespaces: readonly string[];
  readonly names: readonly string[];
  /** Of core/v1. */
  readonly isSecret: boolean;
}

export type Resource = NonNullable<ObjectRecord['resource']>;

export interface ManifestOptions {
  readonly text: JsonText;
  readonly node: number;
  /** What is known of it from elsewhere: the list of Secrets in which it stands, or was captured. */
  readonly isListedSecret: boolean;
}

/** `kind: Secret` is enough where there is no apiVersion: better one too many. */
export function manifestAt({ text, node, isListedSecret }: ManifestOptions): Manifest {
  const { tape } = text;
  const kinds = stringsAt(tape, [node], 'kind');
  const apiVersions = stringsAt(tape, [node], 'apiVersion');
  const metadata = tape.values(node, 'metadata');
  return {
    text,
    node,
    kinds,
    groups: apiVersions.map((apiVersion) => splitApiVersion(apiVersion).group),
    namespaces: stringsAt(tape, metadata, 'namespace'),
    names: stringsAt(tape, metadata, 'name'),
    isSecret: isListedSecret || isCore(kinds, apiVersions, 'Secret'),
  };
}

export const SECRET_LIST = 'SecretList';

/** The objects of a SecretList say nothing of their kind themselves. */
export function secretListItems({ tape }: JsonText, node: number): number[] {
  const kinds = stringsAt(tape, [node], 'kind');
  if (!isCore(kinds, stringsAt(tape, [node], 'apiVersion'), SECRET_LIST)) return [];
  return tape.values(node, 'items').flatMap((items) => tape.items(items));
}

/** What was captured as a Secret is one, whatever it says. */
export function isSecretsResource(resource: Resource | undefined): boolean {
  return resource !== undefined && resource.group === '' && resource.resource === 'secrets';
}

/** Definitions of custom resources say what variables look like: their maps called `env` hold none. */
export function isSchemasResource(resource: Resource | undefined): boolean {
  return resource !== undefined && resource.group === 'apiextensions.k8s.io' && resource.resource === 'customresourcedefinitions';
}

function isCore(kinds: readonly string[], apiVersions: readonly string[], kind: string): boolean {
  return kinds.includes(kind) && (apiVersions.length === 0 || apiVersions.includes('v1'));
}

function stringsAt(tape: JsonTape, objects: readonly number[], key: string): string[] {
  return objects.flatMap((object) => tape.values(object, key).filter((value) => tape.isString(value))).map((value) => tape.text(value));
}
