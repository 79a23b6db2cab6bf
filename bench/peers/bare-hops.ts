/** service → endpointSlices → pods → node as four bare prepared statements, run once for each parent: the floor of the four-hop query. */
import type Database from 'better-sqlite3';

export interface Hops {
  readonly pods: number;
  readonly nodes: number;
}

export function bareHops(database: Database.Database): (namespace: string, name: string) => Hops {
  const relation = (name: string): number =>
    database.prepare<[string], { id: number }>('SELECT id FROM relation WHERE name = ?').get(name)?.id ?? -1;
  const service = database.prepare<[string, string], { id: number }>(
    `SELECT o.id FROM object o WHERE o.kind = (SELECT id FROM kind WHERE api_group = '' AND kind = 'Service')
       AND o.namespace = (SELECT id FROM namespace WHERE name = ?) AND o.name = ?`,
  );
  const back = database.prepare<[number, number], { id: number; name: string }>(
    'SELECT o.id, o.name FROM reference r JOIN object o ON o.id = r.source WHERE r.target = ? AND r.relation = ? AND r.flaw = 0',
  );
  const forward = database.prepare<
    [number, number],
    { id: number; name: string; phase: string | null; ready: number | null; presence: number }
  >(
    'SELECT o.id, o.name, o.phase, o.ready, o.presence FROM reference r JOIN object o ON o.id = r.target WHERE r.source = ? AND r.relation = ? AND r.flaw = 0',
  );
  const slices = relation(SLICE_TO_SERVICE);
  const targets = relation(SLICE_TO_POD);
  const node = relation(POD_TO_NODE);
  return (namespace, name) => {
    const from = service.get(namespace, name);
    if (from === undefined) throw new Error(`no Service ${namespace}/${name} in the generated snapshot`);
    let pods = 0;
    let nodes = 0;
    for (const slice of back.all(from.id, slices)) {
      for (const pod of forward.all(slice.id, targets)) {
        pods += 1;
        nodes += forward.all(pod.id, node).length;
      }
    }
    return { pods, nodes };
  };
}

const SLICE_TO_SERVICE = 'endpoint-slice-service';
const SLICE_TO_POD = 'endpoint-slice-target';
const POD_TO_NODE = 'pod-node';
