/** A column of a kind's table: what it is called, and how its cell comes from an object. */
import { arrayAt, valueAt } from '../../src/kube/safe.ts';
import { parseTime } from '../../src/kube/time.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { formatAge } from '../output/age.ts';

/** What a cell needs beside its object. */
export interface ColumnContext {
  /** The snapshot's time in epoch milliseconds: ages are measured from it. */
  readonly now: number | null;
}

export interface Column {
  readonly header: string;
  /** Shown with -o wide only. */
  readonly wide?: true;
  /** Objects are captured data: nothing about their shape may be taken for granted. */
  readonly cell: (object: JsonObject, context: ColumnContext) => string;
}

export const none = '<none>';

/** The value at a path of plain keys, as text; `otherwise` where there is none. */
export function field(header: string, path: string, otherwise: string = none): Column {
  const keys = path.split('.');
  return { header, cell: (object) => text(valueAt(object, ...keys), otherwise) };
}

export function wide(column: Column): Column {
  return { ...column, wide: true };
}

export const nameColumn: Column = field('NAME', 'metadata.name', '');
export const ageColumn: Column = age('AGE', 'metadata.creationTimestamp');
/** As kubectl shows roles and CRDs. */
export const createdAtColumn: Column = field('CREATED AT', 'metadata.creationTimestamp', '<unknown>');

/** How long before the snapshot's time the time at a path was. */
export function age(header: string, path: string, otherwise = '<unknown>'): Column {
  const keys = path.split('.');
  return {
    header,
    cell: (object, { now }) => {
      const time = parseTime(valueAt(object, ...keys));
      return time === null ? otherwise : formatAge({ time, now });
    },
  };
}

/** Scalars as they are; lists with commas; maps as JSON. */
export function text(value: unknown, otherwise: string = none): string {
  if (value === undefined || value === null || value === '') return otherwise;
  if (Array.isArray(value)) return value.length === 0 ? otherwise : value.map((item) => text(item, '')).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Whole numbers only: anything else counts as 0. */
export function count(object: unknown, ...path: readonly string[]): number {
  const value = valueAt(object, ...path);
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** Names of the containers of a template, or their images. */
export function containersColumn(header: string, key: 'name' | 'image', ...path: readonly string[]): Column {
  return wide({ header, cell: (object) => text(arrayAt(object, ...path, 'containers').map((container) => valueAt(container, key) ?? '')) });
}
