/** The tour of `open --tour`: a Service that works with all it rests on, and one with nothing behind it and why. */

import type { Reader } from '../../src/store/reader.ts';
import type { Output } from '../output/output.ts';
import { formatTable } from '../output/table.ts';
import { lineText } from '../output/terminal-text.ts';
import { emptyService, type ServiceAnswer, servicesOf, workingService } from './services.ts';
import { whyEmpty } from './why-empty.ts';

/** Ends with a newline. */
export async function tour(options: { readonly reader: Reader; readonly output: Output }): Promise<string> {
  const { reader, output } = options;
  const services = await servicesOf(reader);
  const working = workingService(services);
  const empty = emptyService(services);
  const parts = [
    ...(working === undefined ? [] : [await workingText(working, output)]),
    ...(empty === undefined ? [] : [await emptyText({ service: empty, reader, output })]),
  ];
  return parts.length > 0 ? parts.join('\n') : 'No Service in this capture selects Pods.\n';
}

async function workingText(service: ServiceAnswer, output: Output): Promise<string> {
  const ready = service.endpoints.filter((endpoint) => endpoint.ready).length;
  const title = `Service ${service.namespace}/${service.name} works: ${ready} of ${service.endpoints.length} endpoints are ready`;
  const rows = service.endpoints.map((endpoint) => [
    endpoint.slice,
    endpoint.addresses.join(', '),
    endpoint.ready
      ? { text: 'ready', paint: (text: string) => output.style('good', text) }
      : { text: 'not ready', paint: (text: string) => output.style('bad', text) },
    endpoint.pod ?? '',
    endpoint.node ?? '',
  ]);
  return `${output.style('heading', lineText(title))}\n${await formatTable({ headers: ['ENDPOINTSLICE', 'ADDRESS', 'STATE', 'POD', 'NODE'], rows })}`;
}

async function emptyText(options: { readonly service: ServiceAnswer; readonly reader: Reader; readonly output: Output }): Promise<string> {
  const { service, reader, output } = options;
  const title = `Service ${service.namespace}/${service.name} has nothing behind it`;
  const why = await whyEmpty({ reader, service });
  const rows = [
    ['Selects', why.selector],
    ['Endpoints', String(service.endpoints.length)],
    ['Reached from', service.ingresses.length === 0 ? 'no Ingress' : service.ingresses.map((name) => `Ingress ${name}`).join(', ')],
    ['Why', why.reason],
  ];
  return `${output.style('heading', lineText(title))}\n${await formatTable({ rows })}`;
}
