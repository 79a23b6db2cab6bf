/** Kinds as users write them in rules: `Deployment.apps`, `Pod`, or `{group: apps, kind: Deployment}`. */
import { builtInKind, builtInKinds } from '../../kube/built-in-kinds.ts';
import { canonicalKind } from '../../kube/canonical-kind.ts';
import { EXTERNAL_GROUP, externalKinds } from '../../kube/external-kinds.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import { createKindResolver, type KindResolver } from '../../kube/kind-names.ts';
import { wellKnownKinds } from '../../kube/well-known-kinds.ts';
import { typeName } from '../../records/rules-file/rule-fields.ts';
import type { Place } from './place.ts';

/** Source: kubernetes, apiextensions validation: a kind is a DNS label but for its capitals, a group a DNS subdomain. */
const KIND = /^[A-Za-z]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;
const GROUP = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LONGEST_GROUP = 253;

/**
 * The canonical kind. `external`: kinds outside the API may stand there too.
 * As a text, a kind of one of Kubernetes' own groups has to be one that we know; the mapping takes it as it is.
 */
export function readKind(value: unknown, place: Place, { external }: { readonly external: boolean }): KindKey {
  const key = typeof value === 'string' ? kindOfText(value, place) : kindOfMapping(value, place);
  if (key.group === EXTERNAL_GROUP) checkExternal(key, place, external);
  return canonicalKind(key.group, key.kind);
}

/** A group, or all below a domain: `*.upbound.io`. */
export function readGroup(group: string, place: Place): string {
  const name = group.startsWith('*.') ? group.slice(2) : group;
  if (!isGroup(name) || group === EXTERNAL_GROUP)
    throw place.fail(
      `"${group}" is no API group. Groups are written as in apiVersion, without the version; "*.example.com" is all below it.`,
    );
  return group;
}

function kindOfText(text: string, place: Place): KindKey {
  const dot = text.indexOf('.');
  const key = { kind: dot < 0 ? text : text.slice(0, dot), group: dot < 0 ? '' : text.slice(dot + 1) };
  if (key.group === EXTERNAL_GROUP) return key;
  const isKnownGroup = builtInGroups().has(key.group);
  const isWritten = KIND.test(key.kind) && (key.group === '' || isGroup(key.group));
  if (isWritten && (isKnownGroup ? isBuiltIn(key) : /^[A-Z]/.test(key.kind))) return key;
  const hint = meant(text);
  if (hint !== '') throw place.fail(`there is no kind "${text}".${hint}`);
  const ways = 'A kind is written as in objects, with its group behind it: "Pod", "Deployment.apps", "Certificate.cert-manager.io".';
  const new_ = isWritten ? ` If there is one, write it as {group: "${key.group}", kind: ${key.kind}}.` : '';
  throw place.fail(`there is no kind "${text}". ${ways}${new_}`);
}

function kindOfMapping(value: unknown, place: Place): KindKey {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw place.fail(`it has to be a kind, as "Deployment.apps" or {group: apps, kind: Deployment}, not ${typeName(value)}.`);
  const fields = place.fieldsOf(value, ['group', 'kind']);
  const kind = fields.text('kind');
  const group = fields.value('group') === '' ? '' : fields.text('group');
  if (kind === undefined || !KIND.test(kind))
    throw place.fail(kind === undefined ? '"kind" is not there.' : `"${kind}" is no kind: it is written as in objects.`, 'kind');
  if (group === undefined) throw place.fail('"group" is not there. The core group is written as "".');
  if (group !== '' && !isGroup(group))
    throw place.fail(`"${group}" is no API group: it stands in apiVersion, without the version.`, 'group');
  return { group, kind };
}

function checkExternal(key: KindKey, place: Place, allowed: boolean): void {
  const names = externalKinds.map(kindName);
  if (!names.includes(kindName(key)))
    throw place.fail(`outside the API there is no kind "${kindName(key)}". There are ${names.join(', ')}.`);
  if (!allowed) throw place.fail(`${kindName(key)} is outside the API: it can be a target, and has no objects that point at others.`);
}

function isGroup(text: string): boolean {
  return text.length <= LONGEST_GROUP && GROUP.test(text);
}

function isBuiltIn(key: KindKey): boolean {
  return builtInKind(canonicalKind(key.group, key.kind)) !== undefined;
}

function meant(text: string): string {
  const { resolve, suggest } = resolver();
  const exact = resolve(text);
  const near = exact.length > 0 ? exact : suggest(text).flatMap((name) => resolve(name).slice(0, 1));
  const names = [...new Set(near.map(kindName))].filter((name) => name !== text).slice(0, 3);
  return names.length === 0 ? '' : ` Did you mean ${names.map((name) => `"${name}"`).join(' or ')}?`;
}

let groups: ReadonlySet<string> | undefined;
let kindResolver: KindResolver | undefined;

function builtInGroups(): ReadonlySet<string> {
  groups ??= new Set([...builtInKinds.map(({ group }) => group), 'extensions']);
  return groups;
}

function resolver(): KindResolver {
  kindResolver ??= createKindResolver(wellKnownKinds);
  return kindResolver;
}
