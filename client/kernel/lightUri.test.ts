// The address of the line, taken to pieces as engine.io-client's own function does it.
import { expect, it } from 'vitest';
import { parse } from './lightUri.ts';

it('[K10] a name, an address, a port, IPv6, a query', () => {
  expect(parse('http://plenaria.test:8080/')).toMatchObject({
    protocol: 'http',
    host: 'plenaria.test',
    port: '8080',
    path: '/',
    query: '',
  });
  expect(parse('https://192.168.1.20')).toMatchObject({ protocol: 'https', host: '192.168.1.20', port: '', path: '/' });
  expect(parse('ws://[fe80::1]:3000/')).toMatchObject({ protocol: 'ws', host: 'fe80::1', port: '3000' });
  expect(parse('http://sala.local/?a=1&b=due')).toMatchObject({
    source: 'http://sala.local/?a=1&b=due',
    query: 'a=1&b=due',
    queryKey: { a: '1', b: 'due' },
  });
});
