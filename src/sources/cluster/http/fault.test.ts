import { expect, test } from 'vitest';
import { connectionFault } from './fault.ts';

function fault(code: string, begun = false) {
  return connectionFault(Object.assign(new Error('it failed'), { code }), begun);
}

test.each([
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
])('%s is a certificate that another try would meet as well', (code) => {
  expect(fault(code)).toMatchObject({ connection: 'certificate', retryable: false, unreachable: true });
});

test.each(['ENOTFOUND', 'EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'ERR_PROXY_REFUSED'])(
  '%s is final',
  (code) => {
    expect(fault(code)).toMatchObject({ connection: undefined, retryable: false, unreachable: true });
  },
);

test.each([
  ['ECONNREFUSED', 'absent'],
  ['EHOSTUNREACH', 'absent'],
  ['EAI_AGAIN', 'absent'],
  ['ECONNRESET', undefined],
  ['ETIMEDOUT', undefined],
  ['ERR_PROXY_TUNNEL', undefined],
  ['ERR_SSL_UNEXPECTED_EOF_WHILE_READING', undefined],
])('%s may go better at another try', (code, connection) => {
  expect(fault(code)).toMatchObject({ connection, retryable: true, unreachable: true });
});

test('an answer that had begun may come whole at another try', () => {
  expect(fault('EPROTO', true)).toMatchObject({ retryable: true, unreachable: false, message: expect.stringContaining('(EPROTO)') });
});
