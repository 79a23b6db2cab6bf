/** What names and describes an object: its key, metadata and presence. */
import { type CompiledPath, compilePath } from '../../kube/json-path.ts';
import { objectAt, stringAt } from '../../kube/safe.ts';
import type { JsonObject } from '../../records/record.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { parsed } from '../lists/parsed.ts';
import { type Arguments, described, type FieldRow } from '../model/field-row.ts';
import { type Content, content } from './needs.ts';
import { objectId } from './object-id.ts';
import { formatTime } from './time.ts';
import { toYaml } from './yaml.ts';

const OBJECT_META = 'Kubernetes API, meta/v1 ObjectMeta';
const GRAPH = 'docs/graphql.md, Every kind';

export const metadataFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'id',
    type: 'ID!',
    description: described('Opaque; the same after a second import, distinct between snapshots. `object(id:)` leads back here.', GRAPH),
    read: ({ data, scope }) => objectId(scope.reader.info.id, data),
  },
  {
    name: 'uid',
    type: 'ID',
    description: described('Unique in time and space, given by the API server.', OBJECT_META),
    read: ({ data }) => data.uid,
  },
  {
    name: 'apiVersion',
    type: 'String',
    description: described('Group and version in which the object was captured.', 'Kubernetes API, meta/v1 TypeMeta'),
    read: ({ data }) => data.apiVersion,
  },
  {
    name: 'group',
    type: 'String!',
    description: described('Canonical API group; empty for the core group.', GRAPH),
    read: ({ data }) => data.group,
  },
  {
    name: 'kind',
    type: 'String!',
    description: described('Kind of the object.', 'Kubernetes API, meta/v1 TypeMeta'),
    read: ({ data }) => data.kind,
  },
  {
    name: 'name',
    type: 'String!',
    description: described('Unique within kind and namespace.', OBJECT_META),
    read: ({ data }) => data.name,
  },
  {
    name: 'namespace',
    type: 'String',
    description: described('null for what is cluster-scoped.', OBJECT_META),
    read: ({ data }) => data.namespace,
  },
  {
    name: 'presence',
    type: 'Presence!',
    description: described('Whether the snapshot holds the object, and if not, whether that proves anything.', 'docs/graphql.md, Ghosts'),
    read: ({ data }) => data.presence,
  },
  {
    name: 'labels',
    type: 'StringMap',
    description: described('Labels; selectors select by them.', OBJECT_META),
    needs: [content],
    read: (item) => stringMap(metadataOf(item.get(content), 'labels')),
  },
  {
    name: 'label',
    type: 'String',
    args: [{ name: 'key', type: 'String!', description: described('Key of the label, with its prefix.', OBJECT_META) }],
    description: described('Value of one label, or null.', OBJECT_META),
    needs: [content],
    read: (item, { key }) => stringAt(metadataOf(item.get(content), 'labels'), String(key)) ?? null,
  },
  {
    name: 'annotations',
    type: 'StringMap',
    description: described('Annotations: what tools keep with the object.', OBJECT_META),
    needs: [content],
    read: (item) => stringMap(metadataOf(item.get(content), 'annotations')),
  },
  {
    name: 'annotation',
    type: 'String',
    args: [{ name: 'key', type: 'String!', description: described('Key of the annotation, with its prefix.', OBJECT_META) }],
    description: described('Value of one annotation, or null.', OBJECT_META),
    needs: [content],
    read: (item, { key }) => stringAt(metadataOf(item.get(content), 'annotations'), String(key)) ?? null,
  },
  {
    name: 'createdAt',
    type: 'DateTime',
    description: described('creationTimestamp.', OBJECT_META),
    read: ({ data }) => formatTime(data.created),
  },
  {
    name: 'deletionTimestamp',
    type: 'DateTime',
    description: described('When the object’s graceful deletion ends; null where nobody asked for its deletion.', OBJECT_META),
    read: ({ data }) => formatTime(data.deletion),
  },
  {
    name: 'json',
    type: 'JSON',
    args: [
      {
        name: 'path',
        type: 'String',
        description: described(
          'Only what lies at this JSONPath; with `[*]`, `..`, a slice or a filter a list.',
          'https://kubernetes.io/docs/reference/kubectl/jsonpath/, without range and text',
        ),
      },
    ],
    description: described('The object as captured.', GRAPH),
    needs: [content],
    read: (item, args) => jsonAt(item.get(content), pathOf(args)),
  },
  {
    name: 'yaml',
    type: 'String',
    args: [
      {
        name: 'managedFields',
        type: 'Boolean',
        default: false,
        description: described('With metadata.managedFields, which say who wrote what.', 'kubectl get --show-managed-fields'),
      },
    ],
    description: described('The object as captured, as `kubectl get -o yaml` prints it.', GRAPH),
    needs: [content],
    read: (item, { managedFields }) => toYaml(item.get(content)?.object ?? null, managedFields === true),
  },
];

function metadataOf(captured: Content | null, field: string): JsonObject | undefined {
  return captured === null ? undefined : objectAt(captured.object, 'metadata', field);
}

/** Values that are no text are left out: the API server takes none, foreign captures may hold some. */
function stringMap(map: JsonObject | undefined): Record<string, string> | null {
  if (map === undefined) return null;
  return Object.fromEntries(Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function jsonAt(captured: Content | null, path: CompiledPath | null): unknown {
  if (captured === null) return null;
  return path === null ? captured.object : (path.evaluate(captured.object) ?? null);
}

/** By the arguments of a field, which are the same for all its objects: a path is compiled once. */
const compiledPaths = new WeakMap<Arguments, CompiledPath>();

function pathOf(args: Arguments): CompiledPath | null {
  const text = args['path'];
  if (typeof text !== 'string') return null;
  const known = compiledPaths.get(args);
  if (known !== undefined) return known;
  const path = parsed('path', text, compilePath);
  compiledPaths.set(args, path);
  return path;
}
