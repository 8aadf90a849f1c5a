import { expect, test } from '@playwright/test';
import { answerAssessment, changeDesk, closeAll, finishReview, inMinutes, liveItem, openReview, pickSubject, press, typeMoment, wallOf, writePlans, writeWayBack } from './change-desk.ts'; // prettier-ignore
import { changeWords } from './change-words.ts';
import { act, call, choose, confirm } from './desk.ts';
import { shot } from './shots.ts';
import { inLanguages, words } from './words.ts';

for (const language of inLanguages('zh-CN')) {
  test(`a change of high risk from the complaint to its review, a collision on the way, in ${language}`, async ({ page, browser, baseURL }) => {
    const t = changeWords[language];
    const { change, change_page: said, change_schedule: calendar } = t;
    const { record } = words[language];
    const desks = await changeDesk({ page, browser, baseURL, language }, 'Normal', ['requester', 'implementer', 'manager', 'board', 'boss', 'reviewer']);
    const { requester, implementer, manager, board, boss, reviewer } = desks;
    const picture = (at: typeof page, name: string) => shot(at, `normal-${name}-${language}`);
    const { item, service } = await liveItem(page, manager, `store-${language.slice(0, 2)}`);
    const ask = requester.page;
    const dialog = ask.getByRole('dialog');

    // Somebody complains; the cause is found, and can only be removed by a change.
    const category = await call(page.request, 'POST', '/categories', { title: `Orders ${language}` });
    const incident = await call(page.request, 'POST', '/incidents', { title: language === 'en' ? 'We complain: orders are lost each Friday' : '投诉：每周五都有订单丢失', channel: 'email', symptom: 'Lost orders', requesterId: boss.id, serviceId: service.id });
    const problem = await call(reviewer.page.request, 'POST', '/problems', { title: language === 'en' ? 'The store leaks memory' : '订单库内存泄漏', origin: 'incidents', serviceId: service.id, categoryId: category.id, urgency: 2, expectedImpact: 2, incidents: [incident.number], ownerId: reviewer.id });
    for (const [name, input] of [
      ['accept', {}],
      ['investigate', {}],
      ['analyse', { whys: [{ answer: 'The store ran out of memory', evidence: 'Kernel log' }, { answer: 'Sessions stay in memory', evidence: 'Heap dump' }, { answer: 'Cancelled orders are never freed', evidence: 'Code review' }] }],
      ['find_cause', { rcaMethod: 'five_whys', rootCause: 'Release 9.1 keeps the session of every order that is cancelled', causeClass: 'software', removalPrevents: true, removalReason: 'Release 9.2 frees it' }],
    ] as const)
      await call(reviewer.page.request, 'POST', `/problems/${problem.number}/transitions/${name}`, input);

    // Somebody else plans on the same server tomorrow night.
    const [from, to] = [inMinutes(1440), inMinutes(1560)];
    const other = await call(manager.page.request, 'POST', '/changes', { title: language === 'en' ? 'New disks' : '更换磁盘', category: 'minor', purpose: 'The disks are six years old', objective: 'No disk is older than a year', subjectIds: [item.id], plannedStartAt: from, plannedEndAt: to });
    await call(manager.page.request, 'POST', `/changes/${other.number}/transitions/submit`);

    // Asked for with the form that this way needs.
    await ask.goto('/changes/new');
    await ask.getByRole('main').getByRole('button', { name: change.option.category.significant }).click();
    const title = language === 'en' ? 'Order store to release 9.2' : '订单库升级到 9.2';
    await ask.getByRole('textbox', { name: change.field.title, exact: true }).fill(title);
    await ask.getByRole('textbox', { name: change.field.purpose }).fill('Orders are lost each Friday, because the store runs out of memory');
    await ask.getByRole('textbox', { name: change.field.objective }).fill('No order is lost for a month');
    await pickSubject(ask, change.field.subjectIds, item.title);
    await typeMoment(ask, change.field.plannedStartAt, await wallOf(requester, from));
    await typeMoment(ask, change.field.plannedEndAt, await wallOf(requester, to));
    await choose(ask, change.field.implementerId, implementer.name);
    await picture(ask, '01-new');
    await ask.getByRole('button', { name: said.submit, exact: true }).click();
    await expect(ask.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(ask.getByText(change.state.submitted, { exact: true }).first()).toBeVisible();
    const path = new URL(ask.url()).pathname;
    const number = path.split('/').at(-1) ?? '';

    // The page tells what else is planned there; another window resolves it.
    const impact = ask.getByRole('region', { name: said.impact, exact: true });
    await expect(impact.getByRole('link', { name: new RegExp(other.number) })).toBeVisible();
    await expect(impact.getByText(calendar.relation.same, { exact: true })).toBeVisible();
    await picture(ask, '02-collision');
    await impact.getByRole('button', { name: calendar.windows_find }).click();
    await impact.getByRole('button', { name: calendar.windows_take }).first().click();
    await typeMoment(ask, calendar.from, await wallOf(requester, inMinutes(0)));
    await picture(ask, '03-window');
    await confirm(ask, calendar.move_do.edit);
    await expect(impact.getByText(said.no_collisions)).toBeVisible();

    // At high risk whoever decides has the way back before them; what could stand in any plan is none.
    await press(ask, change.action.assess);
    await answerAssessment(ask, language, 'high');
    await writePlans(ask, language, [language === 'en' ? 'Stop the store' : '停止订单库', language === 'en' ? 'Install release 9.2' : '安装 9.2 版']);
    await writeWayBack(ask, language, [language === 'en' ? 'Restore backup' : '恢复备份']);
    await dialog.getByRole('button', { name: change.action.assess, exact: true }).click();
    const boilerplate = t.refused.back_out_boilerplate.split('{{found}}')[1] ?? '';
    await expect(dialog.getByText(boilerplate.slice(2, 40)).first()).toBeVisible();
    await picture(ask, '04-boilerplate');
    await writeWayBack(ask, language, ['Stop the store with systemctl stop store']);
    await picture(ask, '05-assess');
    await confirm(ask, change.action.assess);
    await expect(ask.getByText(change.state.assessed, { exact: true }).first()).toBeVisible();

    // Who asked for it and who carries it out could decide, were it another's; their page says why they cannot.
    const approval = (at: typeof page) => at.getByRole('region', { name: change.approval.change });
    for (const one of [requester, implementer]) {
      await one.page.goto(path);
      await expect(approval(one.page).getByText(t.approval.own)).toBeVisible();
      await expect(approval(one.page).getByRole('button')).toHaveCount(0);
    }
    await picture(ask, '06-refused');
    for (const one of [manager, board, boss]) {
      await one.page.goto(path);
      await approval(one.page).getByRole('button', { name: new RegExp(t.approvals.approve) }).first().click();
      await expect(approval(one.page).getByText(t.approvals.has_approved).first()).toBeVisible();
    }
    await picture(boss.page, '07-approved');

    await ask.goto(path);
    await press(ask, change.action.schedule);
    await choose(ask, change.field.windowBasis, change.option.windowBasis.agreed_maintenance);
    await dialog.getByRole('textbox', { name: change.field.windowEvidence }).fill('Agreement AGR-7, Sundays from 01:00 to 05:00');
    await picture(ask, '08-schedule');
    await confirm(ask, change.action.schedule);
    await expect(ask.getByText(change.state.scheduled, { exact: true }).first()).toBeVisible();

    // A task for it, done by its owner.
    const tasks = ask.getByRole('region', { name: said.tasks });
    await tasks.getByRole('button', { name: said.add_task }).click();
    const form = tasks.getByRole('form', { name: said.add_task });
    const task = language === 'en' ? 'Tell the warehouse' : '通知仓库';
    await form.getByRole('textbox', { name: t.change_task.field.title }).fill(task);
    await form.getByRole('combobox', { name: t.change_task.field.ownerId }).fill(implementer.name);
    await ask.getByRole('option', { name: implementer.name }).first().click();
    await form.getByRole('textbox', { name: t.change_task.field.dueAt }).fill(await wallOf(requester, inMinutes(60)));
    await form.getByRole('button', { name: said.add_task }).click();
    await expect(tasks.getByRole('link', { name: task })).toBeVisible();
    await picture(ask, '09-scheduled');
    const work = implementer.page;
    await work.goto(path);
    await work.getByRole('link', { name: task }).click();
    await press(work, t.change_task.action.finish);
    await work.getByRole('dialog').getByRole('textbox', { name: t.change_task.field.result }).fill('Told at noon');
    await picture(work, '10-task');
    await confirm(work, t.change_task.action.finish);

    // Carried out in its window, step by step.
    await work.goto(path);
    await press(work, change.action.start);
    const log = work.getByRole('region', { name: said.log, exact: true });
    for (let step = 0; step < 2; step += 1) {
      await log.getByRole('button', { name: said.log_done, exact: true }).first().click();
      await expect(log.getByRole('button', { name: said.log_done, exact: true })).toHaveCount(1 - step);
    }
    await picture(work, '11-running');
    await press(work, change.action.complete);
    await work.getByRole('dialog').getByRole('textbox', { name: change.field.resultNote }).fill('As planned');
    await confirm(work, change.action.complete);
    await expect(work.getByText(change.state.implemented, { exact: true }).first()).toBeVisible();

    // Looked back upon by somebody else than who did it.
    await openReview(work, language, implementer.name);
    await work.getByRole('dialog').getByRole('button', { name: change.action.open_review, exact: true }).click();
    await expect(work.getByRole('dialog').getByText(t.refused.reviewer_took_part).first()).toBeVisible();
    await choose(work, change.field.reviewerId, reviewer.name);
    await picture(work, '12-review');
    await confirm(work, change.action.open_review);
    await expect(work.getByText(change.state.in_review, { exact: true }).first()).toBeVisible();
    await expect(work.getByRole('button', { name: change.action.finish_review })).toHaveAttribute('aria-disabled', 'true');

    // The problem is solved by it, a release carries it; the whole story stands on one page, and comes by API.
    const look = reviewer.page;
    await look.goto(`/problems/${problem.number}`);
    await expect(look.getByRole('toolbar')).toBeVisible();
    await act(look, t.problem_record.action.plan_fix, record.more_actions);
    await picture(look, '13-problem');
    await look.getByRole('dialog').getByRole('textbox', { name: t.problem_record.input.change }).fill(number);
    await confirm(look, t.problem_record.action.plan_fix);
    const release = await call(manager.page.request, 'POST', '/releases', { title: `${title} · 9.2.0`, kind: 'minor', serviceId: service.id });
    await call(manager.page.request, 'POST', `/releases/${release.number}/links`, { kind: 'related', to: number });
    await look.goto(path);
    await finishReview(look, language, 'yes');
    await picture(look, '14-closed');
    await look.goto(`/incidents/${incident.number}/chain`);
    const story = look.getByRole('article');
    for (const one of [incident.number, problem.number, number, release.number])
      await expect(story.getByText(one, { exact: false }).first()).toBeVisible();
    await expect(story.getByText(change.state.closed).first()).toBeVisible();
    await picture(look, '15-chain');
    const chain = await call(page.request, 'GET', `/releases/${release.number}/chain`);
    expect(chain.items.map((one) => (one as unknown as { number: string }).number)).toEqual(expect.arrayContaining([incident.number, problem.number, number, release.number]));
    expect((chain['milestones'] as unknown as { toState: string }[]).map(({ toState }) => toState)).toContain('closed');
    await closeAll(desks);
  });
} // prettier-ignore
