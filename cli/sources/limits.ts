/** `--limit rows=500000`, over what the environment says. */
import { type Limits, limitSettings, limitsFromEnvironment } from '../../src/api/limits.ts';
import { UsageError } from '../errors.ts';

/** Throws UsageError for a limit that does not exist or a value that is no positive whole number. */
export function readLimits(options: {
  readonly values: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Limits {
  const limits: Record<keyof Limits, number> = { ...fromEnvironment(options.environment) };
  const names = limitSettings.map(({ name }) => name);
  for (const value of options.values) {
    const [name = '', number = ''] = value.split('=', 2);
    const known = names.find((each) => each === name);
    if (known === undefined)
      throw new UsageError(`--limit ${value}: there is no limit "${name}" (there are ${names.join(', ')}).`, { name, candidates: names });
    if (!/^[1-9]\d{0,14}$/.test(number)) throw new UsageError(`--limit ${value}: write ${name}=NUMBER with a positive whole number.`);
    limits[known] = Number(number);
  }
  return limits;
}

function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): Limits {
  try {
    return limitsFromEnvironment(environment);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
