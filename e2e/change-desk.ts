import { expect, type Browser, type Page } from '@playwright/test';
import { account, browserOf, type Account } from './accounts.ts';
import { changeWords } from './change-words.ts';
import { call, choose, confirm, signIn } from './desk.ts';
import type { Language } from './words.ts';

const minuteMs = 60_000;
export const inMinutes = (minutes: number) => new Date(Math.floor(Date.now() / minuteMs) * minuteMs + minutes * minuteMs).toISOString(); // prettier-ignore

export type Desk = Account & { readonly page: Page };
type Parts = 'requester' | 'implementer' | 'manager' | 'board' | 'boss' | 'ecab' | 'reviewer' | 'keeper';
const roles: Readonly<Record<Parts, readonly [string, readonly string[]]>> = {
  // Two who could decide, were it not their own change.
  requester: ['Rita', ['engineer', 'cab-member']],
  implementer: ['Igor', ['engineer', 'cab-member']],
  manager: ['Mona', ['change-manager', 'configuration-manager']],
  board: ['Boris', ['cab-member']],
  boss: ['Berta', ['top-management']],
  ecab: ['Emil', ['ecab-member']],
  reviewer: ['Rolf', ['engineer', 'problem-manager']],
  keeper: ['Karla', ['configuration-manager']],
};

/** Those who ask, decide, carry out and look back, each in a browser of their own. */
export async function changeDesk<P extends Parts>(
  given: { page: Page; browser: Browser; baseURL: string | undefined; language: Language },
  suffix: string,
  parts: readonly P[],
): Promise<Record<P, Desk>> {
  const { page, browser, language } = given;
  await signIn(page, language);
  const found = await Promise.all(
    parts.map(async (part): Promise<[P, Desk]> => {
      const [name, held] = roles[part];
      const person = await account(page.request, language, `${name} ${suffix}`, held);
      return [part, { ...person, page: await browserOf(browser, person, language, given) }];
    }),
  );
  return Object.fromEntries(found) as Record<P, Desk>;
}

export const closeAll = (desks: Readonly<Record<string, Desk>>) =>
  Promise.all(Object.values(desks).map(({ page }) => page.context().close()));

/** A live server on which a service rests, loaded by one and approved by another. */
export async function liveItem(page: Page, by: Desk, title: string) {
  const service = await call(page.request, 'POST', '/services', { title: title.replaceAll('-', ' ') });
  const { items: classes } = await call(page.request, 'GET', '/ci-classes?filter[key]=server');
  const item = await call(page.request, 'POST', '/configuration-items', { title, classId: classes[0]?.id, location: 'Rack 1' }); // prettier-ignore
  await call(by.page.request, 'POST', `/configuration-items/${item.number}/transitions/approve_load`);
  return { item: { ...item, title }, service };
}

/** Presses the button of what comes next; the page may still be reading what has just been done. */
export const press = (page: Page, name: string) =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true }).click();

/** A moment as it is typed, on the clock of whoever types. */
export async function wallOf({ page }: Desk, instant: string): Promise<string> {
  const { person } = (await call(page.request, 'GET', '/me')) as unknown as { person: { zone: string } };
  const parts = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: person.zone });
  return parts.format(new Date(instant));
} // prettier-ignore

export async function typeMoment(page: Page, label: string, wall: string): Promise<void> {
  const input = page.getByRole('textbox', { name: label, exact: false }).last();
  await input.fill(wall);
  await input.blur();
}

export async function pickSubject(page: Page, label: string, title: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).or(page.getByRole('textbox', { name: label })).first().fill(title); // prettier-ignore
  await page.getByRole('option', { name: title }).first().click();
  await page.keyboard.press('Tab');
}

export const risks = {
  low: { criticality: 1, users: 1, reversibility: 1, security: 1, tested: 1, window: 1, complexity: 1, supplier: 1 },
  high: { criticality: 4, users: 3, reversibility: 2, security: 2, tested: 3, window: 2, complexity: 3, supplier: 2 },
}; // prettier-ignore

