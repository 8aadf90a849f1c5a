/** Questions, changes, software, equipment and data. */
import { ask, both, option, reason, task, type Shipped } from './kit.ts';

const information: Shipped = {
  title: both('Information or question', '信息咨询'),
  description: both(
    'How does it work? Where do I find it? Who is responsible?',
    '怎么用？在哪里找？由谁负责？',
  ),
  category: 'information',
  icon: 'help',
  instruction: both(
    'Answer in the words of whoever asks, with the steps and where they are written down. If something is broken, make it an incident instead. If the same question comes a third time, write an article.',
    '用提问者能懂的话回答，写明步骤和资料位置。若实为故障，请转为事件处理。同一问题出现三次即应编写知识文章。',
  ),
  questions: [
    ask('topic', 'text', both('What is it about?', '咨询主题'), { maxLength: 120 }),
    ask('question', 'long', both('Your question', '您的问题'), { maxLength: 3000 }),
    ask('files', 'attachment', both('Pictures or files', '图片或文件'), { required: false }),
  ],
  tasks: [task('answer', 'Answer the question', '答复咨询', { targetHours: 4 })],
  targetHours: 8,
  priority: 4,
};

const standardChange: Shipped = {
  title: both('Standard change', '标准变更申请'),
  description: both(
    'A change that is approved in advance: small, known, tried.',
    '已预先批准的变更：小型、成熟、有既定步骤。',
  ),
  category: 'change',
  icon: 'refresh',
  instruction: both(
    '1. Check that it is on the list of standard changes, with the steps of its entry. If anything differs, convert the request to a change.\n2. Do it in the window asked for, and test it as the entry says.\n3. Bring the configuration items up to date.',
    '1. 核对其在标准变更清单中，并按条目步骤执行；如有任何不同，请将本请求转为变更。\n2. 在申请的时间窗口内实施，并按条目要求测试。\n3. 更新配置项。',
  ),
  questions: [
    ask('change', 'choice', both('Which standard change?', '标准变更类型'), {
      options: [
        option('firewall', 'Open a documented port', '开放已备案的端口'),
        option('certificate', 'Renew a certificate', '更新证书'),
        option('capacity', 'Add disk space', '扩展磁盘空间'),
        option('dns', 'DNS entry', 'DNS 记录'),
        option('restart', 'Planned restart', '计划内重启'),
      ],
    }),
    ask('item', 'text', both('Which system?', '涉及系统或设备'), { maxLength: 120 }),
    ask('on_day', 'date', both('On which day?', '实施日期'), { min: 0, max: 90 }),
    ask('window', 'choice', both('When?', '时间窗口'), {
      options: [
        option('office', 'In office hours', '工作时间'),
        option('evening', 'After 18:00', '18:00 以后'),
        option('weekend', 'At the weekend', '周末'),
      ],
    }),
    ask('details', 'long', both('Details', '具体内容'), { maxLength: 2000 }),
  ],
  tasks: [
    task('do', 'Do the change by its entry', '按条目实施变更', { targetHours: 8 }),
    task('test', 'Test it', '测试验证', { after: ['do'], targetHours: 2 }),
    task('register', 'Bring the configuration items up to date', '更新配置项', {
      after: ['test'],
      updatesAssets: true,
      targetHours: 4,
    }),
  ],
  targetHours: 24,
  priority: 3,
};

const software: Shipped = {
  title: both('Software or licence', '软件安装或许可'),
  description: both('A program on your computer, or a licence for it.', '在电脑上安装软件，或申请软件许可。'),
  category: 'software',
  icon: 'package',
  instruction: both(
    '1. Is it on the software list? If not, ask information security first.\n2. Is a licence free? Assign it; otherwise order one.\n3. Install it by software distribution.\n4. Enter the licence in the register with the person’s name.',
    '1. 核对软件清单；不在清单内的先征求信息安全意见。\n2. 查询是否有空闲许可，有则分配，无则采购。\n3. 通过软件分发系统安装。\n4. 在许可台账中登记使用人。',
  ),
  questions: [
    ask('software', 'text', both('Which software?', '软件名称'), { maxLength: 120 }),
    ask('listed', 'yes_no', both('Is it on the list of approved software?', '是否在批准的软件清单内？')),
    ask('source', 'text', both('Who makes it?', '软件厂商'), {
      when: { question: 'listed', in: [false] },
      maxLength: 120,
    }),
    ask('price', 'number', both('Price in yuan (0 if free)', '价格（元，免费填 0）'), {
      min: 0,
      max: 10_000_000,
    }),
    reason,
    ask('quote', 'attachment', both('Quotation', '报价单'), { required: false }),
  ],
  approvalSteps: [{ by: 'manager' }, { by: 'role', role: 'sms-manager', aboveCents: 500_000 }],
  costQuestion: 'price',
  tasks: [
    task('licence', 'Find or order the licence', '查询或采购许可', { targetHours: 16 }),
    task('install', 'Install it', '安装软件', { after: ['licence'], targetHours: 8 }),
    task('register', 'Enter the licence in the register', '登记许可台账', {
      after: ['licence'],
      updatesAssets: true,
      targetHours: 4,
    }),
  ],
  targetHours: 40,
};

