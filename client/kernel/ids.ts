// Ids made by a device: 100 random bits, lower-case base32. getRandomValues exists on plain http, randomUUID does not (decisions: screens and devices).
const letters = 'abcdefghijklmnopqrstuvwxyz234567';

export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  let id = '';
  for (const byte of bytes) id += letters.charAt(byte & 31);
  return id;
};