/** Risk and impact, question by question, in the dialog that is open. */
export async function answerAssessment(
  page: Page,
  language: Language,
  risk: keyof typeof risks,
): Promise<void> {
  const { change, change_page: t } = changeWords[language];
  const dialog = page.getByRole('dialog');
  for (const [question, answer] of Object.entries(risks[risk]) as [keyof typeof change.risk, 1][])
    await choose(page, change.risk[question].title, `${answer} · ${change.risk[question][answer]}`);
  for (const { title } of Object.values(change.area)) {
    await dialog
      .getByRole('radiogroup', { name: title, exact: true })
      .getByText(t.not_affected, { exact: true })
      .click();
    await dialog.getByRole('textbox', { name: `${title}: ${t.why_not}` }).fill('The standby answers while it is done'); // prettier-ignore
  }
  for (const field of ['benefit', 'feasibility', 'resources'] as const)
    await dialog.getByRole('textbox', { name: change.field[field] }).fill('Two engineers for two hours');
  await dialog.getByRole('textbox', { name: change.field.costCents }).fill('1200');
}

const wayBack = ['Stop the store with systemctl stop store', 'Install package store 9.1 from the local mirror', 'Start it and place ten test orders, all of which must arrive'] as const; // prettier-ignore

/** What is done, and how it is undone so that somebody else could do it. */
export async function writePlans(page: Page, language: Language, steps: readonly string[]): Promise<void> {
  const { change, change_page: t } = changeWords[language];
  const dialog = page.getByRole('dialog');
  const plan = dialog.getByRole('group', { name: change.field.implementationPlan });
  for (const [i, title] of steps.entries()) {
    await plan.getByRole('button', { name: t.add_step }).click();
    await plan.getByRole('textbox', { name: `${t.step.replace('{{n}}', String(i + 1))}: ${t.step_what}` }).fill(title); // prettier-ignore
  }
  await writeWayBack(page, language, wayBack);
  await dialog.getByRole('textbox', { name: change.field.testEvidence }).fill('Installed on staging, protocol TST-17'); // prettier-ignore
}

export async function writeWayBack(page: Page, language: Language, steps: readonly string[]): Promise<void> {
  const { change, change_page: t } = changeWords[language];
  const back = page.getByRole('dialog').getByRole('group', { name: change.field.backOutPlan });
  for (const [i, title] of steps.entries()) {
    const step = back.getByRole('textbox', { name: t.step.replace('{{n}}', String(i + 1)), exact: true });
    if ((await step.count()) === 0) await back.getByRole('button', { name: t.add_step }).click();
    await step.fill(title);
  }
  await back.getByRole('textbox', { name: t.decision_point }).fill('Half an hour before the window ends, or as soon as an order is lost'); // prettier-ignore
  await back.getByRole('textbox', { name: t.back_out_minutes }).fill('25');
  await back.getByRole('textbox', { name: t.tested_why_not }).fill('There is no second store to try it on');
}

/** Its end is told, somebody else looks back, and it is closed. */
export async function openReview(by: Page, language: Language, reviewer: string): Promise<void> {
  const { change } = changeWords[language];
  await press(by, change.action.open_review);
  await choose(by, change.field.cisUpdated, change.option.cisUpdated.updated);
  await choose(by, change.field.usersInformed, change.option.usersInformed.informed);
  await by.getByRole('dialog').getByRole('textbox', { name: change.field.monitoringResult }).fill('Response times flat for two hours'); // prettier-ignore
  await choose(by, change.field.reviewerId, reviewer);
}

export async function finishReview(by: Page, language: Language, met: 'yes' | 'no'): Promise<void> {
  const { change } = changeWords[language];
  await press(by, change.action.finish_review);
  await choose(by, change.field.objectiveMet, change.option.objectiveMet[met]);
  for (const field of ['deviations', 'lessons', 'userFeedback'] as const)
    await by.getByRole('dialog').getByRole('textbox', { name: change.field[field] }).fill('As the protocol of the evening says'); // prettier-ignore
  await confirm(by, change.action.finish_review);
  await expect(by.getByText(change.state.closed, { exact: true }).first()).toBeVisible();
}
