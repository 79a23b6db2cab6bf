/** `capture --check`: what the current identity may not read. */

import type { Connection } from '../../src/sources/cluster/connection.ts';
import { ApiServer } from '../../src/sources/cluster/http/api-server.ts';
import { type Access, checkAccess } from '../../src/sources/cluster/permissions/check-access.ts';
import type { Output } from '../output/output.ts';
import { formatTable } from '../output/table.ts';
import { lineText } from '../output/terminal-text.ts';
import { count } from '../output/words.ts';
import type { CaptureSettings } from './settings.ts';
import { whereText } from './where-text.ts';

/** Prints, and tells whether all may be read. */
export async function checkOne(options: {
  readonly connection: Connection;
  readonly name: string;
  readonly settings: CaptureSettings;
  readonly stop: AbortSignal;
  readonly output: Output;
}): Promise<boolean> {
  const { connection, name, settings, stop, output } = options;
  const server = new ApiServer({ ...settings, transport: connection.transport, signal: stop, onLost: () => undefined });
  const accesses = await checkAccess({ ...settings, server, logs: settings.logs.which !== 'none' });
  const denied = deniedRows(accesses);
  if (denied.length === 0) {
    output.print(
      `${lineText(name)}: ${output.style('good', `everything may be read (${count(new Set(accesses.map(({ what }) => what)).size, 'resource')}).`)}\n`,
    );
    return true;
  }
  output.print(`${lineText(name)}: ${output.style('warning', 'this may not be read, and would be missing from a capture:')}\n`);
  output.print(await formatTable({ headers: ['RESOURCE', 'VERB', 'WHERE', 'REASON'], rows: denied }));
  return false;
}

/** One row a resource; the namespaces where it is denied. */
function deniedRows(accesses: readonly Access[]): string[][] {
  const byResource = new Map<string, Access[]>();
  for (const access of accesses) byResource.set(access.what, [...(byResource.get(access.what) ?? []), access]);
  return [...byResource.values()].flatMap((all) => {
    const denied = all.filter(({ allowed }) => !allowed);
    const [first] = denied;
    return first === undefined
      ? []
      : [
          [
            first.what,
            first.verb,
            whereText(
              denied.flatMap(({ namespace }) => namespace ?? []),
              all.length,
            ),
            first.reason,
          ],
        ];
  });
}
