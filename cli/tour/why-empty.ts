/** Why a Service's selector selects nothing: rules over the labels of the Pods and templates of its namespace, the most telling first. */

import type { KindKey } from '../../src/kube/kind.ts';
import { objectAt, valueAt } from '../../src/kube/safe.ts';
import { suggestions } from '../../src/kube/suggest.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { ObjectRow, Reader } from '../../src/store/reader.ts';
import { labelsText } from '../get/selector-text.ts';
import { count } from '../output/words.ts';
import type { ServiceAnswer } from './services.ts';

export interface WhyEmpty {
  readonly selector: string;
  readonly reason: string;
}

type Labels = Readonly<Record<string, string>>;

interface Facts {
  readonly selector: Labels;
  readonly namespace: string;
  readonly podsComplete: boolean;
  readonly pods: readonly Labels[];
  /** Workloads whose template carries all labels that are selected. */
  readonly makers: readonly Maker[];
}

interface Maker {
  readonly row: ObjectRow;
  readonly replicas: unknown;
  /** What its conditions say of failing. */
  readonly failure: string | null;
}

/** In order: the first that has something to say. */
const rules: readonly ((facts: Facts) => string | null)[] = [scaledToZero, cannotMakePods, misspeltValue, allButOneLabel, notCaptured];

export async function whyEmpty(options: { readonly reader: Reader; readonly service: ServiceAnswer }): Promise<WhyEmpty> {
  const { reader, service } = options;
  const selector = await selectorOf(options);
  const facts: Facts = {
    selector,
    namespace: service.namespace,
    podsComplete: service.podsComplete,
    pods: (await objectsIn({ reader, namespace: service.namespace, kinds: [pod] })).map(({ object }) =>
      labelsAt(object, 'metadata', 'labels'),
    ),
    makers: await makersOf({ reader, namespace: service.namespace, selector }),
  };
  const reason = rules.map((rule) => rule(facts)).find((each) => each !== null);
  return {
    selector: labelsText(selector),
    reason: reason ?? `no Pod in ${facts.namespace} has these labels, and no workload there would make one that has`,
  };
}

function scaledToZero({ makers }: Facts): string | null {
  const maker = makers.find(({ replicas }) => replicas === 0);
  return maker === undefined ? null : `${maker.row.kind} ${maker.row.name} makes such Pods, and is scaled to 0`;
}

function cannotMakePods({ makers }: Facts): string | null {
  const maker = makers.find(({ failure }) => failure !== null);
  return maker === undefined ? null : `${maker.row.kind} ${maker.row.name} should make such Pods, and cannot: ${maker.failure}`;
}

/** Pods that would be selected, had one value been spelt as theirs. */
function misspeltValue({ selector, pods, namespace }: Facts): string | null {
  for (const [key, wanted] of Object.entries(selector)) {
    const others = pods.filter((labels) => matches(labels, selector, key)).flatMap((labels) => labels[key] ?? []);
    const [close] = suggestions(wanted, others);
    if (close === undefined) continue;
    const number = others.filter((value) => value === close).length;
    return `no Pod in ${namespace} has ${key}=${wanted}, but ${count(number, 'Pod')} ${number === 1 ? 'has' : 'have'} ${key}=${close}`;
  }
  return null;
}

/** Pods that have all labels but one. */
function allButOneLabel({ selector, pods }: Facts): string | null {
  if (Object.keys(selector).length < 2) return null;
  for (const key of Object.keys(selector)) {
    const near = pods.filter((labels) => matches(labels, selector, key));
    const values = [...new Set(near.map((labels) => (labels[key] === undefined ? 'no such label' : `${key}=${labels[key]}`)))];
    if (near.length > 0)
      return `${count(near.length, 'Pod')} would be selected but for ${key}=${selector[key]}: there it is ${values.slice(0, 3).join(', ')}`;
  }
  return null;
}

function notCaptured({ podsComplete, namespace }: Facts): string | null {
  return podsComplete ? null : `the Pods of ${namespace} were not fully captured, so there may have been some`;
}

/** All labels but the one of `except`. */
function matches(labels: Labels, selector: Labels, except: string | null): boolean {
  return Object.entries(selector).every(([key, value]) => key === except || labels[key] === value);
}

const pod: KindKey = { group: '', kind: 'Pod' };
const service: KindKey = { group: '', kind: 'Service' };
const workloads: readonly KindKey[] = ['Deployment', 'StatefulSet', 'DaemonSet'].map((kind) => ({ group: 'apps', kind }));

async function selectorOf(options: { readonly reader: Reader; readonly service: ServiceAnswer }): Promise<Labels> {
  const { reader } = options;
  const { namespace, name } = options.service;
  const [row] = await reader.find([{ ...service, namespace, name }]);
  const [found] = row ? await withObjects(reader, [row]) : [];
  return found ? labelsAt(found.object, 'spec', 'selector') : {};
}

async function makersOf(options: { readonly reader: Reader; readonly namespace: string; readonly selector: Labels }): Promise<Maker[]> {
  const { reader, namespace, selector } = options;
  const found = await objectsIn({ reader, namespace, kinds: workloads });
  const makers = found.filter(({ object }) => matches(labelsAt(object, 'spec', 'template', 'metadata', 'labels'), selector, null));
  const conditions = await reader.conditions(makers.map(({ row }) => row.id));
  return makers.map(({ row, object }) => ({
    row,
    replicas: valueAt(object, 'spec', 'replicas'),
    failure: conditions.find((each) => each.object === row.id && each.type === 'ReplicaFailure' && each.status === 'True')?.message ?? null,
  }));
}

/** Of a huge namespace a part is telling enough. */
const mostObjects = 2_000;

async function objectsIn(options: {
  readonly reader: Reader;
  readonly namespace: string;
  readonly kinds: readonly KindKey[];
}): Promise<Found[]> {
  const { reader, namespace, kinds } = options;
  const { rows } = await reader.list({ filter: { kinds, namespace, presence: ['PRESENT'] }, page: { first: mostObjects } });
  return withObjects(reader, rows);
}

interface Found {
  readonly row: ObjectRow;
  readonly object: JsonObject;
}

async function withObjects(reader: Reader, rows: readonly ObjectRow[]): Promise<Found[]> {
  const texts = await reader.json(rows.map(({ id }) => id));
  return rows.flatMap((row) => {
    const text = texts.get(row.id);
    return text === undefined ? [] : [{ row, object: JSON.parse(text) as JsonObject }];
  });
}

function labelsAt(object: JsonObject, ...path: readonly string[]): Labels {
  const entries = Object.entries(objectAt(object, ...path) ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return Object.fromEntries(entries);
}
