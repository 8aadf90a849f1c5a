import type { Language } from '../access/actor.ts';
import { teams } from '../directory/team.snapshot.ts';
import type { Work } from '../practice/house.ts';
import type { BaseRecord } from '../record/base.ts';
import type { recipients } from './event-rule.schema.ts';

type Recipient = (typeof recipients)[number];

/** The people behind a rule's words at this moment, by the language they read. */
export async function peopleOf(
  work: Work,
  record: BaseRecord,
  to: readonly Recipient[],
): Promise<Map<Language, string[]>> {
  const team = record.teamId === null ? undefined : work.house.reference.get(teams).get(record.teamId);
  const people: Record<Recipient, readonly (string | null)[]> = {
    owner: [record.ownerId],
    requester: [record.requesterId],
    team: team?.memberIds ?? [],
    team_lead: [team?.leadId ?? null],
  };
  const ids = [...new Set(to.flatMap((who) => people[who]).filter((id) => id !== null))];
  const rows = await work.run<{ id: string; language: Language }>(
    'languages_of',
    'select id, language from person where id = any($1::uuid[])',
    [ids],
  );
  const groups = Map.groupBy(rows, ({ language }) => language);
  return new Map([...groups].map(([language, readers]) => [language, readers.map(({ id }) => id)]));
}
