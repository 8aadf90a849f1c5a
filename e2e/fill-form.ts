import type { Page } from '@playwright/test';
import type { Form, Question } from '../practices/service-request-management/form.ts';
import { requestWords } from './request-words.ts';
import type { Language } from './words.ts';

/** Fills a request form as somebody would who answers what is asked and no more. */
export async function fillForm(page: Page, form: Form, language: Language): Promise<void> {
  const given: Record<string, unknown> = {};
  for (const question of form.questions) {
    const { when } = question;
    const chosen = when ? given[when.question] : undefined;
    const asked = !when || [chosen].flat().some((one) => when.in.some((wanted) => wanted === one));
    if (!asked || question.required !== true) continue;
    given[question.key] = await answer(page, question, language);
  }
}

async function answer(page: Page, question: Question, language: Language): Promise<unknown> {
  const label = question.label[language];
  const t = requestWords[language].request_form;
  const field = page.getByLabel(label, { exact: true });
  const first = question.options?.[0];
  const option = first?.label[language] ?? '';
  switch (question.kind) {
    // The words are pressed, as a finger does: the circle beside them is behind its label.
    case 'yes_no':
      await page.getByRole('radiogroup', { name: label }).getByText(t.yes, { exact: true }).click();
      return true;
    case 'choices':
      await page.getByRole('group', { name: label }).getByText(option, { exact: true }).click();
      return [first?.value];
    case 'choice': {
      const group = page.getByRole('radiogroup', { name: label });
      if ((await group.count()) > 0) await group.getByText(option, { exact: true }).click();
      else await field.selectOption({ index: 1 });
      return first?.value;
    }
    case 'number':
      await field.fill(String(question.min ?? 1));
      return question.min ?? 1;
    case 'date': {
      const days = Math.min(Math.max(question.min ?? 0, 2) + 1, (question.max ?? 30) - 1);
      const day = new Date(Date.now() + days * 86_400_000);
      await field.fill(day.toISOString().slice(0, 10));
      return day;
    }
    case 'person':
      await page.getByRole('combobox', { name: label }).fill('Ada');
      await page.getByRole('option').first().click();
      return 'Ada';
    case 'attachment':
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('proof') });
      return ['proof.txt'];
    default: {
      const words =
        language === 'en' ? 'For the spring season at the Hangzhou warehouse' : '春季促销期间杭州仓库使用';
      const fits = new RegExp(question.pattern ?? '.', 'u');
      const typed = [words.slice(0, question.maxLength), '13800138000', 'nell@lotus.example', 'LOTUS-01'].find((one) => fits.test(one)); // prettier-ignore
      await field.fill(typed ?? '');
      return typed;
    }
  }
}
