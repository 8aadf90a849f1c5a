type Said = { readonly zh: string; readonly en: string };
export type Work = 'deploy' | 'database' | 'network' | 'system';

export type ChangeKind = {
  readonly key: string;
  readonly category: 'standard' | 'minor' | 'significant';
  /** How many in a year. */
  readonly times: number;
  readonly risk: 'low' | 'medium' | 'high';
  readonly team: 'order' | 'logistics' | 'hotline' | 'platform' | 'workplace';
  readonly work: Work;
  readonly on: readonly string[];
  readonly title: Said;
  readonly purpose: Said;
};

const k = (
  key: string, category: ChangeKind['category'], times: number, risk: ChangeKind['risk'], team: ChangeKind['team'], work: Work, on: string,
  zh: string, en: string, whyZh: string, whyEn: string,
): ChangeKind => ({ key, category, times, risk, team, work, on: on.split(' '), title: { zh, en }, purpose: { zh: whyZh, en: whyEn } }); // prettier-ignore

/** What is done again and again; the standard ones are done from a model once that has been authorised. */
export const changeKinds: readonly ChangeKind[] = [
  k('release', 'standard', 34, 'low', 'order', 'deploy', 'oms-core oms-split oms-refund pay-recon merchant-web merchant-api campaign-pages web-shop mini-app price-engine',
    '发布小版本：{on} {v}', 'Minor release of {on}: {v}', '带上本周已测试的修复，随发布单附测试报告。', 'Brings the fixes that were tested this week; the test report is with the release note.'),
  k('wms-release', 'standard', 14, 'low', 'logistics', 'deploy', 'wms-wave wms-pda wms-stock label-api track-api',
    '物流小版本：{on} {v}', 'Logistics release: {on} {v}', '修复仓库本周报告的问题。', 'Fixes what the warehouses reported this week.'),
  k('patches', 'standard', 22, 'low', 'platform', 'system', 'search-index stock-cache mq-1 db-dw-1 directory cache-1',
    '月度系统补丁：{on}', 'Monthly patches: {on}', '厂商已发布安全补丁，按月安装。', 'The vendor has published security patches; they are installed each month.'),
  k('scale', 'standard', 12, 'low', 'platform', 'deploy', 'web-shop oms-core pay-gw search-index campaign-pages',
    '扩容 {on}', 'More instances of {on}', '按容量计划在活动前增加实例。', 'More instances before the campaign, as in the capacity plan.'),
  k('firewall', 'standard', 10, 'low', 'platform', 'network', 'fw-sh-01 vpn-gw-01 fw-sh-02',
    '按模板放行合作商地址：{on}', 'Partner address opened by template on {on}', '新商家的接口服务器需要访问商家接口。', 'The new merchant’s server has to reach the merchant API.'),
  k('desktop', 'standard', 9, 'low', 'workplace', 'system', 'office-suite prn-sh-08 prn-cd-02 prn-sg-01',
    '办公软件与固件更新：{on}', 'Office software and firmware: {on}', '按季度更新计划安装，先在试点组试用一周。', 'By the quarterly plan, after a week with the pilot group.'),
  k('tuning', 'minor', 7, 'low', 'platform', 'database', 'db-oms-1 db-wms-1 db-pay-1',
    '为慢查询加索引：{on}', 'Index for a slow query on {on}', '看板显示某条查询平均 1.8 秒，影响高峰期。', 'One query takes 1.8 s on average and hurts at peak times.'),
  k('rule', 'minor', 6, 'low', 'logistics', 'system', 'wms-wave wms-stock freight-calc',
    '调整规则：{on}', 'Rules adjusted: {on}', '仓库改了库区布局，规则要跟着改。', 'The warehouse changed its zones, so the rules have to follow.'),
  k('session', 'minor', 4, 'low', 'workplace', 'system', 'sso mfa',
    '调整登录策略：{on}', 'Sign-in policy of {on}', '内审要求缩短空闲会话。', 'Internal audit asked for shorter idle sessions.'),
  k('source', 'minor', 5, 'low', 'platform', 'deploy', 'dw-etl bi-portal',
    '新增数据源：{on}', 'New source for {on}', '财务需要在日报中看到退款明细。', 'Finance needs refunds in the daily report.'),
  k('desk', 'minor', 5, 'medium', 'hotline', 'deploy', 'agent-desktop chat-web ivr',
    '坐席功能更新：{on} {v}', 'Agent functions: {on} {v}', '客服中心要求减少切换页面。', 'The call centre wants agents to switch pages less.'),
  k('carrier', 'significant', 3, 'medium', 'logistics', 'deploy', 'label-api track-api',
    '承运商新接口：{on}', 'New carrier interface: {on}', '承运商将停用旧版接口。', 'The carrier switches its old interface off.'),
  k('api', 'significant', 3, 'medium', 'order', 'deploy', 'merchant-api pay-alipay pay-cards',
    '接口升级：{on} {v}', 'API upgrade: {on} {v}', '合作方要求新的签名算法。', 'Our partner demands a new signature algorithm.'),
  k('switch', 'significant', 3, 'medium', 'platform', 'network', 'sw-sh-12 sw-cd-core-01 sw-qp-core-01 wifi-sg',
    '更换到期设备：{on}', 'Device at its end replaced: {on}', '设备已过厂商支持期。', 'The device is out of its vendor’s support.'),
  k('upgrade', 'significant', 5, 'high', 'platform', 'database', 'db-oms-1 db-wms-1 mq-1 cache-1 k8s-prod',
    '版本升级：{on}', 'Version upgrade of {on}', '当前版本半年后停止维护，且缺少所需功能。', 'The version’s support ends in half a year, and a function that we need is missing.'),
]; // prettier-ignore

