export default {
  rate: {
    title: '您满意吗？',
    score: { very_bad: '很差', bad: '较差', so_so: '一般', good: '好', very_good: '很好' },
    what_was_wrong: '哪里做得不好？(可不填)',
    remark: '还有什么想说的？(可不填)',
    send: '发送',
    thanks: '谢谢您，每条评价都会有人阅读。',
  },
};
