/** Start-up: `--help` against a bare node, and a query on an imported store against it. Medians of runs in turn. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { QUESTION } from '../data/cluster.ts';
import { median } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';
import { generatedSnapshot } from './snapshot.ts';

const RUNS = 15;

export async function startUpRows(context: BenchContext): Promise<readonly Row[]> {
  const snapshot = await generatedSnapshot(context, Math.min(context.objects, 20_000));
  const query = `{ service(namespace: "${QUESTION.namespace}", name: "${QUESTION.service}") { name pods { items { name } } } }`;
  const env = { ...process.env, SNAPGRAPH_CACHE: join(context.folder, 'cache') };
  const commands = { bare: ['-e', '0'], help: [context.cli, '--help'], query: [context.cli, 'query', snapshot, query] };
  const times = { bare: [] as number[], help: [] as number[], query: [] as number[] };
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [name, args] of Object.entries(commands) as [keyof typeof commands, string[]][]) {
      const started = performance.now();
      execFileSync(process.execPath, args, { env, stdio: 'ignore' });
      if (run > 0) times[name].push(performance.now() - started);
    }
  }
  const bare = median(times.bare);
  return [
    row({ what: 'snapgraph --help', ours: median(times.help), against: bare, unit: 'ms', hold: 1.5, note: 'against node -e 0' }),
    row({
      what: 'snapgraph query on an imported store',
      ours: median(times.query),
      against: bare,
      unit: 'ms',
      hold: 4,
      note: 'against node -e 0',
    }),
  ];
}
