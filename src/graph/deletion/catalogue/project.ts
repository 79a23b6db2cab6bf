/** The finalizers of one project, with what they share. */
import type { ControllerRule, FinalizerRule } from './finalizer-rule.ts';

export interface Project {
  readonly controller: ControllerRule;
  readonly source: string;
  readonly rows: readonly Omit<FinalizerRule, 'controller' | 'source'>[];
}

export function rulesOf(projects: readonly Project[]): readonly FinalizerRule[] {
  return projects.flatMap(({ controller, source, rows }) => rows.map((row) => ({ ...row, controller, source })));
}

/** Runs in the cluster: it is gone where no workload runs one of these programs. */
export function workload(name: string, ...programs: readonly string[]): ControllerRule {
  return { name, runs: 'workload', programs: [name, ...programs] };
}

/** May run outside the cluster, too. */
export function anywhere(name: string, ...programs: readonly string[]): ControllerRule {
  return { name, runs: 'anywhere', programs: [name, ...programs] };
}
