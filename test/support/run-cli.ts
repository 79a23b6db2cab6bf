/** The compiled command line as a process, in a home folder of its own. */
import { join } from 'node:path';
import { execa } from 'execa';

export const PROJECT: string = join(import.meta.dirname, '../..');
export const CLI: string = join(PROJECT, 'dist/cli/main.js');

export interface CliRun {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Never rejects: how it ended is the answer. Times out after a minute. */
export async function runCli(options: { args: readonly string[]; home: string; input?: Uint8Array; timeout?: number }): Promise<CliRun> {
  const { args, home, input = new Uint8Array(), timeout = 60_000 } = options;
  const { exitCode, stdout, stderr } = await execa(process.execPath, [CLI, ...args], {
    cwd: home,
    env: { HOME: home, XDG_CACHE_HOME: join(home, '.cache'), SNAPGRAPH_CACHE: '', SNAPGRAPH_SOURCE: '', NO_COLOR: '1' },
    input,
    reject: false,
    timeout,
  });
  return { code: exitCode, stdout, stderr };
}
