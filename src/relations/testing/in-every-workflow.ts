/** Examples of what stands in the spec of a Workflow: in each kind that has one, and once more with every name still to be filled in. */
import type { Example } from '../../../test/support/example.ts';
import type { JsonObject } from '../../records/record.ts';

const kinds: readonly { readonly kind: string; readonly path: string; readonly whole: (spec: JsonObject) => JsonObject }[] = [
  { kind: 'Workflow', path: 'spec', whole: (spec) => spec },
  { kind: 'WorkflowTemplate', path: 'spec', whole: (spec) => spec },
  { kind: 'CronWorkflow', path: 'spec.workflowSpec', whole: (spec) => ({ schedule: '@daily', workflowSpec: spec }) },
];

/** `spec` writes each name through what it is given; '~' in a pointer stands for the path of the spec. */
export function inEveryWorkflow(
  name: string,
  spec: (written: (plain: string) => string) => JsonObject,
  pointers: readonly string[],
): Example[] {
  return kinds.flatMap(({ kind, path, whole }): Example[] => {
    const object = (suffix: string, written: (plain: string) => string): JsonObject => ({
      apiVersion: 'argoproj.io/v1alpha1',
      kind,
      metadata: { name: `${name}${suffix}`, namespace: 'ci' },
      spec: whole(spec(written)),
    });
    return [
      { object: object('', (plain) => plain), pointers: pointers.map((pointer) => pointer.replace('~', path)) },
      { object: object('-filled-in-later', (plain) => `${plain}-{{workflow.parameters.suffix}}`), pointers: [] },
    ];
  });
}
