/** Facts by their names, each from a file of its own. */
import type { FactName, HealthFacts } from '../../../../health/input.ts';
import type { Gather, HealthContext, Subject } from '../health-context.ts';
import { backends } from './backends.ts';
import { endpoints } from './endpoints.ts';
import { missing } from './missing.ts';
import { controller, newest, worst } from './neighbours.ts';
import { storageClass } from './storage-class.ts';
import { users } from './users.ts';
import { warnings } from './warnings.ts';

const gathers: { readonly [Name in FactName]-?: Gather<Name> } = {
  controller,
  worst,
  newest,
  warnings,
  missing,
  users,
  storageClass,
  endpoints,
  backends,
};

export function factsOf(context: HealthContext, subject: Subject, asks: readonly FactName[]): HealthFacts {
  return Object.fromEntries(asks.map((name) => [name, gathers[name](context, subject)]));
}
