/** What `npm start` does once everything is set up: hands over to `snapgraph open`. */
import { root } from './set-up/folders.mjs';
import { run } from './set-up/run.mjs';
import { say, setUpOrExit } from './set-up/set-up.mjs';

const demo = 'fixtures/demo.tar.gz';

/** @param {readonly string[]} args sources of your own; flags alone go with the demo */
export async function firstRun(args) {
  if (!(await setUpOrExit())) return;
  const named = args[0] === '-' || args[0]?.startsWith('-') === false;
  const command = ['open', ...(named ? [] : [demo, '--tour']), ...args];
  say(`snapgraph ${command.join(' ')}\n`);
  const { code } = await run({
    command: process.execPath,
    args: [`${root}/dist/cli/main.js`, ...command],
    output: 'show',
    interactive: true,
  });
  process.exitCode = code;
}
