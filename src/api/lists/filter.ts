/** A list's arguments as the Reader takes them. */

import type { HealthStatus } from '../../health/health.ts';
import { parseFieldSelector } from '../../kube/field-selector.ts';
import { compileGlob } from '../../kube/glob.ts';
import type { KindKey } from '../../kube/kind.ts';
import { parseLabelSelector } from '../../kube/label-selector.ts';
import type { ListQuery, ObjectFilter, Presence } from '../../store/reader.ts';
import type { Arguments } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { orderOf } from './order.ts';
import { pageOf } from './paging.ts';
import { parsed } from './parsed.ts';
import { whereClause } from './where.ts';

/** Throws BAD_USER_INPUT naming the argument that cannot be read. `kinds` where the argument `kinds` names none. */
export function listQuery(scope: Scope, args: Arguments, kinds?: readonly KindKey[]): ListQuery {
  const named = kindsOf(scope, args);
  const order = orderOf(args);
  return {
    filter: filterOf(args, named ?? kinds),
    ...(order === null ? {} : { order }),
    page: pageOf(args, scope.limits),
  };
}

/** True where the filter lets everything through but, perhaps, other kinds. */
export function isOpen(filter: ObjectFilter): boolean {
  return Object.keys(filter).every((key) => key === 'kinds');
}

/** The kinds that the argument `kinds` names, or undefined without it. */
export function kindsOf(scope: Scope, args: Arguments): readonly KindKey[] | undefined {
  const names = args['kinds'];
  if (!Array.isArray(names)) return undefined;
  return names.map((name) => scope.kinds.resolve('kinds', String(name)));
}

function filterOf(args: Arguments, kinds: readonly KindKey[] | undefined): ObjectFilter {
  const { namespace, name, labelSelector, fieldSelector, presence, health, where } = args;
  return {
    ...(kinds === undefined ? {} : { kinds }),
    ...(typeof namespace === 'string' ? { namespace } : {}),
    ...(typeof name === 'string' ? { name: checkedGlob(name) } : {}),
    ...(typeof labelSelector === 'string' ? { labels: parsed('labelSelector', labelSelector, parseLabelSelector) } : {}),
    ...(typeof fieldSelector === 'string' ? { fields: parsed('fieldSelector', fieldSelector, parseFieldSelector) } : {}),
    ...(Array.isArray(presence) ? { presence: presence as Presence[] } : {}),
    ...(Array.isArray(health) ? { health: health as HealthStatus[] } : {}),
    ...(where === null || where === undefined ? {} : { where: whereClause(where) }),
  };
}

function checkedGlob(pattern: string): string {
  parsed('name', pattern, compileGlob);
  return pattern;
}
