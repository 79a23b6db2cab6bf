import type { RelationRule } from '../rule.ts';

/** The same rule for each of several paths. */
export function atPaths(paths: readonly string[], rule: Omit<RelationRule, 'path'>): readonly RelationRule[] {
  return paths.map((path) => ({ ...rule, path }));
}
