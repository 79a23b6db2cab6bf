/** The archive for the platform that this runs on: the packed package with all that it needs, for the Node that this runs on. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { goPlatform } from '../cluster/binaries.mjs';
import { root } from '../set-up/folders.mjs';
import { runNpm } from '../set-up/npm.mjs';
import { run } from '../set-up/run.mjs';
import { packWithoutLinks } from './pack-without-links.mjs';

/**
 * Its path, and the words for `manifest`.
 * @param {object} options
 * @param {string} options.folder where to write it
 * @param {(line: string) => void} options.say
 */
export async function makeArchive({ folder, say }) {
  const { name, version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  const { os, arch } = goPlatform();
  const [node = ''] = process.versions.node.split('.');
  const file = join(resolve(folder), `${name}-v${version}-${os}-${arch}-node${node}.tar.gz`);
  const draft = mkdtempSync(join(tmpdir(), 'snapgraph-krew-'));
  try {
    const content = join(draft, 'content');
    for (const made of [content, resolve(folder)]) mkdirSync(made, { recursive: true });
    say('Packing …');
    await runNpm({ args: ['pack', '--pack-destination', draft] });
    await unpack(join(draft, `${name}-${version}.tgz`), content);
    copyFileSync(`${root}/package-lock.json`, join(content, 'package-lock.json'));
    say(`Installing what it needs, for Node ${node} …`);
    await runNpm({ args: ['ci', '--omit=dev', '--no-bin-links'], cwd: content });
    await packWithoutLinks({ folder: content, file });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  return `${file}\n--node ${node} --sha256 ${os}/${arch}=${sha256}\n`;
}

/** Without the folder that npm puts everything under. @param {string} file @param {string} folder */
async function unpack(file, folder) {
  const { code, output } = await run({ command: 'tar', args: ['-xzf', file, '-C', folder, '--strip-components=1'], output: 'keep' });
  if (code !== 0) throw new Error(`tar could not read ${file} (exit code ${code}):\n${output.trim()}`);
}
