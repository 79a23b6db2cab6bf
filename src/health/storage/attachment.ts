/** Source: Kubernetes, storage/v1 types.go, VolumeAttachmentStatus. */
import { member, word } from '../../kube/fixed-keys.ts';
import { sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';

export function judgeAttachment({ object }: HealthInput): Health {
  const status = object['status'];
  for (const [key, reason] of ERRORS) {
    const message = word(member(member(status, key), 'message'));
    if (message !== null) return health('DEGRADED', reason, sentence(message));
  }
  const attached = member(status, 'attached');
  if (attached === true) return HEALTHY;
  return attached === false
    ? health('PROGRESSING', 'Attaching', 'The volume is being attached.')
    : health('UNKNOWN', 'NoStatus', 'Its status does not say whether the volume is attached.');
}

const ERRORS = [
  ['attachError', 'AttachError'],
  ['detachError', 'DetachError'],
] as const;
