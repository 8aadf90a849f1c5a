export type Known = {
  readonly key: string;
  /** Days before now; those of a trend are found by the analysis of that month. */
  readonly ago: number;
  readonly origin: 'major_incident' | 'incidents' | 'trend' | 'supplier' | 'monitoring';
  readonly service: string;
  readonly category: string;
  readonly ci: string;
  readonly team: string;
  readonly owner: string;
  readonly title: string;
  readonly whys: readonly (readonly [answer: string, evidence: string])[];
  readonly cause: string;
  readonly class: string;
  readonly workaround: string;
  /** What reporters read; where there is none they are not told. */
  readonly told?: { readonly en: string; readonly 'zh-CN': string };
  /** The keys of the changes that were to cure it, in their order. */
  readonly fixes?: readonly string[];
  /** How far it goes where it is not cured. */
  readonly stays?:
    | 'new'
    | 'accepted'
    | 'investigating'
    | 'known_error'
    | 'suspended'
    | 'accepted_risk'
    | 'rejected';
  readonly comesBack?: true;
};

const p = (
  key: string, ago: number, origin: Known['origin'], where: string, ci: string, owner: string, title: string,
  whys: string, cause: string, cls: string, workaround: string, more: Pick<Known, 'told' | 'fixes' | 'stays' | 'comesBack'> = {},
): Known => {
  const [service = '', category = '', team = ''] = where.split(' ');
  return { key, ago, origin, service, category, team, ci, owner, title, cause, class: cls, workaround, ...more,
    whys: whys.split(' | ').map((one) => { const [answer = '', evidence = ''] = one.split(' ← '); return [answer, evidence] as const; }) };
}; // prettier-ignore

