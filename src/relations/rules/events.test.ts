import { checkRules } from '../../../test/support/relation-rules.ts';
import { eventExamples } from '../testing/examples/events.ts';
import { eventRules } from './events.ts';

checkRules(eventRules, eventExamples);
