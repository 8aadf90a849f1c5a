import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { releaseHouse } from './release.fixture.ts';

const house = await releaseHouse();

test('who answers for changes or releases reads every incident and problem behind their figures, and works on none', async () => {
  const incident = await house.create('incident', system(), { title: 'Mail is late', impact: 2, urgency: 2, serviceId: house.service.id, channel: 'phone', requesterId: house.user.id });
  const problem = await house.create('problem', system(), { title: 'Why mail is late', description: 'It leaks', origin: 'monitoring', serviceId: house.service.id, ownerId: house.answers.id });
  const changes = await house.someone('Xie Yaqi', ['change-manager']);
  for (const who of [house.manager, changes]) {
    expect(await who.get(`/incidents/${incident.number}`)).toMatchObject({ title: 'Mail is late' });
    expect(await who.get(`/problems/${problem.number}`)).toMatchObject({ title: 'Why mail is late' });
    expect(((await who.get('/incidents')) as unknown as { items: unknown[] }).items).toHaveLength(1);
    const { can } = (await who.get(`/incidents/${incident.number}`)) as unknown as { can: Record<string, { ok: boolean }> };
    expect(Object.entries(can).filter(([name, { ok }]) => ok && name !== 'comment')).toEqual([]);
  }
  await house.user.get(`/problems/${problem.number}`).refused('problem.not_found');
}); // prettier-ignore