/** In the order in which they were raised. */
export const knowns: readonly Known[] = [
  p('payment', 335, 'major_incident', 'payment payment.failed order', 'pay-gw-01', 'p.sun', '支付通道互相拖垮 · One slow payment channel drags all others down',
    '下单请求等待支付超过 30 秒 Orders wait half a minute for a payment ← 链路追踪 Trace of that morning | 公用连接池已满 The common pool is full ← 连接池指标为 0 Pool metric at zero | 变慢的通道占住全部连接 The slow channel holds every connection ← 线程转储 Thread dump',
    '所有通道共用一个连接池且没有熔断。 All channels share one pool, and nothing cuts a slow one off.', 'design', '在后台关闭变慢的通道，等待五分钟后再打开。 Switch the slow channel off in the console, wait five minutes, switch it on again.',
    { fixes: ['fix.payment'], told: { en: 'If a payment does not go through, choose another way to pay; nothing is charged twice.', 'zh-CN': '付款失败时请换一种支付方式，不会重复扣款。' } }),
  p('stuck-label', 316, 'incidents', 'workplace workplace.print workplace', 'label-prn-cd-01', 'p.deng', '面单批量打印偏移 · Labels shift when printed in batches',
    '第 20 张起面单偏移 Labels shift from the twentieth on ← 样张 Samples | 打印机按旧尺寸走纸 The printer feeds by an old size ← 设备日志 Device log | 三种驱动版本并存 Three driver versions are in use ← 资产清单 Inventory',
    '打印驱动没有统一分发，各站自行安装。 Drivers are not rolled out centrally; each station installs its own.', 'configuration', '每 20 张校准一次，或改用 02 号打印机。 Calibrate after twenty labels, or use printer 02.', { fixes: ['fix.printer'], comesBack: true }),
  p('network', 278, 'incidents', 'network network.site platform', 'wan-cd', 'p.osei', '成都单条专线 · Chengdu hangs on one line',
    '成都全部系统断开 Everything in Chengdu is cut off ← 监控 Monitoring | 专线被挖断 The line was dug through ← 运营商报告 Carrier’s report | 没有第二条路径 There is no second path ← 网络图 Network map',
    '站点按单条专线设计，备份链路从未接入。 The site was designed for one line; the spare was never connected.', 'design', '手动切到 4G 路由器，只放行仓储和热线。 Switch to the 4G router by hand, warehouse and hotline only.', { fixes: ['fix.network'] }),
  p('cert', 258, 'incidents', 'identity identity.sign_in workplace', 'sso-01', 'p.deng', '登录因证书到期中断 · Sign-in stops when a certificate expires',
    '浏览器拒绝登录页 Browsers refuse the page ← 截图 Screenshot | 证书已到期 The certificate has expired ← 证书详情 Its dates | 续签靠日历提醒 Renewal hangs on a calendar entry ← 流程记录 Records',
    '证书续签没有自动化，也没有到期监控。 Renewal is done by hand and nothing watches the dates.', 'process', '用备用域名登录。 Sign in by the spare address.', { fixes: ['fix.cert'] }),
  p('queue', 211, 'major_incident', 'order order.stuck order', 'oms-queue-1-01', 'p.ma', '坏消息阻塞订单队列 · A malformed message blocks the order queue',
    '订单不下发 No order is passed on ← 看板 Dashboard | 分区消费停住 A partition stands still ← 消费位点 Its offset | 消费者反复重试同一条 The consumer retries one message for ever ← 日志 Log',
    '消费者没有重试上限和隔离队列。 The consumer has no limit of retries and no place to set a message aside.', 'software', '跳过位点上的消息并登记订单号，事后补推。 Skip the message, note its order and send it again later.',
    { fixes: ['fix.queue'], told: { en: 'Orders may take up to half an hour to reach the warehouse. None is lost.', 'zh-CN': '订单可能延迟半小时内到仓，不会丢失。' } }),
  p('mail', 180, 'trend', 'workplace workplace.mail workplace', 'mail', 'p.deng', '商家邮件被误隔离 · Merchants’ mails in quarantine',
    '商家邮件收不到 Mails do not arrive ← 隔离区 Quarantine | 规则命中附件类型 A rule hits the sort of attachment ← 规则日志 Rule log | 规则照搬默认模板 The rules are the vendor’s defaults ← 配置导出 Export',
    '隔离规则没有按业务伙伴调整。 The rules were never fitted to our partners.', 'configuration', '从隔离区放行，并把发件域加入白名单。 Release it and put the sender’s domain on the list.', { fixes: ['fix.mail'], told: { en: 'A mail is missing? Look into the quarantine of your mailbox and release it.', 'zh-CN': '没收到邮件？请到邮箱隔离区查看并放行。' } }),
  p('storefront', 154, 'major_incident', 'storefront storefront.page order', 'web-shop-01', 'p.evans', '活动页绕过缓存 · Campaign pages bypass the cache',
    '首页打不开 The start page does not open ← 监控 Monitoring | 源站被打满 The origin is at its limit ← 流量图 Traffic | 活动组件带随机参数 Components carry a random parameter ← 抓包 Capture',
    '活动组件的请求不带缓存键，每次都到源站。 Requests of campaign components carry no cache key and all reach the origin.', 'design', '关闭活动组件，首页改用静态版本。 Switch the component off and use the static start page.', { fixes: ['fix.storefront.1', 'fix.storefront'] }),
  p('sorter', 140, 'supplier', 'warehouse warehouse.sorting logistics', 'sorter-cd-1', 'p.hu', '分拣机小件误判 · Sorters misjudge small parcels',
    '小件进错格口 Small parcels land in the wrong chute ← 抽检 Sample | 尺寸读数跳动 The size reading jumps ← 传感器记录 Sensor log | 固件滤波参数有误 A filter in the firmware is wrong ← 供应商公告 Vendor’s bulletin',
    '供应商固件的滤波参数对 15 厘米以下的包裹无效。 The vendor’s filter does not work below fifteen centimetres.', 'supplier', '小件改走人工分拣线。 Small parcels go to the manual line.', { stays: 'suspended' }),
  p('voice', 93, 'major_incident', 'hotline hotline.voice hotline', 'sip-trunk-1', 'p.liang', '两条中继在同一机房 · Both trunks meet in one exchange',
    '全部来电失败 All calls fail ← 话务统计 Call figures | 两条中继同时中断 Both trunks are down ← 运营商记录 Carrier’s record | 汇聚在同一机房 They meet in one exchange ← 线路图 Line map',
    '合同没有要求两条中继物理分离。 The contract never asked for separate ways.', 'supplier', '转接到手机坐席组。 Divert to the mobile agents.', { fixes: ['fix.voice'], told: { en: 'You cannot reach the hotline? Chat is open all the time.', 'zh-CN': '热线打不通时请使用在线客服。' } }),
  p('index', 80, 'trend', 'catalogue catalogue.stock order', 'stock-cache-01', 'p.zhu', '库存缓存丢消息 · The stock cache misses messages',
    '有货显示售罄 In stock but sold out ← 对账 Comparison | 缓存没更新 The cache was not told ← 消息日志 Message log | 重启期间的消息丢失 Messages during a restart are lost ← 复现 Reproduced',
    '缓存重启时不补拉错过的消息。 A restarted cache does not fetch what it missed.', 'software', '刷新该商品的缓存。 Refresh the product’s cache.', { fixes: ['fix.index'] }),
  p('computer', 66, 'trend', 'workplace workplace.computer workplace', 'docking-01', 'p.feng', '扩展坞唤醒后黑屏 · Screens stay black after waking the dock',
    '唤醒后外屏黑屏 The screen stays black ← 工单 Tickets | 扩展坞固件未重新握手 The dock does not shake hands again ← 固件日志 Firmware log | 新机型节能策略不同 The new model saves power differently ← 型号对比 Comparison of models',
    '扩展坞固件与新机型的节能策略不兼容，厂商明年才更新。 The dock’s firmware does not go with the new model; the vendor updates it next year.', 'hardware', '拔插扩展坞电源，等待十秒。 Unplug the dock’s power and wait ten seconds.', { stays: 'accepted_risk', told: { en: 'Black screen after a break? Unplug the dock for ten seconds.', 'zh-CN': '休息后外屏黑屏？请拔掉扩展坞电源十秒再插上。' } }),
  p('wave', 40, 'incidents', 'warehouse warehouse.picking logistics', 'wms-wave-01', 'p.silva', '生成波次锁住库存 · Making waves locks the stock',
    '波次生成卡住 Waves are not made ← 看板 Dashboard | 库存表被锁 The stock table is locked ← 锁等待 Lock waits | 长事务包住全部商品 One transaction spans all products ← 代码 Code',
    '波次在一个长事务内锁住整张库存表。 A wave locks the whole table within one long transaction.', 'software', '分批生成，每批不超过 500 单。 Make waves of no more than 500 orders.', { fixes: ['fix.wave'] }),
  p('midnight', 10, 'incidents', 'payment payment.failed order', 'pay-gw-01', 'p.sun', '零点高峰支付超时 · Payments time out at midnight',
    '零点支付排队超时 The queue times out ← 指标 Figures | 排队上限过小 The queue is too short ← 配置 Settings | 没有限流 Nothing limits the rush ← 架构图 Architecture',
    '支付入口没有限流，排队上限按平日流量设置。 The entry has no rate limit and its queue is sized for ordinary days.', 'capacity', '提示顾客稍后付款，订单保留 30 分钟。 Ask shoppers to pay later; the order is kept for thirty minutes.', { fixes: ['fix.midnight'] }),
  p('desktop', 24, 'monitoring', 'hotline hotline.desktop hotline', 'agent-desktop-01', 'p.song', '坐席工作台内存增长 · The agent desktop’s memory grows',
    '下午变慢 Slow in the afternoon ← 反馈 Reports | 内存持续增长 Memory grows all day ← 监控 Monitoring | 录音控件不释放 The recorder does not let go ← 堆快照 Heap snapshot',
    '录音控件每通电话泄漏一个缓冲区。 The recorder leaks a buffer with every call.', 'software', '午休时重开工作台。 Open the desktop anew at noon.', { stays: 'known_error', told: { en: 'The desktop is slow? Close it and open it again.', 'zh-CN': '工作台变慢时请关闭后重新打开。' } }),
  p('etl', 20, 'incidents', 'data data.report platform', 'dw-etl-01', 'p.zheng', '日报晚于九点 · The daily report comes after nine', '', '', 'capacity', '', { stays: 'investigating' }),
  p('label', 6, 'monitoring', 'carrier carrier.label logistics', 'label-api-01', 'p.guo', '承运商变慢时取号失败 · No label numbers when the carrier is slow', '', '', 'supplier', '', { stays: 'accepted' }),
  p('settle', 3, 'incidents', 'payment payment.settlement order', 'pay-recon-01', 'p.ma', '跨零点退款重复入账 · Refunds around midnight booked twice', '', '', 'data', '', { stays: 'new' }),
  p('once', 150, 'incidents', 'merchant merchant.portal order', 'merchant-web-01', 'p.zhu', '商家后台偶发退出 · Merchants are signed out now and then', '', '', 'software', '', { stays: 'rejected' }),
].toSorted((a, b) => b.ago - a.ago); // prettier-ignore
