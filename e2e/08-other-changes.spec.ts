import { expect, test } from '@playwright/test';
import { answerAssessment, changeDesk, closeAll, finishReview, inMinutes, liveItem, openReview, pickSubject, press, typeMoment, wallOf, writePlans } from './change-desk.ts'; // prettier-ignore
import { changeWords } from './change-words.ts';
import { provenModel } from './change-made.ts';
import { call, choose, confirm } from './desk.ts';
import { shot } from './shots.ts';
import { inLanguages, words, type Language } from './words.ts';

const wordsOf = (language: Language) => {
  const t = changeWords[language];
  return {
    t,
    change: t.change,
    said: t.change_page,
    record: words[language].record,
    picture: (at: Parameters<typeof shot>[0], name: string) => shot(at, `${name}-${language}`),
  };
};

for (const language of inLanguages('en')) {
  const { change, said, picture } = wordsOf(language);
  test(`an emergency is authorised by telephone, written down and reviewed afterwards, in ${language}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const desks = await changeDesk({ page, browser, baseURL, language }, 'Emergency', [
      'requester',
      'implementer',
      'reviewer',
      'ecab',
      'manager',
    ]);
    const { requester, implementer, reviewer, ecab, manager } = desks;
    const { item } = await liveItem(page, manager, `gate-${language.slice(0, 2)}`);
    const ask = requester.page;
    await ask.goto('/changes/new');
    await ask.getByRole('main').getByRole('button', { name: change.option.category.emergency }).click();
    const title = language === 'en' ? 'Certificate of the gateway' : '更换网关证书';
    await ask.getByRole('textbox', { name: change.field.title, exact: true }).fill(title);
    await ask
      .getByRole('textbox', { name: change.field.purpose })
      .fill('The certificate ran out, nobody can pay');
    await pickSubject(ask, change.field.subjectIds, item.title);
    await choose(ask, change.field.emergencyGround, change.option.emergencyGround.restore_service);
    await ask
      .getByRole('textbox', { name: change.field.emergencyReason })
      .fill('Every minute without payment costs orders');
    await picture(ask, 'emergency-01-new');
    await ask.getByRole('button', { name: said.go_on, exact: true }).click();
    await expect(ask.getByRole('heading', { level: 1, name: title })).toBeVisible();
    const path = new URL(ask.url()).pathname;

    await press(ask, change.action.authorise);
    await choose(ask, change.field.authorisedById, ecab.name);
    await typeMoment(ask, change.field.authorisedAt, await wallOf(requester, inMinutes(-2)));
    await choose(ask, change.field.authorisedVia, change.option.authorisedVia.phone);
    await choose(ask, change.field.implementerId, implementer.name);
    await picture(ask, 'emergency-02-authorise');
    await confirm(ask, change.action.authorise);
    await expect(ask.getByText(change.state.approved, { exact: true }).first()).toBeVisible();
    await expect(ask.getByText(said.unconfirmed.replace('{{name}}', ecab.name))).toBeVisible();

    const work = implementer.page;
    await work.goto(path);
    await press(work, change.action.start);
    await expect(work.getByText(change.state.implementing, { exact: true }).first()).toBeVisible();
    await press(work, change.action.complete);
    await work
      .getByRole('dialog')
      .getByRole('textbox', { name: change.field.resultNote })
      .fill('New certificate in place');
    await confirm(work, change.action.complete);

    // Who gave the word says so themselves; the papers follow, and then the review.
    await ecab.page.goto(path);
    await ecab.page
      .getByRole('region', { name: said.next })
      .getByRole('button', { name: change.action.confirm_authorisation })
      .click();
    await expect(ecab.page.getByText(said.unconfirmed.replace('{{name}}', ecab.name))).toHaveCount(0);
    await ask.goto(path);
    await press(ask, change.action.document);
    await ask
      .getByRole('dialog')
      .getByRole('textbox', { name: change.field.objective })
      .fill('Payment works with a certificate for a year');
    await answerAssessment(ask, language, 'low');
    await writePlans(ask, language, ['Put the new certificate on the gateway']);
    await picture(ask, 'emergency-03-document');
    await confirm(ask, change.action.document);
    await openReview(ask, language, reviewer.name);
    await confirm(ask, change.action.open_review);
    await reviewer.page.goto(path);
    await finishReview(reviewer.page, language, 'yes');
    await picture(reviewer.page, 'emergency-04-closed');
    await closeAll(desks);
  });
}

for (const language of inLanguages('zh-CN')) {
  const { t, change, said, picture } = wordsOf(language);
  test(`a standard change from its model asks nobody; one that fails is taken back and investigated, in ${language}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const desks = await changeDesk({ page, browser, baseURL, language }, 'Standard', [
      'requester',
      'implementer',
      'manager',
      'reviewer',
    ]);
    const { requester, implementer, manager, reviewer } = desks;
    const { item } = await liveItem(page, manager, `node-${language.slice(0, 2)}`);
    const name = `${language === 'en' ? 'Restart of' : '重启'} ${item.title}`;
    const model = await provenModel(desks, item.id, name);
    await manager.page.goto(`/change-models/${model.number}`);
    await press(manager.page, t.change_model.action.authorise);
    if (await manager.page.getByRole('dialog').isVisible())
      await confirm(manager.page, t.change_model.action.authorise);
    await expect(
      manager.page.getByText(t.change_model.state.in_force, { exact: true }).first(),
    ).toBeVisible();
    await picture(manager.page, 'standard-01-model');

    const ask = requester.page;
    await ask.goto('/changes/new');
    await ask.getByRole('main').getByRole('button', { name: change.option.category.standard }).click();
    await ask
      .getByRole('textbox', { name: change.field.title, exact: true })
      .fill(language === 'en' ? 'Restart node 2' : '重启节点 2');
    await choose(ask, change.field.modelId, name);
    await ask
      .getByRole('textbox', { name: change.field.purpose })
      .fill('Its queue has stopped for the second time');
    await pickSubject(ask, change.field.subjectIds, item.title);
    await typeMoment(ask, change.field.plannedStartAt, await wallOf(requester, inMinutes(0)));
    await typeMoment(ask, change.field.plannedEndAt, await wallOf(requester, inMinutes(60)));
    await choose(ask, change.field.implementerId, implementer.name);
    await picture(ask, 'standard-02-new');
    await ask.getByRole('button', { name: said.submit, exact: true }).click();
    await expect(ask.getByText(change.state.approved, { exact: true }).first()).toBeVisible();
    await expect(ask.getByRole('region', { name: change.approval.change })).toHaveCount(0);
    await picture(ask, 'standard-03-approved');
    await press(ask, change.action.schedule);
    await choose(ask, change.field.windowBasis, change.option.windowBasis.no_interruption);
    await confirm(ask, change.action.schedule);
    const path = new URL(ask.url()).pathname;

    const work = implementer.page;
    await work.goto(path);
    await press(work, change.action.start);
    const log = work.getByRole('region', { name: said.log, exact: true });
    await log.getByRole('button', { name: said.log_failed, exact: true }).first().click();
    await log.getByRole('textbox', { name: said.log_what }).fill('The node does not drain');
    await log.getByRole('button', { name: said.log_write }).first().click();
    await expect(log.getByText('The node does not drain').first()).toBeVisible();
    await picture(work, 'backout-01-running');
    await press(work, change.action.back_out);
    const dialog = work.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: words[language].record.input.reason })
      .fill('Half of the queue would have been lost');
    await confirm(work, change.action.back_out);
    await expect(work.getByText(change.state.backed_out, { exact: true }).first()).toBeVisible();
    await picture(work, 'backout-02-backed-out');

    // Its model pre-authorises nothing until it is known why; the investigation ends with a finding.
    await manager.page.reload();
    await expect(
      manager.page.getByText(t.change_model.state.suspended, { exact: true }).first(),
    ).toBeVisible();
    const tasks = ask.getByRole('region', { name: said.tasks });
    await ask.reload();
    await tasks.getByRole('link').first().click();
    await press(ask, t.change_task.action.finish);
    const finding = ask.getByRole('dialog');
    for (const field of ['result', 'cause', 'prevention'] as const)
      await finding
        .getByRole('textbox', { name: t.change_task.field[field] })
        .fill('The drain waits for a lock that nobody frees');
    await picture(ask, 'backout-03-finding');
    await confirm(ask, t.change_task.action.finish);
    await ask.goto(path);
    await openReview(ask, language, reviewer.name);
    await confirm(ask, change.action.open_review);
    await reviewer.page.goto(path);
    await finishReview(reviewer.page, language, 'no');
    await expect(
      reviewer.page.getByRole('region', { name: said.review, exact: true }).getByText(said.unsuccessful),
    ).toBeVisible();
    await picture(reviewer.page, 'backout-04-closed');
    await closeAll(desks);
  });
}

