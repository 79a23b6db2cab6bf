/** A value as JSON or YAML, for programs. */
import { jsonText } from './terminal-text.ts';

/** `format`: `json` or `yaml`. Ends with a newline. */
export async function printDocument(options: {
  readonly document: unknown;
  readonly format: string;
  readonly indent?: number;
}): Promise<string> {
  const { document, format, indent = 2 } = options;
  if (format === 'json') return `${jsonText(JSON.stringify(document, null, indent))}\n`;
  const { dump } = await import('js-yaml');
  return dump(document, { noRefs: true, lineWidth: -1 });
}
