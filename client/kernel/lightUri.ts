// Stands where engine.io-client takes an address to pieces by hand, in the built pages (vite.config.ts): every browser that can open them has
// `URL`, and a phone carries half a kB less. The same fields, for the full addresses that the client makes; an IPv6 host without its brackets.
export const parse = (address: string): object => {
  const { protocol, hostname, port, pathname, search, searchParams } = new URL(address);
  return {
    source: address,
    protocol: protocol.slice(0, -1),
    host: hostname.replace(/[[\]]/gu, ''),
    port,
    path: pathname,
    query: search.slice(1),
    queryKey: Object.fromEntries(searchParams),
  };
};
