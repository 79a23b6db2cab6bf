/**
 * Health again, once everything is in and the time of the capture is known: of what the object alone does not call well, with what stands
 * around it, and of what has come due meanwhile. What an object controls or leads to is judged before it.
 */
import type { Database } from 'better-sqlite3';
import { HEALTH_STATUSES, type Health } from '../../../health/health.ts';
import type { FactName } from '../../../health/input.ts';
import { asking, customAsks, judge } from '../../../health/judge.ts';
import type { Need } from '../../../health/kinds/kind-health.ts';
import { builtInKind } from '../../../kube/built-in-kinds.ts';
import { toCanonicalForm } from '../../../kube/canonical-form.ts';
import type { JsonObject } from '../../../records/record.ts';
import { healthCode } from '../../codes.ts';
import { UNLIMITED } from '../../read/context.ts';
import { readContext } from '../../read/read-context.ts';
import type { Meter } from '../../reader.ts';
import { factsOf } from './facts/all.ts';
import type { HealthContext } from './health-context.ts';

/** After the indexes, and the row of the snapshot. */
export function settleHealth(db: Database, options: { readonly mostSelected?: number } = {}): void {
  const context = healthContext(db, options.mostSelected ?? MOST_SELECTED);
  const { read } = context;
  const write = healthWriter(db);
  const again = (asked: Asked): void => write(asked.id, judgeAgain(context, asked));
  const kinds = new Set<number>();
  for (const { kind, asks, needs } of asking) {
    const id = read.names.kindId(kind);
    if (id === undefined) continue;
    kinds.add(id);
    for (const object of read.statements.pluck<number>(`${UNSETTLED} AND kind = ?`).all(id)) again({ id: object, asks, needs });
  }
  for (const [id, kind, until] of read.statements.raw<[number, number, number | null]>(OTHERS).all()) {
    if (kinds.has(kind)) continue;
    const isCustom = builtInKind(read.names.kind(kind)) === undefined;
    if (isCustom || (until !== null && until <= context.now)) again({ id, asks: isCustom ? customAsks : [], needs: [] });
  }
}

/** Services that have no endpoint, times what each of them selects: hundreds of thousands in a large cluster. */
const MOST_SELECTED = 5_000_000;

function healthContext(db: Database, mostSelected: number): HealthContext {
  let left = mostSelected;
  const meter: Meter = { ...UNLIMITED, rows: (count) => (left -= count) };
  const read = { ...readContext(db, ''), meter };
  return { read, now: read.info.capturedTo ?? Number.NEGATIVE_INFINITY, maySelect: () => left > 0 };
}

/** What is well, or rests on purpose, says so itself. */
const ASKED = HEALTH_STATUSES.filter((status) => status !== 'HEALTHY' && status !== 'SUSPENDED').map(healthCode);
const FROM_UNSETTLED = `FROM object INDEXED BY object_unhealthy WHERE health > 1 AND health IN (${ASKED.join(', ')})`;
const UNSETTLED = `SELECT id ${FROM_UNSETTLED}`;
const OTHERS = `SELECT id, kind, health_until ${FROM_UNSETTLED}`;

interface Asked {
  readonly id: number;
  readonly asks: readonly FactName[];
  readonly needs: readonly Need[];
}

/** undefined: it stays as it is. */
function judgeAgain(context: HealthContext, { id, asks, needs }: Asked): Health | null | undefined {
  const { statements, names } = context.read;
  const row = statements.raw<[string, number, number]>(OBJECT).get(id);
  if (row === undefined) return undefined;
  const [json, kind, namespace] = row;
  const { object, status } = toCanonicalForm(JSON.parse(json) as JsonObject);
  if (status === 'unknown_version') return undefined;
  const facts = factsOf(context, { id, namespace: names.namespace(namespace), object, needs }, asks);
  return judge({ key: names.kind(kind), object, now: context.now, facts });
}

const OBJECT = 'SELECT j.json, o.kind, o.namespace FROM object o JOIN object_json j ON j.id = o.id WHERE o.id = ?';

function healthWriter(db: Database): (id: number, health: Health | null | undefined) => void {
  const setStatus = db.prepare('UPDATE object SET health = ?, health_until = ? WHERE id = ?');
  const say = db.prepare('INSERT OR REPLACE INTO health(object, reason, message) VALUES (?, ?, ?)');
  const forget = db.prepare('DELETE FROM health WHERE object = ?');
  return (id, health) => {
    if (health === undefined) return;
    setStatus.run(health === null ? null : healthCode(health.status), health?.until ?? null, id);
    if (health === null || (health.reason === null && health.message === null)) forget.run(id);
    else say.run(id, health.reason, health.message);
  };
}
