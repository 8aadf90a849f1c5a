import { Input, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useLanguage, useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/form.en.ts';
import { dayAfter, visibleQuestions, type Answers, type Form, type Question } from '../form.ts';
import { FilesQuestion } from './FilesQuestion.tsx';
import { PersonQuestion } from './PersonQuestion.tsx';
import type { QuestionProps } from './question.ts';
import styles from './form.module.css';

type FormProps = {
  readonly form: Form;
  readonly answers: Answers;
  /** By the question's key; shown beside it, and the first one gets the focus. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (key: string, value: unknown) => void;
  readonly files: Readonly<Record<string, readonly File[]>>;
  readonly onFiles: (key: string, files: readonly File[]) => void;
};

/**
 * The questions of a request model that the answers so far lead to. Plain inputs of the platform, so that it is small,
 * works with any keyboard and phone, and looks the same in workspace and portal.
 */
export function RequestForm({ form, answers, errors, onChange, files, onFiles }: FormProps) {
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const first = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'center' });
  }, [errors]);
  return (
    <div ref={place} className={styles['questions']}>
      {visibleQuestions(form, answers).map((question) => {
        const { key } = question;
        const shared: QuestionProps = {
          question,
          label: question.label[language],
          help: question.help?.[language],
          value: answers[key],
          error: errors[key],
          onChange: (value) => onChange(key, value),
        };
        if (question.kind === 'attachment')
          return (
            <FilesQuestion key={key} {...shared} files={files[key] ?? []} onFiles={(f) => onFiles(key, f)} />
          );
        return <OneQuestion key={key} {...shared} />;
      })}
    </div>
  );
}

const few = 6;
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

function OneQuestion(props: QuestionProps) {
  const { question, label, help, value, error, onChange } = props;
  const t = useWords<typeof words>();
  const language = useLanguage();
  const { kind, required = false, min, max } = question;
  const name = required ? label : `${label} (${t('request_form.optional')})`;
  const shared = { label: name, description: help, error, required, withAsterisk: false };
  switch (kind) {
    case 'long':
      return (
        <Textarea {...shared} autosize minRows={3} maxRows={14} maxLength={question.maxLength} value={text(value)}
          onChange={(e) => onChange(e.currentTarget.value)} />
      ); // prettier-ignore
    case 'number':
      return (
        <TextInput {...shared} type="number" inputMode="decimal" step="any" {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })} defaultValue={typeof value === 'number' ? String(value) : ''}
          onChange={(e) => onChange(e.currentTarget.value === '' ? undefined : e.currentTarget.valueAsNumber)} />
      ); // prettier-ignore
    case 'date':
      return (
        <TextInput {...shared} type="date" classNames={{ wrapper: styles['short'] ?? '' }} value={text(value)}
          {...(min === undefined ? {} : { min: dayAfter(today(), min) })}
          {...(max === undefined ? {} : { max: dayAfter(today(), max) })}
          onChange={(e) => onChange(e.currentTarget.value)} />
      ); // prettier-ignore
    case 'choice':
      if ((question.options ?? []).length <= few) return <Choice {...props} many={false} />;
      return (
        <NativeSelect {...shared} value={text(value)} onChange={(e) => onChange(e.currentTarget.value)}
          data={[
            { value: '', label: t('request_form.choose') },
            ...(question.options ?? []).map((o) => ({ value: o.value, label: o.label[language] })),
          ]} />
      ); // prettier-ignore
    case 'choices':
      return <Choice {...props} many />;
    case 'yes_no':
      return <Choice {...props} many={false} />;
    case 'person':
      return <PersonQuestion {...props} />;
    default:
      return (
        <TextInput {...shared} maxLength={question.maxLength} value={text(value)} {...autofill(question)}
          onChange={(e) => onChange(e.currentTarget.value)} />
      ); // prettier-ignore
  }
}

const autofill = ({ initial }: Question) =>
  initial === 'requester.email' ? { autoComplete: 'email' } : initial === 'requester.phone' ? { autoComplete: 'tel', type: 'tel' } : {}; // prettier-ignore

/** A few options side by side: one press with a finger, and all of them seen at once. */
function Choice({ question, label, help, value, error, onChange, many }: QuestionProps & { many: boolean }) {
  const t = useWords<typeof words>();
  const language = useLanguage();
  const id = useId();
  const options: readonly { readonly value: string | boolean; readonly label: string }[] =
    question.kind === 'yes_no'
      ? [{ value: true, label: t('request_form.yes') }, { value: false, label: t('request_form.no') }]
      : (question.options ?? []).map((o) => ({ value: o.value, label: o.label[language] })); // prettier-ignore
  const chosen: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const pick = (option: string | boolean, on: boolean) => {
    if (!many) onChange(option);
    else onChange(options.map((o) => o.value).filter((v) => (v === option ? on : chosen.includes(v))));
  };
  return (
    <Input.Wrapper
      id={id}
      className={styles['field'] ?? ''}
      role={many ? 'group' : 'radiogroup'}
      aria-labelledby={`${id}-label`}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      aria-invalid={error !== undefined}
      tabIndex={-1}
      label={`${label}${question.required === true ? '' : ` (${t('request_form.optional')})`}`}
      labelElement="div"
      description={many ? [help, t('request_form.choose_many')].filter(Boolean).join(' · ') : help}
      error={error}
    >
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={String(option.value)} className={styles['option']}>
            <input type={many ? 'checkbox' : 'radio'} name={id} checked={chosen.includes(option.value)}
              onChange={(e) => pick(option.value, e.currentTarget.checked)} />
            <span>{option.label}</span>
          </label>
        ))}
        {!many && question.required !== true && chosen.length > 0 && (
          <button type="button" className={styles['clear']} onClick={() => onChange(undefined)}>
            {t('request_form.clear')}
          </button>
        )}
      </div>
    </Input.Wrapper>
  ); // prettier-ignore
}
