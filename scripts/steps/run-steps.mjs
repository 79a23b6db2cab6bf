/** Runs the steps of `npm test`, all of them even where one fails, and ends in one plain summary. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compile } from '../set-up/compile.mjs';
import { cache } from '../set-up/folders.mjs';
import { run } from '../set-up/run.mjs';
import { say, setUpOrExit } from '../set-up/set-up.mjs';
import { commandOf, steps } from './steps.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, describe: string, ok: boolean, seconds: number, tests: Counts | null }} StepResult */

const usage = `Usage: npm test [-- --only STEP[,STEP…]]\nSteps:\n${steps.map(({ name, describe }) => `  ${name.padEnd(14)} ${describe}`).join('\n')}`;

/** @param {readonly string[]} args */
export async function runSteps(args) {
  const chosen = chooseSteps(args);
  if (chosen === null || !(await setUpOrExit({ compiled: false }))) return;
  const folder = `${cache}/test-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const results = [await timed({ name: 'compile', describe: 'TypeScript to JavaScript' }, compileStep)];
  for (const step of chosen) {
    say(`\n── ${step.name}: ${step.describe}`);
    results.push(await timed(step, () => runStep(step, folder)));
  }
  summarise(results);
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
    await compile(say);
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
    const { code, output } = await run({ ...commandOf(program, { results, folder }), output: step.tests ? 'show' : 'keep' });
    if (code !== 0) say(output.trim());
    ok &&= code === 0;
  }
  return { ok, tests: step.tests ? readCounts(results) : null };
}

/** @param {string} file vitest's report; absent where vitest itself broke, which its exit code says @returns {Counts} */
function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/**
 * @param {{ name: string, describe: string }} step
 * @param {() => Promise<{ ok: boolean, tests: Counts | null }>} work
 * @returns {Promise<StepResult>}
 */
async function timed({ name, describe }, work) {
  const start = performance.now();
  const outcome = await work();
  return { name, describe, ...outcome, seconds: (performance.now() - start) / 1000 };
}

/** The last line counts the tests and the steps, and is plain, for programs. @param {readonly StepResult[]} results */
function summarise(results) {
  say('\n── Summary');
  for (const { name, ok, seconds, tests } of results) {
    const counts = tests === null ? '' : ` (${phrase(tests)})`;
    say(`${name.padEnd(14)} ${ok ? 'ok' : 'failed'}, ${seconds.toFixed(1)} s${counts}`);
  }
  const steps = results.map(({ ok }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }));
  const total = [...steps, ...results.flatMap(({ tests }) => tests ?? [])].reduce(add);
  if (total.failed > 0) process.exitCode = 1;
  say(phrase(total));
}

/** @param {Counts} a @param {Counts} b */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** @param {Counts} counts */
function phrase({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
