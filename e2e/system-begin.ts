import { expect, type Browser } from '@playwright/test';
import { administrator } from './people.ts';
import { deskAt, type SystemDesk, type Tally, patiently } from './system-desk.ts';
import { told } from './system-story.ts';
import type { Language } from './words.ts';

export type Profile = 'S' | 'L';
export type Company = {
  readonly coordinator: SystemDesk;
  readonly boss: SystemDesk;
  readonly auditor: SystemDesk;
  /** Only where the organisation is large enough for somebody else. */
  readonly peer: SystemDesk | undefined;
  readonly all: readonly SystemDesk[];
};

/** The first visit: who administers, and how large the organisation is. */
async function firstVisit(desk: SystemDesk, profile: Profile): Promise<void> {
  const { page, t } = desk;
  await page.goto('/');
  await page
    .getByRole('textbox', { name: t.say('setup.organisation'), exact: true })
    .fill(told[t.language].organisation);
  await page.getByRole('textbox', { name: t.say('setup.name'), exact: true }).fill(administrator.name);
  await page.getByRole('textbox', { name: t.say('sign_in.email'), exact: true }).fill(administrator.email);
  await page.getByLabel(t.say('sign_in.password')).first().fill(administrator.password);
  await page.getByRole('radio', { name: t.say(`setup.profile_${profile}`) }).check();
  await page.getByRole('button', { name: t.say('setup.submit') }).click();
  desk.tally.typed += 4;
  desk.tally.presses += 2;
  await expect(page.getByRole('navigation').first()).toBeVisible(patiently);
}

/** A colleague with a role and a password, all through the pages of an administrator. */
async function colleague(by: SystemDesk, name: string, role: string): Promise<string> {
  const { page, t } = by;
  const email = `${name.replaceAll(/\W+/g, '.').toLowerCase()}@lotus.example`;
  const path = await by.create('person', 'people', {
    title: name,
    email,
    kind: t.option('person', 'kind', 'staff'),
  });
  await by.press(t.say('person_page.add_role'));
  await by.createHere('role-holder', 'role-holders', { role: t.say(`role.${role}`) });
  await page.goto(path);
  await page.getByLabel(t.say('account.new_password')).fill(administrator.password);
  await by.press(t.say('person_page.set_password'));
  await expect(page.getByText(t.say('person_page.may_sign_in', { email }))).toBeVisible(patiently);
  return email;
}

/** An empty organisation and the few people it has, each at a browser of their own. */
export async function begin(browser: Browser, url: string, language: Language, profile: Profile, tally: Tally): Promise<Company> {
  const coordinator = await deskAt(browser, url, language, administrator, tally);
  await firstVisit(coordinator, profile);
  const others: [string, string][] = [['Gang Liu', 'top-management'], ['Lei Zhao', 'internal-auditor'], ...(profile === 'L' ? [['Wei Zhang', 'problem-manager'] as [string, string]] : [])];
  const desks: SystemDesk[] = [];
  for (const [name, role] of others) {
    const email = await colleague(coordinator, name, role);
    const desk = await deskAt(browser, url, language, { name, email }, tally);
    await desk.signIn();
    desks.push(desk);
  }
  const [boss, auditor, peer] = desks;
  if (!boss || !auditor) throw new Error('nobody was made');
  return { coordinator, boss, auditor, peer, all: [coordinator, ...desks] };
} // prettier-ignore

/** A service that is offered: described by one, approved by another. */
export async function offerService({ coordinator, boss }: Company): Promise<string> {
  const { t } = coordinator;
  const { service, description, outcome, audience } = told[t.language];
  const path = await coordinator.create('service', 'services', {
    title: service,
    description,
    outcome,
    audience,
    criticality: t.option('service', 'criticality', 'high'),
    ownerId: coordinator.name,
    dependsOnNothing: true,
  });
  await boss.page.goto(path);
  await boss.act('service', 'approve');
  await boss.isIn('service', 'approved');
  await coordinator.page.goto(path);
  await coordinator.act('service', 'publish');
  await coordinator.isIn('service', 'published');
  return path;
}
