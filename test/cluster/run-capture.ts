/** `snapgraph capture` as a process, of a real cluster. */
import { execa } from 'execa';
import { CLI } from '../support/run-cli.ts';

export interface CaptureRun {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Never rejects. Without --progress nothing is on standard error of a quick one. */
export async function runCapture(options: {
  readonly args: readonly string[];
  readonly kubeconfig: string;
  readonly folder: string;
}): Promise<CaptureRun> {
  const { args, kubeconfig, folder } = options;
  const env = { HOME: folder, KUBECONFIG: kubeconfig, KUBECONTEXT: '', NO_COLOR: '1', SNAPGRAPH_SOURCE: '' };
  const { exitCode, stdout, stderr } = await execa(process.execPath, [CLI, 'capture', '--progress', 'none', ...args], {
    cwd: folder,
    env,
    reject: false,
    timeout: 120_000,
  });
  return { code: exitCode, stdout, stderr };
}
