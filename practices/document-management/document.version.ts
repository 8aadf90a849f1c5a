/** `2.1`: major.minor. A new major version is read and acknowledged anew. */
export type Version = { readonly major: number; readonly minor: number };

export function versionOf(text: string): Version {
  const [major = '0', minor = '0'] = text.split('.');
  return { major: Number(major), minor: Number(minor) };
}

export const isVersion = (text: string) => /^\d{1,6}\.\d{1,6}$/.test(text);

/** The first version is 1.0, whatever it was called in work. */
export function nextVersion(approved: string | null, revision: string | null): string {
  if (approved === null) return '1.0';
  const { major, minor } = versionOf(approved);
  return revision === 'minor' ? `${major}.${minor + 1}` : `${major + 1}.0`;
}
