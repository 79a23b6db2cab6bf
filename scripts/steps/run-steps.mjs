/** Runs the steps of `npm test`, all of them even where one fails, and ends in one plain summary. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compile } from '../set-up/compile.mjs';
import { cache } from '../set-up/folders.mjs';
import { run } from '../set-up/run.mjs';
import { say, setUpOrExit } from '../set-up/set-up.mjs';
import { commandOf, steps } from './steps.mjs';
import { countsOf, summaryOf } from './summary.mjs';

const usage = `Usage: npm test [-- --only STEP[,STEP…]]\nSteps:\n${steps.map(({ name, describe }) => `  ${name.padEnd(14)} ${describe}`).join('\n')}`;

/** @param {readonly string[]} args */
export async function runSteps(args) {
  const chosen = chooseSteps(args);
  if (chosen === null || !(await setUpOrExit({ compiled: false }))) return;
  const folder = `${cache}/test-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const results = [await timed('compile', compileStep)];
  for (const step of chosen) {
    say(`\n── ${step.name}: ${step.describe}`);
    results.push(await timed(step.name, () => runStep(step, folder)));
  }
  const { lines, ok } = summaryOf(results);
  if (!ok) process.exitCode = 1;
  say(`\n── Summary\n${lines.join('\n')}`);
}

/** @param {readonly string[]} args @returns {readonly import('./steps.mjs').Step[] | null} null: said what is wrong, or what may be given */
function chooseSteps(args) {
  try {
    const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
    if (!values.help)
      return values.only === undefined ? steps.filter(({ onlyByName }) => !onlyByName) : values.only.split(',').map(stepNamed);
    say(usage);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exitCode = 2;
  }
  return null;
}

/** @param {string} name */
function stepNamed(name) {
  const step = steps.find((candidate) => candidate.name === name);
  if (step === undefined) throw new Error(`There is no step "${name}".`);
  return step;
}

/** @returns {Promise<{ ok: boolean, tests: null }>} */
async function compileStep() {
  try {
    await compile({ say, bundled: true });
    return { ok: true, tests: null };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { ok: false, tests: null };
  }
}

/** @param {import('./steps.mjs').Step} step @param {string} folder for what the step writes */
async function runStep(step, folder) {
  const results = `${folder}/${step.name}.json`;
  let ok = true;
  for (const program of step.programs) {
    const { code, output } = await run({ ...commandOf(step, program, { results, folder }), output: step.tests ? 'show' : 'keep' });
    if (code !== 0) say(output.trim());
    ok &&= code === 0;
  }
  return { ok, tests: step.tests ? countsOf(textOf(results)) : null };
}

/** @param {string} file */
function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * @param {string} name
 * @param {() => Promise<Omit<import('./summary.mjs').StepResult, 'name' | 'seconds'>>} work
 * @returns {Promise<import('./summary.mjs').StepResult>}
 */
async function timed(name, work) {
  const start = performance.now();
  const outcome = await work();
  return { name, ...outcome, seconds: (performance.now() - start) / 1000 };
}
