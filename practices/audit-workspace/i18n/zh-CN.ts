import type { Same } from '../../../platform/i18n/words.ts';
import type en from './en.ts';

export default {
  audit_engagement: {
    name: '审核',
    plural: '审核',
    create: '策划审核',
    field: {
      title: '标题',
      kind: '类型',
      body: '审核方',
      purpose: '目的',
      auditorIds: '审核员',
      clauses: '条款',
      processes: '过程',
      unitIds: '组织单位',
      periodFrom: '审核期间自',
      periodTo: '审核期间至',
      accessFrom: '访问自',
      accessTo: '访问至',
      holderIds: '授予的角色',
      interviews: '已提问题',
      openedAt: '开放时间',
      endedAt: '结束时间',
      question: '问题',
      reason: '原因',
    },
    option: {
      kind: { internal: '内部审核', external: '外部审核', consultant: '咨询顾问' },
      result: { conform: '符合', finding: '不符合发现', observation: '观察项' },
    },
    state: { planned: '已策划', open: '进行中', ended: '已结束', withdrawn: '已撤回' },
    action: {
      open: '开放',
      extend: '延长访问期限',
      end: '结束',
      withdraw: '撤回',
      note_interview: '记录回答',
      shown: '查看了记录',
    },
    nobody: '请至少指定一名审核员。',
    too_long: '访问期限为 {{days}} 天；最长为 {{most}} 天，需要时可再延长。',
    for_oneself: '任何人不得为自己开放审核，须由他人开放。',
    over: '访问的最后一天（{{to}}）已过，请填写更晚的日期。',
    holds_roles: '外部人员在审核期间不得持有其他角色。{{names}} 持有：{{roles}}。请结束这些角色或指定他人。',
    not_named: '只有本次审核的审核员可在审核进行期间执行此操作。',
    no_such_requirement: '标准中没有要求 {{requirement}}。',
  },
  audit_workspace: {
    consultant_judges: '顾问可记录所见所闻；是否符合由审核员判定。',
  },
  audit_sample: {
    name: '样本',
    plural: '样本',
    create: '抽取样本',
    field: {
      title: '标题',
      ownerId: '抽样人',
      engagementId: '审核',
      auditorIds: '审核员',
      recordType: '记录类型',
      filters: '筛选条件',
      periodFrom: '创建自',
      periodTo: '创建至',
      stratify: '分层依据',
      zone: '时区',
      n: '数量',
      seed: '随机种子',
      seedMade: '种子由软件生成',
      requirement: '要求',
      algorithm: '抽样规则',
      unitIds: '组织单位',
      populationCount: '总体数量',
      populationHash: '总体哈希',
      sampleHash: '样本哈希',
      strata: '分层',
      items: '抽中的记录',
      conclusion: '结论',
      item: '条目',
    },
    state: { drawn: '已抽取', concluded: '已下结论' },
    action: { note: '记录结果', conclude: '下结论' },
    measure: { conforming: '无不符合发现的样本' },
    formula: { conforming: '无不符合发现的已下结论样本 / 已下结论的样本' },
    outside_audit: '{{type}} 不在本次审核范围内，请选择范围内条款和过程的记录类型。',
    no_such_type: '审核员看不到类型为 {{type}} 的记录。',
    fleeting_filter: '筛选条件 {{filter}} 的结果随时间或人员而变化，由此抽取的样本无法重现。',
    empty_population: '没有符合条件的记录：该期间内按这些筛选条件无记录可抽。',
    more_than_there_are: '无法抽取 {{n}} 项：总体只有 {{count}} 项。',
    fewer_than_strata: '{{n}} 项过少：共有 {{strata}} 层，每层至少抽取一项。',
    no_such_item: '样本的条目编号为 1 至 {{n}}。',
    note_needed: '请写明发现内容：不符合发现或观察项须有文字说明。',
    undecided_one: '还有 {{count}} 项没有结果。',
    undecided_other: '还有 {{count}} 项没有结果。',
  },
  evidence_pack: {
    name: '证据包',
    plural: '证据包',
    create: '生成证据包',
    field: {
      title: '标题',
      ownerId: '生成给',
      scope: '范围',
      clause: '条款',
      process: '过程',
      periodFrom: '自',
      periodTo: '至',
      language: '语言',
      stage: '阶段',
      progress: '进度（%）',
      records: '记录数',
      events: '留痕事件数',
      files: '文件数',
      bytes: '大小（字节）',
      manifestHash: '清单的 SHA-256',
      archiveHash: '压缩包的 SHA-256',
      chainHead: '链头',
      withSecret: '包含标为秘密的文件',
      leftOut: '未收入的秘密文件',
      ownPapers: '单独成册的记录',
      books: '记录合订本（PDF）',
      restarts: '继续次数',
      unsealed: '尚未封存的事件',
      startedAt: '开始时间',
      finishedAt: '完成时间',
      tookMs: '用时（毫秒）',
      fault: '出错原因',
    },
    option: {
      scope: { clause: '某一条款', process: '某一过程', period: '某一期间', everything: '全部' },
      language: { en: '英文', 'zh-CN': '中文' },
      stage: {
        sealing: '封存留痕',
        requirements: '核对要求',
        documents: '收集文件',
        records: '收集记录',
        trail: '收集留痕',
        chain: '加入链',
        ending: '写入清单',
      },
    },
    state: { queued: '等待中', running: '生成中', ready: '已就绪', failed: '失败', removed: '已移除' },
    action: {
      begin: '开始',
      advance: '继续',
      finish: '完成',
      fail: '失败',
      make_again: '重新生成',
      remove: '移除压缩包',
    },
    status: { met: '满足', partly: '部分满足', missing: '缺失', none: '未发生', failed: '无法评价' },
    way: { live: '由记录回答', attested: '由人员证明', not_built: '尚无实践回答' },
    no_such_clause: '标准中没有条款 {{clause}}。',
    no_such_process: '标准中没有过程 {{process}}。',
    not_ready: '{{number}} 尚未就绪。',
    too_large: '证据包中单个文件将超过 4 GB，或文件过多（{{file}}）。请缩短期间或只选一个条款。',
    attachments: '附件',
    yes: '是',
    no: '否',
    own_papers: '单独成册的记录（含历史）',
    paper: {
      footer: '{{pack}} · 数据截至 {{at}}，时间为 UTC',
      cut: '……（完整内容见 JSON）',
      promises: '时限承诺',
      promise: '承诺',
      target: '目标（小时）',
      used: '已用（小时）',
      due: '到期',
      broken: '违约',
      comments: '评论',
      at: '时间',
      who: '人员',
      said: '内容',
      links: '关联',
      how: '关系',
      to: '记录',
      files: '附件',
      file: '文件',
      size: '字节',
      hash: 'SHA-256',
      history: '历史',
      did: '操作',
      changed: '变更内容',
    },
    left_out_one: '{{count}} 份文件标为秘密，未收入本包。',
    left_out_other: '{{count}} 份文件标为秘密，未收入本包。',
    no_conformity: '记录所显示的存在性、及时性与一致性。仅供审核员判断，不构成符合性声明。',
    requirements: '要求',
    trail: '留痕',
    verify: '核对此证据包',
    read_me: `证据包

内容
  index.html            从这里开始
  requirements.html     各项要求及其在该期间的回答（requirements.json 为相同内容的数据）
  figures.json          指标及其依据的数字
  documents/            现行有效文件，各语言版本（PDF 与 Markdown）
  records/              记录：阅读用（HTML）、打印用（PDF，每册 {{many}} 条）、表格（CSV）、完整数据（JSON 行，含评论、关联及附件哈希）；
                        被抽样或被回答指名的记录另有单独的 PDF（含历史），至多 {{most}} 份
  attachments/          这些记录的附件，相同内容只收一份（attachments.csv 列明归属）
  trail/                这些记录的事件；每一行就是链中 SHA-256 所对应的原文
  chain/batches.jsonl   封存的链：自覆盖本包事件的第一个批次起，至链头
  samples/              样本：定义、结果、冻结内容及其总体
  manifest.json         每个文件的 SHA-256 与大小；各部分按生成顺序列出，并注明其数据所属的时刻

如何核对（无需 Servanda，无需网络）
  在浏览器中打开 verify.html 并拖入 ZIP，或运行：node verify.mjs PACK.zip（Node 20 及以上）
  它会指出每个被更改、缺失或多出的文件，核对链，并重新抽取样本。
  能更改证据包的人也能更改核对程序：请将清单哈希与 Servanda 中该证据包显示的值比较。

链的构成
  trail/ 中每一行的 SHA-256 即该事件的摘要。批次哈希是对以下内容的 SHA-256：前一批次哈希（32 字节）、各摘要（各 32 字节），以及文本
  batch:seqs（以逗号分隔）:lastTxid:lastSeq:sealedAt。每个批次的 previous 即前一批次的哈希。

样本如何抽取
  1. population.txt 按升序列出 id 及其所属层。对各 id（每个后接换行符）计算 SHA-256，即 populationHash。
  2. 各层按键升序排列；sample.json 说明每层抽取多少。
  3. 每层以 SHA-256(种子 + 换行符 + 键) 的前 16 字节（四个大端字）启动 xoshiro128**。
  4. 抽满即止的 Fisher-Yates 洗牌：元素 i 与元素 i + r 交换，r 为下一个小于 2^32 内 (长度 - i) 最大倍数的输出，对 (长度 - i) 取模。`,
  },
  notice: {
    audit_engagement: {
      opened: {
        name: '审核已向您开放',
        title: '您已获得审核访问权限：{{title}}',
        body: '在 {{number}}“{{title}}”进行期间，您可以查看与其相关的全部内容。您的查看会被记录。',
      },
    },
    evidence_pack: {
      ready: {
        name: '证据包已就绪',
        title: '已就绪：{{title}}',
        body: '{{number}} 含 {{records}} 条记录。请将其清单哈希与页面上的值核对。',
      },
    },
  },
} satisfies Same<typeof en>;
