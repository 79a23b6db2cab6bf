/** Credentials of a plugin: run when they are needed, kept until they expire, at most one run at a time. */
import { ClusterAccessError } from '../access-error.ts';
import type { CredentialSource, Credentials } from '../credentials.ts';
import type { Cluster, ExecConfig } from '../kubeconfig.ts';
import { SharedRun } from '../shared-run.ts';
import type { Named } from '../target.ts';
import { type ExecAnswer, readExecAnswer } from './exec-answer.ts';
import { execInfo } from './exec-info.ts';
import { type PluginResult, runPlugin } from './run-plugin.ts';

export interface ExecSourceOptions {
  readonly exec: ExecConfig;
  readonly cluster: Named<Cluster>;
  /** The user that has it, as messages call it. */
  readonly called: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** There is a person at a terminal whom the plugin may ask. */
  readonly interactive: boolean;
  /** Milliseconds for one run. */
  readonly timeout: number;
  readonly onMessage: (text: string) => void;
}

export function execSource(options: ExecSourceOptions): CredentialSource {
  const runs = new SharedRun((signal) => askPlugin(options, signal));
  let held: ExecAnswer | null = null;
  return {
    async current(signal): Promise<Credentials> {
      if (held !== null && (held.expires ?? Number.POSITIVE_INFINITY) > Date.now()) return held.credentials;
      held = await runs.join(signal);
      return held.credentials;
    },
    refused(credentials): void {
      if (held?.credentials === credentials) held = null;
    },
  };
}

async function askPlugin(options: ExecSourceOptions, signal: AbortSignal): Promise<ExecAnswer> {
  const { exec, cluster, called, environment, timeout, onMessage } = options;
  const interactive = mayAsk(options);
  const result = await runPlugin({
    command: exec.command,
    args: exec.args,
    environment: {
      ...environment,
      ...Object.fromEntries(exec.env.map(({ name, value }) => [name, value])),
      KUBERNETES_EXEC_INFO: execInfo({ exec, cluster, interactive }),
    },
    interactive,
    timeout,
    signal,
    onMessage,
  });
  if (result.failure !== null) throw failed({ exec, called, result });
  try {
    return readExecAnswer({ text: result.output, apiVersion: exec.apiVersion });
  } catch (error) {
    throw failed({ exec, called, result: { ...result, failure: (error as Error).message }, cause: error });
  }
}

function mayAsk({ exec, called, interactive }: ExecSourceOptions): boolean {
  if (exec.interactiveMode === 'Always' && !interactive) {
    throw new ClusterAccessError(
      'CREDENTIALS',
      `The plugin "${exec.command}" of ${called} must ask someone at a terminal (interactiveMode: Always), and there is none: ` +
        'run this in a terminal, or use a user whose plugin needs no one.',
    );
  }
  return interactive && exec.interactiveMode !== 'Never';
}

function failed(options: {
  readonly exec: ExecConfig;
  readonly called: string;
  readonly result: PluginResult;
  readonly cause?: unknown;
}): ClusterAccessError {
  const { exec, called, result, cause } = options;
  const what = result.missing ? missing(exec) : `${result.failure}`;
  const said = result.messages === '' ? '' : ` It said: ${result.messages}`;
  return new ClusterAccessError('CREDENTIALS', `The plugin "${exec.command}" of ${called} ${what}.${said}`, { cause });
}

function missing({ command, installHint }: ExecConfig): string {
  const where = /[\\/]/.test(command) ? 'does not exist' : 'is not on the PATH';
  return `${where}: install it${installHint === undefined ? '' : `. ${installHint.trim().replace(/\.$/, '')}`}`;
}
