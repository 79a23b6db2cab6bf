#!/usr/bin/env node
/**
 * `kubectl_complete-snapgraph`: kubectl runs it with the words behind `kubectl snapgraph`, the one under the cursor last, and offers what it prints.
 * Source: kubectl, pkg/cmd/plugin/plugin_completion.go. Nothing heavy is loaded: somebody waits with a finger on the Tab key.
 */
import { existsSync } from 'node:fs';
import { commands } from './commands.ts';
import { cobraText } from './completion/cobra.ts';
import { contextNames } from './completion/context-names.ts';
import { offerFor } from './completion/offer.ts';

const offer = await offerFor({
  words: process.argv.slice(2),
  commands,
  hasPreset: Boolean(process.env['SNAPGRAPH_SOURCE']),
  isThere: existsSync,
  contexts: (kubeconfig) => contextNames({ kubeconfig, environment: process.env }),
});
process.stdout.write(cobraText(offer));
