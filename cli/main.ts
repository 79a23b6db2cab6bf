#!/usr/bin/env node
/** The program's entry: nothing heavy is loaded here, for every call pays for it. */
import { basename } from 'node:path';
import { runProgram } from './run-program.ts';

const invokedAs = basename(process.argv[1] ?? '');

/** A reader that has enough (`| head`) is no error: end quietly. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runProgram({
  program: invokedAs.startsWith('kubectl-snapgraph') ? 'kubectl snapgraph' : 'snapgraph',
  words: process.argv.slice(2),
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
});
