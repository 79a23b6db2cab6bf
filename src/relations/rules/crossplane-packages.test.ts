import { checkRules } from '../../../test/support/relation-rules.ts';
import { crossplanePackageExamples } from '../testing/examples/crossplane-packages.ts';
import { crossplanePackageRules } from './crossplane-packages.ts';

checkRules(crossplanePackageRules, crossplanePackageExamples);
