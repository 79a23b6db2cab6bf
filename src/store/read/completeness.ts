/** What a list rests on: only an `ok` capture of each kind makes it complete. Contract: docs/graphql.md, completeness. */
import { builtInKind } from '../../kube/built-in-kinds.ts';
import { EXTERNAL_GROUP } from '../../kube/external-kinds.ts';
import type { KindKey } from '../../kube/kind.ts';
import { CLUSTER_SCOPE, PresenceCode } from '../codes.ts';
import type { Gap, Reader } from '../reader.ts';
import type { ReadContext } from './context.ts';
import type { Coverage, KindCoverage } from './coverage.ts';

export function completenessReads(context: ReadContext): Pick<Reader, 'completeness' | 'outcome'> {
  return {
    async completeness({ kinds, namespace }) {
      const gaps = kinds === undefined ? allGaps(context, namespace) : kinds.flatMap((kind) => gapsOf(context, kind, namespace));
      return { complete: gaps.length === 0, gaps };
    },
    async outcome(kind, namespace) {
      return decidingCoverage(context, kind, namespace)?.outcome ?? null;
    },
  };
}

function coverageOf(context: ReadContext, kind: KindKey): KindCoverage {
  const table = context.coverage();
  const id = context.names.kindId(kind);
  const known = id === undefined ? null : table.kind(id);
  if (known !== null && (known.all !== null || known.byNamespace.size > 0)) return known;
  return { all: table.groups.get(kind.group) ?? null, byNamespace: new Map() };
}

/** The row of the namespace before the row of all. */
export function decidingCoverage(context: ReadContext, kind: KindKey, namespace: string | null): Coverage | null {
  const { all, byNamespace } = coverageOf(context, kind);
  const id = namespace === null ? undefined : context.names.namespaceId(namespace);
  return (id === undefined ? undefined : byNamespace.get(id)) ?? all;
}

function gapsOf(context: ReadContext, kind: KindKey, namespace: string | null): Gap[] {
  if (kind.group === EXTERNAL_GROUP || isProvedUnknown(context, kind)) return [];
  if (namespace !== null) {
    const deciding = decidingCoverage(context, kind, namespace);
    if (deciding === null) return [notRecorded(kind, namespace)];
    return deciding.outcome === 'ok' ? [] : [gap(context, kind, deciding)];
  }
  const coverage = coverageOf(context, kind);
  const gaps = [...coverage.byNamespace.values()].filter(({ outcome }) => outcome !== 'ok').map((row) => gap(context, kind, row));
  if (coverage.all?.outcome === 'ok' || coversEachNamespace(context, coverage)) return gaps;
  return [coverage.all === null ? notRecorded(kind, null) : gap(context, kind, coverage.all), ...gaps];
}

/**
 * A kind of an add-on that discovery does not name, no CRD declares and no object has: there is none in the cluster. Built-in kinds are in every
 * cluster: where the capture says nothing of one, it did not look.
 */
function isProvedUnknown(context: ReadContext, kind: KindKey): boolean {
  if (!context.coverage().discovery || builtInKind(kind) !== undefined) return false;
  const { all, byNamespace } = coverageOf(context, kind);
  const row = context.names.kinds.find((known) => known.group === kind.group && known.kind === kind.kind);
  return all === null && byNamespace.size === 0 && !row?.custom && (row?.objects ?? 0) === 0;
}

/** Lists of every namespace make up for the list over all of them, where all namespaces are known. */
function coversEachNamespace(context: ReadContext, { byNamespace }: KindCoverage): boolean {
  if (byNamespace.size === 0) return false;
  const kind = context.names.kindId({ group: '', kind: 'Namespace' });
  if (kind === undefined || context.coverage().kind(kind).all?.outcome !== 'ok') return false;
  const names = context.statements.pluck<string>(
    `SELECT name FROM object WHERE kind = ? AND namespace = ${CLUSTER_SCOPE} AND presence = ${PresenceCode.PRESENT}`,
  );
  return names.all(kind).every((name) => byNamespace.get(context.names.namespaceId(name) ?? -1)?.outcome === 'ok');
}

/** Of all kinds: those that the snapshot knows, groups that did not answer, and the unknown where discovery was not captured. */
function allGaps(context: ReadContext, namespace: string | null): Gap[] {
  const { discovery, groups } = context.coverage();
  const gaps: Gap[] = [];
  const named = new Set<string>();
  for (const kind of context.names.kinds) {
    if (namespace !== null && kind.namespaced === false) continue;
    named.add(kind.group);
    const { all, byNamespace } = coverageOf(context, kind);
    const isOnlyNamed = all === null && byNamespace.size === 0 && kind.objects === 0 && !kind.custom;
    if (!(isOnlyNamed && discovery)) gaps.push(...gapsOf(context, kind, namespace));
  }
  for (const [group, row] of groups) if (!named.has(group)) gaps.push(gap(context, { group, kind: '*' }, row));
  if (!discovery)
    gaps.push({ ...notRecorded({ group: '*', kind: '*' }, null), message: 'The list of all kinds was not captured: there may be others.' });
  return gaps;
}

function gap({ names }: ReadContext, { group, kind }: KindKey, row: Coverage): Gap {
  const namespace = row.namespace > CLUSTER_SCOPE ? names.namespace(row.namespace) : null;
  return { group, kind, namespace, outcome: row.outcome, httpStatus: row.httpStatus, message: row.message, listedAt: row.listedFrom };
}

function notRecorded({ group, kind }: KindKey, namespace: string | null): Gap {
  return {
    group,
    kind,
    namespace,
    outcome: 'excluded',
    httpStatus: null,
    message: 'The capture says nothing of this kind.',
    listedAt: null,
  };
}
