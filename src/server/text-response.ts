/** A short plain answer; `headers` come on top. */
export function textResponse(options: {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}): Response {
  return new Response(`${options.text}\n`, {
    status: options.status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...options.headers },
  });
}
