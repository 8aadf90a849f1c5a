export default {
  calendar_feed: {
    title: '日历订阅',
    make: '生成地址',
    new: '更换地址',
    revoke: '撤销',
    once: '仅此一次显示，请复制到您的日历程序。',
    copy: '复制',
    copied: '已复制',
    made: '生成于 {{at}}。',
    used: '最近读取：{{at}}。',
    unused: '尚未读取。',
    revoked: '该地址已失效。',
  },
};
