/** The benchmark measures compiled code, as people run it. */
import { cache } from '../set-up/folders.mjs';
import { run } from '../set-up/run.mjs';
import { say, setUpOrExit } from '../set-up/set-up.mjs';
import { tool } from '../set-up/tool.mjs';

/** @param {readonly string[]} args */
export async function runBench(args) {
  if (!(await setUpOrExit())) return;
  const compiled = await run({ ...tool('typescript', 'tsc', ['-p', 'tsconfig.bench.json']), output: 'keep' });
  if (compiled.code !== 0) {
    say(compiled.output);
    process.exitCode = 1;
    return;
  }
  const { code } = await run({ command: process.execPath, args: [`${cache}/bench-build/bench/run.js`, ...args], output: 'show' });
  process.exitCode = code;
}
