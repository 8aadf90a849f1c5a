export default {
  chain: {
    title: '来龙去脉',
    span: '共 {{count}} 条记录，{{from}} – {{to}}',
    back: '返回记录',
    print: '打印',
    ties: '与其他记录的关系',
    hidden: '另有 {{count}} 条相关记录您无权查看，链条不再由此延伸。',
    cut: '链条比这更长：此处只显示离起点最近的记录。',
  },
  link: {
    escalated_to: { out: '升级为重大事件', in: '重大事件的起因事件' },
    concerns: { out: '涉及', in: '被涉及' },
    follows_from: { out: '源自', in: '引出' },
    rates: { out: '评价对象', in: '评价' },
  },
};
