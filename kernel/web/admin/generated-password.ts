/** Without what is mistaken for another when read aloud or from paper: 0 O, 1 l I. */
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Four groups of five: 116 bits, and it can still be typed from paper. */
export function generatedPassword(): string {
  // What exceeds the last whole multiple would favour the first letters.
  const fair = 256 - (256 % letters.length);
  const picked: string[] = [];
  while (picked.length < 20) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      if (byte < fair && picked.length < 20) picked.push(letters[byte % letters.length] ?? '');
  }
  return [0, 5, 10, 15].map((at) => picked.slice(at, at + 5).join('')).join('-');
}
