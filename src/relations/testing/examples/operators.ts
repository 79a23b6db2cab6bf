/** The domains of operators of databases, dashboards and the like. */
import { databaseKeyRelations } from '../../coded/database-keys.ts';
import { grafanaInstanceRelations } from '../../coded/grafana-instances.ts';
import { grafanaRules } from '../../rules/grafana.ts';
import { postgresRules } from '../../rules/postgres.ts';
import { sealedSecretRules } from '../../rules/sealed-secrets.ts';
import { databaseKeyExamples } from './database-keys.ts';
import type { ExampleDomain } from './domain.ts';
import { grafanaExamples, grafanaInstanceExamples } from './grafana.ts';
import { postgresExamples } from './postgres.ts';
import { sealedSecretExamples } from './sealed-secrets.ts';

export const operatorDomains: readonly ExampleDomain[] = [
  { name: 'database-keys', coded: databaseKeyRelations, examples: databaseKeyExamples },
  { name: 'grafana', rules: grafanaRules, examples: grafanaExamples },
  { name: 'grafana-instances', coded: grafanaInstanceRelations, examples: grafanaInstanceExamples },
  { name: 'postgres', rules: postgresRules, examples: postgresExamples },
  { name: 'sealed-secrets', rules: sealedSecretRules, examples: sealedSecretExamples },
];
