import rolesEn from '../../../kernel/i18n/roles.en.ts';
import rolesZh from '../../../kernel/i18n/roles.zh-CN.ts';
import { system, type Language } from '../../../kernel/access/actor.ts';
import type { Work } from '../../../kernel/practice/house.ts';
import { act, create } from '../../../kernel/record/act.ts';
import { processPresets } from './processes.ts';
import { limitsOf, rolePresets } from './roles.ts';

const roleNames = { en: rolesEn.role, 'zh-CN': rolesZh.role } as const;

/** What a new organisation begins with: the processes of the standard and the roles of the field, to be made its own. */
export async function makeProcessesAndRoles(work: Work, language: Language): Promise<void> {
  const at = language === 'zh-CN' ? 1 : 0;
  const ids = new Map<string, string>();
  for (const preset of processPresets) {
    const made = await create(work, 'sms-process', system(), {
      title: preset.title[at],
      code: preset.code,
      clause: preset.clause,
      purpose: preset.purpose[at],
      inputs: preset.inputs[at],
      outputs: preset.outputs[at],
      raci: preset.raci,
      recordTypes: preset.types.filter((type) => work.house.types.has(type)),
    });
    ids.set(preset.code, made.id);
  }
  for (const { code, to } of processPresets) {
    const interfaceIds = to.flatMap((other) => ids.get(other) ?? []);
    await act(work, { type: 'sms-process', id: ids.get(code) ?? '' }, 'edit', system(), { interfaceIds });
  }
  for (const preset of rolePresets)
    await create(work, 'role-definition', system(), {
      title: roleNames[language][preset.role as keyof typeof rolesEn.role],
      role: preset.role,
      duties: preset.duties[at],
      authorities: preset.authorities[at],
      required: preset.required,
      needsDeputy: preset.needsDeputy,
      incompatible: preset.incompatible,
      limits: limitsOf(preset, at),
    });
}
