import type { ServedResource } from '../../bundle/discovery.ts';
import { builtInKind } from '../../kube/built-in-kinds.ts';
import { pluralOf } from '../../kube/plural.ts';
import type { CaptureOutcome, ResourceOutcome } from '../../records/record.ts';
import type { CollectedKind } from './collected-kinds.ts';
import { type Coverage, groupVersionOf, type KindCoverage } from './coverage.ts';
import { type Definition, listedVersion } from './definitions.ts';
import type { CollectError } from './errors.ts';

export interface OutcomeInput {
  readonly coverage: Coverage;
  readonly definitions: readonly Definition[];
  /** Null where the bundle has no resources.json. */
  readonly served: readonly ServedResource[] | null;
  readonly failedGroups: readonly { readonly group: string; readonly version: string; readonly message: string }[];
  /** All of the cluster's; null where the bundle does not say. */
  readonly namespaces: ReadonlySet<string> | null;
  /** The bundle is cut: what is not in it may have been collected. */
  readonly cut: boolean;
}

type Row = Pick<ResourceOutcome, 'group' | 'version' | 'resource' | 'kind' | 'namespaced'>;

/** What the support bundle's files prove: a namespace's file that namespace, all of them (or a cluster-scoped kind's one file) the whole cluster. */
export function troubleshootOutcomes(input: OutcomeInput): ResourceOutcome[] {
  const collected = [...input.coverage.kinds].flatMap(([kind, coverage]) => ofKind(kind, coverage, input));
  const rows = [
    ...collected,
    ...input.definitions.flatMap((definition) => ofDefinition(definition, input)),
    ...ofUnknownDefinitions(input),
  ];
  return [...withServed(rows, input.served ?? []), ...notCollected(rows, input), ...ofFailedGroups(input)];
}

function ofKind(kind: CollectedKind, coverage: KindCoverage, input: OutcomeInput): ResourceOutcome[] {
  const { group, version } = groupVersionOf(coverage, kind.apiVersion({}));
  const resource = builtInKind({ group, kind: kind.kind })?.plural ?? pluralOf(kind.kind.toLowerCase());
  const row: Row = { group, version, resource, kind: kind.kind, namespaced: kind.scope === 'namespace' };
  if (kind.scope === 'namespace') return ofNamespaces(row, coverage, input.namespaces);
  return ofCluster(row, coverage, kind.kind === 'Namespace');
}

/** Namespaces that were asked for by name come as a bare array, or as one object: they are not all. */
function ofCluster(row: Row, { files, errors }: KindCoverage, needsList: boolean): ResourceOutcome[] {
  const file = files.get('');
  const error = errors.get('');
  if (file === undefined) return error === undefined ? [] : [toOutcome(row, null, error.outcome, { message: error.message })];
  const isAll = file.whole && error === undefined && (!needsList || file.list.kind !== undefined);
  const message = error?.message ?? (file.whole ? 'only those that were asked for by name' : 'some of it could not be read');
  return [toOutcome(row, null, isAll ? 'ok' : 'partial', { items: file.items, ...(isAll ? {} : { message }) })];
}

function perNamespace(row: Row, { files, errors }: KindCoverage): ResourceOutcome[] {
  const fromFiles = [...files].map(([namespace, { items, whole }]) => {
    const message = errors.get(namespace)?.message ?? (whole ? undefined : 'some of it could not be read');
    return toOutcome(row, namespace, message === undefined ? 'ok' : 'partial', { items, ...(message === undefined ? {} : { message }) });
  });
  const fromErrors = [...errors]
    .filter(([namespace]) => namespace !== '' && !files.has(namespace))
    .map(([namespace, error]) => fromError(row, namespace, error));
  return [...fromFiles, ...fromErrors];
}

/** One row for all namespaces where each of them has its file; else one that says so, and one for each that has. */
function ofNamespaces(row: Row, coverage: KindCoverage, namespaces: ReadonlySet<string> | null): ResourceOutcome[] {
  const { files, errors } = coverage;
  const error = errors.get('');
  if (error !== undefined && files.size === 0) return [fromError(row, null, error)];
  const covered = [...(namespaces ?? [])].filter((namespace) => files.get(namespace)?.whole === true && !errors.has(namespace)).length;
  const items = [...files.values()].reduce((sum, file) => sum + file.items, 0);
  if (namespaces !== null && covered === namespaces.size && errors.size === 0) return [toOutcome(row, null, 'ok', { items })];
  const message =
    namespaces === null
      ? `${files.size} namespaces; the bundle does not say which there are`
      : `${covered} of ${namespaces.size} namespaces`;
  return [toOutcome(row, null, 'partial', { message }), ...perNamespace(row, coverage)];
}

