import { checkRules } from '../../../test/support/relation-rules.ts';
import { podIdentityExamples } from '../testing/examples/pod-identity.ts';
import { podIdentityRules } from './pod-identity.ts';

checkRules(podIdentityRules, podIdentityExamples);
