/** Every row, in the order in which they are tried; the last ones fit whatever has no row of its own, rules of users among them. */
import type { DanglingRow } from '../row.ts';
import { accessRows } from './access.ts';
import { apiMachineryRows } from './api-machinery.ts';
import { historyRows } from './history.ts';
import { networkRows } from './network.ts';
import { ownerRows } from './owners.ts';
import { podRows } from './pods.ts';
import { storageRows } from './storage.ts';

const DANGLING = 'docs/graphql.md, Dangling references';

const otherRows: readonly DanglingRow[] = [
  {
    statuses: ['NOT_PERMITTED'],
    severity: 'ERROR',
    consequence: 'the pointer is refused: nothing in the target’s namespace permits it',
    source: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  },
  { severity: 'WARNING', consequence: 'what is named cannot be used', source: DANGLING },
];

export const danglingRows: readonly DanglingRow[] = [
  ...ownerRows,
  ...historyRows,
  ...podRows,
  ...networkRows,
  ...storageRows,
  ...accessRows,
  ...apiMachineryRows,
  ...otherRows,
];
