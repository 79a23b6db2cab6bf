/**
 * Helm: the objects of a release, and the release of an object. Where values were not captured, a release says nothing about its objects,
 * but each of them names it: by annotations, which lead to all revisions that are kept of it, for which one made the object nobody says.
 */
import { canonicalKind } from '../../kube/canonical-kind.ts';
import { type KindKey, splitApiVersion } from '../../kube/kind.ts';
import { isObject, stringAt, valueAt } from '../../kube/safe.ts';
import { configMap, secret } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag } from '../rule.ts';
import { helmReleaseObjects } from './helm-release.ts';

/** Revisions whose objects are not there any more, or are those of another one. */
const PAST = new Set(['superseded', 'uninstalled', 'uninstalling']);

const NOTHING = {} as const;

const stores: readonly KindKey[] = [secret, configMap];

export const helmRelations: readonly CodedRelation[] = [
  ...stores.map(
    (from): CodedRelation => ({
      relation: 'helm-release-object',
      from,
      target: '*',
      forward: { name: 'helmReleaseObjects' },
      source: 'Helm 3 pkg/storage/driver: the label owner=helm, data.release',
      describe:
        '`data.release` of a release that Helm keeps (label `owner: helm`): each object of its manifest; weak unless the label `status` is `deployed`; none of superseded and uninstalled ones',
      extract: ({ object, namespace }) => {
        const stored = valueAt(object, 'data', 'release');
        const status = stringAt(object, 'metadata', 'labels', 'status') ?? '';
        if (typeof stored !== 'string' || stringAt(object, 'metadata', 'labels', 'owner') !== 'helm' || PAST.has(status)) return {};
        const flags = status === 'deployed' ? 0 : ReferenceFlag.weak;
        return { references: helmReleaseObjects(stored).flatMap((made) => pointer({ made, namespace, flags })) };
      },
    }),
  ),
  {
    relation: 'helm-release',
    from: '*',
    target: secret,
    selects: true,
    source:
      'Helm 3 pkg/action/validate.go: meta.helm.sh/release-name and -namespace; pkg/storage/driver/secrets.go: the labels owner and name',
    describe:
      "`metadata.annotations['meta.helm.sh/release-name']` and `…/release-namespace`: the Secrets with the labels `owner: helm` and `name` of that release",
    extract: ({ object }) => {
      const metadata = object['metadata'];
      const annotations = isObject(metadata) ? metadata['annotations'] : undefined;
      if (!isObject(annotations)) return NOTHING;
      const release = annotations['meta.helm.sh/release-name'];
      const namespace = annotations['meta.helm.sh/release-namespace'];
      if (!isPointerText(release) || !isPointerText(namespace)) return NOTHING;
      const requirements = [
        { key: 'name', operator: 'In', values: [release] },
        { key: 'owner', operator: 'In', values: ['helm'] },
      ] as const;
      const path = "metadata.annotations['meta.helm.sh/release-name']";
      return { selectors: [{ relation: 'helm-release', path, indexes: [], ...secret, namespace, requirements }] };
    },
  },
];

function pointer(from: {
  readonly made: Parameters<typeof stringAt>[0];
  readonly namespace: string | null;
  readonly flags: number;
}): readonly ReferenceDraft[] {
  const { made, namespace: own, flags } = from;
  const kind = stringAt(made, 'kind');
  const apiVersion = stringAt(made, 'apiVersion');
  const name = stringAt(made, 'metadata', 'name');
  if (!isPointerText(kind) || !isPointerText(apiVersion) || !isPointerText(name)) return [];
  const written = stringAt(made, 'metadata', 'namespace');
  const namespace = isPointerText(written) ? written : own;
  const key = canonicalKind(splitApiVersion(apiVersion).group, kind);
  const reference = { relation: 'helm-release-object', path: 'data.release', indexes: [], ...key, namespace, name, flags };
  return [{ ...reference, written: { apiVersion, kind, name, ...(written === undefined ? {} : { namespace: written }) } }];
}
