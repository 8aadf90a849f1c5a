import { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { account } from './accounts.ts';
import { call, choose, signIn } from './desk.ts';
import { administrator } from './people.ts';
import { shot } from './shots.ts';
import { words, type Language } from './words.ts';
import { unzip } from '../platform/paper/unzip.ts';
import auditEn from '../practices/audit-workspace/i18n/en.ts';
import pagesEn from '../practices/audit-workspace/i18n/pages.en.ts';
import pagesZh from '../practices/audit-workspace/i18n/pages.zh-CN.ts';
import auditZh from '../practices/audit-workspace/i18n/zh-CN.ts';
import changeEn from '../practices/change-management/i18n/en.ts';
import changeZh from '../practices/change-management/i18n/zh-CN.ts';

const said = {
  en: { ...auditEn, ...pagesEn, change: changeEn.change },
  'zh-CN': { ...auditZh, ...pagesZh, change: changeZh.change },
};
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const language of ['en', 'zh-CN'] as const satisfies readonly Language[]) {
  test(`an external auditor, from login to a frozen sample of 25 changes with a seed, in ${language}`, async ({ page, browser, baseURL }) => {
    const { audit, audit_engagement: engagement, change } = said[language];
    const { sign_in: signing } = words[language];
    // Sixty changes, and an audit that is open to somebody who holds no other role.
    await signIn(page, language);
    const service = await call(page.request, 'POST', '/services', { title: `Audited ${language}` });
    for (let i = 0; i < 60; i += 1)
      await call(page.request, 'POST', '/changes', { title: `${language === 'en' ? 'Change' : '变更'} ${i + 1}`, category: i % 4 === 0 ? 'minor' : 'significant', purpose: 'Fewer faults', objective: 'None in a month', subjectIds: [service.id] });
    const auditor = await account(page.request, language, `Erika Extern`);
    const title = language === 'en' ? 'Surveillance audit' : '监督审核';
    const planned = await call(page.request, 'POST', '/audit-engagements', {
      title, kind: 'external', body: 'TÜV', auditorIds: [auditor.id], clauses: ['8.5', '8.6'], periodFrom: day(-300), periodTo: day(1), accessFrom: day(-1), accessTo: day(9),
    });
    await call(page.request, 'POST', `/audit-engagements/${planned.number}/transitions/open`, {});

    const began = Date.now();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language, timezoneId: 'Asia/Shanghai', ...(baseURL === undefined ? {} : { baseURL }) });
    const desk = await context.newPage();
    await desk.goto('/sign-in?to=/audit');
    await desk.getByLabel(signing.email).fill(auditor.email);
    await desk.getByLabel(signing.password, { exact: false }).first().fill(administrator.password);
    await desk.getByRole('button', { name: signing.submit }).click();
    await expect(desk.getByRole('heading', { level: 1, name: title })).toBeVisible();
    // The requirements in scope and no others.
    await expect(desk.getByText('8.5.1.1-a', { exact: true }).first()).toBeVisible();
    await expect(desk.getByText('9.2.1-a', { exact: true })).toHaveCount(0);
    await shot(desk, `auditor-01-start-${language}`);

    // A horizontal trail leads to the sample: changes of the whole period.
    await desk.getByRole('link', { name: audit.sample.draw }).click();
    await choose(desk, audit.sample.records, change.plural);
    await expect(desk.getByRole('status').filter({ hasText: /\d/ }).first()).toBeVisible();
    await desk.getByRole('textbox', { name: audit.sample.n }).fill('25');
    await desk.getByRole('textbox', { name: audit.sample.seed }).fill('4 6 1 3 2');
    await shot(desk, `auditor-02-population-${language}`);
    await desk.getByRole('button', { name: audit.sample.drawing.replace('{{n}}', '25') }).click();
    const drawn = desk.getByRole('region', { name: audit.sample.items });
    await expect(drawn.getByText(audit.sample.progress.replace('{{done}}', '0').replace('{{all}}', '25'))).toBeVisible();
    await expect(drawn.getByRole('link', { name: /^CHG-/ })).toHaveCount(25);
    const number = new URL(desk.url()).pathname.split('/').at(-1) ?? '';

    // The first as it was, judged; then drawn again.
    await drawn.getByRole('button', { name: new RegExp(audit.sample.show) }).first().click();
    await drawn.getByText(engagement.option.result.conform, { exact: true }).first().click();
    await drawn.getByRole('button', { name: audit.save }).click();
    await expect(drawn.getByText(audit.sample.progress.replace('{{done}}', '1').replace('{{all}}', '25'))).toBeVisible();
    await drawn.getByRole('button', { name: audit.sample.verify }).click();
    await expect(drawn.getByText(audit.sample.verified)).toBeVisible();
    await shot(desk, `auditor-03-sample-${language}`);
    expect(Date.now() - began).toBeLessThan(40_000);

    // Nothing else is theirs to do, and what they saw is in the trail of the audit.
    const refused = await desk.request.post('/api/v1/incidents', { data: { title: 'x' } });
    expect(refused.status()).toBe(403);
    await expect.poll(async () => (await call(page.request, 'GET', `/audit-engagements/${planned.number}/shown`)).items.length).toBeGreaterThan(2);
    await page.goto(`/audit-engagements/${planned.number}`);
    await expect(page.getByRole('region', { name: audit.shown, exact: true }).getByText(`/audit-samples/${number}`, { exact: false }).first()).toBeVisible();
    await shot(page, `auditor-04-shown-${language}`);

    // A pack to take along proves itself on a machine without Servanda and without a network.
    if (language === 'en') await provesItself(desk, browser);

    // The box ends, and the account sees nothing.
    await call(page.request, 'POST', `/audit-engagements/${planned.number}/transitions/end`, {});
    expect((await desk.request.get('/api/v1/changes')).status()).toBe(403);
    await desk.goto('/changes');
    await expect(desk.getByRole('alert')).toContainText(day(0));
    await context.close();
  });
} // prettier-ignore

