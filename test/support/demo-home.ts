/** A home folder that holds the demo bundles, for the tests that run the command line in it. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CliRun, PROJECT, runCli } from './run-cli.ts';

export interface DemoHome {
  readonly folder: string;
  run(...args: readonly string[]): Promise<CliRun>;
  /** With something on standard input. */
  runWith(input: string | Uint8Array, ...args: readonly string[]): Promise<CliRun>;
  remove(): void;
}

const bundles = ['demo.tar.gz', 'demo-partial.tar.gz', 'demo-later.tar.gz', 'demo-broken-off.tar.gz'];

export function makeDemoHome(): DemoHome {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-cli-'));
  for (const bundle of bundles) copyFileSync(join(PROJECT, 'fixtures', bundle), join(folder, bundle));
  return {
    folder,
    run: (...args) => runCli({ args, home: folder }),
    runWith: (input, ...args) => runCli({ args, home: folder, input: Buffer.from(input) }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
