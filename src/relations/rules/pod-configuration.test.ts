import { checkRules } from '../../../test/support/relation-rules.ts';
import { podConfigurationExamples } from '../testing/examples/pod-configuration.ts';
import { podConfigurationRules } from './pod-configuration.ts';

checkRules(podConfigurationRules, podConfigurationExamples);
