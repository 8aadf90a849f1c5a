export type Entry = {
  /** `everybody`, `agents` or the key of a team. */
  readonly for: string;
  readonly service: string;
  readonly category: string;
  readonly zh: string;
  readonly en: string;
  readonly steps: readonly (readonly [zh: string, en: string])[];
};

const e = (reader: string, service: string, category: string, zh: string, en: string, ...steps: (readonly [string, string])[]): Entry => ({ for: reader, service, category, zh, en, steps }); // prettier-ignore

/** What people look for most: for users and merchants, for the desk, for a team alone. */
export const entries: readonly Entry[] = [
  e('everybody', 'identity', 'identity.sign_in', '忘记密码怎么办', 'I forgot my password', ['在登录页点“忘记密码”', 'Choose “Forgot password” on the sign-in page'], ['用短信或验证器确认', 'Confirm by text message or authenticator'], ['设置 12 位以上的新密码', 'Set a new one of twelve characters or more']),
  e('everybody', 'identity', 'identity.sign_in', '更换手机后重新绑定验证器', 'New phone: connect the authenticator again', ['在旧手机上打开账号页', 'Open your account on the old phone'], ['选择“更换设备”并扫码', 'Choose “Change device” and scan the code'], ['没有旧手机时请联系服务台', 'Without the old phone, call the service desk']),
  e('everybody', 'workplace', 'workplace.print', '打印机缺纸或卡纸', 'Printer out of paper or jammed', ['打开前盖，按绿色箭头取出纸张', 'Open the front and pull the paper out by the green arrows'], ['关盖等待自检', 'Close it and wait for the self-test'], ['再次卡纸请报障并写明打印机编号', 'If it jams again, report it with the printer’s number']),
  e('everybody', 'workplace', 'workplace.print', '添加办公室打印机', 'Add an office printer', ['打开“打印机与扫描仪”', 'Open “Printers and scanners”'], ['按楼层选择，例如 prn-sh-08', 'Pick the one of your floor, such as prn-sh-08'], ['打印测试页', 'Print a test page']),
  e('everybody', 'workplace', 'workplace.mail', '邮箱快满了', 'My mailbox is nearly full', ['按大小排序，删除大附件', 'Sort by size and delete large attachments'], ['清空已删除邮件', 'Empty the deleted items'], ['需要更大容量请提交服务请求', 'Ask for more room by a service request']),
  e('everybody', 'workplace', 'workplace.mail', '找不到外部邮件：查看隔离区', 'A mail from outside is missing: look into the quarantine', ['打开每日隔离摘要', 'Open the daily digest of the quarantine'], ['核对发件人后点“放行”', 'Check the sender and choose “Release”']),
  e('everybody', 'workplace', 'workplace.mail', '预订会议室', 'Book a meeting room', ['新建会议并选择“房间”', 'New meeting, then “Rooms”'], ['十分钟未签到自动释放', 'A room is set free when nobody checks in for ten minutes']),
  e('everybody', 'workplace', 'workplace.computer', '外接显示器黑屏', 'External screen stays black', ['拔掉扩展坞电源十秒', 'Unplug the dock for ten seconds'], ['重新接上后按电源键', 'Plug it in and press the power button'], ['仍黑屏请换另一根线', 'Still black? Try another cable']),
  e('everybody', 'workplace', 'workplace.computer', '电脑变慢时先做这三步', 'Computer slow? First these three steps', ['关闭不用的浏览器标签', 'Close tabs that you do not need'], ['查看磁盘剩余是否低于 10%', 'Is less than 10 % of the disk free?'], ['重启一次再报障', 'Restart once before you report it']),
  e('everybody', 'network', 'network.site', '在家连接 VPN', 'Connect to the VPN from home', ['打开客户端并选择最近的网关', 'Open the client and pick the nearest gateway'], ['用验证器确认登录', 'Confirm with the authenticator'], ['连不上时换手机热点试一次', 'If it fails, try once by your phone']),
  e('everybody', 'network', 'network.site', '访客无线怎么用', 'Wi-Fi for guests', ['前台打印当日验证码', 'Reception prints the code of the day'], ['访客网络不能访问内部系统', 'It does not reach internal systems']),
  e('everybody', 'merchant', 'merchant.portal', '导出订单报表', 'Export an order report', ['在订单页选择时间范围，不超过三个月', 'Choose a period of at most three months'], ['点“导出”，完成后在下载中心领取', 'Choose “Export” and fetch it from the download centre']),
  e('everybody', 'merchant', 'merchant.portal', '子账号权限设置', 'Rights of sub-accounts', ['主账号进入“员工管理”', 'As the main account open “Staff”'], ['按岗位选择模板', 'Choose a template by their job'], ['离职当天停用', 'Switch it off on the day they leave']),
  e('everybody', 'order', 'order.change', '顾客改地址怎么操作', 'A shopper wants another address', ['未进入波次可直接修改', 'Before a wave it can be changed directly'], ['已进入波次请点“拦截”', 'After that choose “Intercept”'], ['拦截成功后重新下单', 'Once intercepted, place it again']),
  e('everybody', 'order', 'order.change', '合并退款的条件', 'When refunds can be joined', ['同一顾客、同一支付单', 'The same shopper and the same payment'], ['七天内的售后单', 'After-sales cases of seven days']),
  e('everybody', 'catalogue', 'catalogue.stock', '商品显示售罄但有库存', 'Shown as sold out although in stock', ['等待五分钟刷新', 'Wait five minutes and look again'], ['检查渠道库存分配', 'Check how stock is shared among channels'], ['仍不对请报障并附商品编码', 'Still wrong? Report it with the product code']),
  e('everybody', 'payment', 'payment.settlement', '怎样核对结算单', 'How to check a settlement statement', ['下载结算明细', 'Download the details'], ['退款按完成日计入', 'Refunds count on the day they are done'], ['差额超过一天仍在请报障', 'Report what still differs after a day']),
  e('everybody', 'carrier', 'carrier.label', '面单轨迹不更新', 'Tracking does not move', ['揽收后六小时内更新', 'It is updated within six hours of pick-up'], ['超过十二小时请报障并附单号', 'After twelve hours report it with the label number']),
  e('agents', 'hotline', 'hotline.voice', '热线中断时的转接步骤', 'Diverting the hotline when it is down', ['确认两条中继状态', 'Check both trunks'], ['在控制台选择“移动坐席”', 'Choose “Mobile agents” in the console'], ['在公告栏发布消息', 'Publish it on the notice board']),
  e('agents', 'hotline', 'hotline.desktop', '坐席无法签入', 'An agent cannot sign in', ['核对分机是否被占用', 'Is the extension in use elsewhere?'], ['清除该坐席会话', 'Clear the agent’s session'], ['两次失败后转二线', 'After two failures hand it up']),
  e('agents', 'order', 'order.stuck', '订单卡在审核：一线检查清单', 'Order stuck in review: check list of the desk', ['看付款流水是否到账', 'Has the payment arrived?'], ['看是否命中风控', 'Was it held by fraud control?'], ['超过 5 单立即转订单应用', 'More than five: hand over to order applications at once']),
  e('agents', 'payment', 'payment.failed', '支付失败如何向顾客解释', 'What to tell shoppers whose payment failed', ['不会重复扣款', 'Nothing is charged twice'], ['建议换一种支付方式', 'Suggest another way to pay'], ['扣款未到单的登记流水号', 'Charged without an order: note the payment number']),
  e('agents', 'warehouse', 'warehouse.picking', '手持终端离线', 'Handheld offline', ['看无线信号与电量', 'Check signal and battery'], ['重新登录并同步', 'Sign in again and synchronise'], ['整区离线按网络故障处理', 'A whole zone offline is a network fault']),
  e('agents', 'workplace', 'workplace.computer', '新员工电脑交付清单', 'Handing out a computer: check list', ['扫描资产标签并登记使用人', 'Scan the label and enter the user'], ['检查磁盘加密', 'Check that the disk is encrypted'], ['演示报障入口', 'Show where to report']),
  e('team.platform', 'network', 'network.host', '数据库磁盘告警处理', 'Alarm: database disk is filling', ['确认增长来源', 'Find what grows'], ['清理归档日志', 'Remove archived logs'], ['不足两小时按紧急变更扩容', 'Less than two hours left: emergency change']),
  e('team.platform', 'network', 'network.host', '切换订单库主备', 'Switching the order database over', ['核对复制延迟低于一秒', 'Replication lag below one second'], ['执行切换并观察十分钟', 'Switch and watch for ten minutes'], ['通知服务台', 'Tell the service desk']),
  e('team.order', 'order', 'order.stuck', '跳过坏消息并补推订单', 'Skipping a malformed message and sending its order again', ['记下位点与订单号', 'Note offset and order'], ['跳过并确认消费恢复', 'Skip it and see that the consumer goes on'], ['用补推工具重发', 'Send it again with the tool']),
  e('team.logistics', 'warehouse', 'warehouse.sorting', '分拣机重启顺序', 'Restarting a sorter in the right order', ['停线并清空格口', 'Stop the line and empty the chutes'], ['先控制柜后读码器', 'First the cabinet, then the readers'], ['试跑二十个包裹', 'Run twenty parcels']),
]; // prettier-ignore
