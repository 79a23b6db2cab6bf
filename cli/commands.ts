/** Every command, in the order in which help lists them. A new command is a row here, its table in specs/ and its code in commands/. */
import type { CommandSpec } from './command.ts';
import { captureSpec } from './specs/capture.ts';
import { completionSpec } from './specs/completion.ts';
import { danglingSpec } from './specs/dangling.ts';
import { eventsSpec } from './specs/events.ts';
import { getSpec } from './specs/get.ts';
import { helpSpec } from './specs/help.ts';
import { importSpec } from './specs/import.ts';
import { infoSpec } from './specs/info.ts';
import { logsSpec } from './specs/logs.ts';
import { openSpec } from './specs/open.ts';
import { querySpec } from './specs/query.ts';
import { serveSpec } from './specs/serve.ts';
import { sqlSpec } from './specs/sql.ts';
import { terminatingSpec } from './specs/terminating.ts';
import { treeSpec } from './specs/tree.ts';
import { whySpec } from './specs/why.ts';

export const commands: readonly CommandSpec[] = [
  openSpec,
  captureSpec,
  importSpec,
  serveSpec,
  querySpec,
  sqlSpec,
  infoSpec,
  getSpec,
  logsSpec,
  eventsSpec,
  treeSpec,
  whySpec,
  terminatingSpec,
  danglingSpec,
  completionSpec,
  helpSpec,
];
