import { checkRules } from '../../../test/support/relation-rules.ts';
import { routerExamples } from '../testing/examples/routers.ts';
import { routerRules } from './routers.ts';

checkRules(routerRules, routerExamples);
