import { checkRules } from '../../../test/support/relation-rules.ts';
import { kubevirtDataVolumeExamples } from '../testing/examples/kubevirt-data-volumes.ts';
import { kubevirtDataVolumeRules } from './kubevirt-data-volumes.ts';

checkRules(kubevirtDataVolumeRules, kubevirtDataVolumeExamples);
