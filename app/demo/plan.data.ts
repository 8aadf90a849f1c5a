/** What Lantern Harbour found when it looked around and at itself, what it fears and hopes, and what it aims at. */
type Issue = { readonly key: string; readonly days: number; readonly by: string; readonly owner: string; readonly side: string; readonly factor: string; readonly effect: string; readonly title: string; readonly description: string; readonly consequence: string }; // prettier-ignore

export const issues: readonly Issue[] = [
  { key: 'peaks', days: 352, by: 'p.chen', owner: 'p.chen', side: 'external', factor: 'customers_and_market', effect: 'both', title: '大促带来十倍订单 Sales days bring ten times the orders',
    description: '去年“双十一”前十分钟订单为平日的 11 倍。 In the first ten minutes of 11.11 last year orders were eleven times the usual.', consequence: '须预测需求、封网、值守；失败会上热搜。 Demand is forecast, changes freeze, people stand by; a failure is public.' },
  { key: 'data_law', days: 351, by: 'p.su', owner: 'p.su', side: 'external', factor: 'law', effect: 'hinders', title: '个人信息与数据法规趋严 Rules on personal information and data tighten',
    description: '新的网络数据条例和事件报告办法已施行。 Regulations on network data and on reporting incidents are in force.', consequence: '泄露须数小时内报告；境外站点的数据流须有依据。 Leaks are reported within hours; data that flow to Singapore need a ground.' },
  { key: 'cloud', days: 350, by: 'p.zhao', owner: 'p.zhao', side: 'external', factor: 'suppliers_and_labour', effect: 'hinders', title: '一朵云承载全部核心系统 One cloud carries all core systems',
    description: '云麓科技华东一区，无异地热备。 One region of Yunlu Cloud, no hot standby elsewhere.', consequence: '区域故障时我们也停。 When the region fails, so do we.' },
  { key: 'price', days: 349, by: 'p.zhou', owner: 'p.zhou', side: 'external', factor: 'competition', effect: 'hinders', title: '同类平台压低服务费 Other platforms undercut our fees',
    description: '两家品牌在续约时比较了三家平台。 Two brands compared three platforms before they renewed.', consequence: '指标要说到做到，成本要按服务算清。 Figures must be as promised, costs known by service.' },
  { key: 'economy', days: 349, by: 'p.lim', owner: 'p.lim', side: 'external', factor: 'macro_economy', effect: 'hinders', title: '品牌缩减推广预算 Brands cut their campaign budgets',
    description: '上半年三个品牌推迟活动。 Three brands put campaigns off in the first half.', consequence: '同样的服务由更少的订单承担。 The same services are carried by fewer orders.' },
  { key: 'ai', days: 348, by: 'p.zhao', owner: 'p.zhao', side: 'external', factor: 'technology', effect: 'helps', title: '自动化与智能客服成熟 Automation and chat assistants have matured',
    description: '一线三成咨询可自动回答。 A third of first-line questions can be answered by software.', consequence: '服务台可以做更难的事。 The desk can turn to what is hard.' },
  { key: 'short_way', days: 347, by: 'p.jiang', owner: 'p.jiang', side: 'internal', factor: 'culture', effect: 'both', title: '老同事私下互助 Old hands help each other without a record',
    description: '抽查两周聊天群：三成求助没有登记。 Two weeks of chat groups were looked at: a third of the calls for help had no record.', consequence: '数据好看但不真。 Figures look good and are not true.' },
  { key: 'sites', days: 346, by: 'p.he', owner: 'p.su', side: 'internal', factor: 'structure', effect: 'hinders', title: '三地做法不同 Three sites work in three ways',
    description: '成都和新加坡各有交接表。 Chengdu and Singapore keep their own handover sheets.', consequence: '同一类请求两种处理，证据分散。 One kind of request is handled in two ways; proof is scattered.' },
  { key: 'knowledge', days: 346, by: 'p.koh', owner: 'p.koh', side: 'internal', factor: 'people_and_knowledge', effect: 'hinders', title: '分拣接口只有两人懂 Two people know the sorting interface',
    description: '2019 年写的，无文档。 Written in 2019, never documented.', consequence: '夜间故障恢复取决于谁接电话。 At night restoration depends on who answers the phone.' },
  { key: 'growth', days: 345, by: 'p.lim', owner: 'p.lim', side: 'internal', factor: 'strategy', effect: 'helps', title: '战略押注为品牌代运营 The strategy counts on running shops for brands',
    description: '三年内一半收入来自代运营服务。 Within three years half of the income is to come from it.', consequence: '服务目标要支撑合同里的承诺。 Objectives must carry what contracts promise.' },
]; // prettier-ignore

