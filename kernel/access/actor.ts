import { isLooker } from './roles.ts';

/** Who acts: a person (or the software itself) with what they may do at this moment. */
export type Actor = {
  readonly id: string | null;
  readonly name: string;
  readonly holdings: readonly Holding[];
  readonly teamIds: readonly string[];
  /** Own unit or customer organisation, and everything below it. */
  readonly orgUnitIds: readonly string[];
  readonly channel: Channel;
  readonly language: Language;
  /** Scopes of the API token in use; undefined for a signed-in person. */
  readonly tokenScopes?: readonly string[];
  /** Looked at the work for a time that has not begun or is over: sees nothing, and is told so. */
  readonly outside?: { readonly from: string; readonly to: string | null };
};

export type Language = 'en' | 'zh-CN';
export type Channel = 'web' | 'api' | 'cli' | 'import' | 'system' | 'mail';

/** A role held today; with units, only there (each list already holds the whole subtree). */
export type Holding = { readonly role: string; readonly unitIds?: readonly string[] };

/** The software itself: escalations, sealing, imports. It passes role checks, never rules. */
export const system = (channel: Channel = 'system'): Actor => ({
  id: null,
  name: 'Servanda',
  holdings: [{ role: 'system' }],
  teamIds: [],
  orgUnitIds: [],
  channel,
  language: 'en',
});

export const holds = (actor: Actor, role: string) => actor.holdings.some((h) => h.role === role);

/** Looks on, whatever other role they may hold besides: they change nothing that is not expressly theirs. */
export const isLookingOn = (actor: Pick<Actor, 'holdings'>) => actor.holdings.some((h) => isLooker(h.role));
