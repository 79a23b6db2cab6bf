import { checkRules } from '../../../test/support/relation-rules.ts';
import { openClusterManagementExamples } from '../testing/examples/open-cluster-management.ts';
import { openClusterManagementRules } from './open-cluster-management.ts';

checkRules(openClusterManagementRules, openClusterManagementExamples);
