/**
 * The canonical form of an object: its kind's home, and the shape of the newest version. Rules and generated types read this form;
 * what was captured stays as it is. Nothing is guessed: a version whose shape is not known is left alone and said to be so.
 */
import type { JsonObject } from '../records/record.ts';
import { builtInKind } from './built-in-kinds.ts';
import { canonicalKind } from './canonical-kind.ts';
import type { Convert } from './conversions/conversion.ts';
import { conversions } from './conversions/conversions.ts';
import { type KindKey, splitApiVersion } from './kind.ts';
import { stringAt } from './safe.ts';

/** canonical: the object itself, as it came · converted: a new object · unknown_version: a built-in kind in a version that has no conversion. */
export type FormStatus = 'canonical' | 'converted' | 'unknown_version';

export interface CanonicalForm {
  readonly object: JsonObject;
  readonly key: KindKey;
  readonly status: FormStatus;
}

/**
 * Custom kinds are always canonical, whatever their version. Never throws and never changes what it is given: a field of the wrong type
 * stays as it is. What has no kind or apiVersion comes back as canonical with '' for them.
 */
export function toCanonicalForm(object: JsonObject): CanonicalForm {
  const apiVersion = stringAt(object, 'apiVersion') ?? '';
  const kind = stringAt(object, 'kind') ?? '';
  const { key, status, convert, version } = formOf(apiVersion, kind);
  if (convert === undefined || version === undefined) return { object, key, status };
  return { object: { ...convert(object), apiVersion: version, kind: key.kind }, key, status };
}

interface Form {
  readonly key: KindKey;
  readonly status: FormStatus;
  readonly convert?: Convert;
  readonly version?: string;
}

/** By `group/version/Kind`. */
const CONVERSIONS: ReadonlyMap<string, Convert> = new Map(
  conversions.flatMap(({ from, convert }) => from.map((name) => [name, convert] as const)),
);

/** Only what the tables name is kept, so that no capture can make this grow. */
const FORMS = new Map<string, Form>();

function formOf(apiVersion: string, kind: string): Form {
  const name = `${apiVersion}/${kind}`;
  const known = FORMS.get(name);
  if (known !== undefined) return known;
  const key = canonicalKind(splitApiVersion(apiVersion).group, kind);
  const builtIn = builtInKind(key);
  if (builtIn === undefined) return { key, status: 'canonical' };
  const convert = CONVERSIONS.get(name);
  const version = builtIn.apiVersions[0];
  const canonical = builtIn.apiVersions.includes(apiVersion) && builtIn.kind === kind;
  if (convert === undefined && !canonical) return { key, status: 'unknown_version' };
  const form: Form =
    canonical || convert === undefined || version === undefined
      ? { key, status: 'canonical' }
      : { key, status: 'converted', convert, version };
  FORMS.set(name, form);
  return form;
}
