import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  asset: {
    name: '资产',
    plural: '资产',
    create: '新建资产',
    field: {
      title: '名称', tag: '资产编号', kind: '类别', ownership: '权属', model: '型号', serial: '序列号',
      ownerId: '责任人', userId: '使用人', requesterId: '申请人', costCentre: '成本中心', location: '位置',
      supplierId: '供应商', orderRef: '订单号', purchasedOn: '购置日期', costCents: '购置成本',
      currency: '币种', warrantyUntil: '保修截止', endOfSupport: '支持终止日', endOfLife: '寿命终止日',
      depreciationMethod: '折旧方法', usefulMonths: '使用年限（月）', residualCents: '残值',
      decliningPercent: '年折旧率（%）', inServiceOn: '启用日期', holdsData: '存有数据', entryState: '登记时的状态',
      countedAt: '上次盘点', countResult: '上次盘点结果', retiredOn: '退役日期', retiredById: '退役经办人',
      retireCode: '退役原因', erasedOn: '数据清除日期', erasedById: '清除登记人', erasureMethod: '数据清除方式',
      erasureFile: '数据清除证明', writtenOffOn: '核销日期', writtenOffById: '核销人',
      writtenOffCents: '核销金额', disposedOn: '处置日期', disposalWay: '处置方式',
      sodException: '由一人完成本应两人分担的操作', ciId: '配置项',
    },
    input: { certificate: '数据清除证明' },
    hint: {
      tag: '资产标签上的编号',
      ownerId: '对该资产负责的人',
      costCentre: '费用由谁承担',
      decliningPercent: '留空则为直线法的两倍',
      usefulMonths: '成本在此期间内计入费用',
      residualCents: '使用年限结束时的剩余价值',
      entryState: '已在手的资产请选择“在用”或“在库”',
      holdsData: '勾选后，处置时必须有数据清除证明',
      endOfSupport: '此后不再有人修复其缺陷',
      certificate: '请先把证明添加到该资产的附件；若资产遗失，请附遗失报告',
    },
    option: {
      kind: { hardware: '硬件', software: '软件', cloud: '云资源', saas: '订阅（SaaS）' },
      ownership: { owned: '自有', leased: '租赁', subscribed: '订阅' },
      currency: {
        CNY: '人民币', USD: '美元', EUR: '欧元', GBP: '英镑', JPY: '日元', HKD: '港元', SGD: '新加坡元', KRW: '韩元', TWD: '新台币',
        CHF: '瑞士法郎',
      },
      depreciationMethod: { none: '不折旧', straight_line: '直线法', declining_balance: '余额递减法', expensed: '一次性费用化' },
      entryState: { requested: '已申请', in_stock: '在库', in_use: '在用' },
      countResult: { found: '在位', elsewhere: '位置不符', missing: '盘亏', unexpected: '盘盈' },
      retireCode: { end_of_life: '寿命终止', replaced: '已更换', damaged: '损坏', lost: '遗失', sold: '待出售', returned: '归还出租方' },
      erasureMethod: {
        overwritten: '覆写', crypto_erased: '销毁密钥', degaussed: '消磁', shredded: '粉碎', by_supplier: '由供应商清除',
        no_data: '未存数据', lost: '已遗失：遗失报告',
      },
      disposalWay: { recycled: '回收', sold: '出售', donated: '捐赠', returned: '归还', destroyed: '销毁', lost: '遗失' },
    },
    state: {
      requested: '已申请', ordered: '已订购', received: '已收货', in_use: '在用', in_repair: '维修中', in_stock: '在库',
      retired: '已退役', disposed: '已处置', cancelled: '已取消',
    },
    action: {
      order: '订购', receive: '收货', deploy: '启用', put_in_stock: '入库', send_to_repair: '送修',
      move: '移动或移交', counted: '已盘点', retire: '退役', reinstate: '退回库存', record_erasure: '登记数据清除',
      write_off: '核销', dispose: '处置', cancel: '取消',
    },
    measure: {
      past_end_of_support: '超过支持终止日的资产',
      warranty_lapse: '保修到期的资产',
      verified: '账实相符的设备',
      on_the_books: '在账资产',
    },
    formula: {
      past_end_of_support: '期末仍持有且支持已在此前终止的资产数',
      warranty_lapse: '保修在期间内到期的在持资产数',
      verified: '最近 12 个月内盘点在位的设备数 ÷ 在持设备数',
      on_the_books: '有成本、期末前已购置且尚未核销的资产数',
    },
  },
  licence: {
    name: '许可证',
    plural: '许可证',
    create: '新建许可证',
    field: {
      title: '名称', product: '产品', entitlementNumber: '授权编号', metric: '计量方式', entitled: '授权数量', used: '已分配',
      validFrom: '生效日期', validTo: '到期日期', costCents: '费用', currency: '币种', costCentre: '成本中心', supplierId: '供应商',
      ownerId: '责任人', measured: '实际安装数', reconciledOn: '核对日期', reconciledById: '核对人',
      acceptedOver: '接受的超用数量', acceptedUntil: '接受截止', riskDecision: '风险决定',
      acceptedById: '接受人', acceptedAt: '接受时间',
    },
    input: { assigneeId: '资产或人员', quantity: '数量', assignmentId: '分配记录' },
    hint: {
      title: '留空则使用产品名称',
      entitlementNumber: '合同或证书上的编号',
      validTo: '留空表示永久有效',
      measured: '以当天的盘点工具或厂商控制台为准',
      acceptedOver: '截止日前可以多用的数量',
      riskDecision: '为何接受、可能的代价，以及采取的措施',
    },
    option: {
      metric: { device: '按设备', user: '按用户', concurrent: '并发用户', core: '按核心', instance: '按实例', site: '按站点' },
      currency: {
        CNY: '人民币', USD: '美元', EUR: '欧元', GBP: '英镑', JPY: '日元', HKD: '港元', SGD: '新加坡元', KRW: '韩元', TWD: '新台币',
        CHF: '瑞士法郎',
      },
    },
    state: { draft: '草稿', active: '有效', expired: '已到期', terminated: '已终止' },
    action: {
      activate: '生效', assign: '分配', release: '收回', reconcile: '核对', accept_overuse: '将超用作为风险接受',
      renew: '续期', expire: '到期', terminate: '终止',
    },
    measure: { position: '授权足够的许可证', reconciled: '12 个月内核对过的许可证', expiring: '到期的许可证' },
    formula: {
      position: '分配数与安装数均不超过授权数的有效许可证 ÷ 有效或已到期的许可证',
      reconciled: '最近一次核对在 12 个月以内的许可证 ÷ 有效或已到期的许可证',
      expiring: '到期日在期间内的许可证数',
    },
  },
} satisfies Same<typeof en>; // prettier-ignore
