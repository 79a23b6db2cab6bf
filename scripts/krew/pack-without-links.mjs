/** A .tar.gz of a folder as krew takes it: plain files and folders. Source: krew, internal/download/downloader.go, extractTARGZ. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../set-up/run.mjs';

/**
 * Hard links become files of their own, for tar writes the second one as a link. Throws where there is a symbolic link.
 * @param {object} options
 * @param {string} options.folder
 * @param {string} options.file to write
 */
export async function packWithoutLinks({ folder, file }) {
  const link = readdirSync(folder, { recursive: true, withFileTypes: true }).find((entry) => entry.isSymbolicLink());
  if (link !== undefined) throw new Error(`${join(link.parentPath, link.name)} is a symbolic link, which krew refuses: leave it out.`);
  const copy = mkdtempSync(join(tmpdir(), 'snapgraph-krew-'));
  try {
    cpSync(folder, copy, { recursive: true });
    const { code, output } = await run({ command: 'tar', args: ['-czf', file, '-C', copy, '.'], output: 'keep' });
    if (code !== 0) throw new Error(`tar could not write ${file} (exit code ${code}):\n${output.trim()}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
