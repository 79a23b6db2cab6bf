import type { Example } from '../../../../test/support/relation-rules.ts';
import type { CodedRelation, RelationRule } from '../../rule.ts';

/** A domain's rules with what shows them. */
export interface ExampleDomain {
  readonly name: string;
  readonly rules?: readonly RelationRule[];
  readonly coded?: readonly CodedRelation[];
  readonly examples: readonly Example[];
}
