import type { AllowedRelation, Attribute } from './class.fields.ts';
import type { RelationKind } from './relation.kinds.ts';

export type DefaultClass = {
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  readonly under?: string;
  readonly abstract?: true;
  readonly sameNames?: true;
  readonly also?: readonly string[];
  readonly attributes?: readonly Attribute[];
  readonly relations?: readonly AllowedRelation[];
};

const a = (
  key: string,
  kind: Attribute['kind'],
  en: string,
  zh: string,
  options?: readonly string[],
): Attribute => ({
  key,
  kind,
  label: { en, 'zh-CN': zh },
  ...(options ? { options: [...options] } : {}),
});
const to = (kind: RelationKind, ...classes: readonly string[]): AllowedRelation => ({
  kind,
  to: [...classes],
});

const ip = a('ip_address', 'text', 'IP address', 'IP 地址');
const version = a('version', 'text', 'Version', '版本');
const memory = a('memory_gb', 'number', 'Memory (GB)', '内存(GB)');
const cores = a('cpu_cores', 'integer', 'CPU cores', 'CPU 核数');
const system = a('operating_system', 'text', 'Operating system', '操作系统');
const environment = a('environment', 'choice', 'Environment', '环境', ['production', 'test', 'development']);

/** What every organisation can begin with (8.2.6); each changes it in the class editor. Those above come first. */
export const defaultClasses: readonly DefaultClass[] = [
  { key: 'service', en: 'Service', zh: '服务',
    relations: [to('depends_on', 'service', 'software', 'hardware', 'virtual', 'interface'), to('part_of', 'service'), to('used_by', 'service', 'party'),
      to('runs_on', 'hardware', 'virtual'), to('contracted_by', 'contract'), to('owned_by', 'party'), to('backed_up_by'), to('connects_to', 'service', 'interface')] },
  { key: 'location', en: 'Location', zh: '场所', abstract: true, attributes: [a('address', 'text', 'Address', '地址')],
    relations: [to('located_in', 'location'), to('part_of', 'location'), to('owned_by', 'party'), to('contracted_by', 'contract'), to('depends_on', 'hardware', 'service')] },
  { key: 'site', en: 'Site', zh: '站点', under: 'location', also: ['Data centre', 'Data center', '机房', '数据中心'] },
  { key: 'room', en: 'Room', zh: '房间', under: 'location' },
  { key: 'hardware', en: 'Hardware', zh: '硬件', abstract: true,
    attributes: [a('manufacturer', 'text', 'Manufacturer', '制造商'), a('model', 'text', 'Model', '型号'), a('role', 'text', 'Role', '用途')],
    relations: [to('located_in', 'location', 'rack'), to('part_of', 'hardware', 'virtual', 'service'), to('connects_to', 'hardware'), to('depends_on', 'hardware', 'software', 'service', 'virtual'),
      to('provides', 'service', 'software', 'virtual'), to('used_by', 'service', 'software', 'party'), to('backed_up_by', 'hardware', 'virtual', 'software', 'service'), to('owned_by', 'party'), to('contracted_by', 'contract')] },
  { key: 'rack', en: 'Rack', zh: '机柜', under: 'hardware', attributes: [a('height_units', 'integer', 'Height units', '高度(U)')] },
  { key: 'server', en: 'Server', zh: '服务器', under: 'hardware', also: ['Application Server', 'Database Server', 'Host', '主机'], attributes: [ip, system, cores, memory] },
  { key: 'network-device', en: 'Network device', zh: '网络设备', under: 'hardware',
    also: ['Router', 'Switch', 'Access Switch', 'Core Switch', 'Distribution Switch', 'ToR Switch', 'Firewall', 'Patch Panel', '交换机', '路由器', '防火墙'], attributes: [ip, a('ports', 'integer', 'Ports', '端口数')] },
  { key: 'storage', en: 'Storage', zh: '存储', under: 'hardware', attributes: [a('capacity_tb', 'number', 'Capacity (TB)', '容量(TB)')] },
  { key: 'power', en: 'Power and cooling', zh: '供电与制冷', under: 'hardware', also: ['PDU', 'UPS'], attributes: [a('rating_kw', 'number', 'Rating (kW)', '额定功率(kW)')] },
  { key: 'end-user-device', en: 'End-user device', zh: '终端设备', under: 'hardware', also: ['Laptop', 'Desktop', 'Workstation', 'Printer', 'Phone', '电脑', '打印机'], attributes: [system] },
  { key: 'virtual', en: 'Virtual and cloud', zh: '虚拟与云资源', abstract: true, attributes: [environment],
    relations: [to('runs_on', 'hardware', 'virtual'), to('part_of', 'virtual', 'service'), to('depends_on', 'virtual', 'hardware', 'software', 'service'), to('connects_to', 'virtual', 'hardware', 'software'), to('located_in', 'location'),
      to('provides', 'service', 'software'), to('used_by', 'service', 'software', 'party'), to('backed_up_by', 'hardware', 'virtual', 'software', 'service'), to('owned_by', 'party'), to('contracted_by', 'contract')] },
  { key: 'cluster', en: 'Cluster', zh: '集群', under: 'virtual', attributes: [a('platform', 'text', 'Platform', '平台')] },
  { key: 'virtual-machine', en: 'Virtual machine', zh: '虚拟机', under: 'virtual', also: ['VM'], attributes: [ip, system, cores, memory] },
  { key: 'container', en: 'Container', zh: '容器', under: 'virtual', attributes: [a('image', 'text', 'Image', '镜像')] },
  { key: 'cloud-resource', en: 'Cloud resource', zh: '云资源', under: 'virtual',
    attributes: [a('provider', 'text', 'Provider', '云服务商'), a('account', 'text', 'Account', '账号'), a('region', 'text', 'Region', '区域'), a('resource_id', 'text', 'Resource id', '资源标识')] },
  { key: 'software', en: 'Software', zh: '软件', abstract: true, attributes: [version, a('vendor', 'text', 'Vendor', '厂商')],
    relations: [to('runs_on', 'hardware', 'virtual'), to('depends_on', 'software', 'virtual', 'hardware', 'service'), to('part_of', 'software', 'service'), to('connects_to', 'software', 'virtual'),
      to('provides', 'service', 'software'), to('used_by', 'service', 'software', 'party'), to('backed_up_by', 'software', 'virtual', 'hardware', 'service'), to('owned_by', 'party'), to('contracted_by', 'contract')] },
  { key: 'application', en: 'Application', zh: '应用', under: 'software', also: ['App', '系统'], attributes: [environment, a('url', 'text', 'Address', '访问地址')] },
  { key: 'database', en: 'Database', zh: '数据库', under: 'software', attributes: [environment, a('engine', 'text', 'Engine', '数据库类型')] },
  { key: 'software-package', en: 'Software package', zh: '软件包', under: 'software', also: ['Package', 'Library'],
    attributes: [a('section', 'text', 'Section', '分类'), a('installed_size_kb', 'integer', 'Installed size (KB)', '安装大小(KB)')] },
  { key: 'saas', en: 'Software as a service', zh: 'SaaS 应用', under: 'software', attributes: [a('url', 'text', 'Address', '访问地址'), a('tenant', 'text', 'Tenant', '租户')] },
  { key: 'interface', en: 'Interface', zh: '接口', under: 'software',
    attributes: [a('protocol', 'text', 'Protocol', '协议'), a('other_side_owner', 'text', 'Owner on the other side', '对方负责人'), a('sync_lag_minutes', 'number', 'Permitted lag (minutes)', '允许延迟(分钟)')] },
  { key: 'network-rule', en: 'Network rule', zh: '网络规则', under: 'software', sameNames: true,
    attributes: [a('source', 'text', 'Source', '来源'), a('destination', 'text', 'Destination', '目标'), a('ports', 'text', 'Ports', '端口'), a('decision', 'choice', 'Decision', '动作', ['allow', 'deny'])] },
  { key: 'certificate', en: 'Certificate', zh: '证书', under: 'software', attributes: [a('expires', 'date', 'Expires', '到期日'), a('issuer', 'text', 'Issuer', '签发机构')] },
  { key: 'contract', en: 'Contract', zh: '合同', attributes: [a('reference', 'text', 'Reference', '合同编号'), a('ends', 'date', 'Ends', '到期日')], relations: [to('owned_by', 'party')] },
  { key: 'party', en: 'Party', zh: '相关方', also: ['Supplier', 'Department', '供应商', '部门'], relations: [to('part_of', 'party'), to('located_in', 'location')] },
  { key: 'document', en: 'Document', zh: '文档', attributes: [version, a('url', 'text', 'Address', '访问地址')], relations: [to('part_of'), to('used_by'), to('owned_by', 'party')] },
]; // prettier-ignore
