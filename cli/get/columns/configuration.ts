/** Configuration, identity and permissions. Source: kubernetes, pkg/printers/internalversion/printers.go. */
import { arrayAt, isObject, objectAt, stringAt, valueAt } from '../../../src/kube/safe.ts';
import type { JsonObject } from '../../../src/records/record.ts';
import { ageColumn, type Column, createdAtColumn, field, nameColumn, text, wide } from '../column.ts';

function entries(...fields: readonly string[]): Column {
  return {
    header: 'DATA',
    cell: (object) => String(fields.reduce((sum, key) => sum + Object.keys(objectAt(object, key) ?? {}).length, 0)),
  };
}

export const configMapColumns: readonly Column[] = [nameColumn, entries('data', 'binaryData'), ageColumn];
export const secretColumns: readonly Column[] = [nameColumn, field('TYPE', 'type', 'Opaque'), entries('data'), ageColumn];
export const serviceAccountColumns: readonly Column[] = [
  nameColumn,
  { header: 'SECRETS', cell: (object) => String(arrayAt(object, 'secrets').length) },
  ageColumn,
];

export const roleColumns: readonly Column[] = [nameColumn, createdAtColumn];

export const bindingColumns: readonly Column[] = [
  nameColumn,
  { header: 'ROLE', cell: (binding) => `${text(valueAt(binding, 'roleRef', 'kind'))}/${text(valueAt(binding, 'roleRef', 'name'))}` },
  ageColumn,
  subjects('USERS', 'User'),
  subjects('GROUPS', 'Group'),
  subjects('SERVICEACCOUNTS', 'ServiceAccount'),
];

function subjects(header: string, kind: string): Column {
  const cell = (binding: JsonObject): string => {
    const named = arrayAt(binding, 'subjects').filter((subject) => valueAt(subject, 'kind') === kind);
    return named
      .map(
        (subject) => (kind === 'ServiceAccount' ? `${text(valueAt(subject, 'namespace'), '')}/` : '') + text(valueAt(subject, 'name'), ''),
      )
      .join(', ');
  };
  return wide({ header, cell });
}

export const resourceQuotaColumns: readonly Column[] = [
  nameColumn,
  { header: 'REQUEST', cell: (quota) => quotaUse(quota, (resource) => !resource.startsWith('limits.')) },
  { header: 'LIMIT', cell: (quota) => quotaUse(quota, (resource) => resource.startsWith('limits.')) },
  ageColumn,
];

function quotaUse(quota: JsonObject, wanted: (resource: string) => boolean): string {
  const hard = Object.entries(objectAt(quota, 'status', 'hard') ?? {}).filter(([resource]) => wanted(resource));
  return hard
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([resource, limit]) => `${resource}: ${text(valueAt(quota, 'status', 'used', resource), '0')}/${text(limit)}`)
    .join(', ');
}

export const webhookConfigurationColumns: readonly Column[] = [
  nameColumn,
  { header: 'WEBHOOKS', cell: (object) => String(arrayAt(object, 'webhooks').length) },
  ageColumn,
];

export const apiServiceColumns: readonly Column[] = [
  nameColumn,
  { header: 'SERVICE', cell: apiServiceBackend },
  { header: 'AVAILABLE', cell: apiServiceAvailable },
  ageColumn,
];

function apiServiceBackend(apiService: JsonObject): string {
  const service = valueAt(apiService, 'spec', 'service');
  return isObject(service) ? `${text(service['namespace'])}/${text(service['name'])}` : 'Local';
}

function apiServiceAvailable(apiService: JsonObject): string {
  const available = arrayAt(apiService, 'status', 'conditions').find((condition) => valueAt(condition, 'type') === 'Available');
  if (available === undefined) return 'Unknown';
  const status = text(valueAt(available, 'status'));
  return status === 'True' ? status : `${status} (${stringAt(available, 'reason') ?? ''})`;
}
