import { checkRules } from '../../../test/support/relation-rules.ts';
import { calicoExamples } from '../testing/examples/calico.ts';
import { calicoRules } from './calico.ts';

checkRules(calicoRules, calicoExamples);
