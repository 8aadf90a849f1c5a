/** What is not IT: administration and travel use the same paths. */
import { ask, both, option, reason, task, type Shipped } from './kit.ts';

const office: Shipped = {
  title: both('Meeting room, catering or office supplies', '会议室、餐饮或办公用品'),
  description: both(
    'Administration prepares rooms, food and material.',
    '由行政部门准备会议室、餐饮和用品。',
  ),
  category: 'facilities',
  icon: 'armchair',
  instruction: both(
    '1. Book the room in the calendar, with 15 minutes before and after.\n2. Order catering two working days ahead; ask about diets.\n3. Hand out supplies against the stock list.',
    '1. 在日历中预订会议室，前后各预留 15 分钟。\n2. 餐饮提前两个工作日预订，并询问饮食禁忌。\n3. 用品按库存清单领用登记。',
  ),
  questions: [
    ask('what', 'choices', both('What do you need?', '需要什么？'), {
      options: [
        option('room', 'Meeting room', '会议室'),
        option('catering', 'Catering', '餐饮'),
        option('supplies', 'Office supplies', '办公用品'),
      ],
    }),
    ask('on_day', 'date', both('On which day?', '日期'), {
      min: 0,
      max: 180,
      when: { question: 'what', in: ['room', 'catering'] },
    }),
    ask('hours', 'text', both('From when to when?', '起止时间'), {
      when: { question: 'what', in: ['room', 'catering'] },
      maxLength: 40,
    }),
    ask('people', 'number', both('How many people?', '人数'), {
      min: 1,
      max: 500,
      when: { question: 'what', in: ['room', 'catering'] },
    }),
    ask('diet', 'long', both('Food and diets', '餐饮要求与禁忌'), {
      required: false,
      maxLength: 500,
      when: { question: 'what', in: ['catering'] },
    }),
    ask('supplies', 'long', both('Which supplies, how many?', '用品名称与数量'), {
      maxLength: 1000,
      when: { question: 'what', in: ['supplies'] },
    }),
    ask('place', 'text', both('Where?', '地点'), { initial: 'requester.location', maxLength: 120 }),
  ],
  tasks: [
    task('prepare', 'Book and order', '预订与采购', { targetHours: 8 }),
    task('ready', 'Have it ready in time', '按时准备到位', { after: ['prepare'], targetHours: 8 }),
  ],
  targetHours: 16,
};

const travel: Shipped = {
  title: both('Business travel', '商务出差'),
  description: both('Trip with tickets and hotel, approved by your manager.', '差旅审批及票务、酒店预订。'),
  category: 'travel',
  icon: 'plane',
  instruction: both(
    '1. Book only after the approval, within the travel policy.\n2. Cheapest reasonable connection; hotel within the city’s limit.\n3. Send the itinerary to the traveller and the invoices to finance.',
    '1. 审批通过后方可预订，遵守差旅制度。\n2. 选择合理的最低价行程，酒店不超过城市限额。\n3. 行程单发给出差人，发票交财务。',
  ),
  questions: [
    ask('city', 'text', both('Where to?', '目的地'), { maxLength: 120 }),
    ask('leaves', 'date', both('Leaves on', '出发日期'), { min: 0, max: 365 }),
    ask('returns', 'date', both('Returns on', '返回日期'), { min: 0, max: 400 }),
    ask('by', 'choice', both('How?', '交通方式'), {
      options: [
        option('train', 'Train', '火车'),
        option('plane', 'Plane', '飞机'),
        option('car', 'Car', '汽车'),
      ],
    }),
    ask('why_plane', 'text', both('Why not by train?', '选择飞机的原因'), {
      when: { question: 'by', in: ['plane'] },
      maxLength: 200,
    }),
    ask('hotel', 'yes_no', both('Is a hotel needed?', '是否需要酒店？')),
    ask('cost', 'number', both('Expected cost in yuan', '预计费用（元）'), { min: 0, max: 1_000_000 }),
    reason,
  ],
  approvalSteps: [{ by: 'manager' }, { by: 'role', role: 'top-management', aboveCents: 1_000_000 }],
  costQuestion: 'cost',
  tasks: [
    task('tickets', 'Book tickets', '预订车票或机票', { targetHours: 8 }),
    task('hotel', 'Book the hotel', '预订酒店', { targetHours: 8 }),
    task('itinerary', 'Send the itinerary', '发送行程单', { after: ['tickets', 'hotel'], targetHours: 4 }),
  ],
  targetHours: 16,
};

export const officeModels: readonly Shipped[] = [office, travel];
