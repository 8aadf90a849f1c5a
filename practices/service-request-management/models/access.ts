/** Accounts and access: who gets in, until when, and how they get out again. */
import { accessUntil, ask, both, option, reason, task, type Shipped } from './kit.ts';

const passwordReset: Shipped = {
  title: both('Password reset', '密码重置'),
  description: both('You cannot sign in, or your password has expired.', '无法登录，或密码已过期。'),
  category: 'access',
  icon: 'key',
  instruction: both(
    '1. Call the person back on the number in the directory; never trust a number from the request.\n2. Ask for the staff number and the name of the manager.\n3. Reset the password with “must change at next sign-in” and unlock the account.\n4. Tell the temporary password by phone only, never by mail or chat.\n5. Wait until the person has signed in.',
    '1. 按通讯录中的号码回拨本人，不使用申请中留的号码。\n2. 核对工号和直属主管姓名。\n3. 重置密码并勾选“下次登录必须修改”，解锁账号。\n4. 临时密码只通过电话告知，不用邮件或聊天工具。\n5. 等待本人登录成功。',
  ),
  questions: [
    ask('system', 'choice', both('Which sign-in?', '哪个系统的密码？'), {
      options: [
        option('windows', 'Computer and mail', '电脑与邮箱'),
        option('erp', 'Order and logistics system', '订单与物流系统'),
        option('vpn', 'VPN', 'VPN'),
        option('other', 'Something else', '其他'),
      ],
    }),
    ask('other_system', 'text', both('Which one?', '系统名称'), {
      when: { question: 'system', in: ['other'] },
    }),
    ask('account', 'text', both('Account name', '账号'), {
      help: both('Not your password.', '请勿填写密码。'),
      initial: 'requester.email',
      maxLength: 100,
    }),
    ask('locked', 'yes_no', both('Is the account locked?', '账号是否被锁定？'), { required: false }),
  ],
  tasks: [
    task('reset', 'Verify the person and reset the password', '核实身份并重置密码', { targetHours: 2 }),
  ],
  targetHours: 2,
  priority: 3,
};

const newAccount: Shipped = {
  title: both('New user account and access', '新员工账号与权限'),
  description: both(
    'Account, mailbox and rights for somebody who starts.',
    '为新入职人员开通账号、邮箱和系统权限。',
  ),
  category: 'people',
  icon: 'user-plus',
  instruction: both(
    '1. Create the account only after the approval. Name: family name.given name.\n2. Give the rights of the profile asked for, nothing else.\n3. Hand over computer and first password in person.\n4. Enter account and equipment in the asset register.',
    '1. 审批通过后方可建号，命名规则：姓.名。\n2. 只授予所选岗位模板的权限，不得额外授权。\n3. 当面交付电脑和初始密码。\n4. 在资产台账中登记账号和设备。',
  ),
  questions: [
    ask('new_name', 'text', both('Name of the new colleague', '新员工姓名'), { maxLength: 80 }),
    ask('starts_on', 'date', both('First day', '入职日期'), { min: 0, max: 180 }),
    ask('profile', 'choice', both('Job profile', '岗位模板'), {
      options: [
        option('office', 'Office', '职能部门'),
        option('hotline', 'Customer hotline', '客服热线'),
        option('warehouse', 'Warehouse and logistics', '仓储物流'),
        option('engineering', 'Software and operations', '研发与运维'),
      ],
    }),
    ask('repositories', 'choices', both('Which systems besides?', '还需要哪些系统？'), {
      required: false,
      when: { question: 'profile', in: ['engineering'] },
      options: [
        option('git', 'Source code', '代码仓库'),
        option('monitoring', 'Monitoring', '监控平台'),
        option('production', 'Production (read only)', '生产环境（只读）'),
      ],
    }),
    ask('manager', 'person', both('Reports to', '直属主管')),
    ask('needs_computer', 'yes_no', both('Is a computer needed?', '是否需要电脑？')),
    accessUntil,
  ],
  approvalSteps: [{ by: 'manager' }],
  tasks: [
    task('account', 'Create account and mailbox', '创建账号和邮箱', { targetHours: 4 }),
    task('rights', 'Give the rights of the profile', '按岗位模板授权', {
      after: ['account'],
      targetHours: 4,
    }),
    task('computer', 'Prepare the workplace', '准备办公设备', { targetHours: 8 }),
    task('register', 'Enter account and equipment in the register', '登记账号和设备台账', {
      after: ['rights', 'computer'],
      updatesAssets: true,
      targetHours: 2,
    }),
  ],
  targetHours: 24,
  recertifyMonths: 6,
};

