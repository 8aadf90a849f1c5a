import { words } from '../../kernel/search/words.ts';

/**
 * Texts for the benchmark volume: sentences whose words follow Zipf's law, as people's do: a few occur everywhere, most
 * hardly ever. The head of each list is what service desks write about; the tail is made of syllables, like the names
 * of hosts, products and people that fill a real log.
 */
export type Text = { readonly n: number; readonly text: string; readonly words: string };
export type Texts = {
  readonly titles: readonly Text[];
  readonly bodies: readonly Text[];
  readonly english: Sizes;
  readonly chinese: Sizes;
};
/** Where a language's texts begin in each list, and how many they are. */
type Sizes = {
  readonly titleFrom: number;
  readonly titles: number;
  readonly bodyFrom: number;
  readonly bodies: number;
};

const english = `network user error server email printer password login access slow laptop file application system update
  report database account connection vpn remote drive screen message customer order invoice office outlook teams phone
  wifi browser page service timeout certificate expired backup disk full memory restart crash blue monitor keyboard mouse
  docking station license folder share permission denied mailbox calendar meeting room projector camera headset audio
  sync cloud storage quota exceeded payment terminal scanner label warehouse stock portal token reset locked profile
  desktop citrix session frozen export import batch job failed night queue stuck interface gateway proxy firewall port
  blocked switch router link down latency packet loss data centre power outage battery alarm temperature sensor virus
  phishing attachment spam suspicious encryption key patch reboot driver version upgrade install software request new
  employee transfer branch floor building reception badge door reader payroll salary booking travel expense approval
  workflow signature document template font layout margin colour tray paper jam toner replacement device mobile tablet
  sim roaming contract number extension voicemail conference bridge recording archive retention search index missing
  duplicate wrong value field mandatory mask currency rounding tax month closing balance ledger posting interface`;

const chinese = `网络 用户 系统 无法 登录 密码 打印机 邮件 服务器 错误 访问 连接 缓慢 电脑 文件 应用 更新 报表 数据库 账号 远程
  磁盘 屏幕 消息 客户 订单 发票 办公室 电话 无线 浏览器 页面 服务 超时 证书 过期 备份 内存 重启 崩溃 显示器 键盘 鼠标 许可
  文件夹 共享 权限 拒绝 邮箱 日历 会议室 投影仪 摄像头 耳机 声音 同步 存储 支付 终端 扫描仪 标签 仓库 库存 门户 令牌 重置
  锁定 配置 桌面 会话 导出 导入 任务 失败 队列 接口 网关 代理 防火墙 端口 阻断 交换机 路由器 中断 延迟 丢包 机房 电源 停电
  电池 告警 温度 传感器 病毒 钓鱼 附件 垃圾 可疑 加密 补丁 驱动 版本 升级 安装 软件 申请 员工 分公司 楼层 前台 门禁 工资
  出差 报销 审批 流程 签名 文档 模板 字体 纸张 碳粉 更换 设备 手机 平板 漫游 合同 号码 语音 会议 录音 归档 检索 缺失 重复
  字段 必填 币种 税率 月结 余额 过账`;

export const frequent = { english: 'network', chinese: '网络' } as const;
/** Stands in five of the oldest incidents and nowhere else. */
export const rare = { english: 'quetzalcoatl', chinese: '饕餮' } as const;
/** Of middling frequency: too many to list quickly, too few to be found among the newest. */
export const middling = { english: 'mandatory', chinese: '必填' } as const;

const split = (text: string) => text.split(/\s+/).filter(Boolean);

export function makeTexts(): Texts {
  const random = seeded(20_000_1);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const syllables = split(
    'ba ce di fo gu ka le mi no pu ra se ti vo xa lo mer tan vek sol dor nim par quil zen',
  );
  const characters = Array.from(
    '天地人和山水风云明华安宁平正大中小文成通利达海江河林森金银铜新兴光信德义礼智美佳丽康健乐春夏秋冬东西南北',
  );
  const englishWords = [
    ...new Set([
      ...split(english),
      ...Array.from({ length: 2500 }, () => pick(syllables) + pick(syllables) + pick(syllables)),
    ]),
  ];
  const chineseWords = [
    ...new Set([
      ...split(chinese),
      ...Array.from({ length: 1500 }, () => pick(characters) + pick(characters)),
    ]),
  ];
  const sentences = (
    of: readonly string[],
    join: string,
    from: number,
    count: number,
    least: number,
    most: number,
  ) => {
    const draw = zipf(of, random);
    return Array.from({ length: count }, (_, i) => {
      const length = least + Math.floor(random() * (most - least + 1));
      const text = Array.from({ length }, draw).join(join);
      return { n: from + i, text, words: words(text) };
    });
  };
  const sizes = {
    english: { titleFrom: 0, titles: 4000, bodyFrom: 0, bodies: 8000 },
    chinese: { titleFrom: 4000, titles: 2000, bodyFrom: 8000, bodies: 4000 },
  };
  return {
    ...sizes,
    titles: [
      ...sentences(englishWords, ' ', 0, 4000, 4, 8),
      ...sentences(chineseWords, '', 4000, 2000, 4, 8),
    ],
    bodies: [
      ...sentences(englishWords, ' ', 0, 8000, 9, 16),
      ...sentences(chineseWords, '', 8000, 4000, 9, 16),
    ],
  };
}

/** Draws a word with a probability of one over its rank. */
function zipf(of: readonly string[], random: () => number): () => string {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= of.length; rank += 1) sums.push((sum += 1 / rank));
  return () => {
    const at = random() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return of[low] ?? '';
  };
}

/** The same numbers in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
