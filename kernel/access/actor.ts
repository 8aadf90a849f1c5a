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

/** A role held today; with units, only there (each list already holds the whole subtree); with a remit, only of that. */
export type Holding = { readonly role: string; readonly unitIds?: readonly string[]; readonly remit?: Remit };

/** What belongs to some clauses and processes: the scope of an audit, spelled out. */
export type Remit = {
  /** Record types. */
  readonly types: readonly string[];
  /** Clauses and requirements with all above and below them: what names one of these belongs to it. */
  readonly clauses: readonly string[];
  readonly requirements: ReadonlySet<string>;
};

/** What somebody is limited to in all that they hold; undefined: to nothing. */
export function remitsOf({ holdings }: Pick<Actor, 'holdings'>): readonly Remit[] | undefined {
  const counting = holdings.filter(({ role }) => role !== 'user');
  const remits = counting.flatMap(({ remit }) => remit ?? []);
  return remits.length > 0 && remits.length === counting.length ? remits : undefined;
}

/** Does a requirement belong to what this person may look at? */
export const answersTo = (actor: Pick<Actor, 'holdings'>, requirement: string): boolean =>
  remitsOf(actor)?.some(({ requirements }) => requirements.has(requirement)) ?? true;

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
