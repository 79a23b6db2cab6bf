import { checkRules } from '../../../test/support/relation-rules.ts';
import { crossplaneExamples } from '../testing/examples/crossplane.ts';
import { crossplaneProvidersExamples } from '../testing/examples/crossplane-providers.ts';
import { crossplaneRules } from './crossplane.ts';

checkRules(crossplaneRules, [...crossplaneExamples, ...crossplaneProvidersExamples]);