for (const language of inLanguages('en')) {
  const { t, said, record, picture } = wordsOf(language);
  test(`an item edited without a change is found, and raised as an unauthorised change, in ${language}`, async ({ page, browser, baseURL }) => {
    const desks = await changeDesk({ page, browser, baseURL, language }, 'Edited', ['manager', 'keeper']);
    const { manager, keeper } = desks;
    const { item } = await liveItem(page, manager, `rack-${language.slice(0, 2)}`);
    const edit = keeper.page;
    await edit.goto(`/configuration-items/${item.number}`);
    await edit.getByRole('button', { name: record.edit_field.replace('{{name}}', t.item.field.location) }).click();
    await edit.getByRole('textbox', { name: t.item.field.location }).fill('Rack 9');
    await edit.getByRole('button', { name: words[language].ui.save }).click();
    await edit.getByRole('textbox', { name: words[language].record.input.reason }).fill('It was moved');
    await edit.getByRole('button', { name: words[language].ui.save }).click();
    await expect(edit.getByText('Rack 9').first()).toBeVisible();
    await picture(edit, 'edited-01-item');
    const look = manager.page;
    // Found by a follower of the trail, a moment after.
    const { number } = await soon(async () => {
      const { items } = await call(page.request, 'GET', `/differences?filter[ciId]=${item.id}`);
      return items[0] as unknown as { number: string } | undefined;
    });
    await page.goto('/differences');
    await picture(page, 'edited-02-queue');
    await page.goto(`/differences/${number}`);
    await picture(page, 'edited-03-difference');
    await press(page, t.difference.action.raise);
    if (await page.getByRole('dialog').isVisible()) await confirm(page, t.difference.action.raise);
    await expect(page.getByText(t.difference.state.raised, { exact: true }).first()).toBeVisible();
    const { items } = await call(look.request, 'GET', '/changes?filter[unauthorised]=true&sort=-createdAt');
    const [found] = items as unknown as { number: string }[];
    await look.goto(`/changes/${found?.number}`);
    await expect(look.getByText(said.unauthorised)).toBeVisible();
    await picture(look, 'edited-04-change');
    await closeAll(desks);
  });
} // prettier-ignore

async function soon<T>(ask: () => Promise<T | undefined>): Promise<T> {
  let found: T | undefined;
  await expect(async () => {
    found = await ask();
    expect(found).toBeDefined();
  }).toPass();
  return found as T;
}