const leaver: Shipped = {
  title: both('Leaver: remove access', '离职权限回收'),
  description: both(
    'Somebody leaves: accounts closed, equipment returned.',
    '人员离职：关闭账号，回收设备。',
  ),
  category: 'people',
  icon: 'user-minus',
  instruction: both(
    '1. Lock all accounts on the last day at the end of work; at once when the request says so.\n2. Go through the list of granted access of this person and end each one.\n3. Hand the mailbox over to the person named, for 90 days at most.\n4. Take equipment and badge back, and bring the register up to date.',
    '1. 最后工作日下班时锁定全部账号；申请注明“立即”的即时锁定。\n2. 对照该人员的权限清单逐项终止。\n3. 邮箱移交给指定人员，最长 90 天。\n4. 收回设备和门禁卡，更新资产台账。',
  ),
  questions: [
    ask('leaver', 'person', both('Who leaves?', '离职人员')),
    ask('last_day', 'date', both('Last day', '最后工作日'), { min: 0, max: 180 }),
    ask('at_once', 'yes_no', both('Lock access at once?', '是否立即锁定权限？')),
    ask('why_now', 'long', both('Why at once?', '立即锁定的原因'), {
      when: { question: 'at_once', in: [true] },
      maxLength: 500,
    }),
    ask('mailbox_to', 'person', both('Who gets the mailbox?', '邮箱移交给'), { required: false }),
  ],
  tasks: [
    task('lock', 'Lock accounts', '锁定账号', { targetHours: 2 }),
    task('grants', 'End granted access and remote access', '终止各项权限和远程接入', {
      after: ['lock'],
      targetHours: 4,
    }),
    task('equipment', 'Take equipment and badge back', '收回设备和门禁卡', {
      targetHours: 8,
      updatesAssets: true,
    }),
    task('mailbox', 'Hand over or close the mailbox', '移交或关闭邮箱', { after: ['lock'], targetHours: 8 }),
  ],
  targetHours: 16,
  priority: 2,
};

const permission: Shipped = {
  title: both('Shared mailbox, group or permission', '共享邮箱、群组或权限'),
  description: both('Access to something shared, until a day that you name.', '在指定期限内使用共享资源。'),
  category: 'access',
  icon: 'mailbox',
  instruction: both(
    '1. Ask the owner of the mailbox or folder, unless they approved this request.\n2. Add the person to the group; never give rights to a single account.\n3. Set the end date in the group, too.\n4. Check with the person that it works.',
    '1. 若资源负责人未参与审批，须先取得其同意。\n2. 将人员加入群组，不直接给个人账号授权。\n3. 在群组中同步设置到期日。\n4. 与本人确认可用。',
  ),
  questions: [
    ask('kind', 'choice', both('What is it?', '资源类型'), {
      options: [
        option('mailbox', 'Shared mailbox', '共享邮箱'),
        option('group', 'Distribution list or group', '通讯组或群组'),
        option('folder', 'Folder or file share', '文件夹或文件共享'),
        option('system', 'Right in a system', '系统权限'),
      ],
    }),
    ask('resource', 'text', both('Its name', '资源名称'), { maxLength: 120 }),
    ask('right', 'choice', both('Which right?', '所需权限'), {
      options: [
        option('read', 'Read', '读取'),
        option('write', 'Read and write', '读写'),
        option('manage', 'Manage', '管理'),
      ],
    }),
    reason,
    accessUntil,
  ],
  approvalSteps: [{ by: 'manager' }],
  tasks: [
    task('grant', 'Add to the group', '加入群组并授权', { targetHours: 4 }),
    task('tell', 'Check with the person that it works', '与本人确认可用', {
      after: ['grant'],
      targetHours: 4,
    }),
  ],
  targetHours: 8,
  recertifyMonths: 6,
};

const remote: Shipped = {
  title: both('VPN and remote access', 'VPN 与远程接入'),
  description: both('Work from outside the office.', '在办公室以外办公。'),
  category: 'access',
  icon: 'world',
  instruction: both(
    '1. Only managed computers; a private one is refused.\n2. Enrol the second factor together with the person.\n3. Put the account in the VPN group of its network area, with the end date.\n4. Test the connection from outside.',
    '1. 仅限公司受管电脑，私人设备一律拒绝。\n2. 与本人一起绑定双因素认证。\n3. 将账号加入对应网络区域的 VPN 组，并设置到期日。\n4. 从外网测试连接。',
  ),
  questions: [
    ask('device', 'choice', both('From which device?', '使用何种设备？'), {
      options: [
        option('company', 'Company laptop', '公司笔记本'),
        option('phone', 'Company phone', '公司手机'),
      ],
    }),
    ask('area', 'choices', both('What do you have to reach?', '需要访问'), {
      options: [
        option('office', 'Office network', '办公网络'),
        option('orders', 'Order system', '订单系统'),
        option('servers', 'Servers (administration)', '服务器（运维）'),
      ],
    }),
    ask('abroad', 'yes_no', both('Also from abroad?', '是否在境外使用？')),
    ask('countries', 'text', both('From which countries?', '国家或地区'), {
      when: { question: 'abroad', in: [true] },
      maxLength: 120,
    }),
    ask('mobile', 'text', both('Phone for the second factor', '双因素认证手机号'), {
      initial: 'requester.phone',
      pattern: String.raw`\+?[0-9 \-]{6,20}`,
    }),
    reason,
    accessUntil,
  ],
  approvalSteps: [{ by: 'manager' }, { by: 'service_owner' }],
  tasks: [
    task('group', 'Put the account in the VPN group', '加入 VPN 组', { targetHours: 4 }),
    task('factor', 'Enrol the second factor and test', '绑定双因素并测试', {
      after: ['group'],
      targetHours: 8,
    }),
  ],
  targetHours: 16,
  recertifyMonths: 3,
};

export const accessModels: readonly Shipped[] = [passwordReset, newAccount, leaver, permission, remote];
