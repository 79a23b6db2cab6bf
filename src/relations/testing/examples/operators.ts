/** The domains of operators of databases, dashboards and the like. */
import { databaseKeyRelations } from '../../coded/database-keys.ts';
import { gatekeeperRelations } from '../../coded/gatekeeper.ts';
import { grafanaInstanceRelations } from '../../coded/grafana-instances.ts';
import { strimziSecretRelations } from '../../coded/strimzi-secrets.ts';
import { elasticRules } from '../../rules/elastic.ts';
import { grafanaRules } from '../../rules/grafana.ts';
import { kyvernoRules } from '../../rules/kyverno.ts';
import { mongodbRules } from '../../rules/mongodb.ts';
import { postgresRules } from '../../rules/postgres.ts';
import { sealedSecretRules } from '../../rules/sealed-secrets.ts';
import { storageOperatorRules } from '../../rules/storage-operators.ts';
import { strimziRules } from '../../rules/strimzi.ts';
import { databaseKeyExamples } from './database-keys.ts';
import type { ExampleDomain } from './domain.ts';
import { elasticExamples } from './elastic.ts';
import { gatekeeperExamples } from './gatekeeper.ts';
import { grafanaExamples, grafanaInstanceExamples } from './grafana.ts';
import { kyvernoExamples } from './kyverno.ts';
import { mongodbExamples } from './mongodb.ts';
import { postgresExamples } from './postgres.ts';
import { sealedSecretExamples } from './sealed-secrets.ts';
import { storageOperatorExamples } from './storage-operators.ts';
import { strimziExamples, strimziSecretExamples } from './strimzi.ts';

export const operatorDomains: readonly ExampleDomain[] = [
  { name: 'database-keys', coded: databaseKeyRelations, examples: databaseKeyExamples },
  { name: 'grafana', rules: grafanaRules, examples: grafanaExamples },
  { name: 'grafana-instances', coded: grafanaInstanceRelations, examples: grafanaInstanceExamples },
  { name: 'postgres', rules: postgresRules, examples: postgresExamples },
  { name: 'elastic', rules: elasticRules, examples: elasticExamples },
  { name: 'strimzi', rules: strimziRules, examples: strimziExamples },
  { name: 'strimzi-secrets', coded: strimziSecretRelations, examples: strimziSecretExamples },
  { name: 'storage-operators', rules: storageOperatorRules, examples: storageOperatorExamples },
  { name: 'gatekeeper', coded: gatekeeperRelations, examples: gatekeeperExamples },
  { name: 'kyverno', rules: kyvernoRules, examples: kyvernoExamples },
  { name: 'mongodb', rules: mongodbRules, examples: mongodbExamples },
  { name: 'sealed-secrets', rules: sealedSecretRules, examples: sealedSecretExamples },
];
