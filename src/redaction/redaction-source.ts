/** Redaction as plain values: what the user said, before it is made into rules. It can be sent to another thread. */
import type { KeptSecret } from './counts.ts';
import type { RedactionOptions } from './redaction-options.ts';
import { builtInRules } from './rules/built-in-rules.ts';
import { readRedactionRules } from './rules/read-redaction-rules.ts';

export interface RedactionSource {
  /** Files of rules of the user's own. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
  readonly keep: readonly KeptSecret[];
  readonly key: Uint8Array;
  readonly keySource: 'random' | 'file';
}

/** Throws InputError for what is wrong in a file. */
export function redactionOptions({ files, keep, key, keySource }: RedactionSource): RedactionOptions {
  const rules = [...builtInRules];
  for (const { file, text } of files) rules.push(...readRedactionRules({ file, text, before: rules }));
  return { rules, keep, key, keySource };
}
