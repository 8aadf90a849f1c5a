import { system } from '../../kernel/access/actor.ts';
import { organisationLanguage } from '../../kernel/directory/person.defaults.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { begin } from '../../kernel/record/act.ts';
import { createMany } from '../../kernel/record/create-many.ts';
import type { Language } from '../../kernel/access/actor.ts';
import { standard } from '../../standard/catalogue.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';

/** Those of which there is no record yet. */
async function missing(tx: Tx) {
  const { key, requirements } = standard();
  const rows = await tx.run<{ requirement: string }>(
    'assessments_there',
    'select requirement from requirement_assessment where standard = $1',
    [key],
  );
  const there = new Set(rows.map((row) => row.requirement));
  return requirements.filter(({ id }) => !there.has(id));
}

/** One record for every requirement; the second of two that come at once finds them there. */
export async function makeAssessments(work: Work, language: Language): Promise<void> {
  await work.run('assessments_lock', `select pg_advisory_xact_lock(hashtext('servanda.readiness'))`);
  const { key, edition } = standard();
  await createMany(
    work,
    'requirement-assessment',
    system(),
    (await missing(work)).map((requirement) => ({
      input: { title: `${requirement.id} ${requirement.title[language]}`, standard: key, requirement: requirement.id },
    })),
    { edition },
  );
} // prettier-ignore

/** What a new edition adds, and what an organisation lacks that was there before this practice. */
export const keepAssessmentsWhole = defineJob({
  name: 'requirement-assessments',
  cron: '*/10 * * * *',
  run: async (house) => {
    // Before its first visit there is no organisation, and nobody has said which language it speaks.
    const due = await onConnection(house.pool, async (tx) => {
      const begun = await tx.run('organisation_begun', `select 1 from record where type = 'organisation' limit 1`);
      return begun.length > 0 && (await missing(tx)).length > 0;
    });
    if (!due) return;
    await begin(house, (work) => makeAssessments(work, house.reference.settings.get(organisationLanguage).value));
  },
}); // prettier-ignore
