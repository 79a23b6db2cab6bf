import { checkRules } from '../../../test/support/relation-rules.ts';
import { claimExamples } from '../testing/examples/claims.ts';
import { claimRules } from './claims.ts';

checkRules(claimRules, claimExamples);
