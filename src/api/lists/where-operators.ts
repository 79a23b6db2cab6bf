/** The operators of `where`. A test is asked of all values that the path leads to; of several, one that holds is enough. */
import { lazyPackage } from '../../kube/lazy-package.ts';
import { badUserInput } from '../errors.ts';
import { comparison, jsonText } from './compare-as.ts';

const re2 = lazyPackage<typeof import('re2js')>('re2js');

type ValuesTest = (values: readonly unknown[]) => boolean;

interface Condition {
  readonly operator: string;
  readonly value: unknown;
  /** null: values of one JSON type compare as that type. */
  readonly compareAs: string | null;
}

const LONGEST_PATTERN = 1_000;

/** By operator. NE and NOT_IN are the opposite of EQ and IN: they hold where no value is equal, so also where there is none. */
const tests: Readonly<Record<string, (condition: Condition) => ValuesTest>> = {
  EQ: equalTo,
  NE: (condition) => opposite(equalTo(condition)),
  IN: among,
  NOT_IN: (condition) => opposite(among(condition)),
  EXISTS: () => (values) => values.length > 0,
  NOT_EXISTS: () => (values) => values.length === 0,
  LT: (condition) => ordered(condition, (order) => order < 0),
  LE: (condition) => ordered(condition, (order) => order <= 0),
  GT: (condition) => ordered(condition, (order) => order > 0),
  GE: (condition) => ordered(condition, (order) => order >= 0),
  MATCHES: matching,
  CONTAINS: containing,
};

export function operatorTest(condition: Condition): ValuesTest {
  const make = tests[condition.operator];
  if (make === undefined) throw badUserInput('where', `There is no operator ${condition.operator}.`);
  return make(condition);
}

function equalTo({ value, compareAs }: Condition): ValuesTest {
  if (value === null || value === undefined) return (values) => values.length === 0;
  const compare = comparison(compareAs, value);
  return (values) => values.some((candidate) => compare(candidate) === 0);
}

function among({ value, compareAs }: Condition): ValuesTest {
  const wanted = listValue(value);
  if (compareAs === null) {
    const texts = new Set(wanted.map((entry) => jsonText(entry)));
    return (values) => values.some((candidate) => texts.has(jsonText(candidate)));
  }
  const compares = wanted.map((entry) => comparison(compareAs, entry));
  return (values) => values.some((candidate) => compares.some((compare) => compare(candidate) === 0));
}

function ordered({ operator, value, compareAs }: Condition, holds: (order: number) => boolean): ValuesTest {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw badUserInput('where', `${operator} needs a text or a number as its value.`);
  const compare = comparison(compareAs, value);
  return (values) =>
    values.some((candidate) => {
      const order = compare(candidate);
      return order !== null && holds(order);
    });
}

/** RE2, never V8's own engine: the pattern may be anyone's, and so may the text. Holds where any part of the text matches. */
function matching({ value }: Condition): ValuesTest {
  const pattern = compilePattern('where', value);
  return (values) => values.some((candidate) => typeof candidate === 'string' && pattern(candidate));
}

/** A predicate for an RE2 pattern. Throws BAD_USER_INPUT naming the argument where it is none. */
export function compilePattern(argument: string, value: unknown): (text: string) => boolean {
  if (typeof value !== 'string') throw badUserInput(argument, 'A pattern must be a text.');
  if (value.length > LONGEST_PATTERN)
    throw badUserInput(argument, `The pattern has ${value.length} characters; the most is ${LONGEST_PATTERN}.`);
  try {
    const pattern = re2().RE2JS.compile(value);
    return (text) => pattern.matcher(text).find();
  } catch (error) {
    throw badUserInput(argument, `The pattern is not valid RE2: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** A text contains a part of it, a list an entry, an object a key. */
function containing({ value }: Condition): ValuesTest {
  const wanted = jsonText(value);
  return (values) =>
    values.some((candidate) => {
      if (typeof candidate === 'string') return typeof value === 'string' && candidate.includes(value);
      if (Array.isArray(candidate)) return candidate.some((entry) => jsonText(entry) === wanted);
      return typeof candidate === 'object' && candidate !== null && typeof value === 'string' && Object.hasOwn(candidate, value);
    });
}

function listValue(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw badUserInput('where', 'IN and NOT_IN need a list as their value.');
  return value;
}

function opposite(test: ValuesTest): ValuesTest {
  return (values) => !test(values);
}
