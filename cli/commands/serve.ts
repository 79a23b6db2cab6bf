import type { Invocation } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { defaultSnapshot } from '../sources/choose-snapshot.ts';
import { openAllSources } from '../sources/open-all.ts';
import { refuseLive } from '../sources/refuse-live.ts';
import { runServer } from '../sources/run-server.ts';
import { serverOptions } from '../sources/server-options.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, environment, output } = invocation;
  const settings = serverOptions({ flags, environment });
  refuseLive(invocation);
  const readers = await openAllSources(invocation);
  try {
    await runServer({
      settings: { ...settings, readers, ...defaultSnapshot({ readers, wanted: flags.value('snapshot'), output }) },
      output,
      announce: (server) => output.print(`${server.url}\n`),
    });
    return ExitCode.done;
  } finally {
    for (const reader of readers) reader.close();
  }
}
