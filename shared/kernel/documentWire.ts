// The line on which a device reads a document: the y-websocket protocol, one way. What a page says on it is only what it has; whatever
// else comes is refused in the protocol's own words. Plain numbers and codes: phones read this file too.

/** The y-websocket protocol's own message types. */
export const wire = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, epoch: 4 } as const;
/** Close codes, as y-websocket reads them: 44xx is away for good (the reason says why), 45xx is come back later. */
export const closing = { refused: 4403, tooMuch: 4529 } as const;
export const documentPath = '/y/';
/** How often the server says that the line is alive; a page that hears nothing for three times as long opens it anew. */
export const aliveMs = 5000;