/** Why climate is relevant here, and what is done about it. */
export const climate = {
  relevance: 'relevant',
  rationale:
    '看过三处场所、两座仓库和云区域：成都仓夏季限电两次，客户招标开始询问碳排放；新加坡无影响。 Sites, warehouses and the cloud region were looked at: Chengdu lost power twice in summer heat, customers begin to ask for emissions in tenders; Singapore is not concerned.',
  consequence:
    '成都仓须有限电预案；报告中增加用能数据。 Chengdu needs a plan for power cuts; reports will show energy used.',
};

type Party = { readonly kind: string; readonly title: string; readonly owner: string; readonly stake: string; readonly channel: string; readonly influence: number; readonly coversAll?: boolean; readonly wants: readonly { readonly title: string; readonly kind: string; readonly source: string; readonly by: readonly string[]; readonly answer: string }[] }; // prettier-ignore

export const parties: readonly Party[] = [
  { kind: 'customers', title: '平台品牌商家 Brands on the platform', owner: 'p.lim', influence: 3, coversAll: true, stake: '他们的店开在我们这里。 Their shops stand on our platform.', channel: '季度服务评审、投诉、满意度调查 Quarterly reviews, complaints, surveys',
    wants: [{ title: '兑现恢复时限并如实报告 Restoration as agreed, honestly reported', kind: 'performance', source: '服务级别协议 Agreements', by: ['agreement.maple', 'agreement.spruce'], answer: '每月报告 Monthly report' }, { title: '顾客资料不外泄 Shoppers’ data stay inside', kind: 'security', source: '合同附件 Contract annex', by: ['obligation.cn.personal_information'], answer: '访问控制与日志 Access control and logs' }] },
  { kind: 'users', title: '内部与商家用户 Users inside and at merchants', owner: 'p.jiang', influence: 2, stake: '每天用它工作。 Work with it every day.', channel: '服务台、评价 Desk, ratings', wants: [{ title: '出问题时有人接、说得清 Somebody answers, and says what is going on', kind: 'service', source: '半年调查 Half-yearly survey', by: ['service.workplace', 'service.merchant'], answer: '服务台与状态页 Desk and status page' }] },
  { kind: 'suppliers', title: '云、快递、电话供应商 Cloud, carrier and telephony suppliers', owner: 'p.zhou', influence: 2, coversAll: true, stake: '我们的承诺建立在他们之上。 Our promises rest on theirs.', channel: '合同、季度会议 Contracts, quarterly calls', wants: [{ title: '接口变更提前两周通知 Two weeks’ notice of changes at interfaces', kind: 'contractual', source: '供应合同 Supply contract', by: ['service.carrier'], answer: '变更日程共享 The change schedule is shared' }] },
  { kind: 'employees', title: '三地员工 Employees at three sites', owner: 'p.su', influence: 2, stake: '夜班和大促由他们扛。 They carry nights and sales days.', channel: '面谈、年度调查 Talks, yearly survey', wants: [{ title: '排班合理、加班可预期 Fair shifts, overtime that can be foreseen', kind: 'other', source: '员工代表会 Staff council', by: ['obligation.cn.labour_contract'], answer: '轮值表 Roster' }] },
  { kind: 'shareholders', title: '股东 Shareholders', owner: 'p.lin', influence: 3, stake: '投入与声誉。 Money and name.', channel: '董事会 Board', wants: [{ title: '大促不中断 No interruption on sales days', kind: 'performance', source: '董事会纪要 Minutes of the board', by: ['service.order', 'service.storefront'], answer: '封网与值守 Freeze and standby' }] },
  { kind: 'regulators', title: '网信、市场监管部门 Cyberspace and market authorities', owner: 'p.su', influence: 3, stake: '监督网络、数据与交易。 Supervise network, data and trade.', channel: '通知、检查 Notices, inspections', wants: [{ title: '按时报告网络安全事件 Security incidents reported in time', kind: 'legal', source: '报告办法 Reporting measures', by: ['obligation.cn.incident_reports'], answer: '重大事件流程 Major incident procedure' }] },
]; // prettier-ignore

