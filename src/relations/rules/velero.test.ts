import { checkRules } from '../../../test/support/relation-rules.ts';
import { veleroExamples } from '../testing/examples/velero.ts';
import { veleroRules } from './velero.ts';

checkRules(veleroRules, veleroExamples);
