/** What krew refuses in a manifest. Source: krew, internal/index/validation/validate.go; cmd/validate-krew-manifest. */
export interface Platform {
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly uri: string;
  readonly sha256: string;
  readonly bin: string;
  readonly files: readonly { readonly from: string; readonly to: string }[];
}

export interface Plugin {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly version: string;
    readonly shortDescription: string;
    readonly description: string;
    readonly caveats: string;
    readonly platforms: readonly Platform[];
  };
}

/** A line a fault; `fileName` without `.yaml`. */
export function krewFaults({ apiVersion, kind, metadata, spec }: Plugin, fileName: string): string[] {
  return [
    ...fault(apiVersion === 'krew.googlecontainertools.github.com/v1alpha2', 'apiVersion'),
    ...fault(kind === 'Plugin', 'kind'),
    ...fault(/^[\w-]+$/.test(metadata.name) && metadata.name === fileName, 'name'),
    ...fault(/^v\d+\.\d+\.\d+(-[\w.-]+)?$/.test(spec.version), 'version'),
    // The index of krew takes no more than 50 characters.
    ...fault(/^.{1,50}$/.test(spec.shortDescription), 'shortDescription'),
    ...fault(spec.platforms.length > 0, 'no platforms'),
    ...spec.platforms.flatMap(platformFaults),
    ...supported.flatMap((one) =>
      fault(spec.platforms.filter((platform) => selects(platform, one)).length <= 1, `${one.os}/${one.arch} twice`),
    ),
  ];
}

function platformFaults(platform: Platform, index: number): string[] {
  const { selector, uri, sha256, bin, files } = platform;
  const keys = Object.keys(selector.matchLabels);
  return [
    ...fault(keys.length > 0 && keys.every((key) => key === 'os' || key === 'arch'), 'selector'),
    ...fault(
      supported.some((one) => selects(platform, one)),
      'selects nothing',
    ),
    ...fault(URL.canParse(uri), 'uri'),
    ...fault(/^[a-f0-9]{64}$/.test(sha256), 'sha256'),
    ...fault(bin !== '' && !bin.startsWith('/') && !bin.includes('..'), 'bin'),
    ...fault(files.length > 0 && files.every(({ from, to }) => from !== '' && to !== '' && !to.includes('..')), 'files'),
  ].map((what) => `platform ${index}: ${what}`);
}

/** What krew runs on. */
const supported = ['windows/386', 'windows/amd64', 'windows/arm64', 'linux/386', 'linux/amd64', 'linux/arm', 'linux/arm64', 'darwin/386']
  .concat(['darwin/amd64', 'darwin/arm64'])
  .map((platform) => ({ os: platform.split('/')[0] ?? '', arch: platform.split('/')[1] ?? '' }));

function selects({ selector }: Platform, machine: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector.matchLabels).every(([key, value]) => machine[key] === value);
}

function fault(holds: boolean, what: string): string[] {
  return holds ? [] : [what];
}
