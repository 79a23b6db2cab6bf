/** A snapshot file keeps the relation rules of its import: they cannot be changed afterwards. */
import { basename } from 'node:path';
import type { RelationRule } from '../../src/relations/rule.ts';
import type { SnapshotInfo } from '../../src/store/reader.ts';
import { CommandError } from '../errors.ts';
import { count } from '../output/words.ts';

/** Throws CommandError where rules are asked for, and the file was imported under others. Without --rules it is taken as it is. */
export function checkStoredRules(options: {
  readonly path: string;
  readonly info: SnapshotInfo;
  readonly wanted: readonly RelationRule[];
}): void {
  const { path, info, wanted } = options;
  if (wanted.length === 0 || haveSameRules(info.userRules, wanted)) return;
  const had = info.userRules.length === 0 ? 'without rules of yours' : `under ${count(info.userRules.length, 'other rule')}`;
  throw new CommandError(
    `${basename(path)} was imported ${had}, and keeps what it was imported under. Give --rules with the capture itself, or leave it out.`,
  );
}

export function haveSameRules(one: readonly RelationRule[], other: readonly RelationRule[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
