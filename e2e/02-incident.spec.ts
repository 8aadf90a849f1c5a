import { expect, test } from '@playwright/test';
import { act, call, choose, confirm, signIn } from './desk.ts';
import { words, type Language } from './words.ts';

for (const language of ['en', 'zh-CN'] as const satisfies readonly Language[]) {
  test(`an incident from the call to its closing, in ${language}`, async ({ page }) => {
    const w = words[language];
    const { field, action, state, option } = w.incident;
    await signIn(page, language);
    const service = language === 'en' ? 'Order system' : '订单系统';
    const category = language === 'en' ? 'Network' : '网络';
    await call(page.request, 'POST', '/services', { title: service });
    await call(page.request, 'POST', '/categories', { title: category });

    const resolve = async () => {
      await act(page, action.resolve, w.record.more_actions);
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: field.resolution, exact: false })
        .first()
        .fill('Restarted the payment gateway');
      await choose(page, field.resolutionCode, option.resolutionCode.fixed);
      await page.getByRole('dialog').getByRole('textbox', { name: field.ci }).fill('gw-1');
      await choose(page, field.causeClass, option.causeClass.software);
      await confirm(page, action.resolve);
    };

    await page.goto('/incidents');
    await expect(page.getByRole('heading', { name: w.incident.plural, level: 1 })).toBeVisible();
    await page.keyboard.press('c');
    const title = language === 'en' ? 'Orders cannot be paid' : '订单无法付款';
    await page.getByRole('textbox', { name: field.title }).fill(title);
    await page.getByRole('textbox', { name: field.symptom }).fill('HTTP 502');
    await choose(page, field.requesterId, 'Ada Wong');
    await page.getByRole('button', { name: w.record.create, exact: true }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();

    await act(page, action.triage, w.record.more_actions);
    await choose(page, field.serviceId, service);
    await choose(page, field.categoryId, category);
    await choose(page, field.impact, option.impact['2']);
    await choose(page, field.urgency, option.urgency['2']);
    await confirm(page, action.triage);
    await expect(page.getByText(w.record.option.priority['2']).first()).toBeVisible();

    await act(page, action.assign, w.record.more_actions);
    await choose(page, field.teamId, 'Service desk');
    await confirm(page, action.assign);
    await act(page, action.start, w.record.more_actions);
    await confirm(page, action.start);
    await expect(page.getByText(state.in_progress).first()).toBeVisible();

    await act(page, action.await_customer, w.record.more_actions);
    await choose(page, field.pendingReason, option.pendingReason.information);
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: w.record.input.reason })
      .fill('We need the order number');
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: w.record.input.comment })
      .fill('Which order was it?');
    await confirm(page, action.await_customer);
    await expect(page.getByText(w.promise.paused).first()).toBeVisible();

    await act(page, action.resume, w.record.more_actions);
    await confirm(page, action.resume);
    await expect(page.getByText(state.in_progress).first()).toBeVisible();

    await resolve();
    await expect(page.getByText(w.promise.kept).first()).toBeVisible();

    await page.getByRole('button', { name: w.promise.explain_stopped }).first().click();
    await expect(page.getByRole('dialog')).toContainText('AGR-000001');
    await page.keyboard.press('Escape');

    await act(page, action.reopen, w.record.more_actions);
    await page.getByRole('dialog').getByRole('textbox', { name: w.record.input.comment }).fill('It is back');
    await confirm(page, action.reopen);
    await expect(page.getByText(state.reopened).first()).toBeVisible();
    await act(page, action.start, w.record.more_actions);
    await confirm(page, action.start);
    // What was wrong before was not the solution: it must be said anew.
    await resolve();
    await act(page, action.close, w.record.more_actions);
    await choose(page, field.closureCode, option.closureCode.confirmed_through_desk);
    const reason = page.getByRole('dialog').getByRole('textbox', { name: w.record.input.reason });
    if (await reason.isVisible()) await reason.fill('Confirmed by phone');
    await confirm(page, action.close);
    await expect(page.getByText(state.closed).first()).toBeVisible();
  });
}
