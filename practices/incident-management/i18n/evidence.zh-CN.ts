import type { Same } from '../../../platform/i18n/words.ts';
import type en from './evidence.en.ts';

const zh: Same<typeof en> = {
  incident: {
    demand: {
      recorded: '每个事件都记明渠道，以及由谁或由哪个监控事件报告',
      classified: '已解决的事件都有服务和分类',
      prioritised: '优先级由影响和紧急程度按矩阵得出，或经确认后另定',
      override_reasoned: '另定的优先级写明理由',
      escalated: '未达解决承诺的事件已按职能或层级升级',
      owned: '未结事件在承诺的响应时限内已确定唯一负责人',
      solution: '已解决的事件写明做了什么、如何结束、由谁解决',
      pause_reasoned: '每次因等待客户或按约定的暂停都有理由',
      closure: '已关闭的事件经过确认，或在告知请求人之后才关闭',
      actions_recorded: '从报告到解决之间记录了所采取的措施',
      updated_in_time: '按承诺的频次通报进展',
    },
    lack: {
      recorded: '没有渠道，也没有报告人或来源事件',
      classified: '已解决但缺少服务或分类',
      prioritised: '缺少影响或紧急程度，或优先级与矩阵不符',
      override_reasoned: '另定优先级但没有理由',
      escalated: '承诺已违反，却无人被升级通知',
      owned: '已超过响应时限，仍无人负责',
      solution: '已解决但缺少解决措施、代码或解决人',
      pause_reasoned: '时钟暂停但没有理由',
      closure: '关闭时没有代码，或未征询请求人即关闭',
      actions_recorded: '报告与解决之间没有任何记录',
      updated_in_time: '有一次进展通报迟到',
    },
  },
  major: {
    demand: {
      criteria_set: '已规定重大事件的判定准则（第 {{version}} 版）',
      procedure: '重大事件管理程序已生效（文件编号 …-08-MI）',
      procedure_followed: '重大事件有经理和会商渠道，关闭时有原因和评审',
      management_informed: '每个重大事件都及时通报最高管理者',
      managed: '每个重大事件都有经理，且不是其技术负责人',
      reviewed: '每个重大事件恢复后都按时评审',
    },
    lack: {
      criteria_set: '没有规定判定准则',
      procedure: '没有生效的此类文件',
      procedure_followed: '缺少程序中的某一步',
      management_informed: '未通报最高管理者，或通报过晚',
      managed: '无人管理，或由其技术负责人自己管理',
      reviewed: '未评审，或评审过晚',
    },
  },
};
export default zh;
