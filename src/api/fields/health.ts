/** How an object is, as src/health judged it when the snapshot was imported. */
import type { HealthStatus } from '../../health/health.ts';
import type { HealthRow, ObjectRow } from '../../store/reader.ts';
import { described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import { health } from './needs.ts';

const HEALTH = 'docs/graphql.md, Health';

export interface JudgedHealth {
  readonly status: HealthStatus;
  readonly said: HealthRow | undefined;
}

export const healthField: FieldRow<ObjectRow> = {
  name: 'health',
  type: 'Health',
  description: described('How it is; null for kinds without health, and custom resources that say nothing of it.', HEALTH),
  needs: [health],
  read: (item): JudgedHealth | null => {
    const { health: status } = item.data;
    return status === null ? null : { status, said: item.get(health)?.[0] };
  },
};

export const healthType: TypeRow<JudgedHealth> = {
  name: 'Health',
  description: described('How an object is: by what it says itself, and what stands around it, at the time of the snapshot.', HEALTH),
  fields: [
    { name: 'status', type: 'HealthStatus!', description: described('How it is, in a word.', HEALTH), read: ({ data }) => data.status },
    {
      name: 'reason',
      type: 'String',
      description: described('One word that says why: Kubernetes’ own where it has one.', HEALTH),
      read: ({ data }) => data.said?.reason ?? null,
    },
    {
      name: 'message',
      type: 'String',
      description: described('What is the matter, and what to look at; null where there is nothing to say.', HEALTH),
      read: ({ data }) => data.said?.message ?? null,
    },
  ],
};
