import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const template = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'templates.gatekeeper.sh/v1',
  kind: 'ConstraintTemplate',
  metadata: { name },
  spec,
});

export const gatekeeperExamples: readonly Example[] = [
  {
    object: template('k8srequiredlabels', { crd: { spec: { names: { kind: 'K8sRequiredLabels' } } } }),
    pointers: [
      'constraint-template-definition spec.crd.spec.names.kind → CustomResourceDefinition.apiextensions.k8s.io k8srequiredlabels.constraints.gatekeeper.sh',
    ],
  },
  { object: template('without-a-kind', { crd: { spec: { names: {} } } }), pointers: [] },
];
