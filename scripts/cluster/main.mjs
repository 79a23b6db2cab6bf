/** The subcommands of scripts/cluster.mjs: each loads what it needs when it runs. */

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<void>>>} */
const commands = {
  build: async () => {
    const { buildPrograms } = await import('./build.mjs');
    const folder = await buildPrograms(console.log);
    console.log(`The control plane is built: ${folder}`);
    const { fetchCrds } = await import('./crds/fetch.mjs');
    await fetchCrds(console.log);
  },
  up: async (args) => {
    const { up } = await import('./up.mjs');
    await up(args);
  },
  down: async () => {
    const { down } = await import('./down.mjs');
    const count = await down();
    console.log(count === 0 ? 'No cluster is up.' : `Stopped: ${count}.`);
  },
};

/** @param {readonly string[]} args */
export async function runCluster([name = '', ...args]) {
  const command = commands[name];
  try {
    if (command === undefined)
      throw new Error(`"${name}" is no command. Usage: node scripts/cluster.mjs ${Object.keys(commands).join('|')}`);
    await command(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
