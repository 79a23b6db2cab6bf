/** Owner references that do not hold, by what the garbage collector makes of them. */
import type { DanglingRow } from '../row.ts';

const COLLECTOR = 'kubernetes pkg/controller/garbagecollector/garbagecollector.go, attemptToDeleteItem';
const relations = ['owner'] as const;

export const ownerRows: readonly DanglingRow[] = [
  {
    relations,
    collector: 'COLLECTED',
    when: [{ path: 'metadata.deletionTimestamp', in: [null] }],
    severity: 'ERROR',
    consequence: 'the garbage collector deletes the object: none of its owners is there',
    source: COLLECTOR,
  },
  {
    relations,
    collector: 'COLLECTED',
    severity: 'INFO',
    consequence: 'the object is being deleted already',
    source: COLLECTOR,
  },
  {
    relations,
    statuses: ['KIND_UNKNOWN'],
    severity: 'WARNING',
    consequence: 'the garbage collector cannot ask for such an owner and keeps the object for ever',
    source: COLLECTOR,
  },
  {
    relations,
    statuses: ['NAMESPACED_OWNER_OF_CLUSTER_SCOPED'],
    severity: 'WARNING',
    consequence: 'an object in no namespace cannot have an owner in one: the garbage collector keeps it for ever and reports it',
    source: COLLECTOR,
  },
  {
    relations,
    collector: 'KEPT',
    severity: 'WARNING',
    consequence: 'another owner reference keeps the object; this one owns nothing',
    source: COLLECTOR,
  },
  {
    relations,
    severity: 'WARNING',
    consequence: 'whether the garbage collector deletes the object depends on what was not captured',
    source: COLLECTOR,
  },
];
