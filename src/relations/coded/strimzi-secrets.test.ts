import { checkCoded } from '../../../test/support/relation-rules.ts';
import { strimziSecretExamples } from '../testing/examples/strimzi.ts';
import { strimziSecretRelations } from './strimzi-secrets.ts';

checkCoded(strimziSecretRelations, strimziSecretExamples);
