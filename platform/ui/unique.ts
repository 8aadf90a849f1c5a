/** A random key. `crypto.randomUUID` exists only over HTTPS, and Servanda may run without it inside a network. */
export const uniqueKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