const hardware: Shipped = {
  title: both('Laptop, phone or other equipment', '笔记本、手机等设备'),
  description: both('New, in exchange for an old one, or on loan.', '新领、以旧换新或借用。'),
  category: 'hardware',
  icon: 'device-laptop',
  instruction: both(
    '1. Look for a suitable device in stock before ordering.\n2. Set it up by the standard image, encrypt the disk.\n3. Hand it over against signature; take the old one back and erase it.\n4. Enter both in the asset register.',
    '1. 优先从库存调配，无库存再采购。\n2. 使用标准镜像安装，磁盘加密。\n3. 签字交付；收回旧设备并清除数据。\n4. 在资产台账中登记新旧设备。',
  ),
  questions: [
    ask('device', 'choice', both('What do you need?', '设备类型'), {
      options: [
        option('laptop', 'Laptop', '笔记本电脑'),
        option('desktop', 'Desktop', '台式机'),
        option('phone', 'Phone', '手机'),
        option('screen', 'Screen', '显示器'),
        option('accessory', 'Accessory', '配件'),
      ],
    }),
    ask('accessory', 'text', both('Which accessory?', '配件名称'), {
      when: { question: 'device', in: ['accessory'] },
      maxLength: 120,
    }),
    ask('exchange', 'yes_no', both('In exchange for an old one?', '是否以旧换新？')),
    ask('old_tag', 'text', both('Its asset number', '旧设备资产编号'), {
      when: { question: 'exchange', in: [true] },
      maxLength: 40,
    }),
    ask('place', 'text', both('Where is it needed?', '使用地点'), {
      initial: 'requester.location',
      maxLength: 120,
    }),
    ask('needed_by', 'date', both('Needed by', '期望日期'), { min: 0, max: 180, required: false }),
    reason,
  ],
  approvalSteps: [{ by: 'manager' }, { by: 'role', role: 'sms-manager', aboveCents: 1_000_000 }],
  costCents: 600_000,
  tasks: [
    task('stock', 'Take it from stock or order it', '库存调配或采购', { targetHours: 24 }),
    task('setup', 'Set it up', '安装配置', { after: ['stock'], targetHours: 8 }),
    task('hand_over', 'Hand it over and take the old one back', '交付并回收旧设备', {
      after: ['setup'],
      targetHours: 4,
    }),
    task('register', 'Bring the asset register up to date', '更新资产台账', {
      after: ['hand_over'],
      updatesAssets: true,
      targetHours: 4,
    }),
  ],
  targetHours: 40,
};

const report: Shipped = {
  title: both('Report or data extract', '报表或数据提取'),
  description: both('Figures that no standard report has.', '标准报表之外的数据。'),
  category: 'information',
  icon: 'report',
  instruction: both(
    '1. Personal data only after the approval of the data owner, and only the fields that are needed.\n2. Write the query down with the request, so that the next one costs nothing.\n3. Hand it over in the protected folder, never by mail.',
    '1. 涉及个人信息的须经数据负责人批准，且仅提取必要字段。\n2. 将查询语句附在请求中，便于复用。\n3. 通过受控文件夹交付，不用邮件发送。',
  ),
  questions: [
    ask('content', 'text', both('Which figures?', '需要哪些数据？'), { maxLength: 200 }),
    ask('period_from', 'date', both('From', '开始日期'), { max: 0 }),
    ask('period_to', 'date', both('To', '结束日期'), { max: 0 }),
    ask('personal', 'yes_no', both('Does it hold data of persons?', '是否包含个人信息？')),
    ask('purpose', 'long', both('What will it be used for, and by whom?', '用途及使用人'), {
      when: { question: 'personal', in: [true] },
      maxLength: 1000,
    }),
    ask('repeat', 'choice', both('How often?', '频率'), {
      options: [option('once', 'Once', '一次'), option('monthly', 'Every month', '每月')],
    }),
  ],
  approvalSteps: [{ by: 'service_owner' }],
  tasks: [
    task('query', 'Write and check the query', '编写并核对查询', { targetHours: 16 }),
    task('deliver', 'Deliver in the protected folder', '通过受控文件夹交付', {
      after: ['query'],
      targetHours: 4,
    }),
  ],
  targetHours: 24,
};

export const serviceModels: readonly Shipped[] = [information, standardChange, software, hardware, report];
