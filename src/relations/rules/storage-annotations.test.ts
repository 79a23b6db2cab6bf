import { checkRules } from '../../../test/support/relation-rules.ts';
import { storageAnnotationExamples } from '../testing/examples/storage-annotations.ts';
import { storageAnnotationRules } from './storage-annotations.ts';

checkRules(storageAnnotationRules, storageAnnotationExamples);
