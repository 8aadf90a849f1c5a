import { expect, test } from '@playwright/test';
import { account, browserOf } from './accounts.ts';
import { act, call, choose, confirm, signIn } from './desk.ts';
import { majorWords } from './major-words.ts';
import { portalWords } from './portal-words.ts';
import { words, type Language } from './words.ts';

const languages = ['en', 'zh-CN'] as const satisfies readonly Language[];

for (const language of languages) {
  const told = majorWords[language];
  const { record, queue, notices } = words[language];

  test(`a major incident from its declaration to its review, in ${language}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const { major, action_item: item, major_incident: t } = told;
    await signIn(page, language);
    const suffix = language === 'en' ? '' : ' Zh';
    const agent = await account(page.request, language, `Agnes${suffix}`, ['service-desk-agent']);
    const engineer = await account(page.request, language, `Ernst${suffix}`, ['engineer']);
    const boss = await account(page.request, language, `Tamara${suffix}`, ['top-management']);
    const reviewer = await account(page.request, language, `Renate${suffix}`, ['sms-manager']);
    const title = language === 'en' ? 'Nobody can pay' : '所有人都无法付款';
    const incident = await call(page.request, 'POST', '/incidents', { title, channel: 'phone', symptom: 'HTTP 502', requesterId: agent.id }); // prettier-ignore

    // The desk judges that it is major; who may declare names the manager and the bridge.
    const desk = await browserOf(browser, agent, language, { baseURL });
    await desk.goto(`/incidents/${incident.number}`);
    await desk.getByRole('button', { name: major.propose }).click();
    await desk.getByRole('dialog').getByRole('textbox', { name: major.propose_why }).fill('Press is calling');
    await confirm(desk, major.propose);
    await expect(desk.getByText(t.state.candidate).first()).toBeVisible();
    await expect(desk.getByRole('button', { name: t.action.declare })).toHaveCount(0);
    const path = new URL(desk.url()).pathname;

    await page.goto(`/incidents/${incident.number}`);
    await expect(page.getByText(major.candidate_banner)).toBeVisible();
    await page.getByRole('link', { name: major.decide }).click();
    await page.getByRole('button', { name: t.action.declare }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t.field.bridge }).fill('https://meet.example/bridge');
    await choose(page, t.field.technicalLeadId, engineer.name);
    await choose(page, t.field.communicationsId, agent.name);
    await confirm(page, t.action.declare);
    await expect(page.getByText(t.state.declared).first()).toBeVisible();
    await expect(page.getByRole('link', { name: major.bridge })).toHaveAttribute('href', 'https://meet.example/bridge'); // prettier-ignore
    const roles = page.getByRole('region', { name: major.roles });
    for (const name of ['Ada Wong', engineer.name, agent.name]) await expect(roles).toContainText(name);

    // Told by telephone and written down: who, by which way, and under the bell of whoever was told.
    await expect(page.getByText(major.management, { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: t.action.inform_management }).click();
    // The only one there is, is chosen already.
    const holder = dialog.getByRole('checkbox', { name: boss.name });
    if (!(await holder.isChecked())) await dialog.getByText(boss.name, { exact: true }).click();
    await confirm(page, t.action.inform_management);
    const timeline = page.getByRole('region', { name: major.timeline });
    await expect(timeline).toContainText(boss.name);
    const top = await browserOf(browser, boss, language, { baseURL });
    await top.goto('/');
    await top
      .getByRole('button', { name: new RegExp(notices.unread_other.split('{{shown}}')[0] ?? '') })
      .click();
    await top.getByRole('link', { name: title }).first().click();
    await expect(top).toHaveURL(new RegExp(`${path}$`));
    await expect(top.getByText(t.state.declared).first()).toBeVisible();

    // The update reaches its audiences and begins the next round of its clock.
    await expect(page.getByRole('term').filter({ hasText: major.next_update })).toBeVisible();
    const box = page.getByRole('region', { name: major.post_update });
    await box.getByLabel(major.english).fill('Payment is down, we work on it.');
    await box.getByLabel(major.chinese).fill('支付中断，正在处理。');
    await box.getByText(t.option.audience.affected, { exact: true }).click();
    await box.getByText(t.option.audience.public, { exact: true }).click();
    await box.getByRole('button', { name: t.action.post_update }).click();
    await expect(timeline).toContainText('支付中断，正在处理。');
    await expect(timeline).toContainText(t.option.audience.public);
    const whole = await call(page.request, 'GET', path);
    const update = (whole['clocks'] as unknown as { name: string; cycles: number; dueAt: string }[]).find(
      ({ name }) => name === 'update',
    );
    expect(update?.cycles).toBe(1);
    expect(Date.parse(update?.dueAt ?? '')).toBeGreaterThan(Date.now());

    await timeline.getByRole('textbox', { name: major.add_entry }).fill('DB-02 is full');
    await timeline.getByRole('button', { name: major.add_entry, exact: true }).click();
    await expect(timeline.getByRole('listitem').filter({ hasText: 'DB-02 is full' })).toBeVisible();

    for (const [action, state] of [
      ['stabilise', 'stabilised'],
      ['restore', 'restored'],
    ] as const) {
      await act(page, t.action[action], record.more_actions);
      await dialog.getByRole('textbox', { name: t.input.reason }).fill('Space freed');
      await confirm(page, t.action[action]);
      await expect(page.getByText(t.state[state]).first()).toBeVisible();
    }
    await act(page, t.action.open_review, record.more_actions);
    await choose(page, t.field.reviewerId, reviewer.name);
    await confirm(page, t.action.open_review);

    // Whoever led it does not review it: somebody else finds the cause, counts the impact and asks for an action.
    const other = await browserOf(browser, reviewer, language, { baseURL });
    await other.goto(path);
    const actions = other.getByRole('region', { name: major.actions });
    await actions.getByRole('button', { name: major.add_action }).click();
    const form = actions.getByRole('form', { name: major.add_action });
    await form.getByRole('textbox', { name: major.action_what }).fill('Watch the disks');
    await form.getByRole('combobox', { name: major.action_owner }).fill(engineer.name);
    await other.getByRole('option', { name: engineer.name }).first().click();
    await form.getByRole('textbox', { name: major.action_due }).fill('2030-01-31');
    await other.keyboard.press('Tab');
    await form.getByRole('button', { name: major.add_action }).click();
    await expect(actions.getByRole('link', { name: 'Watch the disks' })).toBeVisible();
    await act(other, t.action.finish_review, record.more_actions);
    const review = other.getByRole('dialog');
    for (const key of ['cause', 'helped', 'hindered', 'customerImpact'] as const)
      await review.getByRole('textbox', { name: t.field[key] }).fill(`${key}: the disk`);
    await review.getByRole('textbox', { name: t.field.affectedUsers }).fill('240');
    await confirm(other, t.action.finish_review);
    await expect(other.getByText(t.state.reviewed).first()).toBeVisible();
    await expect(other.getByRole('region', { name: major.impact })).toContainText('240');

    // It closes when its action was done by one and judged by another.
    const repair = await browserOf(browser, engineer, language, { baseURL });
    await repair.goto('/action-items?filter[ownerId]=me');
    await repair.getByRole('link', { name: 'Watch the disks' }).click();
    await expect(repair.getByRole('heading', { level: 1, name: 'Watch the disks' })).toBeVisible();
    await act(repair, item.action.finish, record.more_actions);
    await repair.getByRole('dialog').getByRole('textbox', { name: item.field.result }).fill('Alarm at 80 %');
    await confirm(repair, item.action.finish);
    await actions.getByRole('link', { name: 'Watch the disks' }).click();
    await expect(other.getByRole('heading', { level: 1, name: 'Watch the disks' })).toBeVisible();
    await act(other, item.action.verify, record.more_actions);
    await review.getByRole('textbox', { name: item.field.verification }).fill('It rang in a drill');
    await confirm(other, item.action.verify);
    await other.goto(path);
    await expect(other.getByText(t.state.reviewed).first()).toBeVisible();
    await act(other, t.action.close, record.more_actions);
    await expect(other.getByText(t.state.closed).first()).toBeVisible();
    await call(page.request, 'POST', `/incidents/${incident.number}/transitions/withdraw_announcement`);
    for (const one of [desk, top, other, repair]) await one.context().close();
  });

  test(`one disturbance that many report: linked from the queue, announced, answered and solved together, in ${language}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const { mass } = told;
    const { portal, report } = portalWords[language];
    await signIn(page, language);
    const name = language === 'en' ? 'Paula' : 'Paula Zh';
    const user = await account(page.request, language, name);
    const service = language === 'en' ? 'Parcel tracking' : '包裹跟踪';
    const { id: serviceId } = await call(page.request, 'POST', '/services', { title: service });
    const category = await call(page.request, 'POST', '/categories', { title: language === 'en' ? 'Parcels' : '包裹' }); // prettier-ignore
    const categoryId = category.id;
    const about = language === 'en' ? 'Parcels stand still' : '包裹状态停滞';
    const made = async (title: string) =>
      call(page.request, 'POST', '/incidents', { title, channel: 'phone', symptom: 'x', requesterId: user.id, serviceId, categoryId, impact: 2, urgency: 2 }); // prettier-ignore
    const parent = await made(`${about} 0`);
    const children = [await made(`${about} 1`), await made(`${about} 2`), await made(`${about} 3`)];

    await page.goto('/incidents?sort=-createdAt');
    for (const { number } of children)
      await page.getByRole('checkbox', { name: queue.choose.replace('{{number}}', number) }).check();
    await page.getByRole('button', { name: mass.link_chosen }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(mass.parent).first().fill(parent.number);
    await page.getByRole('option', { name: parent.number }).click();
    await confirm(page, mass.link_chosen);
    await page.goto(`/incidents/${parent.number}`);
    const section = page.getByRole('region', { name: mass.section });
    await expect(section.getByText(mass.progress.replace('{{done}}', '3').replace('{{total}}', '3'))).toBeVisible(); // prettier-ignore
    await expect(section.getByRole('link', { name: mass.children.replace('{{count}}', '3') })).toBeVisible();

    await section.getByRole('button', { name: mass.announce }).click();
    const both = { en: `Parcels: ${language}`, 'zh-CN': `包裹：${language}` };
    await dialog.getByLabel(told.major.english).fill(both.en);
    await dialog.getByLabel(told.major.chinese).fill(both['zh-CN']);
    await confirm(page, mass.announce);
    await expect(section.getByText(mass.announced)).toBeVisible();

    // The agent at the telephone sees it before writing anything; the user, before reporting.
    await page.goto('/incidents/new');
    const known = page.getByRole('region', { name: mass.known });
    await expect(known).toContainText(both[language]);
    const phone = await browserOf(browser, user, language, { baseURL, width: 375 });
    await phone.goto('/portal');
    await expect(phone.getByRole('region', { name: portal.known })).toContainText(both[language]);
    await phone.goto('/portal/report');
    await phone.getByLabel(report.what).fill(both[language]);
    await phone.getByRole('region', { name: report.known }).getByRole('button', { name: report.me_too }).first().click(); // prettier-ignore
    await expect(phone).toHaveURL(/\/portal\/records\/INC-\d+/);
    const own = /INC-\d+/.exec(phone.url())?.[0] ?? '';
    expect(await call(page.request, 'GET', `/incidents/${own}`)).toMatchObject({ parentId: parent.id });

    await page.goto(`/incidents/${parent.number}`);
    await section.getByRole('button', { name: mass.answer_all }).click();
    await dialog.getByLabel(told.major[language === 'en' ? 'english' : 'chinese']).fill('Back by noon');
    await confirm(page, mass.send);
    await expect(section.getByText(mass.job.answer)).toBeVisible();
    await expect(async () => {
      await phone.reload();
      await expect(phone.getByText('Back by noon')).toBeVisible({ timeout: 1500 });
    }).toPass();

    // Solved once, solved for all; nothing is announced any more, and each who reported may confirm.
    await call(page.request, 'POST', `/incidents/${parent.number}/transitions/triage`, { serviceId, categoryId, impact: 2, urgency: 2 }); // prettier-ignore
    await call(page.request, 'POST', `/incidents/${parent.number}/transitions/start`);
    await call(page.request, 'POST', `/incidents/${parent.number}/transitions/resolve`, { resolution: 'Queue restarted', resolutionCode: 'fixed', causeClass: 'software', ci: 'q-1', resolveChildren: true }); // prettier-ignore
    await expect(async () => {
      await phone.reload();
      await expect(phone.getByRole('button', { name: portal.confirm })).toBeVisible({ timeout: 1500 });
    }).toPass();
    await expect(async () => {
      await phone.goto('/portal');
      await expect(phone.getByRole('link', { name: both[language] }).first()).toBeVisible();
      await expect(phone.getByRole('region', { name: portal.known })).toHaveCount(0, { timeout: 1500 });
    }).toPass({ timeout: 15_000 });
    await phone.context().close();
  });

  test(`whoever is sent from one to the next calls the process owner, in ${language}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const { portal } = portalWords[language];
    await signIn(page, language);
    const user = await account(page.request, language, language === 'en' ? 'Dora' : 'Dora Zh');
    const phone = await browserOf(browser, user, language, { baseURL, width: 375 });
    const { number } = await call(phone.request, 'POST', '/incidents', { title: 'Scanner', channel: 'portal', symptom: 'x' }); // prettier-ignore
    await phone.goto(`/portal/records/${number}`);
    await phone.getByRole('button', { name: portal.dispute }).click();
    await phone
      .getByRole('textbox', { name: portal.dispute_why })
      .fill('Desk says network, network says desk');
    await phone.getByRole('button', { name: portal.dispute_send }).click();
    await expect(phone.getByRole('button', { name: portal.dispute })).toHaveCount(0);
    await page.goto(`/incidents/${number}`);
    await expect(page.getByText(told.stages.disputed.split('{{at}}')[0]?.trim() ?? '', { exact: false })).toBeVisible(); // prettier-ignore
    await expect(page.getByText('Desk says network, network says desk').first()).toBeVisible();
    await phone.context().close();
  });
}
