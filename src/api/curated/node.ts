/** What kubectl shows of a Node. */
import { valueAt } from '../../kube/safe.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { content } from '../fields/needs.ts';
import { described, type FieldRow } from '../model/field-row.ts';
import { allocationField } from './node-allocation.ts';

export const nodeFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'ready',
    type: 'Boolean',
    description: described('The condition Ready is True; false where it is False or Unknown.', 'Kubernetes API, core/v1 NodeCondition'),
    read: ({ data }) => data.ready,
  },
  {
    name: 'unschedulable',
    type: 'Boolean',
    description: described('Cordoned: no new pods.', 'Kubernetes API, core/v1 NodeSpec'),
    needs: [content],
    read: (item) => {
      const captured = item.get(content);
      return captured === null ? null : valueAt(captured.object, 'spec', 'unschedulable') === true;
    },
  },
  allocationField,
];
