import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Form } from '../practices/service-request-management/form.ts';
import { call, signIn } from './desk.ts';
import { fillForm } from './fill-form.ts';
import { portalWords } from './portal-words.ts';
import { requestWords } from './request-words.ts';
import type { Language } from './words.ts';

const password = 'correct horse battery staple';
type Offered = { id: string; title: string; form: Form; needsApproval: boolean };
type Person = { readonly id: string; readonly email: string; readonly name: string };

/** Somebody at a telephone, signed in to the portal. */
async function atPhone(browser: Browser, who: Person, language: Language, baseURL?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, locale: language, timezoneId: 'Asia/Shanghai', ...(baseURL === undefined ? {} : { baseURL }) }); // prettier-ignore
  const page = await context.newPage();
  const answer = await page.request.post('/api/auth/sign-in/email', { data: { email: who.email, password } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return page;
}

for (const language of ['en', 'zh-CN'] as const satisfies readonly Language[]) {
  test(`twelve requests from a phone, a deputy who approves, a fulfilment and its rating, in ${language}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const { portal } = portalWords[language];
    const { ask, rate } = requestWords[language];
    await signIn(page, language);
    const made = async (name: string): Promise<Person> => {
      const email = `${name.toLowerCase()}-${language.toLowerCase()}@lotus.example`;
      const { id, number } = await call(page.request, 'POST', '/people', {
        title: name,
        email,
        kind: 'user',
        language,
      });
      await call(page.request, 'POST', `/people/${number}/account`, { password });
      return { id, email, name };
    };
    const [asker, boss, deputy] = [await made('Mei'), await made('Bo'), await made('Dan')];
    const title = language === 'en' ? 'Warehouse East' : '东部仓库';
    await call(page.request, 'POST', '/teams', { title, leadId: boss.id, memberIds: [asker.id] });

    const away = await atPhone(browser, boss, language, baseURL);
    const day = new Date().toISOString().slice(0, 10);
    const later = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await call(away.request, 'POST', '/me/delegations', { deputyId: deputy.id, from: day, to: later });

    const phone = await atPhone(browser, asker, language, baseURL);
    const offered = await call(phone.request, 'GET', '/me/request-models');
    const models = offered.items as unknown as Offered[];
    expect(models).toHaveLength(12);
    const sent: string[] = [];
    for (const model of models) {
      await phone.goto('/portal/request');
      await phone.getByRole('link', { name: model.title }).click();
      await expect(phone.getByRole('heading', { level: 1, name: model.title })).toBeVisible();
      await fillForm(phone, model.form, language);
      await phone.getByRole('button', { name: ask.send }).click();
      await expect(phone, model.title).toHaveURL(/\/portal\/records\/SR-\d+/);
      sent.push(/(SR-\d+)/.exec(phone.url())?.[1] ?? '');
      const overflow = await phone.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(overflow, model.title).toBeLessThanOrEqual(0);
    }
    expect(new Set(sent).size).toBe(12);

    // Whoever asked decides nothing of it; the one who stands in for their lead does.
    await phone.goto('/portal/approvals');
    await expect(phone.getByText(portal.no_approvals)).toBeVisible();
    const standIn = await atPhone(browser, deputy, language, baseURL);
    await standIn.goto('/portal/approvals');
    const behalf = portal.on_behalf.replace('{{name}}', boss.name);
    await expect(standIn.getByText(behalf).first()).toBeVisible();
    const waiting = await standIn.getByRole('button', { name: portal.approve, exact: true }).count();
    expect(waiting).toBeGreaterThanOrEqual(4);
    await standIn.getByRole('button', { name: portal.approve, exact: true }).first().click();
    await expect(standIn.getByRole('button', { name: portal.approve, exact: true })).toHaveCount(waiting - 1);
    const states = await Promise.all(
      sent.map(async (number) =>
        String((await call(phone.request, 'GET', `/service-requests/${number}`))['state']),
      ),
    );
    expect(states.filter((state) => state === 'awaiting_approval').length).toBeGreaterThanOrEqual(
      waiting - 1,
    );

    // The desk fulfils the first one; who asked says that it is done, and what they think of it.
    const first = sent[models.findIndex((model) => !model.needsApproval)] ?? '';
    await call(page.request, 'POST', `/service-requests/${first}/transitions/take`);
    const { items: tasks } = await call(page.request, 'GET', `/fulfilment-tasks?filter[open]=true&filter[requestId]=${(await call(page.request, 'GET', `/service-requests/${first}`)).id}`); // prettier-ignore
    expect(tasks.length).toBeGreaterThan(0);
    for (let open = tasks as unknown as { number: string }[]; open.length > 0;) {
      for (const { number } of open) {
        await call(page.request, 'POST', `/fulfilment-tasks/${number}/transitions/start`);
        await call(page.request, 'POST', `/fulfilment-tasks/${number}/transitions/finish`, { outcome: 'Done as described', minutesSpent: 5 }); // prettier-ignore
      }
      const request = await call(page.request, 'GET', `/service-requests/${first}`);
      open = (
        await call(
          page.request,
          'GET',
          `/fulfilment-tasks?filter[state]=open&filter[requestId]=${request.id}`,
        )
      ).items as unknown as { number: string }[];
    }
    // Its last task done, it is fulfilled.
    await phone.goto(`/portal/records/${first}`);
    await phone.getByRole('button', { name: portal.confirm }).click();
    const question = phone.getByRole('region', { name: rate.title });
    // Asked by a follower of the trail, a moment after it was closed.
    await expect(async () => {
      await phone.reload();
      await expect(question).toBeVisible({ timeout: 2000 });
    }).toPass();
    await question.getByRole('radio', { name: `2 ${rate.score.bad}` }).click();
    await question.getByRole('textbox').fill(language === 'en' ? 'It took three calls' : '打了三次电话');
    await question.getByRole('button', { name: rate.send }).click();
    await expect(phone.getByText(rate.thanks)).toBeVisible();
    const closed = await call(page.request, 'GET', `/service-requests/${first}`);
    const { items: ratings } = await call(page.request, 'GET', `/ratings?filter[aboutId]=${closed.id}`);
    expect(ratings).toHaveLength(1);
    expect(ratings[0]).toMatchObject({ low: true, score: 2, state: 'follow_up' });
  });
}
