import { checkRules } from '../../../test/support/relation-rules.ts';
import { leaseExamples } from '../testing/examples/leases.ts';
import { leaseRules } from './leases.ts';

checkRules(leaseRules, leaseExamples);
