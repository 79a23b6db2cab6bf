import { checkRules } from '../../../test/support/relation-rules.ts';
import { evictionExamples } from '../testing/examples/evictions.ts';
import { evictionRules } from './evictions.ts';

checkRules(evictionRules, evictionExamples);
