/** What must not leave the cluster, from the flags. */
import { readFileSync } from 'node:fs';
import type { Stage } from '../../src/records/pipe.ts';
import { UsageError } from '../errors.ts';
import type { Flags } from '../flags.ts';

export interface RedactionSettings {
  /** A new one for each capture: the key is random, and counts are its own. */
  stage(): Stage;
}
