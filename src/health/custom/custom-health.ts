/**
 * A custom resource, by what it says itself: the words of its project where those are known, else its conditions.
 * Source: kstatus (cli-utils, pkg/kstatus/README.md): Reconciling, Stalled, Ready; Kubernetes API conventions, "Typical status properties".
 */
import { list, member, word } from '../../kube/fixed-keys.ts';
import { kindName } from '../../kube/kind.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { notObserved, PROGRESS_DEADLINE } from '../common.ts';
import { type Condition, conditionText, readCondition } from '../conditions.ts';
import { changingAt, HEALTH_STATUSES, HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { isIll, neighbourText } from '../neighbours.ts';
import type { Convention, Words } from './convention.ts';
import { conventions } from './conventions.ts';
import { BAD_WHERE_TRUE, UNDER_WAY_WHERE_TRUE, WELL_WHERE_TRUE, WORKING_REASONS } from './usual-conditions.ts';

/** null where the object says nothing that anyone could read. */
export function judgeCustom(input: HealthInput): Health | null {
  const judged = byItself(input);
  const { worst } = input.facts;
  if (judged === null || judged.status === 'HEALTHY' || judged.status === 'SUSPENDED' || !isIll(worst)) return judged;
  return { ...judged, message: health('UNKNOWN', null, `${judged.message ?? ''}${neighbourText(worst)}`.trim()).message };
}

function byItself(input: HealthInput): Health | null {
  const { object, key } = input;
  const convention = conventionOf(kindName(key), key.group, key.kind);
  if (convention?.suspendedBy?.some((path) => at(object, path) === true)) {
    return health('SUSPENDED', 'Suspended', `It is suspended by ${convention.suspendedBy[0]?.join('.')}.`);
  }
  const stale = notObserved(input);
  if (stale !== null) return stale;
  const said = convention?.words === undefined ? null : byWords(object, convention.words);
  return said ?? byConditions(input, conditionsOf(object, convention?.conditionsIn), convention);
}

const found = new Map<string, Convention | undefined>();
const MOST_REMEMBERED = 10_000;

function conventionOf(name: string, group: string, kind: string): Convention | undefined {
  if (found.has(name)) return found.get(name);
  const convention = conventions.find((row) => row.group === group && (row.kinds === undefined || row.kinds.includes(kind)));
  if (found.size < MOST_REMEMBERED) found.set(name, convention);
  return convention;
}

function byWords(object: JsonObject, { path, messagePath, means }: Words): Health | null {
  const said = word(at(object, path));
  if (said === null) return null;
  const status = HEALTH_STATUSES.find((one) => means[one]?.includes(said)) ?? 'UNKNOWN';
  if (status === 'HEALTHY') return HEALTHY;
  const message = messagePath === undefined ? null : word(at(object, messagePath));
  return health(status, said, message ?? `${path.join('.')} is ${said}.`);
}

function conditionsOf(object: JsonObject, listName: string | undefined): readonly Condition[] {
  const status = object['status'];
  const entries: readonly JsonValue[] = [
    ...list(member(status, 'conditions')),
    ...(listName === undefined
      ? []
      : list(member(status, listName))
          .slice(0, MOST_LISTS)
          .flatMap((one) => list(member(one, 'conditions')))),
  ];
  return entries.slice(0, MOST_CONDITIONS).flatMap((entry) => readCondition(entry) ?? []);
}

const MOST_LISTS = 100;
const MOST_CONDITIONS = 1000;

function byConditions({ now }: HealthInput, conditions: readonly Condition[], convention: Convention | undefined): Health | null {
  const bad = conditions.find(
    ({ type, status }) => status === 'True' && (BAD_WHERE_TRUE.has(type) || convention?.badWhereTrue?.includes(type)),
  );
  if (bad !== undefined) return health('DEGRADED', bad.reason ?? bad.type, conditionText(bad));
  const well = (convention?.wellWhereTrue ?? WELL_WHERE_TRUE).flatMap((type) => conditions.filter((condition) => condition.type === type));
  const notWell = well.find(({ status }) => status !== 'True');
  const underWay = conditions.find(({ type, status }) => status === 'True' && UNDER_WAY_WHERE_TRUE.has(type));
  if (notWell !== undefined) return notYet(notWell, underWay, now);
  if (underWay !== undefined && (well.length === 0 || underWay.type === 'Reconciling')) {
    return health('PROGRESSING', underWay.reason ?? underWay.type, conditionText(underWay));
  }
  return well.length === 0 ? null : HEALTHY;
}

/** kstatus takes it for under way, for good. What has been so for longer than rollouts may take is ill. */
function notYet(condition: Condition, underWay: Condition | undefined, now: number): Health {
  const { type, status, reason, since } = condition;
  const text = conditionText(condition);
  const first = health('PROGRESSING', reason ?? `Not${type}`, text);
  const isWorking = underWay !== undefined || (reason !== null && WORKING_REASONS.has(reason));
  if (isWorking || status !== 'False') return first;
  return changingAt({
    at: since === null ? null : since + PROGRESS_DEADLINE,
    now,
    first,
    after: health('DEGRADED', reason ?? `Not${type}`, text),
  });
}

function at(object: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = object;
  for (const key of path) value = member(value, key);
  return value;
}
