// Stands in the built pages (vite.config.ts) where socket.io keeps what it needs for binary messages: our frames are JSON text in both
// directions (shared/kernel/protocol.ts), so no page need carry it. Were a server to send bytes, this would say so aloud.
const none = (): never => {
  throw new Error('a binary message on a line of text');
};
/** Of socket.io-parser/is-binary.js: nothing that is sent is binary. */
export const isBinary = (): boolean => false;
export const hasBinary = (): boolean => false;
/** Of socket.io-parser/binary.js. */
export const deconstructPacket = none;
export const reconstructPacket = none;
/** Of engine.io-parser's base64, for bytes over polling. */
export const decode = none;
