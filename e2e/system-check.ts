import { expect } from '@playwright/test';
import type { Company } from './system-begin.ts';
import { patiently } from './system-desk.ts';
import { told } from './system-story.ts';

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** 9.2: programme, an audit by somebody who has no part in it, its questions, a finding, and the report that is read. */
export async function audit({ coordinator: desk, boss, auditor }: Company): Promise<{ audit: string; finding: string; nonconformity: string }> {
  const { page, t } = desk;
  const text = told[t.language];
  const programme = await desk.create('audit-programme', 'audit-programmes', {
    title: text.audit, periodFrom: inDays(-1), periodTo: inDays(364), considered: text.why, method: text.how, responsibility: auditor.name, reporting: boss.name,
  });
  await boss.page.goto(programme);
  await boss.act('audit-programme', 'approve', { considered: text.why });
  await boss.isIn('audit-programme', 'approved');
  const path = await desk.create('internal-audit', 'internal-audits', {
    title: text.audit, programmeId: text.audit, criteria: text.criteriaOfAudit, clauses: ['8.6.2'], startsOn: inDays(0), endsOn: inDays(1), auditeeIds: [desk.name],
  });
  // Nobody audits their own work: the page says so before anybody is chosen.
  await expect(page.getByRole('region', { name: t.say('audit_page.auditors'), exact: true }).getByText(auditor.name)).toBeVisible(patiently);
  await desk.act('internal-audit', 'name_auditors', { leadAuditorId: auditor.name });
  const look = auditor.page;
  await look.goto(path);
  await auditor.act('internal-audit', 'make_checklist');
  const checklist = look.getByRole('region', { name: t.say('audit_page.checklist'), exact: true });
  await expect(checklist.getByRole('row').nth(1)).toBeVisible(patiently);
  await auditor.act('internal-audit', 'start');
  await auditor.isIn('internal-audit', 'executing');
  // How requests are closed: the third question of the clause.
  const bad = 3;
  const questions = (await checklist.getByRole('row').count()) - 1;
  for (let n = 1; n <= questions; n += 1) {
    const line = checklist.getByRole('row').nth(n);
    await auditor.press(t.say('audit_question.action.answer'), line);
    const form = line.getByRole('form');
    await auditor.fill(t.of('field', 'audit-question', 'evidence'), n === bad ? text.seenBad : text.seen, form);
    if (n === bad) await form.getByText(t.option('audit-question', 'result', 'finding'), { exact: true }).click();
    await auditor.press(t.say('audit_question.action.answer'), form);
    await expect(form).toBeHidden(patiently);
  }
  // From the question that did not conform: it brings along what was demanded and what was seen.
  await auditor.press(t.say('audit_page.new_finding'), checklist.getByRole('row').nth(bad));
  const requirement = await auditor.createHere('audit-finding', 'audit-findings', {
    title: text.finding, description: text.seenBad, ownerId: desk.name, dueOn: inDays(60),
  });
  await look.goto(path);
  await auditor.act('internal-audit', 'report', { conclusion: text.conclusion });
  await auditor.isIn('internal-audit', 'reported');
  await page.goto(path);
  await desk.act('internal-audit', 'acknowledge');
  const nonconformity = page.getByRole('region', { name: t.say('audit_page.findings'), exact: true }).getByRole('link', { name: /NCF-\d/ });
  return { audit: path, finding: requirement, nonconformity: (await nonconformity.getAttribute('href')) ?? '' };
} // prettier-ignore

/** 9.3: inputs frozen, led by the top management, three conclusions, a decision with an owner and a day, signed minutes. */
export async function review({ coordinator: desk, boss }: Company): Promise<string> {
  const { page, t } = desk;
  const text = told[t.language];
  const path = await desk.create('management-review', 'management-reviews', {
    title: text.review, plannedOn: inDays(0), chairId: boss.name, periodFrom: inDays(-31), periodTo: inDays(-1), participantIds: [desk.name],
  });
  await desk.act('management-review', 'freeze_inputs');
  await desk.isIn('management-review', 'inputs_frozen');
  // What no record says is said in words, or it stays flagged.
  const inputs = page.getByRole('region', { name: t.say('review_page.inputs'), exact: true });
  const empty = inputs.getByRole('button', { name: t.say('management_review.status.empty') });
  await expect(empty.first()).toBeVisible(patiently);
  for (const silent of await empty.all()) {
    await silent.click();
    await desk.press(t.say('review_page.add_note'), inputs);
    await inputs.getByRole('textbox').last().fill(text.nothing);
    await desk.press(t.say('review_page.save'), inputs);
    await expect(inputs.getByRole('textbox')).toHaveCount(0, patiently);
    await silent.click();
    desk.tally.presses += 2;
    desk.tally.typed += 1;
  }
  await expect(inputs.getByText(t.say('review_page.complete'))).toBeVisible(patiently);
  await desk.act('management-review', 'hold');
  await desk.fill(t.say('review_page.discussion'), text.discussion);
  await desk.confirm(t.of('action', 'management-review', 'hold'));
  await desk.act('management-review', 'decide');
  await desk.fill(t.say('review_page.decision'), text.decision);
  await desk.fill(t.say('review_page.owner'), desk.name);
  await desk.fill(t.say('review_page.due'), inDays(30));
  await desk.confirm(t.of('action', 'management-review', 'decide'));
  const verdicts = ['suitability', 'adequacy', 'effectiveness'] as const;
  await desk.act('management-review', 'conclude', Object.fromEntries(verdicts.flatMap((one) => [[one, t.option('management-review', one, 'yes')], [`${one}Note`, text.fits]])));
  await boss.page.goto(path);
  await boss.act('management-review', 'sign');
  await boss.isIn('management-review', 'signed');
  await page.goto(path);
  await desk.act('management-review', 'close');
  await desk.isIn('management-review', 'closed');
  return path;
} // prettier-ignore
