/** One page of a list, cut into its items while it comes. */

import { DEFAULT_INPUT_LIMITS } from '../../../records/input-limits.ts';
import { objectField, parseJson, stringField } from '../../../records/json-fields.ts';
import { type JsonCut, JsonSplitter } from '../../objects/json-splitter.ts';
import { type ApiResource, groupVersionText } from '../discovery/api-resource.ts';
import type { Answer } from '../http/exchange.ts';
import { ApiFault } from '../http/fault.ts';
import type { PageItems } from './page-items.ts';
import { withKind } from './with-kind.ts';

export interface PageHead {
  readonly resourceVersion: string | undefined;
  /** The token of the next page; absent at the last. */
  readonly next: string | undefined;
  /** Items that were left out, and why. */
  readonly faults: readonly string[];
}

/** Puts the items into `items` as they come: what came before a cut is there. Throws ApiFault where the answer is cut, or no list. */
export async function readPage(options: {
  readonly answer: Answer;
  readonly resource: ApiResource;
  readonly items: PageItems;
  /** Told where the next page begins, where the list says so before its items: typed lists do. */
  readonly onNext?: (token: string) => void;
}): Promise<PageHead> {
  const { answer, resource, items, onNext } = options;
  const splitter = new JsonSplitter(DEFAULT_INPUT_LIMITS);
  const type = { apiVersion: groupVersionText(resource), kind: resource.kind };
  const faults: string[] = [];
  let list: unknown;
  for await (const chunk of answer.body) {
    for (const cut of splitter.push(chunk)) {
      if (cut.type === 'item') await takeItem({ cut, type, items, faults });
      else if (cut.fault === null) {
        list = parseJson(cut.json);
        const next = stringField(objectField(list, 'metadata'), 'continue');
        if (cut.type === 'listStart' && next) onNext?.(next);
      }
    }
  }
  if (splitter.unfinished) throw noList('its answer ends in the middle of the list', true);
  if (!isList(list)) throw noList(`its answer is no list (${answer.contentType || 'no content type'})`, false);
  const metadata = objectField(list, 'metadata');
  return { resourceVersion: stringField(metadata, 'resourceVersion'), next: stringField(metadata, 'continue') || undefined, faults };
}

async function takeItem(options: {
  readonly cut: JsonCut;
  readonly type: { readonly apiVersion: string; readonly kind: string };
  readonly items: PageItems;
  readonly faults: string[];
}): Promise<void> {
  const { cut, type, items, faults } = options;
  const item = cut.fault === null ? withKind(cut.json, type) : null;
  if (item !== null) await items.push(item);
  else faults.push(FAULTS[cut.fault ?? 'NOT_JSON']);
}

const FAULTS: Readonly<Record<NonNullable<JsonCut['fault']>, string>> = {
  OBJECT_TOO_LARGE: `an object of more than ${DEFAULT_INPUT_LIMITS.objectBytes} bytes`,
  OBJECT_TOO_DEEP: `an object of more than ${DEFAULT_INPUT_LIMITS.jsonDepth} levels`,
  NOT_JSON: 'an item that is no object',
};

/** Of a list without items `items` may be null. */
function isList(value: unknown): boolean {
  return stringField(value, 'kind')?.endsWith('List') === true && stringField(objectField(value, 'metadata'), 'name') === undefined;
}

function noList(message: string, retryable: boolean): ApiFault {
  return new ApiFault({ outcome: 'failed', message, retryable });
}
