import { askApproval, type AskedStep } from '../../kernel/approval/approvals.ts';
import { approvalsOf } from '../../kernel/approval/approval.store.ts';
import { activeOf, holdersOf } from '../../kernel/approval/eligible.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { profile } from '../../kernel/practice/settings.ts';
import type { Fact } from '../../kernel/record/fact.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import type { Document } from './document.fields.ts';
import { approvalSteps } from './document.settings.ts';
import { nextVersion } from './document.version.ts';

const term = 7 * 86_400_000;

/**
 * 7.5.2 c: first those who look whether it is suitable, then whoever approves it. Named in the document, else by its
 * level. Whoever wrote a word of it is not asked (S1); where nobody is left, the kernel asks their managers, then the SMS
 * manager, then top management.
 */
export async function askForVersion(work: Work, document: Document, at: number): Promise<void> {
  const authors = document.authorIds ?? [];
  const level = String(document.level ?? 2) as '1' | '2' | '3' | '4';
  const roles = work.house.reference.settings.get(approvalSteps).value[level];
  const dueAt = at + term;
  const reviewers = await people(work, document.reviewerIds, roles.review, authors);
  const approvers = await people(work, document.approverIds, roles.approve, authors);
  // One person for both is a control by name only; a small organisation has nobody else.
  const others = approvers.filter((id) => !reviewers.includes(id));
  const small = work.house.reference.settings.get(profile).value === 'S';
  const approving = others.length > 0 && !small ? others : approvers;
  const steps: AskedStep[] = [];
  const named = (list: readonly string[] | null) => (list ?? []).length > 0;
  if (named(document.reviewerIds) || (reviewers.length > 0 && !sameOne(reviewers, approving)))
    steps.push({ approverIds: reviewers, quorum: named(document.reviewerIds) ? 'all' : 'any', dueAt });
  steps.push({ approverIds: approving, quorum: named(document.approverIds) ? 'all' : 'any', dueAt });
  await askApproval(work, {
    recordId: document.id,
    purpose: 'version',
    steps,
    notBy: authors,
    summary: `${document.code ?? ''} ${document.title}`.trim().slice(0, 1000),
    facts: factsOf(document),
  });
}

const sameOne = (a: readonly string[], b: readonly string[]) =>
  a.length === 1 && b.length === 1 && a[0] === b[0];

async function people(
  work: Work,
  named: readonly string[] | null,
  roles: readonly string[],
  authors: readonly string[],
): Promise<string[]> {
  if ((named ?? []).length > 0) return [...(named ?? [])];
  const found: string[] = [];
  for (const role of roles) found.push(...(await holdersOf(role)(work, [])));
  const active = await activeOf(work, found);
  return [...new Set(found)].filter((id) => active.has(id) && !authors.includes(id));
}

function factsOf(document: Document): Fact[] {
  const label = (key: keyof typeof en.document.field) => ({
    en: en.document.field[key],
    'zh-CN': zh.document.field[key],
  });
  return [
    {
      label: label('approvedVersion'),
      value: nextVersion(document.approvedVersion, document.revision),
    },
    ...(document.changeNote === null ? [] : [{ label: label('changeNote'), value: document.changeNote }]),
    ...(document.takesEffectOn === null
      ? []
      : [{ label: label('takesEffectOn'), value: document.takesEffectOn }]),
  ];
}

export type Deciders = { readonly reviewers: readonly string[]; readonly approvers: readonly string[] };

/** Who reviewed and who approved: those who spoke, not those whose seats they took. */
export async function decidersOf(work: Work, recordId: string): Promise<Deciders> {
  const [last] = await approvalsOf(work, recordId);
  const by = (last?.steps ?? []).map((step) => [
    ...new Set(step.decisions.filter((d) => d.decision === 'approve').map((d) => d.decidedBy)),
  ]);
  return { reviewers: by.slice(0, -1).flat(), approvers: by.at(-1) ?? [] };
}
