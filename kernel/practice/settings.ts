/**
 * Rule values that an administrator changes without a restart. Stored once, with a version that every decision made by
 * them cites (processes.md 0.1.5), so that a figure can be recomputed later.
 */
export type Setting<T> = { readonly value: T; readonly version: number };
export type Settings = { get<T>(key: SettingKey<T>): Setting<T> };

/** A key with the value that holds until somebody changes it. */
export type SettingKey<T> = { readonly key: string; readonly initial: T };
export const defineSetting = <T>(key: string, initial: T): SettingKey<T> => ({ key, initial });

/** How large the organisation is (processes.md 0.8): depth, form and frequency, never the set of requirements. */
export type Profile = 'S' | 'M' | 'L';
export const profile = defineSetting<Profile>('organisation.profile', 'M');
