import { expect } from '@playwright/test';
import { issuePresets } from '../practices/organisation-context/presets/issues.ts';
import { obligationPresets } from '../practices/organisation-context/presets/obligations.ts';
import { partyPresets } from '../practices/organisation-context/presets/parties.ts';
import type { Company } from './system-begin.ts';
import { patiently, type SystemDesk } from './system-desk.ts';
import { told } from './system-story.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const examples = { issue: issuePresets, party: partyPresets, obligation: obligationPresets };
const plurals = { issue: 'context_issue', party: 'interested_party', obligation: 'obligation' };

/** Takes examples of the overview, and tells their titles. */
async function take(desk: SystemDesk, of: keyof typeof examples, keys: readonly string[]): Promise<string[]> {
  const { page, t } = desk;
  await page.goto('/context');
  const titles = keys.map((key) => examples[of].find((one) => one.key === key)?.words[t.language]['title'] ?? key);
  await desk.press(t.say('context_page.presets.open'), page.getByRole('region', { name: t.say(`${plurals[of]}.plural`), exact: true }));
  for (const title of titles) {
    await page.getByRole('dialog').getByRole('checkbox', { name: title }).check();
    desk.tally.presses += 1;
  }
  await desk.confirm(t.say('context_page.presets.take', { count: titles.length }));
  return titles;
} // prettier-ignore

/** Opens a record from its list by its title. */
async function open(desk: SystemDesk, plural: string, title: string): Promise<void> {
  await desk.page.goto(`/${plural}`);
  await desk.page.getByRole('main').getByRole('link', { name: title }).first().click();
  desk.tally.presses += 1;
  await expect(desk.page.getByRole('heading', { level: 1, name: title })).toBeVisible(patiently);
}

/** 4.1: what surrounds the organisation, and the question about the climate. */
export async function context({ coordinator: desk }: Company): Promise<void> {
  const { page, t } = desk;
  for (const title of await take(desk, 'issue', ['law', 'people'])) {
    await open(desk, 'context-issues', title);
    await desk.act('context-issue', 'confirm', { ownerId: desk.name });
    await desk.isIn('context-issue', 'active');
  }
  await page.goto('/context');
  const climate = page.getByRole('region', { name: t.say('context_page.climate'), exact: true });
  await desk.press(t.say('context_page.climate_answer'), climate);
  await desk.act('context-issue', 'decide', {
    relevance: t.option('context-issue', 'relevance', 'relevant'),
    rationale: told[t.language].climateWhy,
  });
  await desk.isIn('context-issue', 'active');
}

/** 4.2: who has a stake; each need says where it is met. */
export async function parties({ coordinator: desk }: Company): Promise<void> {
  const { page, t } = desk;
  const { service, source } = told[t.language];
  for (const title of await take(desk, 'party', ['customers', 'users'])) {
    await open(desk, 'interested-parties', title);
    const path = desk.path;
    const needs = page.getByRole('region', { name: t.say('party_requirement.plural'), exact: true });
    await expect(needs.getByRole('link').nth(1)).toBeVisible(patiently);
    const links = await needs.getByRole('link', { name: /./ }).evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '').filter((href) => /PRQ-/.test(href)));
    for (const link of links) {
      await page.goto(link);
      await desk.act('party-requirement', 'bind', { source, answeredByIds: [service] });
      await desk.isIn('party-requirement', 'binding');
    }
    await page.goto(path);
    await desk.act('interested-party', 'confirm', { ownerId: desk.name });
    await desk.isIn('interested-party', 'active');
  }
} // prettier-ignore

/** 6.3 c: a law that binds, why, and whether it is kept. */
export async function obligations({ coordinator: desk }: Company): Promise<void> {
  const { t } = desk;
  const { appliesBecause, bearing, evaluation } = told[t.language];
  const [title = ''] = await take(desk, 'obligation', ['cn.personal_information']);
  await open(desk, 'obligations', title);
  await desk.act('obligation', 'apply', { applicabilityReason: appliesBecause, bearing, ownerId: desk.name });
  await desk.act('obligation', 'evaluate', {
    result: t.option('obligation', 'result', 'compliant'),
    evaluation,
  });
  await desk.isIn('obligation', 'applicable');
}

/** 4.3: the boundary, made from what the registers say, approved by another. */
export async function scope({ coordinator: desk, boss }: Company): Promise<void> {
  const { page, t } = desk;
  await page.goto('/context');
  await desk.press(t.say('scope_statement.create'));
  const path = await desk.createHere('scope-statement', 'scope-statements', {
    ownProcesses: ['IM', 'SR', 'CHG'].map((code) => t.option('scope-statement', 'ownProcesses', code)),
    everyCustomer: true,
  });
  await desk.act('scope-statement', 'submit');
  await desk.isIn('scope-statement', 'submitted');
  await boss.page.goto(path);
  await boss.act('scope-statement', 'approve');
  await boss.isIn('scope-statement', 'in_force');
  await expect(boss.page.getByText(told[t.language].service).first()).toBeVisible(patiently);
}

