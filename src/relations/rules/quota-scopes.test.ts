import { checkRules } from '../../../test/support/relation-rules.ts';
import { quotaScopeExamples } from '../testing/examples/quota-scopes.ts';
import { quotaScopeRules } from './quota-scopes.ts';

checkRules(quotaScopeRules, quotaScopeExamples);
