import { checkCoded } from '../../../test/support/relation-rules.ts';
import { openClusterManagementCodedExamples } from '../testing/examples/open-cluster-management-coded.ts';
import { openClusterManagementRelations } from './open-cluster-management.ts';

checkCoded(openClusterManagementRelations, openClusterManagementCodedExamples);
