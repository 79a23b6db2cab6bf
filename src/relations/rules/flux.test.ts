import { checkRules } from '../../../test/support/relation-rules.ts';
import { fluxExamples } from '../testing/examples/flux.ts';
import { fluxRules } from './flux.ts';

checkRules(fluxRules, fluxExamples);
