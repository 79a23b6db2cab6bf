import { checkRules } from '../../../test/support/relation-rules.ts';
import { rbacExamples } from '../testing/examples/rbac.ts';
import { rbacRules } from './rbac.ts';

checkRules(rbacRules, rbacExamples);
