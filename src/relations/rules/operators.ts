/** Of operators: databases, dashboards and the like, one file a project. */
import type { RelationRule } from '../rule.ts';
import { grafanaRules } from './grafana.ts';
import { postgresRules } from './postgres.ts';
import { sealedSecretRules } from './sealed-secrets.ts';

export const operatorRules: readonly RelationRule[] = [...sealedSecretRules, ...postgresRules, ...grafanaRules];
