/** What must not leave the cluster, from the flags. */
import { readFileSync } from 'node:fs';
import type { Stage } from '../../src/records/pipe.ts';
import { createRedactionKey, readRedactionKey } from '../../src/redaction/redaction-key.ts';
import { redactionStage } from '../../src/redaction/redaction-stage.ts';
import { builtInRules } from '../../src/redaction/rules/built-in-rules.ts';
import { readRedactionRules } from '../../src/redaction/rules/read-redaction-rules.ts';
import { UsageError } from '../errors.ts';
import type { Flags } from '../flags.ts';

export interface RedactionSettings {
  /** A new one for each capture: its key is random, and counts are its own. */
  stage(): Stage;
}

/** Throws UsageError for a file that cannot be read or a name that is none; InputError for what is wrong in a file. */
export function readRedaction(flags: Flags): RedactionSettings {
  const rules = [
    ...builtInRules,
    ...flags.values('redact').flatMap((file) => readRedactionRules({ text: read(file, 'redact').toString('utf8'), file })),
  ];
  const keep = flags.values('include-secret-values').map(keptSecret);
  const keyFile = flags.value('redaction-key');
  const key = keyFile === undefined ? undefined : readRedactionKey({ bytes: read(keyFile, 'redaction-key'), file: keyFile });
  return {
    stage: () => redactionStage({ rules, keep, key: key ?? createRedactionKey(), keySource: key === undefined ? 'random' : 'file' }),
  };
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
