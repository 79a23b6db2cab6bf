/** The errors that a query gets, with the codes of the contract (§8). */
import { GraphQLError } from 'graphql';
import { LimitError } from '../store/reader.ts';
import { type Limits, limitSetting, limitSettings } from './limits.ts';

/** The question is wrong: names the argument. */
export function badUserInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`Argument "${argument}": ${message}`, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

/** What was captured does not fit the type that the schema gives it. */
export function notOfSchemaType(type: string, value: unknown): GraphQLError {
  return new GraphQLError(`The captured value ${JSON.stringify(value)} is no ${type}: ask for it with json(path:).`, {
    extensions: { code: 'VALUE_NOT_OF_SCHEMA_TYPE' },
  });
}

/** The snapshot was imported in a way that leaves the question open. */
export function snapshotIncompatible(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'SNAPSHOT_INCOMPATIBLE' } });
}

export function notFound(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'NOT_FOUND' } });
}

/** The question costs too much. `what` is a sentence that says what was counted. */
export function limitExceeded(options: { name: keyof Limits; limit: number; value: number; what: string }): GraphQLError {
  const setting = limitSetting(options.name);
  return new GraphQLError(`${options.what} The limit is ${options.limit} (${setting.environment}). ${setting.hint}`, {
    extensions: {
      code: setting.code,
      limit: options.limit,
      value: options.value,
      setting: setting.environment,
      hint: setting.hint,
    },
  });
}

/** What the Meter throws, as the query's error. */
export function fromLimitError(error: LimitError): GraphQLError {
  const hint = limitSettings.find((setting) => setting.environment === error.setting)?.hint ?? '';
  return new GraphQLError(error.message, {
    extensions: { code: error.code, limit: error.limit, value: error.value, setting: error.setting, hint },
    originalError: error,
  });
}

/** True for errors that tell the caller about the question; all others are ours and masked. */
export function isExpected(error: unknown): boolean {
  return error instanceof LimitError || (error instanceof GraphQLError && typeof error.extensions['code'] === 'string');
}
