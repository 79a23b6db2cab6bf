import { checkRules } from '../../../test/support/relation-rules.ts';
import { podStorageExamples } from '../testing/examples/pod-storage.ts';
import { podStorageRules } from './pod-storage.ts';

checkRules(podStorageRules, podStorageExamples);
