/** Credential plugins, as small programs. */
import { existsSync, readFileSync } from 'node:fs';
import type { Connection, ConnectOptions } from '../connect.ts';
import { connected } from './ask.ts';
import { type Folder, temporaryFolder } from './folder.ts';
import { oneContext } from './kubeconfig-file.ts';

export const V1 = 'client.authentication.k8s.io/v1';

/** Appends a line to the file "runs" for each run; `{n}` in its answer is the number of the run. */
export function answering(status: object, apiVersion: string = V1): string {
  return `
    const { appendFileSync, readFileSync } = require('node:fs');
    const runs = __dirname + '/runs';
    appendFileSync(runs, process.env.KUBERNETES_EXEC_INFO + '\\n');
    const count = readFileSync(runs, 'utf8').trim().split('\\n').length;
    const answer = ${JSON.stringify(JSON.stringify({ kind: 'ExecCredential', apiVersion, status }))};
    console.log(answer.replaceAll('{n}', count));`;
}

export function runsIn(folder: Folder): { readonly spec: Record<string, unknown>; readonly apiVersion: string }[] {
  const file = `${folder.path}/runs`;
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
}

interface PluginOptions {
  readonly folder?: Folder;
  readonly source?: string;
  readonly port?: number;
  readonly exec?: object;
  readonly cluster?: object;
  readonly options?: Partial<ConnectOptions>;
}

/** As a user whose plugin is this program. */
export async function withPlugin({
  folder = temporaryFolder(),
  source,
  port = 1,
  exec,
  cluster,
  options,
}: PluginOptions): Promise<Connection> {
  if (source !== undefined) folder.program('bin/plugin', source.replaceAll('__dirname', JSON.stringify(folder.path)));
  const user = { exec: { apiVersion: V1, command: 'bin/plugin', interactiveMode: 'IfAvailable', ...exec } };
  const content = oneContext({ server: `https://127.0.0.1:${port}/prefix`, user, ...(cluster === undefined ? {} : { cluster }) });
  return await connected({ kubeconfig: folder.write('config', content), ...options });
}
