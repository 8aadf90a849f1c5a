import { z } from 'zod';
import { defineBlock, type LiveBlock } from '../../kernel/live-block/block.ts';
import { table } from '../../kernel/live-block/table.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';

type Row = {
  title: string; what: string | null; trigger: string; frequency: string | null; event: string | null; within: string | null;
  roles: string[]; names: string[]; note: string | null; channel: string; by: string;
}; // prettier-ignore

/** 7.4: what, when, to whom, how, by whom. */
const matrix = defineBlock({
  key: 'communication-matrix',
  words: { en, 'zh-CN': zh },
  params: z.object({ side: z.enum(['internal', 'external']).optional() }),
  render: async ({ tx, say }, { side }) => {
    const rows = await tx.run<Row>(
      'live_communications',
      `select r.title, t.what, t.trigger, t.frequency, t.event, t.within, t.audience_roles as roles, t.audience_note as note, t.channel,
         t.responsible_role as by, array(select a.title from record a where a.id = any(t.audience_team_ids || t.audience_person_ids ||
           t.audience_organisation_ids) order by a.number) as names
       from communication t join record r on r.id = t.id where r.state = 'in_force' and ($1::text is null or t.side = $1)
       order by t.side, r.number limit 300`,
      [side ?? null],
    );
    const word = (key: string) => say(`live_block.communication_matrix.${key}`);
    return table(
      [word('what'), word('when'), word('whom'), word('how'), word('who')],
      rows.map((row) => [
        row.what ?? row.title,
        row.trigger === 'event' ? `${row.event ?? ''} (${row.within ?? ''})` : say(`communication.option.frequency.${row.frequency}`),
        [...row.roles.map((role) => say(`role.${role}`)), ...row.names, ...(row.note === null ? [] : [row.note])].join(', '),
        say(`communication.option.channel.${row.channel}`),
        say(`role.${row.by}`),
      ]),
      say('live_block.none'),
    );
  },
}); // prettier-ignore

export const communicationBlocks: readonly LiveBlock[] = [matrix];
