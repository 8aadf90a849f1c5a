import { dateOf, dayMs, hourMs, local, minuteMs, type Demo, type Row } from './context.ts';
import { entries, type Entry } from './knowledge.data.ts';
import { people } from './organisation.data.ts';
import { told } from './problem-management.ts';
import type { Random } from './random.ts';

const editor = 'p.nair';
const writers = ['p.wang', 'p.li', 'p.huang', 'p.deng', 'p.osei', 'p.sun'] as const;
const numbered = (steps: readonly string[]) => steps.map((step, i) => `${i + 1}. ${step}`).join('\n');

type Given = Readonly<Record<string, unknown>>;

/** 7.6: written by whoever solved it, approved by another, read, judged and looked at again. */
export async function knowledgeManagement(demo: Demo): Promise<void> {
  const random = demo.random.fork('knowledge');
  const span = demo.until - demo.from - 8 * dayMs;
  const made: { article: Row; since: number; entry: Entry }[] = [];
  for (const [i, entry] of entries.entries()) {
    const at = Math.round(demo.from + 5 * dayMs + (span * i * i) / (entries.length * entries.length));
    const writer = entry.for.startsWith('team.') ? (people.find((p) => p.teams.includes(entry.for) && p.roles.some(({ role }) => role === 'engineer'))?.key ?? editor) : random.pick(writers);
    const article = await written(demo, at, writer, {
      kind: entry.for === 'everybody' ? 'how_to' : 'work_instruction',
      titleZh: entry.zh, titleEn: entry.en,
      bodyZh: `${numbered(entry.steps.map(([zh]) => zh))}\n\n服务台电话 6000。`, bodyEn: `${numbered(entry.steps.map(([, en]) => en))}\n\nService desk: 6000.`,
      audience: entry.for.startsWith('team.') ? 'teams' : entry.for,
      ...(entry.for.startsWith('team.') ? { audienceTeamIds: [demo.id(entry.for)] } : {}),
      serviceIds: [demo.id(`service.${entry.service}`)], categoryIds: [demo.id(`category.${entry.category}`)],
    }, i);
    if (article) made.push({ article, since: at + 2 * dayMs, entry });
  }
  await ofKnownErrors(demo);
  for (const one of made) await read(demo, one, random);
} // prettier-ignore

/** Of some the review is due half a year later: confirmed, revised, or forgotten until today. */
async function written(
  demo: Demo,
  at: number,
  writer: string,
  given: Given,
  i: number,
): Promise<Row | undefined> {
  let article = await demo.create('article', await demo.as(writer, at), at, given);
  const act = async (who: string, days: number, name: string, input: Given = {}) => {
    const then = at + days * dayMs;
    if (then > demo.until) return false;
    article = await demo.act(article, name, await demo.as(who, then), then, input);
    return true;
  };
  // What was written in the last days waits for its approval.
  if (!(await act(writer, 0.1, 'submit'))) return undefined;
  const approver = writer === editor || String(given['audience']) === 'teams' ? 'p.su' : editor;
  const short = i % 3 !== 2;
  const review = dateOf(at + (short ? 185 : 360) * dayMs);
  if (i % 11 === 4) {
    await act(approver, 0.8, 'send_back', {
      comment: '请把第二步写得更具体。 Please make the second step more exact.',
    });
    await act(writer, 1.1, 'submit');
  }
  if (!(await act(approver, 1.5, 'approve', { reviewDueOn: review }))) return undefined;
  const due = at + 186 * dayMs;
  if (short && due < demo.until) {
    article = await demo.act(article, 'fall_due', demo.software, due);
    if (i % 6 === 0)
      await act(editor, 189, 'confirm', {
        comment: '内容仍然正确。 Still right.',
        reviewDueOn: dateOf(at + 550 * dayMs),
      });
    else if (i % 6 === 3) {
      await act(writer, 190, 'revise', { reason: '界面已改版。 The pages look different now.' });
      await act(writer, 190.2, 'edit', {
        changeNote: '按新界面更新步骤。 Steps as in the new pages.',
        tags: '2026',
      });
      await act(writer, 190.3, 'submit');
      await act(approver, 191, 'approve', { reviewDueOn: dateOf(at + 550 * dayMs) });
    }
  }
  return article;
}

