/** npm, run on this very Node, with its noise in a log. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { cache, root } from './folders.mjs';
import { nativeEnvironment } from './native-headers.mjs';
import { lastLines, run } from './run.mjs';

/**
 * @param {object} options
 * @param {readonly string[]} options.args
 * @param {string} [options.cwd]
 * @param {(pid: number) => void} [options.onStart]
 * @param {Readonly<Record<string, string | undefined>>} [options.env]
 */
export async function runNpm({ args, cwd = root, onStart, env = {} }) {
  const log = `${cache}/logs/npm-${args[0]}-${process.pid}.log`;
  const cli = npmCli();
  const { code, output } = await run({
    command: cli === null ? 'npm' : process.execPath,
    args: [...(cli === null ? [] : [cli]), ...args],
    cwd,
    env: { ...nativeEnvironment(), npm_config_update_notifier: 'false', npm_config_fund: 'false', npm_config_audit: 'false', ...env },
    output: { file: log },
    ...(onStart === undefined ? {} : { onStart }),
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed (exit code ${code}). The end of ${log}:\n${output}${lastLines(log)}`);
}

/** The npm that started us, else the one that came with this Node; null: the one on the path. */
function npmCli() {
  const beside = `${dirname(dirname(realpathSync(process.execPath)))}/lib/node_modules/npm/bin/npm-cli.js`;
  const candidates = [process.env['npm_execpath'] ?? '', beside];
  return candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path)) ?? null;
}
