/** The subcommands of scripts/krew.mjs. What is asked for goes to standard output, all else to standard error. */
import { parseArgs } from 'node:util';

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<string>>>} */
const commands = {
  archive: async (args) => {
    const { makeArchive } = await import('./archive.mjs');
    const { values } = parseArgs({ args: [...args], options: { output: { type: 'string', short: 'o', default: '.' } } });
    return await makeArchive({ folder: values.output, say: console.error });
  },
  manifest: async (args) => {
    const { manifest } = await import('./manifest.mjs');
    const { values } = parseArgs({
      args: [...args],
      options: {
        version: { type: 'string', default: '' },
        node: { type: 'string', default: '' },
        uri: { type: 'string', multiple: true, default: [] },
        sha256: { type: 'string', multiple: true, default: [] },
      },
    });
    return manifest(values);
  },
};

/** @param {readonly string[]} args */
export async function runKrew([name = '', ...args]) {
  const command = commands[name];
  try {
    if (command === undefined) throw new Error(`"${name}" is no command. Usage: node scripts/krew.mjs ${Object.keys(commands).join('|')}`);
    process.stdout.write(await command(args));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