/** A published workaround becomes an article that agents find by words. */
async function ofKnownErrors(demo: Demo): Promise<void> {
  const { rows } = await demo.house.pool.query<{ id: string; at: string }>(`select id, published_at as at from problem where published_at is not null order by published_at`);
  const known = new Map(told(demo).map((one) => [demo.ids.get(`problem.${one.key}`), one]));
  for (const [i, { id, at }] of rows.entries()) {
    const one = known.get(id);
    if (!one) continue;
    const [zh = '', en = ''] = one.title.split(' · ');
    const [wayZh = '', ...way] = one.workaround.split('。 ');
    const writer = one.owner;
    await written(demo, Date.parse(at) + 2 * hourMs, writer, {
      kind: 'known_error', titleZh: zh, titleEn: en, bodyZh: `${wayZh}。`, bodyEn: way.join(' '), audience: 'agents', tags: 'known error, 已知错误',
      serviceIds: [demo.id(`service.${one.service}`)], categoryIds: [demo.id(`category.${one.category}`)], ciIds: demo.ids.has(`ci.${one.ci}`) ? [demo.id(`ci.${one.ci}`)] : [],
    }, 2 + 3 * i);
  }
} // prettier-ignore

const remarks = [['第二步的按钮名称已经变了。', true], ['Please add a picture of the page.', false], ['手机上也能这样操作吗？', true], ['It did not help on the new laptops.', false]] as const; // prettier-ignore

/** Opened by the day, judged now and then; what solved something while it was being reported spared a report. */
async function read(demo: Demo, { article, since, entry }: { article: Row; since: number; entry: Entry }, random: Random): Promise<void> {
  const views: { day: string; place: string; views: number }[] = [];
  const open = entry.for === 'everybody';
  for (let at = since; at < demo.until; at += dayMs) {
    if (!random.chance(open ? 0.6 : 0.25) || local(at).weekday === 0) continue;
    views.push({ day: dateOf(at), place: open ? (random.chance(0.3) ? 'report' : 'portal') : 'workspace', views: random.between(1, open ? 7 : 3) });
  }
  await demo.house.pool.query(
    `insert into article_use (article_id, day, place, views) select $1, x.day, x.place, x.views
     from jsonb_to_recordset($2::jsonb) as x(day date, place text, views integer) on conflict do nothing`,
    [article.id, JSON.stringify(views)],
  );
  const readers = people.filter((p) => (open ? p.unit.startsWith('unit.commerce') || p.unit.startsWith('customer.') || p.unit === 'unit.singapore' : entry.for === 'agents' && p.teams.includes('team.desk') && p.roles.every(({ afterMonths }) => afterMonths === 0)));
  for (const [n, reader] of readers.entries()) {
    const at = Math.round(since + (demo.until - since) * random.next());
    if (!random.chance(0.28) || at > demo.until - hourMs) continue;
    const solved = open && random.chance(0.35);
    const helpful = solved || random.chance(0.86);
    const [remark, chinese] = random.pick(remarks);
    const said = !helpful && (reader.language === 'zh-CN') === chinese;
    const feedback = await demo.create('article-feedback', await demo.as(reader.key, at), at, {
      articleId: article.id, helpful, deflected: solved, ...(solved ? { typed: entry[chinese ? 'zh' : 'en'].slice(0, 30) } : {}), ...(said ? { remark } : {}),
    });
    const then = at + 26 * hourMs + n * minuteMs;
    if (said && then < demo.until && random.chance(0.7))
      await demo.act(feedback, 'answer', await demo.as(editor, then), then, { answer: '谢谢，已在新版本中更正。 Thank you; it is put right in the next version.' });
  }
} // prettier-ignore