type Law = { readonly key: string; readonly owner: string; readonly reason: string; readonly bearing: string; readonly evaluated?: readonly [days: number, result: string, text: string, action?: string]; readonly out?: true }; // prettier-ignore

export const laws: readonly Law[] = [
  { key: 'cn.cybersecurity_law', owner: 'p.zhao', reason: '我们运营网络。 We run networks.', bearing: '等级保护三级系统两个；日志六个月。 Two systems of grade three; logs for six months.', evaluated: [120, 'compliant', '抽查六个系统日志，均满六个月。 Logs of six systems were looked at; all hold six months.'] },
  { key: 'cn.data_security_law', owner: 'p.zhao', reason: '处理订单与经营数据。 We process orders and business data.', bearing: '数据分类分级，导出审批。 Data are classed; exports are approved.', evaluated: [118, 'partly', '经营数据有两张宽表未分级。 Two tables of business data were not classed.', '为两张宽表定级并限制导出 Class two tables and limit their export'] },
  { key: 'cn.personal_information', owner: 'p.su', reason: '处理顾客个人信息。 We process shoppers’ personal information.', bearing: '最小必要、委托合同、泄露通知。 As little as needed, processing contracts, notice of leaks.', evaluated: [110, 'compliant', '五份委托合同齐全，影响评估一年内。 Five contracts are there, the assessment is within a year.'] },
  { key: 'cn.incident_reports', owner: 'p.shen', reason: '属网络运营者。 We are an operator.', bearing: '重大事件流程中加入报告时限。 The procedure for major incidents has the terms.', evaluated: [96, 'compliant', '演练一次，三小时内形成报告。 One drill; the report was there within three hours.'] },
  { key: 'cn.e_commerce_law', owner: 'p.chen', reason: '平台经营者。 We operate a platform.', bearing: '交易信息保存三年。 Records of trade for three years.', evaluated: [90, 'compliant', '归档库可回查到三年前。 The archive reaches back three years.'] },
  { key: 'cn.labour_contract', owner: 'p.su', reason: '员工轮值。 People work in shifts.', bearing: '值守排班与加班审批。 Rosters and approval of overtime.', evaluated: [85, 'compliant', '抽查两个月排班，无超时。 Two months of rosters were looked at; none is over the limit.'] },
  { key: 'iso_20000', owner: 'p.su', reason: '客户招标要求。 Customers ask for it.', bearing: '全部条款，见就绪地图。 All clauses, see the readiness map.', evaluated: [60, 'partly', '容量与连续性尚无记录。 Capacity and continuity have no records yet.', '建立容量与连续性过程 Set up capacity and continuity'] },
  { key: 'cn.state_secrets', owner: 'p.su', reason: '不处理涉密信息。 No classified information is processed.', bearing: '', out: true },
]; // prettier-ignore

type Told = { readonly title: string; readonly kind?: 'opportunity'; readonly category: string; readonly owner: string; readonly cause: string; readonly customer: string; readonly days: number; readonly rate: readonly [number, number]; readonly from: { readonly issues?: readonly string[]; readonly laws?: readonly string[]; readonly services?: readonly string[]; readonly parties?: readonly string[] }; readonly treat?: { readonly how: string; readonly plan: string; readonly action: string; readonly by: string; readonly left: readonly [number, number]; readonly seen: string; readonly days: number; readonly running?: true }; readonly accept?: string }; // prettier-ignore

