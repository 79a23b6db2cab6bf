import { checkRules } from '../../../test/support/relation-rules.ts';
import { openClusterManagementApplicationExamples } from '../testing/examples/open-cluster-management-applications.ts';
import { openClusterManagementApplicationRules } from './open-cluster-management-applications.ts';

checkRules(openClusterManagementApplicationRules, openClusterManagementApplicationExamples);
