import { z } from 'zod';

const example = '8.6.1, 8.6.1-a';
const form = /^(?:[4-9]|10)(?:\.\d{1,2}){0,3}(?:-[a-z]{1,2})?$/;

/** `8`, `8.6.1`, or one requirement of it: `8.6.1-a`. */
export const clause = z
  .string()
  .max(20)
  .refine((text) => form.test(text), { params: { key: 'problem.written_like', example } });

/** As the catalogue writes it: `IM`, `SVC-PLAN`. */
export const process = z
  .string()
  .max(20)
  .refine((text) => /^[A-Z]{2,6}(?:-[A-Z]{2,6})?$/.test(text), {
    params: { key: 'problem.written_like', example: 'IM, CHG' },
  });
