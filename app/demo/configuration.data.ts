/** What an item is: software in containers, software or stores on virtual machines, a machine, something bought as a service. */
type Kind = 'container' | 'database' | 'queue' | 'machine' | 'interface' | 'saas' | 'cloud';

export type Group = {
  readonly key: string;
  readonly kind: Kind;
  readonly class: string;
  /** `oms-core-01`, `oms-core-02` …; none: the item is called by its key. */
  readonly nodes: number;
  readonly service: string;
  readonly title: string;
  /** Keys of other groups that it needs. */
  readonly needs: readonly string[];
  readonly place: string;
};

const software =
  (kind: Kind, cls: string) =>
  (service: string, rows: readonly (readonly [string, number, string, string])[]) =>
    rows.map(([key, nodes, title, needs]): Group => ({
      key,
      kind,
      class: cls,
      nodes,
      service,
      title,
      needs: needs === '' ? [] : needs.split(' '),
      place: 'yunlu-east',
    }));
const containers = software('container', 'application');
const databases = software('database', 'database');
const queues = software('queue', 'application');
const machines = (
  cls: string,
  service: string,
  rows: readonly (readonly [string, number, string, string])[],
) =>
  rows.map(([key, nodes, title, place]): Group => ({
    key,
    kind: 'machine',
    class: cls,
    nodes,
    service,
    title,
    needs: [],
    place,
  }));
const bought = (kind: Kind, cls: string, service: string, rows: readonly (readonly [string, string])[]) =>
  rows.map(([key, title]): Group => ({ key, kind, class: cls, nodes: 0, service, title, needs: [], place: '' })); // prettier-ignore

