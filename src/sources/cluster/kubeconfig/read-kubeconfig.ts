/** One kubeconfig file, YAML or JSON, to what it says. */
import { dirname, resolve } from 'node:path';
import { DEFAULT_INPUT_LIMITS } from '../../../records/input-limits.ts';
import { parseYaml } from '../../objects/parse-yaml.ts';
import { type AbsolutePath, absolutePathFrom } from './absolute-path.ts';
import { ClusterAccessError } from './access-error.ts';
import { Fields } from './fields.ts';
import type { Cluster, Context, Entry, Kubeconfig } from './kubeconfig.ts';
import { readText } from './read-text.ts';
import { readUser } from './read-user.ts';

/** Null where there is no such file; one that is empty says nothing. Throws ClusterAccessError, which names the file. */
export function readKubeconfig(path: string): Kubeconfig | null {
  const text = readText(path);
  return text === null ? null : parseKubeconfig({ text, file: path });
}

/** `file`: its path, for messages, and for the paths in it, which are relative to its folder. */
export function parseKubeconfig(options: { readonly text: string; readonly file: string }): Kubeconfig {
  const { file } = options;
  const fields = new Fields({ value: parse(options) ?? {}, file, path: '' });
  const kind = fields.text('kind');
  if (kind !== undefined && kind !== 'Config') throw fields.invalid(`it holds a ${kind}, not a kubeconfig`);
  const toAbsolute = absolutePathFrom(dirname(resolve(file)));
  return {
    currentContext: fields.text('current-context'),
    contexts: entries({ fields, list: 'contexts', item: 'context', file, read: readContext }),
    clusters: entries({ fields, list: 'clusters', item: 'cluster', file, read: (cluster) => readCluster(cluster, toAbsolute) }),
    users: entries({ fields, list: 'users', item: 'user', file, read: (user) => readUser(user, toAbsolute) }),
  };
}

function parse({ text, file }: { readonly text: string; readonly file: string }): unknown {
  if (isEmpty(text)) return null;
  const parsed = parseYaml(text, { ...DEFAULT_INPUT_LIMITS, jsonDepth: DEEPEST });
  if ('value' in parsed) return parsed.value;
  const { message, line } = parsed.fault;
  const where = line > 0 ? `${file}, line ${line + 1}` : file;
  throw new ClusterAccessError('INVALID', `The kubeconfig ${where}: ${message}. Mend it, or name another with --kubeconfig.`);
}

/** Lines of comments are nothing, too. */
function isEmpty(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:#|-{3}\s*$|$)/.test(line));
}

/** Extensions may nest; not like this. */
const DEEPEST = 100;

/** A name may be given once in a file. Source: client-go, tools/clientcmd/api/v1/conversion.go. */
function entries<Value>(options: {
  readonly fields: Fields;
  readonly list: string;
  readonly item: string;
  readonly file: string;
  readonly read: (fields: Fields) => Value;
}): ReadonlyMap<string, Entry<Value>> {
  const { fields, list, item, file, read } = options;
  const found = new Map<string, Entry<Value>>();
  for (const element of fields.list(list)) {
    const name = element.text('name') ?? '';
    if (found.has(name)) throw fields.invalid(`${list} has the name "${name}" twice`);
    found.set(name, { file, value: read(element.mapping(item) ?? new Fields({ value: {}, file, path: item })) });
  }
  return found;
}

function readContext(fields: Fields): Context {
  return { cluster: fields.text('cluster') ?? '', user: fields.text('user') ?? '', namespace: fields.text('namespace') };
}

function readCluster(fields: Fields, toAbsolute: AbsolutePath): Cluster {
  return {
    server: fields.text('server') ?? '',
    certificateAuthority: toAbsolute(fields.text('certificate-authority')),
    certificateAuthorityData: fields.text('certificate-authority-data'),
    insecureSkipTlsVerify: fields.flag('insecure-skip-tls-verify'),
    tlsServerName: fields.text('tls-server-name'),
    proxyUrl: fields.text('proxy-url'),
    disableCompression: fields.flag('disable-compression'),
    pluginConfig: fields
      .list('extensions')
      .find((extension) => extension.text('name') === PLUGIN_EXTENSION)
      ?.anything('extension'),
  };
}

/** Source: client-go, tools/clientcmd/api/types.go, ExecConfig.Config. */
const PLUGIN_EXTENSION = 'client.authentication.k8s.io/exec';
