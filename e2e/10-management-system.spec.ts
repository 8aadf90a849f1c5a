import { expect, test } from '@playwright/test';
import { ownServer } from './own-server.ts';
import { shot } from './shots.ts';
import { checkEffect, correct, settle } from './system-act.ts';
import { begin, offerService, type Company, type Profile } from './system-begin.ts';
import { audit, review } from './system-check.ts';
import type { Tally } from './system-desk.ts';
import { context, objective, obligations, parties, plan, risks, scope } from './system-plan.ts';
import { drafts, policy, roles } from './system-policy.ts';
import { inLanguages, type Language } from './words.ts';

/** What is answered by records once the set-up is done and the circle was gone round once. */
const answered = [
  '4.1-a', '4.1-b', '4.2-a', '4.3-b', '4.3-c',
  '5.1-b', '5.2.2-a', '5.2.2-b', '5.3-b',
  '6.1.1-a', '6.1.2-c', '6.1.2-d', '6.1.3-a',
  '6.2.1-b', '6.2.1-d', '6.2.2-a', '6.2.2-b', '6.3-a', '6.3-d', '6.3-g', '6.3-h',
  '9.2-c', '9.2-d', '9.2-e', '9.3-a', '9.3-b', '9.3-c', '9.3-d', '9.3-e', '9.3-f',
  '10.1-a', '10.1-b', '10.1-c', '10.1-d', '10.1-e',
] as const; // prettier-ignore
const waitedDays = 31;
const hourMs = 3_600_000;

const runs: readonly (readonly [Profile, readonly Language[]])[] = [
  ['S', inLanguages('zh-CN')],
  ['L', inLanguages(undefined)],
];
for (const [profile, languages] of runs)
  for (const language of languages)
    test(`from an empty organisation of profile ${profile} to a nonconformity closed after its effect was seen, in ${language}`, async ({ browser }) => {
      test.setTimeout(480_000);
      const server = await ownServer();
      // Pages that are being worked on come from a development server before this one.
      const url = process.env['E2E_OWN_WEB'] ?? server.url;
      const tally: Tally = { presses: 0, typed: 0 };
      try {
        const began = Date.now();
        const company = await begin(browser, url, language, profile, tally);
        const picture = (desk: Company['boss'], name: string) => shot(desk.page, `system-${profile}-${language}-${name}`);
        const { coordinator, boss, auditor } = company;
        await offerService(company);
        await context(company);
        await picture(coordinator, '01-context');
        await parties(company);
        await obligations(company);
        await scope(company);
        await picture(boss, '02-scope');
        await drafts(company);
        await policy(company);
        await roles(company);
        await risks(company);
        await picture(coordinator, '03-risks');
        await objective(company);
        await plan(company);
        await picture(boss, '04-plan');
        test.info().annotations.push({ type: 'set-up', description: `${tally.presses} presses, ${tally.typed} fields typed, ${Math.round((Date.now() - began) / 1000)} s` });
        expect(Date.now() - began).toBeLessThan(hourMs);

        const found = await audit(company);
        await picture(auditor, '05-audit');
        await review(company);
        await picture(coordinator, '06-review');
        await correct(company, found.nonconformity);
        await coordinator.refused('nonconformity', 'begin_check', /\d{4}/);

        // The month that an effect needs; whoever was signed in signs in again.
        await server.later(waitedDays);
        for (const { page } of company.all) await page.context().clock.setSystemTime(Date.now() + waitedDays * 24 * hourMs);
        for (const desk of company.all) await desk.signIn();
        await checkEffect(company, found.nonconformity);
        await picture(auditor, '07-closed');
        await settle(company, found);
        await isAnswered(coordinator);
        await picture(coordinator, '08-readiness');
        for (const { page } of company.all) await page.context().close();
      } finally {
        await server.end();
      }
    }); // prettier-ignore

/** The map says what the records answer. */
async function isAnswered({ page, t }: Company['coordinator']): Promise<void> {
  await page.goto('/readiness?view=matrix');
  await page.getByRole('button', { name: t.say('readiness.evaluate'), exact: true }).click();
  const cell = (requirement: string) => page.getByRole('link', { name: new RegExp(`^${requirement.replaceAll('.', '\\.')}: `) });
  await expect(cell('10.1-d')).toHaveAccessibleName(`10.1-d: ${t.say('readiness.tone.met')}`, { timeout: 60_000 });
  for (const requirement of answered)
    await expect.soft(cell(requirement)).toHaveAccessibleName(`${requirement}: ${t.say('readiness.tone.met')}`);
} // prettier-ignore
