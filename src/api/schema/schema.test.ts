import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { isReservedName } from '../../kube/reserved-names.ts';
import { listedTypeNames } from '../../kube/type-names.ts';
import type { KindRow, Snapshot } from '../../store/reader.ts';
import { createSchema } from './create-schema.ts';
import { printedSchema } from './printed-schema.ts';

const { schema } = createSchema([]);
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

test('schema/schema.graphql is the schema of the code (make it anew with: npx vitest run src/api/schema -u)', async () => {
  await expect(printedSchema()).toMatchFileSnapshot('../../../schema/schema.graphql');
});

test('the schema is valid', () => {
  expect(validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }))).toEqual([]);
});

test('every type, field, argument and enum value has a description with a source', () => {
  const described = types.flatMap(describedParts);
  expect(described.length).toBeGreaterThan(1000);
  expect(described.filter(({ description }) => !/\S.* Source: \S/.test(description ?? '')).map(({ name }) => name)).toEqual([]);
});

test('a field name has one response shape on all kinds, so that fragments on different kinds merge', () => {
  const shapes = new Map<string, Set<string>>();
  for (const type of types) {
    if (!isObjectType(type) || type.getInterfaces().length === 0) continue;
    for (const field of Object.values(type.getFields()))
      shapes.set(field.name, (shapes.get(field.name) ?? new Set()).add(shapeOf(field.type)));
  }
  expect(shapes.size).toBeGreaterThan(100);
  expect([...shapes].filter(([, of]) => of.size > 1)).toEqual([]);
});

test('types of ours have names that no kind can take', () => {
  const kinds = new Set(listedTypeNames().map(({ type }) => type));
  const ours = types.filter((type) => !kinds.has(type.name));
  expect(ours.filter((type) => !isReservedName(type.name)).map((type) => type.name)).toEqual([]);
});

test('what the contract names is there', () => {
  const fields = (name: string) => {
    const type = schema.getType(name);
    return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
  };
  expect(fields('KubernetesObject')).toEqual(
    expect.arrayContaining(
      `id uid apiVersion group kind name namespace presence labels label annotations annotation createdAt deletionTimestamp json yaml conditions health
      owners ownerChain dependents descendants finalizers deletion events references referencedBy related snapshot namespaceObject`.split(
        /\s+/,
      ),
    ),
  );
  for (const [kind, names] of Object.entries(contractFields)) expect(fields(kind), kind).toEqual(expect.arrayContaining(names.split(' ')));
  expect(fields('Query')).toEqual(
    expect.arrayContaining(
      'snapshots snapshot object objects search path danglingReferences terminating csiDriver endpointsList apiService'.split(' '),
    ),
  );
});

/** Contract §3; what comes with findings and diagnosis is left out. */
const contractFields = {
  Health: 'status reason message',
  Service: 'endpointSlices pods nodes ingresses type clusterIP endpointCounts endpointsObject',
  EndpointSlice: 'service endpoints',
  Endpoint: 'addresses ready serving terminating pod node zone',
  Pod: 'node services endpointSlices serviceAccount configMaps secrets persistentVolumeClaims workload networkPolicies podDisruptionBudgets containers phase reason ready restarts qosClass podIP startedAt',
  Node: 'pods services lease volumeAttachments ready unschedulable allocation',
  Allocation: 'resource capacity allocatable requested limits used',
  Deployment: 'replicaSets pods services horizontalPodAutoscalers replicas',
  ReplicaSet: 'deployment pods replicas',
  StatefulSet: 'pods service persistentVolumeClaims replicas',
  DaemonSet: 'pods replicas',
  Job: 'pods cronJob',
  CronJob: 'jobs',
  PersistentVolumeClaim: 'persistentVolume storageClass pods',
  PersistentVolume: 'persistentVolumeClaim storageClass volumeAttachments',
  Ingress: 'services ingressClass secrets',
  HorizontalPodAutoscaler: 'target',
  PodDisruptionBudget: 'pods',
  NetworkPolicy: 'pods',
  ConfigMap: 'pods workloads',
  Secret: 'pods workloads',
  ServiceAccount: 'pods roleBindings clusterRoleBindings',
  RoleBinding: 'role subjects',
  ClusterRoleBinding: 'role subjects',
  Event: 'object type reason message count firstAt lastAt component relatedObject formerIncarnation',
  Namespace: 'objects',
  CustomResourceDefinition: 'instances',
  Container: 'pod name type image imageID state reason message exitCode signal startedAt finishedAt ready restarts lastTermination log',
  Log: 'outcome message sizeBytes truncated from to text lines',
  Snapshot:
    'id name cluster capturedFrom capturedTo timeSource finished live serverVersion completeness problems statistics pods objects path',
};

test('custom kinds of all snapshots have types, and the static part stays as it is', () => {
  const custom = createSchema([
    snapshotWith(['Widget', 'example.com', 1], ['Gadget', 'example.com', 0]),
    snapshotWith(['Widget', 'example.com', 3]),
  ]).schema;
  expect(Object.keys(custom.getQueryType()?.getFields() ?? {})).toEqual(
    expect.arrayContaining(['widget_example_com', 'widgets_example_com', 'gadget_example_com']),
  );
  expect(custom.getType('Widget_example_com')).toBeDefined();
  for (const type of types) expect(custom.getType(type.name), type.name).toBeDefined();
});

test('at most 10,000 custom kinds have types, those with objects first; the others are OtherObject', { timeout: 120_000 }, () => {
  const kinds = Array.from({ length: 10_050 }, (_, index): [string, string, number] => [
    `Kind${index}`,
    'many.example.com',
    index < 50 ? 0 : 1,
  ]);
  const { typeName } = createSchema([snapshotWith(...kinds)]);
  expect(typeName({ group: 'many.example.com', kind: 'Kind10049' })).toBe('Kind10049_many_example_com');
  expect(typeName({ group: 'many.example.com', kind: 'Kind0' })).toBe('OtherObject');
});

function describedParts(type: GraphQLNamedType): { readonly name: string; readonly description: string | null | undefined }[] {
  const parts = [{ name: type.name, description: type.description }];
  if (isEnumType(type))
    parts.push(...type.getValues().map((value) => ({ name: `${type.name}.${value.name}`, description: value.description })));
  if (isInputObjectType(type))
    parts.push(...Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, description: field.description })));
  if (isObjectType(type) || isInterfaceType(type))
    parts.push(...Object.values(type.getFields()).flatMap((field) => fieldParts(type.name, field)));
  return parts;
}

function fieldParts(type: string, field: GraphQLField<unknown, unknown>) {
  const args = field.args.map((argument) => ({ name: `${type}.${field.name}(${argument.name})`, description: argument.description }));
  return [{ name: `${type}.${field.name}`, description: field.description }, ...args];
}

/** As OverlappingFieldsCanBeMerged compares: the wrappers, and the leaf or that it is none. */
function shapeOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  return String(type).replace(named.name, isCompositeType(named) ? '{}' : named.name);
}

function snapshotWith(...kinds: readonly [kind: string, group: string, objects: number][]): Snapshot {
  const rows = kinds.map(
    ([kind, group, objects]): KindRow => ({
      group,
      kind,
      plural: null,
      singular: null,
      shortNames: [],
      namespaced: true,
      objects,
      custom: true,
    }),
  );
  return { info: { userRules: [] as readonly unknown[] } as Snapshot['info'], kinds: rows };
}
