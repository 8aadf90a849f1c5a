import { afterAll, expect, test, vi } from 'vitest';
import { createLog } from '../../platform/log/log.ts';
import { definePractice } from '../practice/practice.ts';
import { definePracticeServer } from '../practice/practice-server.ts';
import { begin } from '../record/act.ts';
import { testHouse } from '../testing/house.ts';
import { startLive } from '../trail/live.ts';
import { startTail } from '../trail/tail.ts';
import { startNoticeNews } from './news.ts';
import { notify } from './notify.ts';
import { soon } from '../../platform/testing/soon.ts';

const log = createLog({ level: 'silent', production: true });
const server = definePracticeServer({
  practice: definePractice({ name: 'told', code: 'T', clauses: [], records: [], roles: [] }),
  notices: [{ kind: 'told.something' }],
});
const { house, person } = await testHouse([server]);
const tail = await startTail(house, { log });
const live = startLive(house, tail, { log });
const news = startNoticeNews(house, live, { log, everyMs: 20 });
afterAll(async () => {
  await news.close();
  live.close();
  await tail.close();
});

test('only the open pages of the person who was told hear of it, once the writer has committed', async () => {
  const people = [await person('Ann', ['administrator']), await person('Bob', ['administrator'])] as const;
  const heard = people.map(() => '');
  for (const [i, actor] of people.entries()) {
    await live.join(
      {
        identify: async () => actor,
        send: (text) => {
          heard[i] += text;
          return true;
        },
        end: () => undefined,
      },
      actor,
    );
  }
  await begin(house, (work) =>
    notify(work, { kind: 'told.something', recordId: people[1].id, personIds: [people[0].id] }),
  );
  await vi.waitFor(() => expect(heard[0]).toContain('event: notification'), soon);
  expect(heard[1]).not.toContain('event: notification');
  const times = () => heard[0]?.split('event: notification').length;
  const before = times();
  await begin(house, async (work) => {
    await notify(work, { kind: 'told.something', recordId: people[1].id, personIds: [people[0].id] });
    throw new Error('changed my mind');
  }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(times()).toBe(before);
});
