/** How a deletion that was only thought through is told. */
import type { Hold } from '../../src/graph/deletion-preview/hold.ts';
import type { Kept } from '../../src/graph/deletion-preview/taken.ts';
import { objectText } from '../output/object-text.ts';

/** Why a dependent stays, with the owners that decide it. */
export function keptWords({ reason, owners }: Kept): string {
  const named = (...statuses: readonly string[]): string =>
    owners
      .filter(({ status }) => statuses.includes(status))
      .map(({ owner }) => objectText(owner))
      .join(', ');
  switch (reason) {
    case 'OTHER_OWNER':
      return `has another owner: of ${named('SOLID', 'WAITING')} not all go`;
    case 'ORPHANED':
      return 'loses its owner reference and stands alone';
    case 'NOT_COLLECTED':
      return `the garbage collector cannot ask for its owner ${named('REFUSED')}, and so leaves it`;
    case 'TERMINATING':
      return 'is being deleted already, and has another owner';
    case 'NOT_CAPTURED':
      return `may have another owner: ${named('UNKNOWN')} was not captured`;
  }
}

/** What is waited for, and whose work it is. */
export function holdWords({ reason, blockers, until, controller, evidence, certain }: Hold): string {
  const who = controller === null ? '' : ` (${controller})`;
  const which = `${blockers.slice(0, NAMED).map(objectText).join(', ')}${blockers.length > NAMED ? ` and ${blockers.length - NAMED} more` : ''}`;
  if (!certain) return `perhaps: ${[which, ...evidence].filter((text) => text !== '').join('; ')}`;
  switch (reason) {
    case 'IN_USE':
      return `${which}${until === null ? '' : `: waits until ${until}`}${who}`;
    case 'FINALIZER':
      return until === null
        ? 'waits until its controller takes the finalizer away; who that is stands in no table'
        : `waits until ${until}${who}`;
    case 'FOREGROUND_DEPENDENT':
      return `${which}: dependents with blockOwnerDeletion go first, and would not go`;
    case 'UNAVAILABLE_API':
      return `${which}: no namespace goes while it does not answer`;
  }
}

const NAMED = 3;
