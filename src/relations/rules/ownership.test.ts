import { checkRules } from '../../../test/support/relation-rules.ts';
import { ownershipExamples } from '../testing/examples/ownership.ts';
import { ownershipRules } from './ownership.ts';

checkRules(ownershipRules, ownershipExamples);