export type Special = {
  readonly key: string;
  /** Days before now of its window; less than nothing: in the days to come. */
  readonly ago: number;
  readonly category: 'minor' | 'significant' | 'major';
  readonly risk: 'low' | 'medium' | 'high';
  readonly team: ChangeKind['team'];
  readonly work: Work;
  readonly on: readonly string[];
  readonly title: Said;
  readonly purpose: Said;
  readonly end?: 'backed_out' | 'failed' | 'rejected' | 'refused' | 'withdrawn';
  readonly consent?: true;
};
const s = (
  key: string, ago: number, category: Special['category'], risk: Special['risk'], team: Special['team'], work: Work, on: string,
  zh: string, en: string, whyZh: string, whyEn: string, more: Pick<Special, 'end' | 'consent'> = {},
): Special => ({ key, ago, category, risk, team, work, on: on.split(' '), title: { zh, en }, purpose: { zh: whyZh, en: whyEn }, ...more }); // prettier-ignore

/** What is remembered: the fixes of problems (`fix.…`), what went wrong, the large ones, and what comes. */
export const specials: readonly Special[] = [
  s('fix.payment', 312, 'significant', 'medium', 'order', 'deploy', 'pay-gw pay-unionpay', '支付网关：通道独立连接池与熔断', 'Payment gateway: a pool and a breaker for each channel', '一条通道变慢会占满公用连接池，拖垮全部通道。', 'One slow channel takes the common pool and drags all others down.'),
  s('fix.network', 262, 'significant', 'medium', 'platform', 'network', 'wan-cd sw-cd-core-01', '成都第二条专线与自动切换', 'A second line for Chengdu with automatic switching', '成都只有一条专线，断线即停工。', 'Chengdu hangs on a single line; when it is cut, work stops.'),
  s('fix.queue', 196, 'significant', 'medium', 'order', 'deploy', 'oms-queue-1 oms-core', '订单队列：坏消息隔离与积压告警', 'Order queue: poison messages set aside, alarm for backlog', '一条坏消息会阻塞整个分区。', 'One malformed message blocks a whole partition.'),
  s('fix.storefront.1', 146, 'minor', 'low', 'order', 'deploy', 'campaign-pages web-shop', '活动组件缓存规则', 'Cache rules of campaign components', '活动页绕过缓存，高峰期压垮店铺首页。', 'Campaign pages bypass the cache and bring the start page down.', { end: 'backed_out' }),
  s('fix.storefront', 132, 'significant', 'medium', 'order', 'deploy', 'campaign-pages web-shop cdn-images', '活动组件缓存规则（第二次，带预热）', 'Cache rules of campaign components, second attempt with warming', '第一次回退后补上了预热和灰度。', 'After the back-out it comes with warming and in stages.'),
  s('fix.voice', 78, 'significant', 'medium', 'hotline', 'network', 'sip-trunk-1 sip-trunk-2 pbx-cd-01', '中继改为双机房接入', 'Trunks enter by two exchanges', '两条中继在同一机房汇聚，一处断电全部中断。', 'Both trunks meet in one exchange; its power cut took all calls.'),
  s('fix.wave', 30, 'minor', 'low', 'logistics', 'database', 'db-wms-1 wms-wave', '波次锁表：拆分长事务', 'Waves: the long transaction split', '生成波次的长事务锁住库存表。', 'One long transaction locks the stock table while waves are made.'),
  s('fix.midnight', 4, 'significant', 'medium', 'order', 'system', 'pay-gw oms-core', '零点高峰限流与排队', 'Rate limit and queue for the midnight rush', '双十一零点支付排队超时。', 'Payments timed out at midnight of 11.11.'),
  s('fix.cert', 240, 'minor', 'low', 'platform', 'system', 'sso *.lanternharbour.example', '证书到期自动续签', 'Certificates renewed by themselves', '两次因证书到期中断登录。', 'Sign-in stopped twice because a certificate had expired.'),
  s('fix.printer', 170, 'minor', 'low', 'workplace', 'system', 'label-prn-cd-01 label-prn-cd-02 label-prn-cd-03', '面单打印机驱动统一', 'One driver for all label printers', '三种驱动版本混用导致批量打印偏移。', 'Three driver versions make labels shift in batches.'),
  s('fix.mail', 118, 'minor', 'low', 'workplace', 'system', 'mail', '外部邮件隔离规则调整', 'Quarantine rules for outside mail', '商家邮件被误隔离。', 'Merchants’ mails are put in quarantine by mistake.'),
  s('fix.index', 56, 'minor', 'low', 'order', 'deploy', 'search-index stock-cache', '库存消息补偿', 'Missed stock messages are made up for', '库存缓存丢消息后不会自己恢复。', 'The stock cache never recovers a message that it missed.'),
  s('back.scanner', 221, 'significant', 'medium', 'logistics', 'system', 'sorter-cd-1 sorter-cd-2', '分拣机控制软件升级', 'Control software of the sorters', '新版支持更小的包裹。', 'The new version can handle smaller parcels.', { end: 'backed_out' }),
  s('failed.etl', 104, 'minor', 'low', 'platform', 'database', 'db-dw-1 dw-etl', '数据仓库分区改造', 'Data warehouse: new partitions', '日报加工超过早上九点。', 'The daily load ends after nine in the morning.', { end: 'failed' }),
  s('no.friday', 250, 'significant', 'medium', 'order', 'deploy', 'oms-core', '周五下班前切换订单路由', 'Order routing switched on a Friday evening', '想在周末前完成。', 'To have it done before the weekend.', { end: 'rejected' }),
  s('no.direct', 160, 'minor', 'low', 'logistics', 'database', 'db-wms-1', '直接在生产库修正库存', 'Stock corrected directly in the production database', '盘点差异较多，想批量修正。', 'Many differences were counted; they are to be corrected in one go.', { end: 'rejected' }),
  s('no.port', 90, 'minor', 'low', 'platform', 'network', 'fw-sh-01', '向公网开放数据库端口', 'Database port opened to the internet', '外包同事需要在家取数。', 'A contractor wants to query from home.', { end: 'rejected' }),
  s('no.sso', 66, 'significant', 'medium', 'workplace', 'system', 'sso', '大促周更换登录页', 'New sign-in page in the week of the sale', '市场部希望统一品牌。', 'Marketing wants the new brand everywhere.', { end: 'rejected' }),
  s('no.voice', 35, 'minor', 'low', 'hotline', 'system', 'ivr', '取消语音导航“转人工”', 'Voice menu without “speak to an agent”', '减少坐席压力。', 'To relieve the agents.', { end: 'rejected' }),
  s('no.ledger', 186, 'significant', 'high', 'platform', 'database', 'db-pay-1', '支付库跨版本升级', 'Payment database over two versions', '当前版本缺少在线分区。', 'The version lacks partitions that can be added online.', { end: 'refused' }),
  s('again.ledger', 151, 'significant', 'high', 'platform', 'database', 'db-pay-1', '支付库跨版本升级（第二次，回退已演练）', 'Payment database over two versions, asked again with the way back tried', '上次被委员会否决：已在备库演练回退两次，窗口移开结账日。', 'The board had rejected it: the way back was tried twice on the standby, and the window is away from the closing.'),
  s('off.bi', 140, 'minor', 'low', 'platform', 'deploy', 'bi-portal', '看板改版', 'New look of the dashboards', '需求方改为下季度。', 'Wanted by merchandising.', { end: 'withdrawn' }),
  s('off.wifi', 48, 'minor', 'low', 'platform', 'network', 'wifi-sg', '新加坡访客无线', 'Guest Wi-Fi in Singapore', '访客增多。', 'More visitors than before.', { end: 'withdrawn' }),
  s('major.split', 205, 'major', 'high', 'order', 'database', 'db-oms-1 oms-core', '订单库按商家拆分', 'Order database split by merchant', '单库容量在下次大促前用尽。', 'A single database will be full before the next sale.', { consent: true }),
  s('major.pay', 111, 'major', 'high', 'order', 'deploy', 'pay-gw db-pay-1', '支付网关双区域部署', 'Payment gateway in two regions', '支付只在一个区域，区域故障即停收款。', 'Payment lives in one region; when that fails nobody can pay.'),
  s('major.voice', 60, 'major', 'high', 'hotline', 'system', 'pbx-cd-01 pbx-cd-02 ivr', '成都电话系统迁到新平台', 'Chengdu telephony to the new platform', '旧交换机明年停止支持。', 'The old exchange is out of support next year.'),
  s('major.wms', -19, 'major', 'high', 'logistics', 'deploy', 'wms-wave wms-stock db-wms-1', '青浦仓启用新库存模块', 'New stock module for Qingpu', '支持效期和批次管理。', 'Batches and best-before dates are to be managed.'),
  s('next.mq', -9, 'significant', 'medium', 'platform', 'system', 'mq-1', '消息平台磁盘扩容', 'More disk for the message broker', '磁盘已用 78%，双十二前扩容。', 'Disks are at 78 %; more before 12.12.'),
  s('next.label', -4, 'minor', 'low', 'logistics', 'deploy', 'label-api', '取号接口超时与重试参数', 'Time-outs and retries of label numbers', '承运商变慢时取号全部失败。', 'When the carrier is slow, no label number is given.'),
  s('next.fw', -6, 'minor', 'low', 'platform', 'network', 'fw-sh-01 fw-sh-02', '清理过期防火墙规则', 'Old firewall rules removed', '季度复核发现 37 条无主规则。', 'The quarterly look found 37 rules without an owner.'),
  s('next.sso', -12, 'minor', 'low', 'workplace', 'system', 'sso', '登录会话缩短到 8 小时', 'Sessions last eight hours', '内审整改项。', 'Internal audit asked for it.'),
  s('next.index', -2, 'minor', 'low', 'order', 'deploy', 'search-index', '搜索同义词更新', 'Synonyms of the search', '年货节词表。', 'Words for the New Year sale.'),
  s('now.cache', 0, 'minor', 'low', 'platform', 'system', 'cache-1', '缓存内存参数调整', 'Memory settings of the cache', '命中率降到 91%。', 'The hit rate is down to 91 %.'),
]; // prettier-ignore