/** 6.1: a risk that is treated, and an opportunity that is left for now. */
export async function risks({ coordinator: desk, boss }: Company): Promise<void> {
  const { page, t } = desk;
  const text = told[t.language];
  await boss.page.goto('/risks/criteria');
  await boss.press(t.say('risk_page.criteria.save'));
  await expect(boss.page.getByText(t.say('risk_page.criteria.saved'))).toBeVisible(patiently);
  await desk.create('risk', 'risks', {
    title: text.riskTitle,
    category: t.option('risk', 'category', 'service_requirement'),
    cause: text.riskCause,
    event: text.riskEvent,
    consequence: text.riskConsequence,
    customerImpact: text.riskCustomer,
    serviceIds: [text.service],
    ownerId: desk.name,
  });
  await desk.act('risk', 'assess', { likelihood: '4', impact: '4' });
  await desk.act('risk', 'plan', { treatment: t.option('risk', 'treatment', 'reduce'), treatmentPlan: text.riskPlan, treatmentDueOn: inDays(60) }); // prettier-ignore
  await actionFor(desk, text.riskAction);
  await desk.act('risk', 'start');
  await desk.isIn('risk', 'in_progress');
  await desk.create('risk', 'risks', {
    kind: t.option('risk', 'kind', 'opportunity'),
    title: text.chanceTitle,
    category: t.option('risk', 'category', 'organisation'),
    event: text.chanceEvent,
    customerImpact: text.chanceCustomer,
    serviceIds: [text.service],
    ownerId: desk.name,
  });
  await desk.act('risk', 'assess', { likelihood: '2', impact: '2' });
  await desk.act('risk', 'accept', { acceptanceReason: text.chanceReason });
  await desk.isIn('risk', 'accepted');
  await page.goto('/risks/heat-map');
  await expect(page.getByRole('link', { name: new RegExp(text.riskTitle) }).first()).toBeVisible(patiently);
}

/** One more action of the record that is open; whoever is responsible for it does it. */
export async function actionFor(desk: SystemDesk, title: string): Promise<void> {
  const { page, t } = desk;
  const follows = page.getByRole('region', { name: t.say('action_item.of_record'), exact: true });
  await desk.press(t.say('action_item.make'), follows);
  await desk.fill(t.of('field', 'action-item', 'title'), title, follows);
  await desk.fill(t.of('field', 'action-item', 'dueOn'), inDays(45), follows);
  await desk.press(t.say('action_item.make'), follows.getByRole('form'));
  await expect(follows.getByRole('link', { name: title })).toBeVisible(patiently);
}

/** 6.2: what is to be achieved, by which figure, with a plan. */
export async function objective({ coordinator: desk, boss }: Company): Promise<void> {
  const { page, t } = desk;
  const text = told[t.language];
  await page.goto('/objectives/new');
  await desk.fillAll('objective', {
    title: text.objective,
    policySentence: text.sentence,
    source: t.option('objective', 'source', 'entered'),
    formula: text.formula,
    unit: t.option('objective', 'unit', 'percent'),
    baseline: '99.5',
    target: '99.9',
    startsOn: inDays(0),
    dueOn: inDays(365),
    ownerId: desk.name,
    evaluation: text.judged,
  });
  const plan = page.getByRole('group', { name: t.of('field', 'objective', 'plan') });
  await desk.press(t.say('objective_page.plan_step.add'), plan);
  for (const [key, given] of [['what', text.step], ['resources', text.resources], ['until', inDays(90)]] as const) {
    await plan.getByLabel(`${t.say(`objective.plan.${key}`)} 1`).fill(given);
    desk.tally.typed += 1;
  }
  await desk.fill(`${t.say('objective.plan.personId')} 1`, desk.name, plan);
  const path = await desk.createHere('objective', 'objectives', {});
  await boss.page.goto(path);
  await boss.act('objective', 'approve');
  await boss.isIn('objective', 'approved');
  await page.goto(path);
  await desk.act('objective', 'activate');
  await desk.isIn('objective', 'active');
} // prettier-ignore

/** 6.3: the plan; what registers know comes from them. */
export async function plan({ coordinator: desk, boss }: Company): Promise<void> {
  const { t } = desk;
  const parts = ['limitations', 'humans', 'technical', 'information', 'financial', 'parties', 'technology', 'measuring', 'auditing', 'reporting', 'improving']; // prettier-ignore
  const path = await desk.create('service-management-plan', 'service-management-plans', Object.fromEntries(parts.map((part) => [part, told[t.language].plan]))); // prettier-ignore
  await desk.act('service-management-plan', 'submit');
  await desk.isIn('service-management-plan', 'submitted');
  await boss.page.goto(path);
  await boss.act('service-management-plan', 'approve');
  await boss.isIn('service-management-plan', 'in_force');
}
