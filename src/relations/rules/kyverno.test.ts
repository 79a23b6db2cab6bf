import { checkRules } from '../../../test/support/relation-rules.ts';
import { kyvernoExamples } from '../testing/examples/kyverno.ts';
import { kyvernoRules } from './kyverno.ts';

checkRules(kyvernoRules, kyvernoExamples);
