/** The plain ways of doing the same with tools that are everywhere: jq over the JSON, the sqlite3 shell over the rows, our import on one thread. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generatedBundle } from '../data/write.ts';
import { type ProcessRun, runCommand, runNode } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';
import { generatedSnapshot } from './snapshot.ts';

/** The Pods of one Node. */
const NODE = 'worker-0000';
const JQ = `tar -xzOf "$ARCHIVE" --wildcards '*/v1/pods/*' | jq -r 'select(.spec.nodeName == "${NODE}") | .metadata.name'`;
const SQL = `SELECT p.name FROM object n JOIN reference r ON r.target = n.id JOIN object p ON p.id = r.source
  WHERE n.kind = (SELECT id FROM kind WHERE api_group = '' AND kind = 'Node') AND n.name = '${NODE}' AND r.flaw = 0
    AND r.relation = (SELECT id FROM relation WHERE name = 'pod-node')`;
const QUERY = `{ node(name: "${NODE}") { pods { items { name } } } }`;

export async function plainWayRows(context: BenchContext): Promise<readonly Row[]> {
  const { objects, folder, cli } = context;
  const archive = await generatedBundle({ objects, folder });
  return [await importRow({ archive, folder, cli }), ...(await questionRows(context, archive))];
}

async function importRow(options: { readonly archive: string; readonly folder: string; readonly cli: string }): Promise<Row> {
  const { archive, folder, cli } = options;
  const place = mkdtempSync(join(folder, 'import-'));
  try {
    const plain = await runNode(join(import.meta.dirname, '../peers/one-thread-import.js'), [archive, place]);
    const env = { SNAPGRAPH_CACHE: join(place, 'cache') };
    const ours = await runNode(cli, ['import', archive, '--store', join(place, 'store'), '--quiet'], { env });
    return row({
      what: 'import / on one thread',
      ours: ours.ms,
      against: plain.ms,
      unit: 'ms',
      note: `memory ${ours.peakMiB} / ${plain.peakMiB} MiB`,
    });
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** One question as whole processes, over what was imported before. */
async function questionRows(context: BenchContext, archive: string): Promise<readonly Row[]> {
  const snapshot = await generatedSnapshot(context, context.objects);
  const ours = await runNode(context.cli, ['query', snapshot, QUERY], { env: { SNAPGRAPH_CACHE: join(context.folder, 'cache') } });
  const against = async (tool: string, run: () => Promise<ProcessRun>): Promise<Row[]> =>
    isThere(tool) ? [row({ what: `the pods of a Node / ${tool}`, ours: ours.ms, against: (await run()).ms, unit: 'ms' })] : [];
  return [
    ...(await against('jq', () => runCommand('sh', ['-c', JQ], { ARCHIVE: archive }))),
    ...(await against('sqlite3', () => runCommand('sqlite3', ['-readonly', snapshot, SQL]))),
  ];
}

function isThere(tool: string): boolean {
  return spawnSync(tool, ['--version']).status === 0;
}
