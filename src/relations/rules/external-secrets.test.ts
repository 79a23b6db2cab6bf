import { checkRules } from '../../../test/support/relation-rules.ts';
import { externalSecretExamples } from '../testing/examples/external-secrets.ts';
import { externalSecretRules } from './external-secrets.ts';

checkRules(externalSecretRules, externalSecretExamples);
