import type { Same } from '../../../platform/i18n/words.ts';
import type en from './schedule-words.en.ts';

export default {
  change_schedule: {
    title: '变更日程',
    hint: '已计划、冻结和公告的事项。拖动变更即可另定窗口。',
    month: '月', week: '周', timeline: '时间线', today: '今天', before: '之前', after: '之后', view: '视图',
    service: '服务', team: '团队', risk: '风险', all_risks: '全部风险', no_service: '无服务',
    freeze: '冻结', maintenance: '已公告的维护', meeting: 'CAB 会议', release: '发布', releases: '发布', tentative: '尚未批准', no_risk: '未评估风险',
    more: '另有 {{n}} 项', collides: '有冲突', empty: '此处没有计划。', incomplete: '仅显示前 {{n}} 项变更；请缩短时间段或使用筛选。',
    open: '打开', move: '移动…', from: '开始', to: '结束', implementer: '实施人',
    not_movable: '待决定、实施中或已结束的变更不在此移动。',
    move_title: '为 {{number}} 另定窗口', move_hint: { reschedule: '将通知相关人员，适用与排期时相同的限制。', edit: '尚未决定，无须征求同意。', move_back: '批准的是另一窗口：须重新评估并决定。' },
    move_do: { reschedule: '重新排期', edit: '移动', move_back: '申请此窗口' },
    moved: '{{number}} 已另定窗口。', asked_again: '{{number}} 已申请新窗口：须重新评估并决定。', reason: '理由', resolution: '为何可以并行', ask_again: '改为申请此窗口',
    feed_hint: '供 Outlook、手机或其他日历读取日程的地址。持有者即可阅读，请像密码一样保管。',
    windows: '低使用窗口', windows_find: '推荐窗口', windows_none: '未来两周内没有空闲窗口。',
    windows_expected: '约 {{n}} 次报告', windows_outside: '承诺时间之外', windows_inside: '承诺时间内 {{n}} 分钟', windows_take: '采用',
    windows_why: { nothing: '报告太少，尚不能区分一周各小时（{{weeks}} 周 {{n}} 次，{{zone}}）：取承诺时间之外的夜间。', services: '依据受影响服务 {{weeks}} 周内的 {{n}} 次报告，按一周各小时统计（{{zone}}）。', organisation: '受影响服务的报告太少，因此依据全组织 {{weeks}} 周内的 {{n}} 次报告，按一周各小时统计（{{zone}}）。' },
    windows_hours: '承诺时间：{{names}}。', windows_avoided: '已避开：{{names}}。',
    relation: { same: '涉及相同对象', upstream: '涉及其所依赖的对象', downstream: '涉及依赖它的对象', everything: '涉及全部' },
    overlap: '重叠 {{from}} – {{to}}', passes: '由 {{name}} 放行：{{reason}}', checked: '{{name}} 于 {{at}} 检查', checked_never: '尚未随评估保存；此为当前情况。',
  },
  freeze_page: {
    exceptions: '已放行', none: '没有放行的变更。', in_it: '查看日程',
  },
  cab_page: {
    agenda: '议程', empty: '没有待议变更。', note: '说明',
    stage: { assessment: '评估前建议', approval: '决定' },
    members: '成员', present: '出席', absent: '缺席', quorum: '出席 {{found}} 人，需要 {{needed}} 人', quorum_later: '需要 {{needed}} 名成员',
    decide: '作出决定', put_on: '列入议程', take_off: '移出', count: '赞成 {{for}} · 反对 {{against}} · 弃权 {{abstained}}', no_votes: '尚无投票',
    conclude_title: '就 {{number}} 作出决定', vote_title: '就 {{number}} 投票', outcome: '决定',
  },
} satisfies Same<typeof en>; // prettier-ignore
