/** Source: kstatus, crdConditions; apiextensions/v1 types.go, CustomResourceDefinitionConditionType. */
import { conditionOf, sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';

export function judgeDefinition({ object }: HealthInput): Health {
  const names = conditionOf(object, 'NamesAccepted');
  if (names?.status === 'False')
    return health('DEGRADED', names.reason ?? 'NamesNotAccepted', sentence(names.message ?? 'Its names are taken'));
  const established = conditionOf(object, 'Established');
  if (established?.status === 'True') return HEALTHY;
  if (established?.status !== 'False') return health('UNKNOWN', 'NoCondition', 'Its status does not say whether its kind is served.');
  const said = sentence(established.message ?? 'Its kind is not served');
  return health(established.reason === 'Installing' ? 'PROGRESSING' : 'DEGRADED', established.reason ?? 'NotEstablished', said);
}
