import { checkRules } from '../../../test/support/relation-rules.ts';
import { policyReportExamples } from '../testing/examples/policy-reports.ts';
import { policyReportRules } from './policy-reports.ts';

checkRules(policyReportRules, policyReportExamples);
