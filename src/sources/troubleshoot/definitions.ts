import { arrayField, booleanField, objectField, stringField } from '../../records/json-fields.ts';

/** What a CustomResourceDefinition says about its kind. */
export interface Definition {
  readonly name: string;
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly versions: readonly string[];
}

export function parseDefinition(object: unknown): Definition | null {
  const spec = objectField(object, 'spec');
  const names = objectField(spec, 'names');
  const name = stringField(objectField(object, 'metadata'), 'name');
  const kind = stringField(names, 'kind');
  const plural = stringField(names, 'plural');
  if (name === undefined || kind === undefined || plural === undefined) return null;
  const versions = arrayField(spec, 'versions').flatMap((version) =>
    booleanField(version, 'served') === false ? [] : (stringField(version, 'name') ?? []),
  );
  const old = stringField(spec, 'version');
  return {
    name,
    group: stringField(spec, 'group') ?? '',
    kind,
    plural,
    namespaced: stringField(spec, 'scope') !== 'Cluster',
    versions: versions.length === 0 && old !== undefined ? [old] : versions,
  };
}

/** The one that troubleshoot lists: GA before beta before alpha, the newest first (apimachinery, pkg/version, CompareKubeAwareVersionStrings). */
export function listedVersion(versions: readonly string[]): string | null {
  return [...versions].sort((a, b) => compare(rank(b), rank(a)))[0] ?? null;
}

function rank(version: string): readonly number[] {
  const [, major, stage, minor] = /^v(\d{1,9})(?:(alpha|beta)(\d{1,9}))?$/.exec(version) ?? [];
  if (major === undefined) return [0, 0, 0];
  return [stage === undefined ? 3 : stage === 'beta' ? 2 : 1, Number(major), Number(minor ?? 0)];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
