import { describe } from 'vitest';
import { checkCoded } from '../../../test/support/relation-rules.ts';
import { openShiftDeploymentExamples, openShiftOperatorExamples, openShiftSelectorExamples } from '../testing/examples/openshift-coded.ts';
import { openShiftDeploymentRelations } from './openshift-deployments.ts';
import { openShiftOperatorRelations } from './openshift-operators.ts';
import { openShiftSelectorRelations } from './openshift-selectors.ts';

describe('selectors', () => checkCoded(openShiftSelectorRelations, openShiftSelectorExamples));
describe('operators', () => checkCoded(openShiftOperatorRelations, openShiftOperatorExamples));
describe('deployments', () => checkCoded(openShiftDeploymentRelations, openShiftDeploymentExamples));
