import { expect, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { call } from './desk.ts';
import { administrator } from './people.ts';
import type { Language } from './words.ts';

export type Account = { readonly id: string; readonly name: string; readonly email: string };

/** Somebody with an account and these roles, made as an administrator makes them. */
export async function account(
  api: APIRequestContext,
  language: Language,
  name: string,
  roles: readonly string[] = [],
): Promise<Account> {
  const email = `${name.replaceAll(/\W+/g, '.').toLowerCase()}-${language.toLowerCase()}@lotus.example`;
  const { id, number } = await call(api, 'POST', '/people', { title: name, email, kind: 'user', language });
  await call(api, 'POST', `/people/${number}/account`, { password: administrator.password });
  for (const role of roles)
    await call(api, 'POST', '/role-holders', { title: `${name}: ${role}`, personId: id, role, validFrom: '2026-01-01' }); // prettier-ignore
  return { id, name, email };
}

/** A browser of their own, signed in: at a desk, or at a telephone. */
export async function browserOf(
  browser: Browser,
  { email }: Account,
  language: Language,
  at: { readonly baseURL: string | undefined; readonly width?: number },
): Promise<Page> {
  const { baseURL, width = 1440 } = at;
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language, timezoneId: 'Asia/Shanghai', ...(baseURL === undefined ? {} : { baseURL }) }); // prettier-ignore
  const page = await context.newPage();
  const answer = await page.request.post('/api/auth/sign-in/email', {
    data: { email, password: administrator.password },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return page;
}
