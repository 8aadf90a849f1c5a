import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  cli: {
    usage: `用法：servanda 命令 [选项]

  import 类型 文件          导入 CSV 或 XLSX 文件（可为 .gz）；类型与地址中相同：incidents、people 等
      --mapping 文件        JSON 文件：各列对应哪个字段；不给出则按列名推测
      --dry-run             只说明会做什么，不写入
      --rejected 文件       把被拒绝的行和原因写到该文件
      --as 人员             以此人的角色导入（邮箱或编号），而不是以软件身份
  export 类型               导出列表所显示的内容
      --format csv|xlsx     默认为 csv
      --filter 键=值        与列表地址中相同，可重复
      --out 文件            要写入的文件；不给出则写到标准输出
  report import 编号        从记录和留痕得出的导入报告
  report measures           一段时间内的全部指标
      --from 日期 --to 日期 默认为最近 30 天
  backup 文件               把此刻的全部内容写入一个文件；服务器可继续运行
  restore 文件              把备份恢复到空数据库并核对
  verify                    用封存核对整个留痕
  sample verify NUMBER      按本机数据重新抽取审核样本，并核对冻结内容
  pack                      生成无需 Servanda 即可自证的证据包
      --clause CLAUSE, --process CODE, --from DATE --to DATE；不指定则为全部
      --name TITLE --out FILE；--secret：包含标为秘密的文件
  people list               目录中的所有人员
  people add --name 姓名 [--email 邮箱] [--role 角色]… [--password-stdin]
  people roles 人员 [--add 角色]… [--remove 角色]…
  tokens list 人员          某人的 API 令牌
  tokens create 人员 --name 名称 --scope 范围… [--expires 日期]
  tokens revoke 人员 ID

通用：
  --data 目录               内嵌数据库的数据目录（SERVANDA_DATA，默认 ./data）；DATABASE_URL 优先
  --lang en|zh-CN           输出语言
  --json                    以 JSON 输出结果（如有）
退出码：0 完成，1 被拒绝或失败，2 用法不正确。`,
    backup_exists: '{{file}} 已存在，请换一个文件名。',
    backup_rows: '{{rows}} 行',
    backup_done: '{{file}} 中有 {{rows}} 行（{{bytes}} 字节）。',
    restore_no_backup: '{{file}} 不是 Servanda 的备份。',
    restore_not_empty: '此数据库中已有记录，备份只能恢复到空数据库；请另指定目录（--data）或数据库。',
    restore_newer:
      '该备份由 {{version}} 版（迁移 {{migration}}）生成，当前版本不认识；请用该版本或更新的版本恢复。',
    restore_other_migration:
      '此处的迁移 {{migration}} 与备份时不同；请使用生成该备份的 Servanda 或其后续版本。',
    restore_table: '正在恢复 {{table}}',
    restore_transactions: '接续留痕的位置：事务 {{done}} / {{of}}',
    restore_verifying: '正在核对：{{events}} 个事件',
    restore_incomplete: '备份文件不完整，没有恢复任何内容。',
    restore_damaged: '备份已损坏（{{what}}），没有恢复任何内容。',
    restore_broken_off: '已中断，没有恢复任何内容；请再次运行同一命令。',
    restore_other_chain: '留痕链与备份所记不同：应为 {{head}}，实为 {{found}}。',
    restore_done: '已恢复 {{rows}} 行（截至 {{at}}）；留痕完好：{{events}} 个事件。',
    sample_same: '{{number}}：重新抽取结果相同；总体 {{count}} 项，哈希 {{hash}}。',
    sample_population: '总体已变化：当时 {{then}} 项，现在 {{now}} 项。',
    sample_different: '重新抽取后以下序号不同：{{positions}}。',
    sample_altered: '以下序号的内容与冻结时不一致：{{positions}}。',
    pack_failed: '证据包生成失败：{{why}}',
    pack_made: '{{file}}：{{records}} 条记录，{{bytes}} 字节。',
    pack_secret_one: '{{count}} 条记录标为秘密，未收入（加 --secret 可收入）。',
    pack_secret_other: '{{count}} 条记录标为秘密，未收入（加 --secret 可收入）。',
    pack_hash: '清单的 SHA-256：{{hash}}',
    unknown_command: '没有命令“{{command}}”。参见：servanda --help',
    wrong_use: '{{detail}} 参见：servanda --help',
    missing: '缺少{{what}}。参见：servanda --help',
    no_such_type: '没有 {{type}}；可选：{{types}}。',
    no_file: '无法读取文件 {{file}}（{{code}}）。',
    bad_json: '{{file}} 不是 JSON：{{detail}}',
    no_person: '没有人员 {{who}}；请写邮箱或编号，例如 PER-000001。',
    no_role: '没有角色 {{role}}；可选：{{roles}}。',
    bad_date: '{{text}} 不是日期，请写成 YYYY-MM-DD。',
    bad_filter: '筛选条件写成 键=值，例如 state=new,triaged；收到的是 {{text}}。',
    no_import: '没有导入 {{id}}。',
    staging: '正在读取 {{file}}：{{rows}} 行',
    continues: '此文件之前已开始导入，继续导入 {{id}}。',
    elsewhere: '另一个进程正在处理此导入，进度：',
    running: '{{total}} 行中已完成 {{done}} 行，每秒 {{rate}} 条记录',
    names: '正在创建尚不存在的人员、团队和类别',
    interrupted: '已中断。再次运行同一命令即可继续。',
    ended: '导入 {{id}}：{{state}}',
    counts: '新建 {{created}}，更改 {{updated}}，未变 {{unchanged}}，拒绝 {{rejected}} 行，事件 {{events}}',
    would: '将新建 {{created}}，更改 {{updated}}，保持不变 {{unchanged}}，拒绝 {{rejected}} 行',
    row: '第 {{row}} 行：{{reason}}',
    warning: '{{count}} 次：{{message}}（例如 {{sample}}）',
    plain_warning: '{{count}} 次：{{message}}',
    wrote_rejected: '被拒绝的行已写入 {{file}}。',
    exported: '已向 {{file}} 写入 {{bytes}} 字节。',
    verified:
      '留痕完好：{{events}} 条记录，{{batches}} 批，封存至 {{through}}；尚有 {{unsealed}} 条记录未封存。',
    head: '链尾散列 {{head}}',
    broken: '留痕已损坏。{{what}}',
    added: '{{number}} {{name}}',
    no_account: '没有给出密码，因此还不能登录。',
    token: '令牌只显示这一次：{{token}}',
    revoked: '已吊销。',
    not_revoked: '没有此令牌，或已被吊销。',
    failed: '失败：{{detail}}',
    state: {
      uploaded: '已上传',
      checked: '已检查',
      running: '进行中',
      stopped: '已停止',
      done: '已完成',
      failed: '失败',
    },
  },
} satisfies Same<typeof en>;
