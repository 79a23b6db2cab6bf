/** The input types, as rows. */
import { type ArgumentRow, described } from '../model/field-row.ts';

export interface InputRow {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly ArgumentRow[];
}

const WHERE = 'docs/graphql.md, Where';
const OBJECTS = 'docs/graphql.md, Root fields';

export const inputs: readonly InputRow[] = [
  {
    name: 'Where',
    description: described('A condition on an object; all that is given must hold.', WHERE),
    fields: [
      {
        name: 'path',
        type: 'String',
        description: described('JSONPath to the value: `spec.replicas`, `status.conditions[?(@.type=="Ready")].status`.', WHERE),
      },
      { name: 'operator', type: 'WhereOperator', default: 'EQ', description: described('How the value is compared.', WHERE) },
      { name: 'value', type: 'JSON', description: described('What it is compared with; a list for IN and NOT_IN.', WHERE) },
      {
        name: 'compareAs',
        type: 'WhereCompareAs',
        description: described('What both are read as first; without it they compare as the JSON they are.', WHERE),
      },
      { name: 'all', type: '[Where!]', description: described('All of these must hold.', WHERE) },
      { name: 'any', type: '[Where!]', description: described('At least one of these must hold.', WHERE) },
      { name: 'not', type: 'Where', description: described('This must not hold.', WHERE) },
    ],
  },
  {
    name: 'ObjectRef',
    description: described('Names an object.', OBJECTS),
    fields: [
      {
        name: 'kind',
        type: 'String!',
        description: described('In any of kubectl’s forms: `deploy`, `Certificate.cert-manager.io`.', 'kubectl get --help'),
      },
      { name: 'namespace', type: 'String', description: described('Needed where the kind is namespaced.', 'kubectl get --help') },
      { name: 'name', type: 'String!', description: described('Name of the object.', 'kubectl get --help') },
      { name: 'uid', type: 'ID', description: described('To be sure which of the name.', 'Kubernetes API, meta/v1 ObjectMeta') },
    ],
  },
];
