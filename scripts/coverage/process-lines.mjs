/** Which lines of the sources ran in processes of the compiled program that the tests started: V8's own records, by way of the source maps. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mergeScriptCovs } from '@bcoe/v8-coverage';
import convert from 'ast-v8-to-istanbul';
import { parseSync } from 'oxc-parser';
import { linesOf, union } from './lines.mjs';

/** @typedef {import('node:inspector').Profiler.ScriptCoverage} ScriptCoverage */

/**
 * @param {string} folder NODE_V8_COVERAGE of those processes
 * @param {string} compiled the folder of the compiled program
 * @returns {Promise<Map<string, import('./lines.mjs').Lines>>} by the source's path
 */
export async function processLines(folder, compiled) {
  /** @type {Map<string, import('./lines.mjs').Lines>} */
  const lines = new Map();
  for (const [file, records] of recordsByFile(folder, compiled)) {
    const coverage = mergeScriptCovs(records);
    if (coverage === undefined) continue;
    for (const [source, record] of Object.entries(await remapped(file, coverage))) {
      // A source may run from several files: bundled, and by itself.
      const found = linesOf(record);
      lines.set(source, union(found, lines.get(source) ?? new Map()));
    }
  }
  return lines;
}

/** @param {string} file @param {ScriptCoverage} coverage */
function remapped(file, coverage) {
  const code = readFileSync(file, 'utf8');
  const sourceMap = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  return convert({ code, sourceMap, coverage, ast: parseSync(file, code).program });
}

/** @param {string} folder @param {string} compiled @returns {Map<string, ScriptCoverage[]>} */
function recordsByFile(folder, compiled) {
  /** @type {Map<string, ScriptCoverage[]>} */
  const byFile = new Map();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    for (const record of readRecords(`${folder}/${name}`)) {
      if (!record.url.startsWith('file:')) continue;
      const file = fileURLToPath(record.url);
      if (file.startsWith(`${compiled}/`) && existsSync(`${file}.map`)) byFile.set(file, [...(byFile.get(file) ?? []), record]);
    }
  }
  return byFile;
}

/** A process that was killed while it wrote leaves a cut file. @param {string} file @returns {ScriptCoverage[]} */
function readRecords(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).result;
  } catch {
    return [];
  }
}
