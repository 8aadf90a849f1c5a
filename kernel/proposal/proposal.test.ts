import { expect, test } from 'vitest';
import { featuresOf, tokens } from './features.ts';
import { split } from './learn.ts';
import { guess, learn, measure, reasons, type Example } from './model.ts';
import { classOf, valuesOf, type ProposalSource, type ProposalTarget } from './proposal.ts';

const target: ProposalTarget = { name: 'teamId', fields: ['teamId'], from: ['channel'] };
const source: ProposalSource = {
  recordType: 'incident', texts: ['title'], targets: [target], without: [], similar: async () => [],
}; // prettier-ignore
const day = 86_400_000;

const kinds = [
  { team: 'network', said: ['vpn drops', 'vpn 无法 连接', 'wifi is slow', '网络 很 慢'] },
  { team: 'desktop', said: ['printer jams', '打印机 卡纸', 'screen stays black'] },
  { team: 'mail', said: ['outlook shows no mail', '收不到 邮件'] },
];
/** Each record says what its team is about, among words that everybody uses. */
const history = Array.from({ length: 600 }, (_, i) => {
  const kind = kinds[(i * 7) % 3] ?? { team: '', said: [] };
  const title = `please help ${kind.said[Math.floor(i / 3) % kind.said.length]} again ${i}`;
  const hashes = featuresOf(source, target, { title, channel: i % 2 ? 'phone' : 'email' }).map((f) => f.hash);
  return { at: i * day, hashes: Uint32Array.from(hashes), klass: kind.team, moves: [] };
});

test('words of both languages count, single Latin letters do not', () => {
  expect(tokens('A VPN vpn 无法连接 b 1')).toEqual(['vpn', '无法', '连接', '1']);
});

test('the same history teaches exactly the same', async () => {
  const [one, other] = [await learn(history), await learn(history)];
  expect(one).toEqual(other);
});

test('on records that it has not learnt from it is right more often than the most frequent one would be', async () => {
  const [before, after] = split(history);
  const found = await measure(await learn(before), after);
  expect(found.tested).toBe(200);
  expect(found.top1).toBeGreaterThan(190);
  expect(found.top3).toBeGreaterThanOrEqual(found.top1);
  expect(found.baseline).toBeLessThan(80);
});

test('a proposal says which words led to it, in either language', async () => {
  const model = await learn(history);
  const told = featuresOf(source, target, { title: 'Hello, 打印机 卡纸, printer', channel: 'phone' });
  const [best] = guess(model, told.map((f) => f.hash), 3); // prettier-ignore
  expect(best).toMatchObject({ klass: 'desktop' });
  expect(reasons(model, 'desktop', told, 4).map((f) => f.value)).toEqual(
    expect.arrayContaining(['打印', 'printer']),
  );
});

test('a word of one or two records is not kept: nobody’s own words are in a model', async () => {
  const [secret] = featuresOf(source, target, { title: 'hunter2' });
  const rare: Example[] = [0, 1].map((at) => ({
    at,
    hashes: Uint32Array.of(secret?.hash ?? 0),
    klass: 'mail',
  }));
  const twice = await learn([...history, ...rare]);
  expect(twice.features).not.toContain(secret?.hash);
  const thrice = await learn([...history, ...rare, ...rare.slice(1)]);
  expect(thrice.features).toContain(secret?.hash);
});

test('what became known only after the last third began teaches nothing about it', () => {
  const moved = history.map((told, i) => ({
    ...told,
    moves: [
      { at: told.at, klass: 'first guess' },
      { at: i === 0 ? 500 * day : told.at, klass: told.klass },
    ],
  }));
  const [before, after] = split(moved);
  expect(before[0]?.klass).toBe('first guess');
  expect(before[1]?.klass).toBe(history[1]?.klass);
  expect(after[0]?.klass).toBe(history[400]?.klass);
});

test('fields proposed together are one class, and fields again', () => {
  const pair: ProposalTarget = { name: 'priority', fields: ['impact', 'urgency'], from: [] };
  expect(classOf(pair, { impact: 2, urgency: null })).toBeUndefined();
  expect(valuesOf(pair, classOf(pair, { impact: 2, urgency: 3 }) ?? '')).toEqual({ impact: 2, urgency: 3 });
});
