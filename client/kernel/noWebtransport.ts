// Stands where engine.io-client has its third transport, in the built pages (vite.config.ts): our server does not offer it and
// transport.ts asks only for websocket and polling, so no page need carry it. Were it asked for, it would say so aloud.
export const WT = function (): never {
  throw new Error('no webtransport here');
};
