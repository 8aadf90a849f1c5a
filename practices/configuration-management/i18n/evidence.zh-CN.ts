import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  ci_class: {
    demand: {
      defined: '已定义配置项类别',
    },
    lack: {
      defined: '尚未定义',
    },
  },
  ci: {
    demand: {
      service_known: '每个在用服务都与其所依赖的对象建立关系',
      critical_complete: '高重要度配置项填齐其类别要求的属性',
      identified: '在用配置项有类别和唯一名称',
      related: '在用配置项至少与一个其他对象有关系',
      editors_hold_role: '有人在有效期内持有可修改配置信息的角色',
      changed_by_change: '在用配置项只经变更修改',
      updated_after_change: '变更完成后两天内更新配置项',
      used_by_change: '变更指明所涉及的配置项',
      used_by_incident: '事件指明所涉及的配置项',
    },
    lack: {
      service_known: '没有任何关系',
      critical_complete: '缺少必填属性',
      identified: '没有类别或名称不明',
      related: '没有任何关系',
      editors_hold_role: '任期已过',
      changed_by_change: '未经变更即被修改',
      updated_after_change: '尚未更新',
      used_by_change: '没有变更指明',
      used_by_incident: '没有事件指明',
    },
  },
  verification: {
    demand: {
      done: '{{interval}} 内对照实物核查过配置项',
    },
    lack: {
      done: '期内未核查',
    },
  },
  difference: {
    demand: {
      settled: '核查发现的差异在 30 天内处理',
    },
    lack: {
      settled: '尚未处理',
    },
  },
};
export default zh;
