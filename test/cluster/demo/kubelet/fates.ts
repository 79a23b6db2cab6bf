/** What becomes of a pod, by its profile. */
import type { Fate, Moment } from './fate.ts';
import { cannotMount } from './fates/cannot-mount.ts';
import { completes } from './fates/completes.ts';
import { crashLoops } from './fates/crash-loops.ts';
import { waits } from './fates/waits.ts';
import type { Profile } from './profiles.ts';

export function fateOf(moment: Moment, profile: Profile): Fate {
  switch (profile.fate) {
    case 'crash-loops':
      return crashLoops(moment, profile);
    case 'completes':
      return completes(moment, profile);
    case 'cannot-mount':
      return cannotMount(moment, profile);
    case 'has-no-config':
    case 'has-no-image':
      return waits(moment, profile);
  }
}
