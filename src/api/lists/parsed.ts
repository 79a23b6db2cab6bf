/** Reads the text of an argument with a parser of another room. */
import { badUserInput } from '../errors.ts';

/** What the parser makes of it; what the parser throws is about that argument. */
export function parsed<Value>(argument: string, text: string, parse: (text: string) => Value): Value {
  try {
    return parse(text);
  } catch (error) {
    throw badUserInput(argument, error instanceof Error ? error.message : String(error));
  }
}