/** Custom resources are listed once for all namespaces, and no file is written where there are none: of a bundle that is cut, none says so. */
function ofDefinition(definition: Definition, { coverage, namespaces, cut }: OutcomeInput): ResourceOutcome[] {
  const known = coverage.customResources.get(definition.name);
  if (!coverage.customResourcesTried) return [];
  const { group, version } = groupVersionOf(known ?? NO_COVERAGE, `${definition.group}/${listedVersion(definition.versions) ?? 'v1'}`);
  const row: Row = { group, version, resource: definition.plural, kind: definition.kind, namespaced: definition.namespaced };
  const failed = coverage.customResources.get('')?.errors.values().next().value ?? known?.errors.values().next().value;
  if (failed !== undefined && (known?.files.size ?? 0) === 0) return [fromError(row, null, failed)];
  const files = [...(known?.files.values() ?? [])];
  const items = files.reduce((sum, file) => sum + file.items, 0);
  if (failed !== undefined || files.some((file) => !file.whole))
    return [toOutcome(row, null, 'partial', { items, message: failed?.message ?? 'some of it could not be read' })];
  if (cut) return [toOutcome(row, null, files.length === 0 ? 'cancelled' : 'partial', { items, message: CUT })];
  const seen = coverage.namespaces();
  const isAll = !definition.namespaced || (namespaces !== null && [...namespaces].every((namespace) => seen.has(namespace)));
  if (isAll) return [toOutcome(row, null, 'ok', { items })];
  const message = `${seen.size} of ${namespaces?.size ?? 'an unknown number of'} namespaces`;
  const single = [...seen].map((namespace) => toOutcome(row, namespace, 'ok', { items: known?.files.get(namespace)?.items ?? 0 }));
  return [toOutcome(row, null, 'partial', { message }), ...single];
}

/** Custom resources whose definition is not in the bundle: their files are all that is known. */
function ofUnknownDefinitions({ coverage, definitions }: OutcomeInput): ResourceOutcome[] {
  const known = new Set(definitions.map(({ name }) => name));
  return [...coverage.customResources].flatMap(([name, found]) => {
    const dot = name.indexOf('.');
    if (known.has(name) || dot <= 0) return [];
    const { group, version } = groupVersionOf(found, `${name.slice(dot + 1)}/v1`);
    const row: Row = { group, version, resource: name.slice(0, dot) };
    const error = found.errors.get('');
    const items = [...found.files.values()].reduce((sum, file) => sum + file.items, 0);
    return [
      error === undefined
        ? toOutcome(row, null, 'partial', { items, message: 'its definition is not in the bundle' })
        : fromError(row, null, error),
    ];
  });
}

function withServed(rows: readonly ResourceOutcome[], served: readonly ServedResource[]): ResourceOutcome[] {
  const known = new Map(served.map((resource) => [`${resource.group}/${resource.version}/${resource.resource}`, resource]));
  return rows.map((row) => {
    const resource = known.get(`${row.group}/${row.version}/${row.resource}`);
    return resource === undefined ? row : { ...resource, ...row, served: true };
  });
}

/** What the server has and the bundle does not name in any version. */
function notCollected(rows: readonly ResourceOutcome[], { served, cut }: OutcomeInput): ResourceOutcome[] {
  const told = new Set(rows.map((row) => `${row.group}/${row.resource}`));
  return (served ?? [])
    .filter((resource) => !told.has(`${resource.group}/${resource.resource}`))
    .map((resource) => ({
      type: 'resource',
      snapshot: 0,
      ...resource,
      namespace: null,
      outcome: cut ? 'cancelled' : 'excluded',
      message: cut ? CUT : 'troubleshoot did not collect it',
      served: true,
    }));
}

function ofFailedGroups({ failedGroups }: OutcomeInput): ResourceOutcome[] {
  return failedGroups.map(({ group, version, message }) =>
    toOutcome({ group, version, resource: '*', kind: '*' }, null, 'unavailable', { message }),
  );
}

function fromError(row: Row, namespace: string | null, { outcome, message }: CollectError): ResourceOutcome {
  return toOutcome(row, namespace, outcome, { message, ...(outcome === 'denied' ? { httpStatus: 403 } : {}) });
}

function toOutcome(
  row: Row,
  namespace: string | null,
  outcome: CaptureOutcome,
  more: Pick<ResourceOutcome, 'items' | 'message' | 'httpStatus'>,
): ResourceOutcome {
  return { type: 'resource', snapshot: 0, ...row, namespace, outcome, ...more };
}

const CUT = 'the bundle is cut';
const NO_COVERAGE: KindCoverage = { files: new Map(), errors: new Map(), apiVersion: null };
