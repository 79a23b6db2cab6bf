import { pod } from '../../../../relations/kinds.ts';
import { PresenceCode } from '../../../codes.ts';
import type { Gather } from '../health-context.ts';
import { isCapturedKind } from './is-captured-kind.ts';

export const users: Gather<'users'> = (context, { id, namespace }) => {
  const { statements, names } = context.read;
  const found = statements.pluck<number>(USERS).get(id, names.relationId('pod-persistent-volume-claim') ?? 0, names.kindId(pod) ?? 0) ?? 0;
  return found === 0 && !isCapturedKind(context, pod, namespace) ? null : found;
};

/** More than a few say no more than a few. */
const USERS = `
SELECT count(*) FROM (SELECT DISTINCT r.source FROM reference r CROSS JOIN object o ON o.id = r.source
  WHERE r.target = ? AND r.relation = ? AND r.flaw = 0 AND o.kind = ? AND o.presence = ${PresenceCode.PRESENT} LIMIT 100)`;
