/**
 * What `npm test` does, in order. A new check is a row here.
 * A step runs one program after another and fails where one of them does; `{results}` is the file for vitest's JSON report,
 * `{folder}` one for all else that the step writes.
 */
import { tool } from '../set-up/tool.mjs';

/**
 * @typedef {object} Step
 * @property {string} name as `--only` takes it
 * @property {string} describe
 * @property {readonly (readonly [packageName: string, program: string, ...args: string[]])[]} programs
 * @property {boolean} [onlyByName] not part of a plain `npm test`
 * @property {Readonly<Record<string, string>>} [env]
 * @property {boolean} [tests] runs vitest: its tests are counted, its output shown as it comes
 */

const vitest = /** @type {const} */ (['vitest', 'vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json={results}']);

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'types',
    describe: 'TypeScript, strict, over everything',
    programs: [
      ['typescript', 'tsc', '-p', 'tsconfig.json'],
      ['typescript', 'tsc', '-p', 'tsconfig.scripts.json'],
    ],
  },
  { name: 'lint', describe: 'lint and format', programs: [['@biomejs/biome', 'biome', 'check', '--error-on-warnings', '.']] },
  { name: 'dead-code', describe: 'files, exports and packages that nothing uses', programs: [['knip', 'knip', '--no-progress']] },
  { name: 'imports', describe: 'import direction of the rooms, and cycles', programs: [['', 'scripts/imports/main.mjs']] },
  {
    name: 'tests',
    describe: 'unit and end-to-end tests, with a coverage floor',
    programs: [
      [...vitest, '--coverage', '--coverage.reportsDirectory={folder}/coverage', '--exclude=test/documentation/**'],
      ['', 'scripts/coverage/main.mjs', '{folder}'],
    ],
    env: { COVER_PROCESSES_IN: '{folder}/processes' },
    tests: true,
  },
  { name: 'documentation', describe: 'documentation against code', programs: [[...vitest, 'test/documentation']], tests: true },
  { name: 'end-to-end', describe: 'all of test/', programs: [[...vitest, 'test/']], tests: true, onlyByName: true },
];

/**
 * The command of one of a step's programs.
 * @param {Step} step
 * @param {Step['programs'][number]} program
 * @param {Readonly<Record<string, string>>} places what stands for `{results}` and `{folder}`
 */
export function commandOf({ env = {} }, [packageName, name, ...args], places) {
  /** @param {string} text */
  const fill = (text) => text.replace(/\{(\w+)\}/g, (whole, place) => places[place] ?? whole);
  const filled = args.map(fill);
  const command = packageName === '' ? { command: process.execPath, args: [name, ...filled] } : tool(packageName, name, filled);
  return { ...command, env: Object.fromEntries(Object.entries(env).map(([variable, value]) => [variable, fill(value)])) };
}
