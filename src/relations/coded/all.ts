/** Every coded relation. */
import type { CodedRelation } from '../rule.ts';
import { claimRelations } from './claims.ts';
import { rbacRelations } from './rbac.ts';
import { selectorRelations } from './selectors.ts';
import { statusRelations } from './status.ts';
import { volumeNodeRelations } from './volume-nodes.ts';

export const allCodedRelations: readonly CodedRelation[] = [
  ...selectorRelations,
  ...volumeNodeRelations,
  ...claimRelations,
  ...rbacRelations,
  ...statusRelations,
];
