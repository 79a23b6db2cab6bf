import { checkRules } from '../../../test/support/relation-rules.ts';
import { certificateExamples } from '../testing/examples/certificates.ts';
import { certificateRules } from './certificates.ts';

checkRules(certificateRules, certificateExamples);
