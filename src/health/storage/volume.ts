/** Source: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#phase. */
import { member, word } from '../../kube/fixed-keys.ts';
import { sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { warningText } from '../neighbours.ts';

export function judgeVolume({ object, facts }: HealthInput): Health {
  const status = object['status'];
  const phase = word(member(status, 'phase'));
  const message = word(member(status, 'message'));
  switch (phase) {
    case 'Available':
    case 'Bound':
      return HEALTHY;
    case 'Pending':
      return health('PROGRESSING', 'Pending', 'It is being made.');
    case 'Failed':
      return health('DEGRADED', word(member(status, 'reason')) ?? 'Failed', sentence(message ?? 'It could not be reclaimed'));
    case 'Released':
      break;
    default:
      return health('UNKNOWN', 'NoStatus', 'Its status says no phase.');
  }
  const warning = warningText(facts, { since: null });
  if (warning !== null) return health('DEGRADED', warning.reason, warning.text);
  const policy = word(member(object['spec'], 'persistentVolumeReclaimPolicy')) ?? 'Retain';
  return policy === 'Retain'
    ? health('SUSPENDED', 'Released', 'Its claim is gone and its data is kept: nobody gets it before a person frees it.')
    : health('PROGRESSING', 'Released', `Its claim is gone; it is reclaimed by ${policy}.`);
}
