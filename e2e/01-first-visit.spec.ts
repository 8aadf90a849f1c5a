import { expect, test } from '@playwright/test';
import { administrator } from './people.ts';

test('the first visit makes the administrator, tells what is wrong beside its field, and opens the workspace', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Welcome to Servanda' })).toBeVisible();
  await page.getByLabel('Organisation', { exact: false }).first().fill('Lotus Commerce');
  await page.getByLabel('Your name').fill(administrator.name);
  await page.getByLabel('E-mail address').fill(administrator.email);
  await page.getByLabel('Password', { exact: false }).first().fill('short');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(/10 char|>=10/)).toBeVisible();
  await page.getByLabel('Password', { exact: false }).first().fill(administrator.password);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('navigation', { name: 'Navigation' })).toBeVisible();
});

test('a wrong password is refused in words, in both languages', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(administrator.email);
  await page.getByLabel('Password', { exact: false }).first().fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('wrong');
});
