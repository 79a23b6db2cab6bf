import type { Edit } from './edit.ts';
import type { Glance } from './glance.ts';
import type { Survey } from './survey.ts';

/** What must not leave the cluster. */
export interface RedactionRule {
  /** Unique; it is written to the bundle, with how often the rule was applied. */
  readonly name: string;
  /** What it takes out, for people. */
  readonly matches: string;
  readonly why: string;
  /** A look at the bytes alone. False only where `find` would find nothing: then the object is not walked. */
  readonly mightMatch: (glance: Glance) => boolean;
  readonly find: (survey: Survey) => readonly Edit[];
}
