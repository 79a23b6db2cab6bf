import { checkRules } from '../../../test/support/relation-rules.ts';
import { externalSecretStoreExamples } from '../testing/examples/external-secret-stores.ts';
import { externalSecretStoreRules } from './external-secret-stores.ts';

checkRules(externalSecretStoreRules, externalSecretStoreExamples);
