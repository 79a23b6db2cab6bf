import { expect, test } from 'vitest';
import { holdsCredentials, isReference } from './credentials-in-value.ts';

test.each([
  ['postgres://app:hunter2@db.data:5432/orders'],
  ['redis://:hunter2@redis:6379/0'],
  ['amqp://guest:guest@rabbitmq'],
  ['see https://user:pass@example.com/x for more'],
  ['jdbc:mysql://app:p%40ss@db/orders'],
  ['mongodb://a:b@h1,h2/db'],
  ['app:hunter2@tcp(db:3306)/orders?parseTime=true'],
  ['app:hun/ter2@unix(/tmp/mysql.sock)/orders'],
  ['Server=db;Database=orders;User Id=app;Password=hunter2;'],
  ['host=db user=app password=hunter2 dbname=orders'],
  ['DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abc123=='],
  ['-Xmx512m -Djavax.net.ssl.keyStorePassword=changeit'],
  ['--listen=:8080 --token=abc'],
  ['https://example.com/hook?api_key=abc'],
  ['{"spring.datasource.password":"hunter2"}'],
  ["{'api_key': 'abc'}"],
  ['db:\n  user: app\n  password: hunter2\n'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIE…'],
  ['-----BEGIN PRIVATE KEY-----'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----'],
  ['Bearer abcdefghijk'],
  ['Authorization: Basic YXBwOmh1bnRlcjI='],
  ['https://hooks.slack.com/services/T0/B0/xyz'],
  ['https://discord.com/api/webhooks/1/abc'],
  ['https://acme.webhook.office.com/webhookb2/x'],
])('%j holds credentials', (value) => {
  expect(holdsCredentials(value)).toBe(true);
});

test.each([
  [''],
  ['8080'],
  ['info'],
  ['http://example.com:8080/path'],
  ['https://user@example.com/'],
  ['postgres://$(USER):$(PASSWORD)@db/orders'],
  ['http://example.com/a:b/c@d'],
  ['10.0.0.1:9092,10.0.0.2:9092'],
  ['2026-11-23T05:07:10Z'],
  ['-Xmx512m -Dlog.level=debug'],
  ['{"passwordPolicy":{"length":8}}'],
  ['-----BEGIN CERTIFICATE-----\nMIIB…'],
  ['ghcr.io/acme/token-service:1.2'],
  ['secret'],
  ['basic'],
  ['a=b;c=d'],
])('%j holds none', (value) => {
  expect(holdsCredentials(value)).toBe(false);
});

test.each([
  ['$(DB_PASSWORD)', true],
  ['$(a.b-c_D)', true],
  ['$(A)$(B)', false],
  ['x$(A)', false],
  ['$(A)x', false],
  ['$A', false],
  ['$()', false],
  ['$(A\n)', false],
])('%j is a reference alone: %s', (value, expected) => {
  expect(isReference(value)).toBe(expected);
});

test.each([
  ...[
    '://',
    ':',
    '://a:',
    'password ',
    'password  ',
    '-----BEGIN ',
    'a',
    ' ',
    '@',
    '$(',
    'bearer ',
    '//x.webhook',
    '=',
    '"',
    'key:',
    'token"',
  ],
])('two million characters of %j are looked through once, not once for each of them', (part) => {
  const value = part.repeat(2_000_000 / part.length);
  // Were it otherwise, this would take hours.
  expect([holdsCredentials(value), isReference(value)]).toEqual([false, false]);
});
