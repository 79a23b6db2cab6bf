import { checkRules } from '../../../test/support/relation-rules.ts';
import { certManagerExamples } from '../testing/examples/cert-manager.ts';
import { certManagerIssuersExamples } from '../testing/examples/cert-manager-issuers.ts';
import { certManagerRules } from './cert-manager.ts';

checkRules(certManagerRules, [...certManagerExamples, ...certManagerIssuersExamples]);