async function provesItself(desk: Page, browser: Browser): Promise<void> {
  const api = desk.request;
  const pack = await call(api, 'POST', '/evidence-packs', {
    title: 'Changes',
    scope: 'clause',
    clause: '8.5',
  });
  const state = async () => (await call(api, 'GET', `/evidence-packs/${pack.number}`)) as unknown as { state: string; manifestHash: string }; // prettier-ignore
  await expect.poll(async () => (await state()).state, { timeout: 60_000 }).toBe('ready');
  await desk.goto(`/evidence-packs/${pack.number}`);
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: /Download/ }).click(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'auditor-'));
  const zip = join(folder, 'pack.zip');
  await download.saveAs(zip);
  const whole = readFileSync(zip);
  const page = unzip(whole, { entries: 5000, inflated: 1e9 }, (name) => name === 'verify.html').get(
    'verify.html',
  );
  writeFileSync(join(folder, 'verify.html'), page ?? '');
  const context = await browser.newContext({ offline: true });
  const machine = await context.newPage();
  const verdict = async (archive: Buffer) => {
    await machine.goto(pathToFileURL(join(folder, 'verify.html')).href);
    await machine.getByLabel('ZIP').setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: archive }); // prettier-ignore
    const status = machine.getByRole('status');
    await expect(status).toHaveClass(/ok|bad/, { timeout: 60_000 });
    return `${await status.innerText()} ${await machine.locator('#lines').innerText()}`;
  };
  const good = await verdict(whole);
  expect(good).toContain('The pack is whole');
  expect(good).toContain((await state()).manifestHash);
  const changed = Buffer.from(whole);
  const at = whole.indexOf('requirements.json') + 400;
  changed[at] = (changed[at] ?? 0) ^ 1;
  expect(await verdict(changed)).toContain('ALTERED: requirements.json');
  await context.close();
  rmSync(folder, { recursive: true });
}
