import type { RunningServer } from '../../src/server/serve.ts';
import type { Reader } from '../../src/store/reader.ts';
import type { Invocation } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { printSummary } from '../info/print-summary.ts';
import { summarise } from '../info/snapshot-summary.ts';
import { defaultSnapshot } from '../sources/choose-snapshot.ts';
import { openAllSources } from '../sources/open-all.ts';
import { refuseLive } from '../sources/refuse-live.ts';
import { runServer, snapshotUrls } from '../sources/run-server.ts';
import { serverOptions } from '../sources/server-options.ts';

/** Where the default port is taken, the next of so many are tried. */
const portsTried = 20;
/** `info` lists all. */
const mostKinds = 8;

export async function run(invocation: Invocation): Promise<number> {
  const { flags, environment, output } = invocation;
  const settings = serverOptions({ flags, environment });
  refuseLive(invocation);
  const readers = await openAllSources(invocation);
  try {
    for (const reader of readers) {
      await printSummary({ summary: await summarise(reader), output, mostKinds });
      if (flags.on('tour')) await printTour(invocation, reader);
      output.print('\n');
    }
    const portAttempts = flags.value('port') === undefined ? portsTried : 1;
    await runServer({
      settings: { ...settings, portAttempts, readers, ...defaultSnapshot({ readers, wanted: flags.value('snapshot'), output }) },
      output,
      announce: (server) => announce({ invocation, server, readers }),
    });
    return ExitCode.done;
  } finally {
    for (const reader of readers) reader.close();
  }
}

async function printTour(invocation: Invocation, reader: Reader): Promise<void> {
  const { tour } = await import('../tour/tour.ts');
  invocation.output.print(`\n${await tour({ reader, output: invocation.output })}`);
}

function announce(options: { readonly invocation: Invocation; readonly server: RunningServer; readonly readers: readonly Reader[] }): void {
  const { invocation, server, readers } = options;
  const { output } = invocation;
  output.print(`Playground: ${output.style('heading', `${server.url}/graphql`)}\n`);
  if (readers.length > 1) {
    const urls = snapshotUrls({ server, ids: readers.map(({ info }) => info.id) });
    for (const [index, url] of urls.entries()) output.print(`  ${readers[index]?.info.name}: ${url}\n`);
  }
  output.note('Ctrl-C stops it.');
}
