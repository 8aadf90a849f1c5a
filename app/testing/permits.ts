import type pg from 'pg';
import { z } from 'zod';
import { askApproval, cancelApprovals } from '../../kernel/approval/approvals.ts';
import { definePractice } from '../../kernel/practice/practice.ts';
import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { reference } from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';

const fields = { beneficiaryId: reference('person') };
const base = ['title', 'requesterId'] as const;
type Permit = RecordOf<typeof fields>;

const steps = z.array(
  z.strictObject({
    approverIds: z.array(z.string()),
    quorum: z.union([z.enum(['any', 'all']), z.int().positive()]),
    dueAt: z.number().optional(),
  }),
);

/** A record that exists to be approved: `submit` names the steps, `withdraw` takes it back, `lose` tells nobody. */
const permit = defineRecord({
  type: 'permit',
  plural: 'permits',
  prefix: 'PMT',
  fields,
  base,
  search: [],
  list: ['number', 'title'],
  process: defineProcess<Permit>()({
    states: { draft: 'new', asked: 'waiting', granted: 'done', refused: 'done', withdrawn: 'closed' },
    initial: 'draft',
    create: { by: ['*'], fields: [...base, 'beneficiaryId'] },
    edit: { from: ['draft'], by: ['*'], fields: [...base, 'beneficiaryId'] },
    transitions: {
      submit: {
        from: ['draft'],
        to: 'asked',
        by: ['*'],
        input: { steps },
        effect: (work, record, _actor, { input }) =>
          askApproval(work, {
            recordId: record.id,
            purpose: 'access',
            summary: `Access for ${record.title}`,
            steps: steps.parse(input['steps']),
            notBy: [record.requesterId, record.beneficiaryId].filter((id) => id !== null),
          }),
      },
      withdraw: {
        from: ['asked'],
        to: 'withdrawn',
        by: ['*'],
        effect: (work, record) => cancelApprovals(work, record.id),
      },
      lose: { from: ['asked'], to: 'withdrawn', by: ['*'] },
      approved: { from: ['asked'], to: 'granted', by: ['system'] },
      rejected: { from: ['asked'], to: 'refused', by: ['system'] },
    },
    clocks: {},
  }),
  access: {
    'service-desk-agent': { view: 'all', act: 'all' },
    user: { view: 'own', act: 'own' },
  },
});

export const permits = definePracticeServer({
  practice: definePractice({ name: 'permits', code: 'PMT', clauses: [], records: [permit], roles: [] }),
});

export const permitTables = (owner: pg.Pool) =>
  owner.query(
    'create table permit (id uuid primary key references record, beneficiary_id uuid references record); create sequence number_permit',
  );
