/** What must not leave the cluster, from the flags. */
import { readFileSync } from 'node:fs';
import type { Stage } from '../../src/records/pipe.ts';
import { createRedactionKey, readRedactionKey } from '../../src/redaction/redaction-key.ts';
import { type RedactionSource, redactionOptions } from '../../src/redaction/redaction-source.ts';
import { threadedRedaction } from '../../src/redaction/thread/threaded-redaction.ts';
import { UsageError } from '../errors.ts';
import type { Flags } from '../flags.ts';

export interface RedactionSettings {
  /** A new one for each capture: its key is random, and counts are its own. */
  stage(): Stage;
}

/** Throws UsageError for a file that cannot be read or a name that is none; InputError for what is wrong in a file. */
export function readRedaction(flags: Flags): RedactionSettings {
  const files = flags.values('redact').map((file) => ({ file, text: read(file, 'redact').toString('utf8') }));
  const keep = flags.values('include-secret-values').map(keptSecret);
  const keyFile = flags.value('redaction-key');
  const own = keyFile === undefined ? undefined : readRedactionKey({ bytes: read(keyFile, 'redaction-key'), file: keyFile });
  const source = (): RedactionSource => ({
    files,
    keep,
    key: own ?? createRedactionKey(),
    keySource: own === undefined ? 'random' : 'file',
  });
  // What is wrong in a file is told before anything is captured.
  redactionOptions(source());
  return { stage: () => threadedRedaction(source()) };
}

function read(file: string, flag: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`--${flag} ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function keptSecret(text: string): { readonly namespace: string; readonly name: string } {
  const [namespace = '', name = '', ...more] = text.split('/');
  if (namespace === '' || name === '' || more.length > 0)
    throw new UsageError(`--include-secret-values is "${text}", but must be NAMESPACE/NAME.`);
  return { namespace, name };
}