export const risks: readonly Told[] = [
  { title: '大促时订单与支付容量不足 Orders and payment run out of capacity on a sales day', category: 'service_requirement', owner: 'p.chen', days: 340, rate: [4, 5], cause: '峰值未压测。 The peak was never tested.', customer: '顾客下不了单、付不了款。 Shoppers can neither order nor pay.', from: { issues: ['peaks'], services: ['service.order', 'service.payment', 'service.storefront', 'service.catalogue'] },
    treat: { how: 'reduce', plan: '全链路压测并扩容，经变更实施。 Load tests end to end and more hosts, by changes.', action: '三次全链路压测 Three load tests end to end', by: 'p.sun', left: [2, 4], seen: '618 峰值延迟未超目标，压测报告三份。 Latency on 18 June stayed within target; three test reports.', days: 150 } },
  { title: '云区域整体故障 The cloud region fails as a whole', category: 'continuity', owner: 'p.zhao', days: 338, rate: [2, 5], cause: '无异地热备。 No standby elsewhere.', customer: '全部店铺停数小时。 All shops stand for hours.', from: { issues: ['cloud'], services: ['service.network', 'service.order'] },
    treat: { how: 'reduce', plan: '第二区域冷备与恢复演练。 Cold standby in a second region, drills of recovery.', action: '第二区域部署并演练 Build the second region and drill', by: 'p.osei', left: [2, 3], seen: '', days: 20, running: true } },
  { title: '云供应商不能兑现恢复时限 The cloud supplier misses its restoration time', category: 'other_party', owner: 'p.zhou', days: 336, rate: [3, 4], cause: '合同无处罚条款。 The contract has no penalty.', customer: '恢复时间超过协议。 Restoration takes longer than agreed.', from: { issues: ['cloud'], parties: ['supplier.cloud'] },
    treat: { how: 'share', plan: '续约加入服务级别与赔偿。 Levels and compensation at renewal.', action: '续约谈判 Negotiate the renewal', by: 'p.zhou', left: [2, 3], seen: '新合同含月度指标与赔偿。 The new contract has monthly levels and compensation.', days: 130 } },
  { title: '快递接口变更未通知 The carrier changes its interface without notice', category: 'other_party', owner: 'p.koh', days: 334, rate: [3, 3], cause: '无变更沟通渠道。 No channel for changes.', customer: '面单打不出，当日发不了货。 Labels fail, parcels stay.', from: { parties: ['supplier.express'], services: ['service.carrier', 'service.warehouse'] }, accept: '已约定两周通知并接入其变更日程，剩余可承受。 Two weeks’ notice was agreed and the schedule is shared; the rest can be borne.' },
  { title: '物流与承运接口不满足时限 Logistics and carrier interfaces miss their targets', category: 'service_requirement', owner: 'p.koh', days: 333, rate: [3, 3], cause: '知识集中于两人。 Knowledge is with two people.', customer: '当日订单次日才出库。 Today’s orders leave tomorrow.', from: { issues: ['knowledge'], services: ['service.warehouse', 'service.carrier'] },
    treat: { how: 'reduce', plan: '写成知识条目并轮岗。 Articles and rotation of people.', action: '分拣接口手册与两次交接演练 A manual of the sorting interface and two handover drills', by: 'p.hu', left: [2, 3], seen: '两次夜间故障由第三人恢复。 A third person restored two failures at night.', days: 170 } },
  { title: '办公、账号与数据服务不满足要求 Workplace, identity and data services miss their requirements', category: 'service_requirement', owner: 'p.luo', days: 332, rate: [2, 3], cause: '三地流程不同。 Three ways at three sites.', customer: '员工等待账号与报表。 People wait for accounts and reports.', from: { issues: ['sites'], services: ['service.workplace', 'service.identity', 'service.data', 'service.network'] }, accept: '影响限于内部，按月监视。 Only colleagues are concerned; watched monthly.' },
  { title: '热线与商家后台不满足要求 Hotline and merchant portal miss their requirements', category: 'service_requirement', owner: 'p.he', days: 331, rate: [3, 2], cause: '话务高峰排班不足。 Too few people at peaks.', customer: '顾客排队，商家看不到订单。 Callers wait, merchants see no orders.', from: { issues: ['peaks'], services: ['service.hotline', 'service.merchant'] }, accept: '高峰由外包支援，已验证。 An outside team helps at peaks; it was tried.' },
  { title: '顾客个人信息泄露 Shoppers’ personal information leaks', category: 'security', owner: 'p.su', days: 330, rate: [3, 5], cause: '导出权限过宽。 Too many may export.', customer: '收到诈骗电话，信任受损。 Fraud calls, lost trust.', from: { issues: ['data_law'], laws: ['cn.personal_information', 'cn.data_security_law'] },
    treat: { how: 'reduce', plan: '导出审批、脱敏、水印。 Approval, masking and watermarks of exports.', action: '上线导出审批与脱敏 Approval and masking of exports', by: 'p.ma', left: [1, 5], seen: '抽查三个月导出，均有审批。 Three months of exports were looked at; all were approved.', days: 160 } },
  { title: '三地做法不同影响认证 Three ways of working endanger the certificate', category: 'organisation', owner: 'p.su', days: 328, rate: [3, 3], cause: '分支各自发展。 Branches grew by themselves.', customer: '同样的请求结果不同。 The same request ends differently.', from: { issues: ['sites', 'short_way'] },
    treat: { how: 'reduce', plan: '统一流程与交接表。 One procedure and one handover sheet.', action: '统一成都与新加坡交接 One handover for Chengdu and Singapore', by: 'p.jiang', left: [2, 2], seen: '内审抽样 20 单，做法一致。 Twenty records of an audit sample were alike.', days: 140 } },
  { title: '成都仓夏季限电 Power cuts in Chengdu in summer', category: 'continuity', owner: 'p.he', days: 300, rate: [4, 3], cause: '高温限电。 Heat and rationing.', customer: '西南订单延迟半天。 Orders in the south-west are half a day late.', from: { issues: ['sites'], services: ['service.warehouse'] }, accept: '管理层接受至发电机到位（明年一季度）。 Accepted by management until the generator comes next spring.' },
  { title: '以服务管理认证赢得品牌 Win brands by certified service management', kind: 'opportunity', category: 'improvement', owner: 'p.lim', days: 327, rate: [4, 4], cause: '招标要求认证。 Tenders ask for it.', customer: '品牌看到可信的数据。 Brands see figures that they can trust.', from: { issues: ['growth', 'price'] },
    treat: { how: 'pursue', plan: '按计划申请认证。 Apply for certification by plan.', action: '完成差距行动计划 Finish the action plan', by: 'p.su', left: [4, 5], seen: '', days: 15, running: true } },
  { title: '自动回答常见咨询 Answer usual questions by software', kind: 'opportunity', category: 'improvement', owner: 'p.jiang', days: 326, rate: [4, 3], cause: '技术成熟。 The technique has matured.', customer: '三成问题即时得到回答。 A third of the questions are answered at once.', from: { issues: ['ai'] },
    treat: { how: 'pursue', plan: '热线与服务台试点。 A pilot at hotline and desk.', action: '两个月试点 A pilot of two months', by: 'p.nair', left: [4, 4], seen: '试点期自动解决 22%。 In the pilot 22 % were solved by it.', days: 120 } },
]; // prettier-ignore

