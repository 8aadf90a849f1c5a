import { z } from 'zod';
import { plain } from '../../kernel/record/field.ts';

/** One step of the five whys: the answer to "why?", and what shows that it is so. */
const why = z.strictObject({ answer: plain(2000), evidence: plain(4000).optional() });
export const whysSchema = z.array(why).max(10);
export type Whys = z.output<typeof whysSchema>;

export const causeStates = ['open', 'confirmed', 'excluded'] as const;
const sub = z.strictObject({
  text: plain(500),
  state: z.enum(causeStates).default('open'),
  evidence: plain(4000).optional(),
});
const cause = sub.extend({ causes: z.array(sub).max(20).default([]) });

/** Bones that every diagram begins with; an organisation names further ones. */
export const boneKinds = ['people', 'process', 'technology', 'environment', 'supplier', 'data'] as const;
const bone = z.strictObject({ category: plain(60), causes: z.array(cause).max(20).default([]) });
export const fishboneSchema = z.array(bone).max(12);
export type Fishbone = z.output<typeof fishboneSchema>;
export type Cause = z.output<typeof cause>;

/** Every cause of a diagram, sub-causes after the cause that they belong to. */
export const allCauses = (fishbone: Fishbone | null): readonly z.output<typeof sub>[] =>
  (fishbone ?? []).flatMap(({ causes }) => causes.flatMap((c) => [c, ...c.causes]));

/**
 * What only says that somebody made a mistake. A finding of every audit: people make mistakes everywhere, and the cause
 * is what let this one through.
 */
const human =
  /\b(?:human|operator|user|staff|person(?:nel)?|employee|administrator|admin|engineer|agent|colleague)s?(?:['’]s)?\s+(?:error|mistake|fault|failure|negligence|carelessness|inattention)s?\b|\b(?:carelessness|negligence|inattention|forgetfulness|careless|forgot|human factor)\b|人为(?:错误|失误|因素|原因|疏忽|操作失误)?|误操作|操作(?:失误|错误|不当)|(?:员工|人员|工程师|管理员|运维|用户)(?:失误|错误|疏忽|犯错)|粗心(?:大意)?|疏忽(?:大意)?|大意|忘记/giu;
const filler =
  /\b(?:the|a|an|was|were|is|it|by|of|to|due|because|caused|cause|root|made|simple|just|only|some|somebody|someone|this|that|and|an)\b|由于|因为|导致|引起|是|的|了|所致|造成|根本原因|原因|某|个|一个|有人/giu;

/** Nothing is left of it once the mistake itself is taken away. */
export function isOnlyHumanError(text: string): boolean {
  const normal = text.normalize('NFKC');
  if (normal.search(human) < 0) return false;
  const left = normal.replace(human, ' ').replace(filler, ' ');
  const words = left.match(/[\p{L}\p{N}]+/gu) ?? [];
  const chinese = left.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese > 0 ? chinese < 5 : words.length < 3;
}
