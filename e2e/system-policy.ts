import { expect } from '@playwright/test';
import { gapsOf } from '../practices/document-management/document.gaps.ts';
import { call } from './desk.ts';
import type { Company } from './system-begin.ts';
import { patiently, type SystemDesk } from './system-desk.ts';
import { told } from './system-story.ts';

/** 5.2 and what belongs to it: drafted from the library, completed, approved, and read by everybody. */
const codes = ['SMS-L1-05-POL', 'SMS-L1-04-SCP', 'SMS-L1-06-OBJ'] as const;

export async function drafts({ coordinator: desk }: Company): Promise<void> {
  const { page, t } = desk;
  await page.goto('/documents/templates');
  await desk.press(t.say('paper_page.choose_none'));
  for (const code of codes) {
    await page.getByRole('checkbox', { name: new RegExp(`^${code} `) }).check();
    desk.tally.presses += 1;
  }
  await desk.press(t.say('paper_page.make', { count: codes.length }));
  await expect(page.getByText(t.say('paper_page.finished', { created: codes.length, revised: 0, skipped: 0 }))).toBeVisible(patiently);
} // prettier-ignore

/** Completed where only people know it, submitted, approved by the management, and read. */
export async function policy({ coordinator: desk, boss, all }: Company): Promise<void> {
  const { page, t } = desk;
  for (const code of codes) {
    await page.goto(`/documents/tree`);
    await page.getByRole('listitem').filter({ hasText: code }).getByRole('link').first().click();
    desk.tally.presses += 1;
    await expect(page.getByRole('toolbar')).toBeVisible(patiently);
    const number = desk.path.split('/').at(-1) ?? '';
    await page.goto(`/documents/${number}/edit`);
    await fillPlaces(desk, number);
    if (code === 'SMS-L1-05-POL') {
      await desk.fillAll('document', {
        confidentiality: t.option('document', 'confidentiality', 'public'),
        audience: t.option('document', 'audience', 'everybody'),
        mustRead: t.option('document', 'mustRead', 'staff'),
      });
    }
    await desk.press(t.say('document_page.save_and_submit'));
    await desk.isIn('document', 'in_review');
    await boss.page.goto(`/documents/${number}`);
    await boss.page.getByRole('region', { name: new RegExp(t.say('approvals.one')) }).getByRole('button', { name: new RegExp(t.say('approvals.approve')) }).first().click();
    boss.tally.presses += 1;
    await boss.isIn('document', 'effective');
    if (code === 'SMS-L1-05-POL') await readByAll(all, number);
  }
} // prettier-ignore

/** What only people know is written where the draft asks for it; before that it is not submitted. */
async function fillPlaces(desk: SystemDesk, number: string): Promise<void> {
  const { page, t, tally } = desk;
  const document = (await call(page.request, 'GET', `/documents/${number}`)) as unknown as { bodyEn: string; bodyZh: string }; // prettier-ignore
  for (const [key, tab] of [['bodyEn', 'in_english'], ['bodyZh', 'in_chinese']] as const) {
    const gaps = gapsOf(document[key]);
    if (gaps.length === 0) continue;
    await page.getByRole('tab', { name: new RegExp(`^${t.say(`document_page.${tab}`)}`) }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(document[key].replaceAll(/\*\*\[To fill in: .+?\]\*\*|\*\*【待填写：.+?】\*\*/g, told[t.language].purpose));
    tally.presses += 1;
    tally.typed += gaps.length;
  }
} // prettier-ignore

/** 5.2.2, 7.3: whoever works here says that they have read it. */
async function readByAll(all: Company['all'], number: string): Promise<void> {
  for (const { page, t, tally } of all) {
    await page.goto(`/reading/${number}`);
    await page.getByRole('button', { name: t.say('document_page.acknowledge', { version: '1.0' }) }).click();
    tally.presses += 1;
    await expect(page.getByText(t.say('document_page.acknowledge_thanks'))).toBeVisible(patiently);
  }
}

/** 5.3: the letter that gives the coordinator the role, issued by the management and accepted. */
export async function roles({ coordinator: desk, boss, auditor }: Company): Promise<void> {
  const { page, t } = desk;
  await page.goto('/roles');
  await page.getByRole('tab', { name: t.say('roles_page.tab.roles') }).click();
  const role = page.getByRole('region', { name: t.say('role.sms-manager'), exact: true });
  await desk.press(t.say('roles_page.write_letter'), role);
  const path = await desk.createHere('appointment', 'appointments', {
    deputyId: auditor.name,
    reportsToId: boss.name,
  });
  await boss.page.goto(path);
  await boss.act('appointment', 'issue');
  await boss.isIn('appointment', 'issued');
  await page.goto(path);
  await desk.act('appointment', 'accept');
  await desk.isIn('appointment', 'accepted');
}
