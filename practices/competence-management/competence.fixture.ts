import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

/** A role with a profile, its holder, a course with its test, and the people who judge. */
export async function competenceHouse() {
  const house = await served();
  const boss = await house.someone('Ma Jun', ['top-management']);
  const manager = await house.someone('Chen Jie', ['sms-manager']);
  const lead = await house.someone('Xu Hao', ['service-desk-lead']);
  const engineer = await house.someone('Li Na', ['engineer']);
  const auditor = await house.someone('Qian Yi', ['internal-auditor']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  const skill = (title: string) =>
    lead.post('/competences', { title, kind: 'skill', level2: `Does it alone: ${title}` });
  const restore = await skill('Restores services');
  const records = await skill('Keeps records');
  const holds = (personId: string, role: string) =>
    house.create('role-holder', system(), { title: role, personId, role, validFrom: '2026-01-01' });
  const needs = [
    { competenceId: restore.id, level: 2, mandatory: true },
    { competenceId: records.id, level: 1, mandatory: false },
  ];
  const drafted = (role: string, fields: Readonly<Record<string, unknown>> = {}) =>
    lead.post('/competence-profiles', { title: `Profile of ${role}`, role, needs, ...fields });
  const adopted = async (role: string, fields: Readonly<Record<string, unknown>> = {}) =>
    manager.does(await drafted(role, fields), 'adopt', {
      tasks: 'Second line',
      experience: 'Two years',
      ownerId: manager.id,
    });
  const planned = (personId: string, role = 'engineer') =>
    manager.post('/competence-assessments', { personId, role });
  const rated = (restoring: number, keeping: number, fields: Readonly<Record<string, unknown>> = {}) => ({
    levels: [
      {
        competenceId: restore.id,
        level: restoring,
        ...(restoring > 0 ? { evidence: 'Drill of March' } : {}),
      },
      { competenceId: records.id, level: keeping, ...(keeping > 0 ? { evidence: 'Ten tickets' } : {}) },
    ],
    conclusion: 'Looked at together',
    ...fields,
  });
  const course = async (fields: Readonly<Record<string, unknown>> = {}) => {
    const made = await lead.post('/training-courses', {
      title: 'Restoring',
      kind: 'process_operation',
      forEverybody: true,
      ...fields,
    });
    return lead.does(made, 'offer', {
      aim: 'Sooner back',
      ableTo: 'Restores mail alone',
      effectMethod: 'A drill',
      ownerId: lead.id,
      hours: 4,
    });
  };
  const questions = [
    { question: 'First?', options: ['Restore', 'Blame'], right: [0] },
    { question: 'Which two?', options: ['Log', 'Tell', 'Wait'], right: [0, 1] },
    { question: 'Who approves?', options: ['I', 'Another'], right: [1] },
  ];
  const quiz = async (courseId: string) =>
    lead.does(await lead.post('/training-quizzes', { title: 'Test', courseId, questions }), 'put_in_use');
  const gapsOf = async (personId: string) => {
    const { rows } = await house.owner.query<{
      id: string;
      number: string;
      state: string;
      mandatory: boolean;
    }>(
      'select r.id, r.number, r.state, t.mandatory from competence_gap t join record r on r.id = t.id where t.person_id = $1 order by r.number',
      [personId],
    );
    return rows;
  };
  return { ...house, boss, manager, lead, engineer, auditor, user, restore, records, holds, drafted, adopted, planned, rated, course, questions, quiz, gapsOf }; // prettier-ignore
}
