import { checkRules } from '../../../test/support/relation-rules.ts';
import { serviceExamples } from '../testing/examples/services.ts';
import { serviceRules } from './services.ts';

checkRules(serviceRules, serviceExamples);
