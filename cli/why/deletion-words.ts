/** How deletions are told on a terminal. */
import type { Blocker, DeletionVerdict } from '../../src/graph/deletion/blocker.ts';
import { stateText } from '../../src/graph/deletion/words.ts';
import type { Style } from '../output/output.ts';

export const verdictStyles: Readonly<Record<DeletionVerdict, Style>> = {
  BLOCKED: 'bad',
  ORPHANED: 'bad',
  SLOW: 'good',
  UNKNOWN: 'warning',
};

/** The finalizer, else the state of the object that others wait for. */
export function holdText({ object, finalizer }: Blocker): string {
  if (finalizer !== null) return finalizer;
  if (object.presence !== 'PRESENT') return object.presence === 'NOT_CAPTURED' ? 'not captured' : object.presence.toLowerCase();
  const hasEnded = object.phase === 'Succeeded' || object.phase === 'Failed';
  return [...new Set([object.phase, object.ready === false && !hasEnded ? 'not ready' : null, object.reason])].filter(Boolean).join(', ');
}

export function controllerText({ controller }: Blocker): string {
  if (controller === null) return '';
  const count = controller.desired === null ? '' : ` ${controller.ready}/${controller.desired}`;
  return `${controller.name}: ${stateText(controller.state)}${count}`;
}
