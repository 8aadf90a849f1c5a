/** Pure: what plans and answers look like, and whether words say anything. Used by server and pages. */
export const impactAreas = [
  'services', 'customers', 'policies', 'capacity', 'availability', 'continuity', 'security', 'other_changes',
] as const; // prettier-ignore
export type ImpactArea = (typeof impactAreas)[number];

export type ImpactAnswers = {
  readonly [A in ImpactArea]?: { readonly affected: boolean; readonly text: string } | undefined;
};
/** Of a template's points, by their keys. */
export type TemplateAnswers = Readonly<Record<string, string>>;

/** A point that a template asks of every change made from it. */
export type TemplateItem = {
  readonly key: string;
  readonly title: { readonly en: string; readonly 'zh-CN': string };
  readonly hint?: { readonly en: string; readonly 'zh-CN': string } | undefined;
  readonly required: boolean;
};

export type ImplementationStep = {
  readonly title: string;
  readonly responsibleId?: string | null | undefined;
  readonly minutes?: number | null | undefined;
};

export type BackOutPlan = {
  /** [STD] Reversed, or remedied where it cannot be reversed. */
  readonly kind: 'reverse' | 'remedy';
  readonly steps: readonly { readonly title: string }[];
  /** Until when, and by which sign, it is decided to go back. */
  readonly decisionPoint: string;
  readonly minutes: number | null;
  readonly tested: boolean;
  /** How and when it was tried, or why it could not be. */
  readonly testNote: string;
};

/** A Han character says about as much as two and a half letters. */
export const weightOfWords = (text: string): number =>
  Array.from(text).reduce(
    (sum, c) => sum + (/\p{Script=Han}/u.test(c) ? 2.5 : /[\p{L}\p{N}]/u.test(c) ? 1 : 0),
    0,
  );

const empty =
  /^(n\s*\/?\s*a|none|nothing|no|nil|ok|tbd|todo|to do|no (impact|effect|change|risk)s?|not (affected|applicable)|same( as (above|before))?|see above|as usual|无|没有|不适用|待定|同上|不涉及|无影响|没有影响|正常|照旧|略)[\s.。!！]*$/i;
/** Text that is there and says nothing. */
export const isThin = (text: string | null | undefined, least: number): boolean =>
  text === null || text === undefined || empty.test(text.trim()) || weightOfWords(text) < least;

const undo =
  /^(please |then |we |will |just )*(restore|roll ?back|back ?out|back out|revert|undo|reverse|reinstall|recover|go back)\b([\s,]+(from|to|the|all|a|an|of|and|last|latest|previous|old|original|backup|backups|back|up|snapshot|snapshots|change|changes|version|system|state|it|everything|data|database|server|if|needed|necessary|possible|using))*\W*$/i;
const undoInChinese =
  /^(请|如有必要|必要时|立即|直接|进行|执行)*(恢复|还原|回滚|回退|撤销|回复|重装)(到|至|从|为|全部|所有|数据库|数据|备份|快照|系统|变更|更改|操作|原来|原|之前|以前|旧|上一个|上个|版本|状态|即可|最新|的)*[\s。.！!]*$/;
/** "Restore backup" is no plan: nobody could follow it at three in the morning. */
export const isBoilerplate = (text: string): boolean =>
  undo.test(text.trim()) || undoInChinese.test(text.trim()) || isThin(text, 10);