type Aim = { readonly key: string; readonly parent?: string; readonly level: string; readonly title: string; readonly owner: string; readonly measureKey: string; readonly direction?: 'at_most'; readonly baseline: number; readonly target: number; readonly sentence?: string; readonly strategy: string; readonly agreements: readonly string[]; readonly steps: readonly (readonly [what: string, resources: string, who: string, until: number])[] }; // prettier-ignore

export const aims: readonly Aim[] = [
  { key: 'restore', level: 'organisation', title: '按约定时间恢复服务 Services are restored in the agreed time', owner: 'p.zhou', measureKey: 'incident.resolution_attainment', baseline: 88, target: 92, sentence: '我们说到做到。 We keep what we promise.', strategy: '代运营合同以恢复时限为条件。 Contracts with brands rest on it.', agreements: ['agreement.maple', 'agreement.spruce', 'agreement.orchid', 'agreement.kestrel'], steps: [['二线排班覆盖夜间 Second line at night', '2 人、每月 1.6 万元 · 2 people, 16,000 CNY a month', 'p.zhao', 300], ['每周复盘超时单 Look at breaches every week', '2 小时 · 2 hours', 'p.shen', 20]] },
  { key: 'desk', parent: 'restore', level: 'function', title: '首次联络解决更多 More is solved at first contact', owner: 'p.jiang', measureKey: 'incident.first_contact_resolution', baseline: 33, target: 42, strategy: '二线腾出时间。 Frees the second line.', agreements: [], steps: [['二十篇常见问题条目 Twenty articles on usual questions', '15 人日 · 15 days', 'p.nair', 200]] },
  { key: 'change', level: 'organisation', title: '变更不造成损害 Changes do no harm', owner: 'p.xie', measureKey: 'change.success_rate', baseline: 86, target: 92, sentence: '每次变更可控、可回退。 Every change is under control and can be taken back.', strategy: '大促前稳定。 Stability before sales days.', agreements: [], steps: [['回退演练纳入评估 Back-out is tried before approval', '每单 1 小时 · 1 hour each', 'p.osei', 240]] },
  { key: 'satisfied', level: 'organisation', title: '用户满意 Users are satisfied', owner: 'p.lim', measureKey: 'rating.satisfied', baseline: 84, target: 88, sentence: '持续改进，让客户感受得到。 We improve so that customers notice.', strategy: '续约率。 Renewals.', agreements: [], steps: [['低分评价三日内回访 Call back after low ratings within three days', '0.2 人 · 0.2 people', 'p.jiang', 60]] },
  { key: 'causes', parent: 'restore', level: 'process', title: '同类事件不再重复 The same does not happen again', owner: 'p.zheng', measureKey: 'incident.repeat_rate', direction: 'at_most', baseline: 64, target: 55, strategy: '减少夜间呼叫。 Fewer calls at night.', agreements: [], steps: [['每月趋势分析并立项 Trends each month, and problems from them', '4 人日 · 4 days', 'p.zheng', 30]] },
]; // prettier-ignore

