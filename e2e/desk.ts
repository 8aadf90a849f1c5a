import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { administrator } from './people.ts';
import type { Language } from './words.ts';

/** Makes the administrator where nobody has been yet; 01-first-visit does so as a person does. */
export async function firstVisit(api: APIRequestContext): Promise<void> {
  const { needed } = (await (await api.get('/api/v1/setup')).json()) as { needed: boolean };
  if (!needed) return;
  const { name, email, password } = administrator;
  const about = { language: 'en', name, email, password, organisation: 'Lotus', profile: 'M', zone: 'Asia/Shanghai' };
  await call(api, 'POST', '/setup', about);
} // prettier-ignore

/** Signs in through the form's own route, so that the page has the session that a person would have. */
export async function signIn(page: Page, language: Language): Promise<void> {
  const api = page.request;
  await firstVisit(api);
  const answer = await api.post('/api/auth/sign-in/email', {
    data: { email: administrator.email, password: administrator.password },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  await call(api, 'PATCH', '/me', { language });
}

/** A call of the API as the signed-in person; fails with what the server said. */
export async function call(
  api: APIRequestContext,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  data?: object,
) {
  const answer = await api.fetch(`/api/v1${path}`, { method, ...(data ? { data } : {}) });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Record<string, never> & {
    id: string;
    number: string;
    items: { id: string; title: string }[];
  };
}

/** Chooses from a select or a reference picker by what a person reads. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const scope = (await dialog.count()) > 0 ? dialog : page.getByRole('main');
  const input = scope
    .getByRole('combobox', { name: label })
    .or(scope.getByRole('textbox', { name: label }))
    .first();
  await input.click();
  const found = page.getByRole('option', { name: option }).first();
  if (!(await found.isVisible().catch(() => false))) await input.fill(option);
  await found.click();
}

/** Opens an action of the record page, as a button or in the menu behind them. */
export async function act(page: Page, name: string, more: string): Promise<void> {
  const button = page.getByRole('toolbar').getByRole('button', { name, exact: true });
  if (await button.isVisible().catch(() => false)) return button.click();
  await page.getByRole('toolbar').getByRole('button', { name: more }).click();
  await page.getByRole('menuitem', { name }).first().click();
}

export async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}
