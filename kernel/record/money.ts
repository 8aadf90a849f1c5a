/** Money is kept in minor units: how many decimals a currency has (2 for most, 0 for a yen). */
export const minorDigits = (currency: string): number => {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    // No currency code: what is read or shown is wrong for other reasons, and told there.
    return 2;
  }
};

/** `10,999.50` CNY → 1099950, digit by digit; undefined where it is no amount, or finer than the currency. */
export function toMinor(text: string, currency: string): number | undefined {
  const plain = text.replaceAll(/[\s,_](?=\d{3}(?:\D|$))/g, '');
  const [, whole, decimals = ''] = /^(\d{1,13})(?:\.(\d{1,10}))?$/.exec(plain) ?? [];
  const digits = minorDigits(currency);
  const kept = decimals.replace(/0+$/, '');
  if (whole === undefined || kept.length > digits) return undefined;
  const minor = Number(whole + kept.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
