import { numberField, objectField, parseJson, stringField } from '../../../records/json-fields.ts';

const LONGEST = 1_000;

/** What a refusal says: the message of a Kubernetes Status, else its text, else the status line. Source: apimachinery, meta/v1, Status. */
export function statusMessage(options: { readonly body: Uint8Array; readonly httpStatus: number; readonly statusText: string }): {
  readonly message: string;
  readonly retryAfter?: number;
} {
  const { body, httpStatus, statusText } = options;
  const text = Buffer.from(body).toString('utf8').trim();
  const status = parseJson(body);
  const seconds = numberField(objectField(status, 'details'), 'retryAfterSeconds');
  const said = stringField(status, 'message') || (looksLikePage(text) ? '' : text) || `HTTP ${httpStatus} ${statusText}`.trim();
  return { message: said.slice(0, LONGEST), ...(seconds === undefined ? {} : { retryAfter: seconds * 1_000 }) };
}

/** A login page or the error page of a proxy. */
function looksLikePage(text: string): boolean {
  return text.startsWith('<');
}
