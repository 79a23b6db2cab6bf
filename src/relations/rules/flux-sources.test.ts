import { checkRules } from '../../../test/support/relation-rules.ts';
import { fluxImagesExamples } from '../testing/examples/flux-images.ts';
import { fluxSourceExamples } from '../testing/examples/flux-sources.ts';
import { fluxSourceRules } from './flux-sources.ts';

checkRules(fluxSourceRules, [...fluxSourceExamples, ...fluxImagesExamples]);