/** The items that incidents name, and what stands behind them. */
export const groups: readonly Group[] = [
  ...containers('order', [
    ['oms-core', 3, '订单核心 Order core', 'db-oms-1 cache-1 oms-queue-1 pay-gw'], ['oms-split', 2, '拆单 Order splitting', 'db-oms-1 oms-queue-2'],
    ['oms-refund', 2, '退款 Refunds', 'db-oms-1 pay-gw'], ['oms-aftersales', 2, '售后 After-sales', 'db-oms-1 oms-refund'],
  ]),
  ...queues('order', [['oms-queue-1', 2, '订单队列一 Order queue 1', 'mq-1'], ['oms-queue-2', 2, '订单队列二 Order queue 2', 'mq-1']]),
  ...containers('payment', [
    ['pay-gw', 3, '支付网关 Payment gateway', 'db-pay-1 cache-1 pay-alipay pay-unionpay pay-cards'], ['pay-alipay', 2, '钱包通道 Wallet channel', ''],
    ['pay-unionpay', 2, '银联通道 UnionPay channel', ''], ['pay-cards', 2, '境外卡通道 Foreign cards', ''],
    ['pay-recon', 1, '对账 Reconciliation', 'db-pay-1'], ['pay-settle', 1, '结算 Settlement', 'db-pay-1'],
  ]),
  ...databases('payment', [['db-pay-1', 2, '支付数据库 Payment database', '']]),
  ...databases('catalogue', [['search-index', 3, '搜索索引 Search index', ''], ['stock-cache', 2, '库存缓存 Stock cache', 'mq-1']]),
  ...containers('catalogue', [['price-engine', 2, '价格引擎 Price engine', 'db-oms-1 stock-cache']]),
  ...containers('storefront', [
    ['web-shop', 3, '网站店铺 Web shop', 'oms-core search-index price-engine cdn-images'], ['mini-app', 2, '小程序 Mini app', 'oms-core search-index'],
    ['campaign-pages', 2, '活动页 Campaign pages', 'cdn-images price-engine'],
  ]),
  ...bought('cloud', 'cloud-resource', 'storefront', [['cdn-images', '图片加速 Picture CDN']]),
  ...containers('merchant', [
    ['merchant-web', 2, '商家后台 Merchant portal', 'merchant-api sso'], ['merchant-api', 2, '商家接口 Merchant API', 'oms-core db-oms-1'],
    ['export-service', 1, '导出服务 Export', 'db-oms-1'],
  ]),
  ...containers('warehouse', [
    ['wms-wave', 2, '波次 Waves', 'db-wms-1 mq-1 oms-core'], ['wms-pda', 2, '手持终端接口 Handhelds', 'db-wms-1'], ['wms-stock', 2, '库存 Stock', 'db-wms-1 stock-cache'],
  ]),
  ...machines('server', 'warehouse', [
    ['sorter-cd-1', 0, '成都分拣机一 Chengdu sorter 1', 'cd'], ['sorter-cd-2', 0, '成都分拣机二 Chengdu sorter 2', 'cd'],
    ['sorter-sh-1', 0, '青浦分拣机 Qingpu sorter', 'qp'], ['scale-sh-3', 0, '青浦动态秤 Qingpu scale 3', 'qp'],
  ]),
  ...containers('carrier', [
    ['label-api', 2, '面单取号 Label numbers', 'if-chiyuan db-wms-1'], ['track-api', 2, '轨迹 Tracking', 'if-chiyuan'], ['freight-calc', 1, '运费 Freight charges', 'db-wms-1'],
  ]),
  ...bought('interface', 'interface', 'carrier', [['if-chiyuan', '驰远快运接口 Chiyuan interface'], ['if-shunda', '顺达速递接口 Shunda interface']]),
  ...machines('server', 'hotline', [['pbx-cd', 2, '成都交换机 Chengdu PBX', 'cd']]),
  ...bought('interface', 'interface', 'hotline', [['sip-trunk-1', 'Voxline 中继一 Trunk 1'], ['sip-trunk-2', 'Voxline 中继二 Trunk 2']]),
  ...containers('hotline', [
    ['ivr', 2, '语音导航 Voice menu', 'pbx-cd'], ['agent-desktop', 2, '坐席工作台 Agent desktop', 'oms-core sso pbx-cd'], ['recording', 1, '录音 Recording', 'pbx-cd'],
    ['chat-web', 2, '在线客服 Web chat', 'oms-core'],
  ]),
  ...machines('end-user-device', 'workplace', [
    ['prn-sh-08', 0, '上海 8 楼打印机 Printer Shanghai 8', 'sh'], ['prn-sh-12', 0, '上海 12 楼打印机 Printer Shanghai 12', 'sh'],
    ['prn-cd-02', 0, '成都 2 楼打印机 Printer Chengdu 2', 'cd'], ['prn-sg-01', 0, '新加坡打印机 Printer Singapore', 'sg'], ['label-prn-cd', 3, '成都面单打印机 Label printers Chengdu', 'cd'],
  ]),
  ...bought('saas', 'saas', 'workplace', [['mail', '企业邮箱 Company mail'], ['meeting-rooms', '会议室系统 Meeting rooms'], ['office-suite', '办公套件 Office suite']]),
  ...containers('identity', [['sso', 2, '统一登录 Single sign-on', 'directory cache-1'], ['mfa', 1, '多因素验证 Second factor', 'directory']]),
  ...databases('identity', [['directory', 2, '目录 Directory', '']]),
  ...machines('network-device', 'network', [
    ['sw-cd-core', 2, '成都核心交换机 Chengdu core switch', 'cd'], ['sw-sh-12', 0, '上海 12 楼交换机 Shanghai switch 12', 'sh'], ['sw-qp-core', 2, '青浦核心交换机 Qingpu core switch', 'qp'],
    ['wifi-sg', 0, '新加坡无线 Singapore Wi-Fi', 'sg'], ['vpn-gw', 2, 'VPN 网关 VPN gateway', 'sh'], ['wan-cd', 0, '成都专线路由 Chengdu WAN router', 'cd'], ['fw-sh', 2, '上海防火墙 Shanghai firewall', 'sh'],
  ]),
  ...databases('network', [['db-oms-1', 2, '订单数据库 Order database', ''], ['db-wms-1', 2, '仓储数据库 Warehouse database', ''], ['cache-1', 2, '缓存 Cache', '']]),
  ...queues('network', [['mq-1', 3, '消息平台 Message broker', ''], ['backup-1', 0, '备份 Backup', '']]),
  ...containers('data', [['dw-etl', 1, '数据加工 Data loading', 'db-dw-1 db-oms-1 db-wms-1'], ['bi-portal', 1, '看板 Dashboards', 'db-dw-1 sso']]),
  ...databases('data', [['db-dw-1', 2, '数据仓库 Data warehouse', '']]),
]; // prettier-ignore

export const sites = [
  { key: 'sh', title: '上海灯港大厦 Shanghai, Lantern Harbour Tower', room: '上海 15 楼机房 Server room, floor 15', racks: 2 },
  { key: 'cd', title: '成都分公司 Chengdu branch', room: '成都设备间 Chengdu equipment room', racks: 2 },
  { key: 'qp', title: '上海青浦仓 Qingpu warehouse', room: '青浦设备间 Qingpu equipment room', racks: 1 },
  { key: 'sg', title: '新加坡分公司 Singapore branch', room: 'Singapore L3 equipment room', racks: 1 },
] as const; // prettier-ignore

/** Machines of the container cluster, in the cloud. */
export const clusterNodes = 6;
export const certificates = [
  ['*.lanternharbour.example', 'web-shop', 290],
  ['pay.lanternharbour.example', 'pay-gw', 24],
  ['merchant.lanternharbour.example', 'merchant-web', 130],
  ['vpn.lanternharbour.example', 'sso', 61],
] as const;

const nodes = new Map(groups.map(({ key, nodes: n }) => [key, n]));
/** The item of a system that something happened to: one of its machines, or itself where it has none. */
export function itemOf(key: string, nth: number): string {
  const n = nodes.get(key);
  if (n === undefined) return `${key}-${String(nth).padStart(2, '0')}`;
  return n === 0 ? key : `${key}-0${(nth % n) + 1}`;
}