export const emergencies: readonly { readonly key: string; readonly ago: number; readonly hour: number; readonly team: ChangeKind['team']; readonly on: readonly string[]; readonly title: Said; readonly why: Said }[] = [
  { key: 'em.pay', ago: 338, hour: 10.7, team: 'order', on: ['pay-gw'], title: { zh: '切换到备用支付路由', en: 'Switch to the spare payment route' }, why: { zh: '全部通道下单失败，等到例会将损失整个上午。', en: 'No channel takes payments; waiting would cost the whole morning.' } },
  { key: 'em.cd', ago: 281, hour: 15.5, team: 'platform', on: ['wan-cd'], title: { zh: '成都改走 4G 备份链路', en: 'Chengdu on the 4G spare line' }, why: { zh: '成都全部断网，仓库停工。', en: 'Chengdu is cut off and the warehouse stands still.' } },
  { key: 'em.queue', ago: 214, hour: 21, team: 'order', on: ['oms-queue-1'], title: { zh: '跳过坏消息并重启消费者', en: 'Skip the malformed message and restart consumers' }, why: { zh: '全站订单不下发，每分钟积压三百单。', en: 'No order reaches a warehouse; three hundred pile up each minute.' } },
  { key: 'em.shop', ago: 157, hour: 21.6, team: 'order', on: ['web-shop', 'campaign-pages'], title: { zh: '关闭活动组件并扩容首页', en: 'Campaign component off, start page on more hosts' }, why: { zh: '大促高峰首页打不开。', en: 'The start page does not open at the peak of the sale.' } },
  { key: 'em.voice', ago: 96, hour: 11, team: 'hotline', on: ['sip-trunk-1', 'sip-trunk-2'], title: { zh: '热线转接到手机坐席组', en: 'Hotline diverted to mobile agents' }, why: { zh: '全部中继中断，顾客打不进来。', en: 'All trunks are down and no shopper can call.' } },
  { key: 'em.security', ago: 73, hour: 16, team: 'platform', on: ['vpn-gw-01', 'vpn-gw-02'], title: { zh: 'VPN 网关紧急安全补丁', en: 'Security patch of the VPN gateway' }, why: { zh: '厂商通报漏洞正被利用，无法等到下周窗口。', en: 'The vendor says that the hole is being used; next week is too late.' } },
  { key: 'em.disk', ago: 27, hour: 3, team: 'platform', on: ['db-oms-1'], title: { zh: '订单库磁盘紧急扩容', en: 'More disk for the order database at once' }, why: { zh: '磁盘两小时内写满。', en: 'The disk will be full within two hours.' } },
  { key: 'em.midnight', ago: 11, hour: 0.5, team: 'order', on: ['pay-gw'], title: { zh: '提高支付排队上限', en: 'Longer payment queue' }, why: { zh: '零点高峰支付排队超时，封网期间紧急处理。', en: 'Payments time out in the midnight rush; an emergency within the freeze.' } },
]; // prettier-ignore
