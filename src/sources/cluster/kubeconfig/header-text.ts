import { ClusterAccessError } from './access-error.ts';

/** Text as a header's value: Go sends UTF-8, which Node takes as one character a byte. What would end the header is an error. */
export function headerText(text: string, called: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a header may not hold
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(text))
    throw new ClusterAccessError('INVALID', `${called} holds a line break or another control character: it cannot be sent.`);
  return Buffer.from(text, 'utf8').toString('latin1');
}
