import { defineSetting } from './settings.ts';

/** Kinds of organisation: what each has to think of besides what everybody has, and what it usually promises. */
export const sectors = [
  'enterprise', 'government', 'non_profit', 'finance', 'e_commerce', 'cloud', 'manufacturing',
] as const; // prettier-ignore
export type Sector = (typeof sectors)[number];
export const sector = defineSetting<Sector | null>('organisation.sector', null);

/** Whom it serves: customers outside, or the organisation that it is a part of. The pages then speak of either. */
export const providerKinds = ['provider', 'internal_it'] as const;
export type ProviderKind = (typeof providerKinds)[number];
export const providerKind = defineSetting<ProviderKind>('organisation.provider_kind', 'provider');
