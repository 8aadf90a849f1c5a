import { Input } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/form.en.ts';
import type { QuestionProps } from './question.ts';
import styles from './form.module.css';

/** Files wait here until the request is there to attach them to; the answer is their names. */
export function FilesQuestion(
  props: QuestionProps & {
    readonly files: readonly File[];
    readonly onFiles: (files: readonly File[]) => void;
  },
) {
  const { question, label, help, error, files, onFiles, onChange } = props;
  const t = useWords<typeof words>();
  const format = useFormat();
  const id = useId();
  const change = (next: readonly File[]) => {
    onFiles(next);
    onChange(next.map((file) => file.name));
  };
  return (
    <Input.Wrapper
      id={id}
      label={`${label}${question.required === true ? '' : ` (${t('request_form.optional')})`}`}
      description={help ?? t('request_form.files_hint')}
      error={error}
    >
      {files.map((file) => (
        <div key={`${file.name} ${file.size}`} className={styles['file']}>
          <span>{file.name} · {format.size(file.size)}</span>
          <button type="button" aria-label={`${t('request_form.clear')}: ${file.name}`} className={styles['clear']}
            onClick={() => change(files.filter((f) => f !== file))}>
            <IconX size={16} aria-hidden />
          </button>
        </div>
      ))}
      <span className={styles['files']}>
        <input id={id} type="file" multiple aria-labelledby={`${id}-label ${id}-button`} aria-describedby={`${id}-description`}
          aria-invalid={error !== undefined}
          onChange={(e) => {
            change([...files, ...(e.currentTarget.files ?? [])]);
            // The same file may be chosen again after it was taken out.
            e.currentTarget.value = '';
          }} />
        <label htmlFor={id} id={`${id}-button`}>
          <IconPaperclip size={18} stroke={1.7} aria-hidden />
          {t('request_form.files')}
        </label>
      </span>
    </Input.Wrapper>
  ); // prettier-ignore
}
