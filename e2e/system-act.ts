import type { Company } from './system-begin.ts';
import { actionFor } from './system-plan.ts';
import { told } from './system-story.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** 10.1: put right, its cause found and removed, and then it waits. */
export async function correct({ coordinator: desk, peer }: Company, path: string): Promise<void> {
  const { page, t } = desk;
  const text = told[t.language];
  await page.goto(path);
  await desk.act('nonconformity', 'contain', { correction: text.correction });
  await desk.isIn('nonconformity', 'contained');
  await desk.act('nonconformity', 'find_cause', {
    extentCheck: text.extent,
    extentResult: t.option('nonconformity', 'extentResult', 'only_here'),
    rcaMethod: t.option('nonconformity', 'rcaMethod', 'five_whys'),
    rootCause: text.cause,
    causeClass: t.option('nonconformity', 'causeClass', 'technology'),
  });
  await desk.isIn('nonconformity', 'cause_known');
  await actionFor(desk, text.action);
  await desk.act('nonconformity', 'plan', { successCriterion: text.success, dueOn: inDays(60) });
  await desk.isIn('nonconformity', 'action_plan');
  await page.getByRole('link', { name: text.action }).first().click();
  await desk.act('action-item', 'finish', { result: text.done });
  await desk.isIn('action-item', 'done');
  await verifyAction({ desk, peer, text: text.effect });
  await page.goto(path);
  await desk.act('nonconformity', 'finish', {
    systemChange: t.option('nonconformity', 'systemChange', 'process'),
    systemChangeNote: text.action,
  });
  await page.getByRole('toolbar').getByRole('button', { name: t.of('action', 'nonconformity', 'wait'), exact: true }).click(); // prettier-ignore
  await desk.confirm(t.of('action', 'nonconformity', 'wait'));
  await desk.isIn('nonconformity', 'waiting');
}

/** S4: who did it judges it only where nobody else is there, and that is on record. */
async function verifyAction(given: { desk: Company['coordinator']; peer: Company['peer']; text: string }) {
  const { desk, peer, text } = given;
  if (peer === undefined) {
    await desk.act('action-item', 'verify', { verification: text });
    await desk.isIn('action-item', 'verified');
    return;
  }
  await desk.refused('action-item', 'verify', desk.t.say('action_item.verifier_did_it'));
  await peer.page.goto(desk.path);
  await peer.act('action-item', 'verify', { verification: text });
  await peer.isIn('action-item', 'verified');
}

/** A month later somebody who had no part in it looks whether it helped. */
export async function checkEffect(
  { coordinator: desk, auditor, peer }: Company,
  path: string,
): Promise<void> {
  const { t } = desk;
  await auditor.page.goto(path);
  await auditor.act('nonconformity', 'begin_check');
  await auditor.isIn('nonconformity', 'effectiveness');
  if (peer !== undefined) {
    await desk.page.goto(path);
    await desk.refused('nonconformity', 'confirm_effective', t.say('nonconformity.checker_did_it'));
  }
  await auditor.act('nonconformity', 'confirm_effective', { effectivenessNote: told[t.language].effect });
  await auditor.isIn('nonconformity', 'closed');
}

/** 9.2 d: the finding is settled when its auditors have seen that. */
export async function settle({ auditor }: Company, paths: { audit: string; finding: string }): Promise<void> {
  const { t, page } = auditor;
  await page.goto(paths.finding);
  await auditor.act('audit-finding', 'verify', { verification: told[t.language].settled });
  await auditor.isIn('audit-finding', 'verified');
  await page.goto(paths.audit);
  await auditor.act('internal-audit', 'verify');
  await auditor.isIn('internal-audit', 'verified');
  await page.getByRole('toolbar').getByRole('button', { name: t.of('action', 'internal-audit', 'close'), exact: true }).click(); // prettier-ignore
  await auditor.confirm(t.of('action', 'internal-audit', 'close'));
  await auditor.isIn('internal-audit', 'closed');
}
