import { expect, test } from 'vitest';
import { ownOrigins } from './origin.ts';

test('the host of the request is an own origin, next to the public address', () => {
  expect(ownOrigins('192.168.1.7:8080', 'http://localhost:3000')).toEqual([
    'http://localhost:3000',
    'https://192.168.1.7:8080',
    'http://192.168.1.7:8080',
  ]);
  expect(ownOrigins('Desk.example.org:443', 'http://localhost:3000')).toContain('https://desk.example.org');
});

test('behind https, plain http counts on this machine only', () => {
  const base = 'https://desk.example.org';
  expect(ownOrigins('desk.example.org', base)).not.toContain('http://desk.example.org');
  expect(ownOrigins('localhost:3000', base)).toContain('http://localhost:3000');
  expect(ownOrigins('localhost.evil.example', base)).not.toContain('http://localhost.evil.example');
});

test('a host that is none adds nothing', () => {
  for (const host of [undefined, '', 'a/b', 'a b', 'user@host', 'host?x', 'a:99999', '%%', '::']) {
    expect({ host, own: ownOrigins(host, 'http://localhost:3000') }).toEqual({
      host,
      own: ['http://localhost:3000'],
    });
  }
});
