import { checkRules } from '../../../test/support/relation-rules.ts';
import { openClusterManagementPolicyExamples } from '../testing/examples/open-cluster-management.ts';
import { openClusterManagementPolicyRules } from './open-cluster-management-policies.ts';

checkRules(openClusterManagementPolicyRules, openClusterManagementPolicyExamples);
