/** The subject's alternative names, from the one line that Node makes of them: `DNS:a.example, IP Address:10.0.0.1, URI:"spiffe://…, …"`. */

export interface AlternativeNames {
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly emailAddresses: readonly string[];
  readonly uris: readonly string[];
}

const MOST_NAMES = 1_000;
/** A name with characters that could be taken for the end of it is written as a JSON string. Source: Node, doc/api/crypto.md, x509.subjectAltName. */
const NAME = /([A-Za-z][A-Za-z ]{0,20}):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/y;

export function alternativeNames(line: string | undefined): AlternativeNames {
  const found: { readonly type: string; readonly name: string }[] = [];
  NAME.lastIndex = 0;
  while (line !== undefined && NAME.lastIndex < line.length && found.length < MOST_NAMES) {
    const match = NAME.exec(line);
    if (match === null) break;
    found.push({ type: match[1] ?? '', name: unquoted(match[2] ?? '') });
  }
  const ofType = (type: string): string[] => found.filter((name) => name.type === type).map(({ name }) => name);
  return { dnsNames: ofType('DNS'), ipAddresses: ofType('IP Address'), emailAddresses: ofType('email'), uris: ofType('URI') };
}

function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  try {
    return String(JSON.parse(name));
  } catch {
    return name;
  }
}