export const planTexts: Readonly<Record<string, string>> = {
  limitations: '核心系统在一个云区域；成都夏季限电；分拣接口知识集中。 Core systems in one cloud region; power cuts in Chengdu; knowledge of the sorting interface with few.',
  humans: '服务管理 34 人，三地；夜间二线新增 2 人已批准。 34 people at three sites; two more for nights are granted.',
  technical: '云麓华东一区、成都机房、新加坡节点；监控与本平台。 Yunlu region east 1, rooms in Chengdu, a node in Singapore; monitoring and this platform.',
  information: '配置信息、知识条目、合同库；权限每半年复核。 Configuration information, articles, contracts; access looked at twice a year.',
  financial: '年度预算 1,860 万元，按服务拆分，董事会 1 月批准。 18.6 million CNY by service, granted by the board in January.',
  parties: '云、快递、电话供应商按合同月度测量、季度评审；分支按内部协议。 Suppliers are measured monthly and reviewed quarterly; branches work by internal agreements.',
  technology: '本平台承载流程、文件、记录与证据；监控、日志、备份另有工具。 This platform holds processes, documents, records and evidence; monitoring, logs and backup have their own tools.',
  measuring: '指标由记录计算，按月评价，目标逐期保存。 Figures are computed from records, looked at monthly, kept by period.',
  auditing: '一年覆盖全部条款、过程与场所。 All clauses, processes and sites within a year.',
  reporting: '月度服务报告给客户与管理层，季度评审。 Monthly reports to customers and management, quarterly reviews.',
  improving: '改进登记、目标值与结果对比。 Improvements with target and measured result.',
}; // prettier-ignore

/** Who owns which process: those not named are the SMS manager's. */
export const owners: Readonly<Record<string, string>> = {
  LEAD: 'p.lin', RISK: 'p.su', DOC: 'p.lim', KM: 'p.nair', 'SVC-PLAN': 'p.chen', CAT: 'p.chen', AM: 'p.feng', CFG: 'p.han', BRM: 'p.lim', SLM: 'p.zhou', SUP: 'p.zhou',
  PARTY: 'p.zhou', CHG: 'p.xie', SDT: 'p.koh', REL: 'p.osei', IM: 'p.shen', SR: 'p.jiang', PM: 'p.zheng', AVL: 'p.zhao', MR: 'p.lin', RPT: 'p.zhou', DM: 'p.lim', CAP: 'p.zhao',
}; // prettier-ignore

/** Deputies, by who they stand in for. */
export const deputies: Readonly<Record<string, string>> = {
  'p.lin': 'p.tan', 'p.tan': 'p.lin', 'p.su': 'p.zhou', 'p.zhou': 'p.lim', 'p.lim': 'p.su', 'p.shen': 'p.jiang', 'p.jiang': 'p.shen', 'p.zheng': 'p.han', 'p.xie': 'p.osei',
  'p.osei': 'p.xie', 'p.han': 'p.zheng', 'p.nair': 'p.becker', 'p.feng': 'p.deng',
}; // prettier-ignore
