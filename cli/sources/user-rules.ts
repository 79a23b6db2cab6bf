/** The relation rules of the user's own: what --rules names. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { RelationRule } from '../../src/relations/rule.ts';
import { CommandError, UsageError } from '../errors.ts';

const LONGEST_FILE = 2 ** 20;

/**
 * Of all files together. Without files nothing of what reads them is loaded.
 * Throws UsageError for a file that cannot be read; InputError, with file and line, for what is wrong in one.
 */
export async function readUserRules(files: readonly string[]): Promise<readonly RelationRule[]> {
  if (files.length === 0) return [];
  const [{ readRelationRules }, { createTakenFields }] = await Promise.all([
    import('../../src/relations/user-rules/read-relation-rules.ts'),
    import('../../src/api/schema/taken-fields.ts'),
  ]);
  const taken = createTakenFields();
  const rules: RelationRule[] = [];
  for (const file of files)
    rules.push(...readRelationRules({ text: readText(file), file, before: rules, clashOf: (rule) => taken.add(rule) }));
  return rules;
}

/** No more is read than a file of rules can hold, whatever the file is. */
function readText(file: string): string {
  const bytes = Buffer.allocUnsafe(LONGEST_FILE + 1);
  const length = read(file, bytes);
  if (length > LONGEST_FILE)
    throw new CommandError(
      `${file}: it is larger than ${LONGEST_FILE.toLocaleString('en')} bytes, and no file of rules is. Is it another file?`,
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length));
  } catch {
    throw new CommandError(`${file}: it is no text in UTF-8. Is it another file?`);
  }
}

function read(file: string, bytes: Buffer): number {
  try {
    const descriptor = openSync(file, 'r');
    try {
      let length = 0;
      while (length < bytes.length) {
        const count = readSync(descriptor, bytes, length, bytes.length - length, null);
        if (count === 0) break;
        length += count;
      }
      return length;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new UsageError(`--rules ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
