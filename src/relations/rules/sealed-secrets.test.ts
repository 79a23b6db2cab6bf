import { checkRules } from '../../../test/support/relation-rules.ts';
import { sealedSecretExamples } from '../testing/examples/sealed-secrets.ts';
import { sealedSecretRules } from './sealed-secrets.ts';

checkRules(sealedSecretRules, sealedSecretExamples);
