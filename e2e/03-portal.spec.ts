import { expect, test } from '@playwright/test';
import { call, signIn } from './desk.ts';
import { portalWords } from './portal-words.ts';
import type { Language } from './words.ts';

const password = 'correct horse battery staple';

for (const language of ['en', 'zh-CN'] as const satisfies readonly Language[]) {
  test(`who has never seen it reports a broken computer in under a minute, in ${language}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const {
      portal,
      sign_in: entry,
      report,
      incident_portal: told,
      service_status: status,
    } = portalWords[language];
    await signIn(page, language);
    const email = `newcomer-${language.toLowerCase()}@lotus.example`;
    const name = language === 'en' ? 'Newcomer Nell' : '新人小李';
    const person = await call(page.request, 'POST', '/people', {
      title: name,
      email,
      kind: 'user',
      language,
    });
    await call(page.request, 'POST', `/people/${person.number}/account`, { password });

    const context = await browser.newContext({
      viewport: { width: 375, height: 812 },
      locale: language,
      timezoneId: 'Asia/Shanghai',
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const phone = await context.newPage();
    // Who only reports and asks has nothing to do in the workspace: the start page leads to the portal.
    await phone.goto('/portal');
    await phone.getByLabel(entry.email).fill(email);
    await phone.getByLabel(entry.password, { exact: true }).fill(password);
    await phone.getByRole('button', { name: entry.submit }).click();
    await expect(phone.getByRole('link', { name: portal.broken })).toBeVisible();
    await phone.goto('/');
    await expect(phone).toHaveURL(/\/portal$/);

    let clicks = 0;
    const click = async (role: 'link' | 'button' | 'radio', name: string) => {
      clicks += 1;
      await phone.getByRole(role, { name }).first().click();
    };
    const began = Date.now();
    await click('link', portal.broken);
    const main = phone.getByRole('main');
    const fields = await main
      .locator('input:not([type=radio]):not([type=file]), textarea, select, fieldset')
      .filter({ visible: true })
      .count();
    expect(fields).toBeLessThanOrEqual(4);
    const broken = language === 'en' ? 'My computer does not start' : '我的电脑无法开机';
    await phone.getByLabel(report.what).fill(broken);
    await click('radio', report.bad.stopped);
    // The promise is told before anything is sent.
    const promise = phone.getByRole('region', { name: report.promise });
    await expect(promise.getByText(report.reply_by)).toBeVisible();
    await expect(promise.getByText(report.solved_by)).toBeVisible();
    await click('button', report.send);
    await expect(phone.getByRole('heading', { level: 1, name: broken })).toBeVisible();
    expect(clicks).toBeLessThanOrEqual(6);
    expect(Date.now() - began).toBeLessThan(60_000);
    await expect(phone.getByText(told.state.new)).toBeVisible();
    await expect(phone.getByText(portal.promise.resolution, { exact: true })).toBeVisible();
    const number = /(INC-\d+)/.exec(phone.url())?.[1] ?? '';

    // A photo, a word of mine, an answer of the desk, an internal note that stays inside.
    await phone.locator('input[type=file]').setInputFiles({
      name: 'screen.png',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a', 'hex'),
    });
    await expect(phone.getByRole('link', { name: 'screen.png' })).toBeVisible();
    await phone.getByLabel(portal.answer).fill('It beeps three times');
    await phone.getByRole('button', { name: portal.send }).click();
    await expect(phone.getByText('It beeps three times')).toBeVisible();
    await call(page.request, 'POST', `/incidents/${number}/comments`, {
      body: 'Spilled tea again',
      public: false,
    });
    await call(page.request, 'POST', `/incidents/${number}/comments`, {
      body: 'We come at two',
      public: true,
    });
    await phone.reload();
    await expect(phone.getByText('We come at two')).toBeVisible();
    await expect(phone.getByText('Spilled tea again')).toHaveCount(0);

    await phone.getByRole('link', { name: portal.home, exact: true }).click();
    await expect(phone.getByRole('link', { name: broken })).toBeVisible();
    await phone.getByRole('searchbox').fill(broken.slice(0, 6));
    await expect(phone.getByText(portal.own).first()).toBeVisible();
    await phone.getByRole('link', { name: portal.status, exact: true }).click();
    await expect(phone.getByRole('heading', { level: 1, name: status.title })).toBeVisible();

    // Large type stays on after the page was left.
    await phone.getByRole('button', { name: portal.settings }).click();
    await phone.getByRole('switch', { name: portal.large }).click();
    await phone.reload();
    await expect(phone.locator('html[data-large]')).toHaveCount(1);
    const overflow = await phone.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });
}
