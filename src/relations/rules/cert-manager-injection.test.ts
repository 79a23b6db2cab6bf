import { checkRules } from '../../../test/support/relation-rules.ts';
import { certManagerInjectionExamples } from '../testing/examples/cert-manager-injection.ts';
import { certManagerInjectionRules } from './cert-manager-injection.ts';

checkRules(certManagerInjectionRules, certManagerInjectionExamples);
