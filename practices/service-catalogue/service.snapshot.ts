import { defineSnapshot } from '../../kernel/practice/reference.ts';

export type Criticality = 'critical' | 'high' | 'medium' | 'low';
export type ServiceRow = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: 'draft' | 'approved' | 'published' | 'withdrawn';
  readonly criticality: Criticality | null;
  readonly ownerId: string | null;
};

/** Every service by id, in memory: what priorities, routing and escalation ask at each act. */
export const services = defineSnapshot<ReadonlyMap<string, ServiceRow>>({
  name: 'services',
  on: ['service'],
  load: async (tx) => {
    const rows = await tx.run<ServiceRow>(
      'all_services',
      `select r.id, r.number, r.title, r.state, s.criticality, r.owner_id as "ownerId"
       from service s join record r on r.id = s.id`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
});
