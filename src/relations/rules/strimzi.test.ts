import { checkRules } from '../../../test/support/relation-rules.ts';
import { strimziExamples } from '../testing/examples/strimzi.ts';
import { strimziRules } from './strimzi.ts';

checkRules(strimziRules, strimziExamples);
