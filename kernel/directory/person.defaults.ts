import type { Language } from '../access/actor.ts';
import { defineSetting } from '../practice/settings.ts';
import type { Action } from '../process/process.ts';
import { organisations, zoneAt, type OrganisationTree } from './organisation.snapshot.ts';
import type { BaseRecord } from '../record/base.ts';

/** What most people here speak; the first visit says so. */
export const organisationLanguage = defineSetting<Language>('organisation.language', 'en');

/** What is asked of a person here. */
type Newcomer = BaseRecord & { readonly zone: string | null; readonly language: Language | null };

/** Where nothing else is said, somebody new keeps the clock of where they work and reads the organisation's language. */
export const asAtHome: Pick<Action<Newcomer>, 'facts' | 'factsLockNothing' | 'set'> = {
  facts: async (work) => ({ tree: work.house.reference.get(organisations) }),
  factsLockNothing: true,
  set: ({ zone, language, orgUnitId, customerId }, _actor, { facts, settings }) => ({
    zone: zone ?? zoneAt(facts['tree'] as OrganisationTree, [orgUnitId, customerId]) ?? 'UTC',
    language: language ?? settings.get(organisationLanguage).value,
  }),
};
