/** Of operators: databases, dashboards and the like, one file a project. */
import type { RelationRule } from '../rule.ts';
import { elasticRules } from './elastic.ts';
import { grafanaRules } from './grafana.ts';
import { kyvernoRules } from './kyverno.ts';
import { mongodbRules } from './mongodb.ts';
import { postgresRules } from './postgres.ts';
import { sealedSecretRules } from './sealed-secrets.ts';
import { storageOperatorRules } from './storage-operators.ts';
import { strimziRules } from './strimzi.ts';

export const operatorRules: readonly RelationRule[] = [
  ...sealedSecretRules,
  ...postgresRules,
  ...grafanaRules,
  ...elasticRules,
  ...strimziRules,
  ...storageOperatorRules,
  ...mongodbRules,
  ...kyvernoRules,
];
