/** What to tell of a capture that came to nothing, or to a part: what failed, on which cluster or file, and what to do. */
import { ApiFault } from '../../src/sources/cluster/http/fault.ts';
import { count } from '../output/words.ts';
import { CaptureFailed } from './capture-one.ts';

export function failureText(error: unknown, server: string | undefined): string {
  if (!(error instanceof CaptureFailed)) return causeText(error, server);
  const { tally, path, cause } = error;
  const text = isFull(cause) ? `${path} could not be written to its end: no space is left on the disk.` : causeText(cause, server);
  return tally.start === null ? text : `${text} ${leftText(error)}${isFull(cause) ? ' Make room, or write to another disk with -o.' : ''}`;
}

function causeText(cause: unknown, server = 'the API server'): string {
  return cause instanceof ApiFault ? faultText(cause, server) : messageOf(cause);
}

function faultText(fault: ApiFault, server: string): string {
  if (fault.connection === 'certificate')
    return `${server} is not trusted, for its certificate was refused: ${fault.message}. --certificate-authority names the authority that signed it, --tls-server-name the name that it bears.`;
  if (fault.unreachable) return `${server} cannot be reached: ${fault.message}. Check the network, and the context (--context).`;
  if (fault.httpStatus === 401)
    return `${server} does not know who you are: ${fault.message}. Log in again, or choose another user or context (--context).`;
  if (fault.httpStatus === 403)
    return `${server} lets you read nothing: ${fault.message}. Choose another user or context (--context), or ask for a role like that of deploy/rbac.yaml.`;
  return `${server}: ${fault.message}.`;
}

function leftText({ tally, path, kept }: CaptureFailed): string {
  const came = `${count(tally.objects, 'object')} had come`;
  return kept ? `${came}; what was written until then is in ${path}, which opens as a broken-off capture.` : `${came}; nothing was kept.`;
}

/** Source: Linux, errno(3); the quota of a user is a disk that is full for that user. */
function isFull(cause: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(cause));
}

function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
