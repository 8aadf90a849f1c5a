import { IconCamera } from '@tabler/icons-react';
import { useId } from 'react';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** A file input that looks like a button. Without `capture`, so that a phone offers its camera and its photos both. */
export function AddFiles({ busy = false, onAdd }: { busy?: boolean; onAdd: (files: File[]) => void }) {
  const t = usePortalWords();
  const id = useId();
  return (
    <span className={styles['addFiles']}>
      <input
        id={id}
        type="file"
        multiple
        disabled={busy}
        onChange={(e) => {
          onAdd([...(e.currentTarget.files ?? [])]);
          // The same file may be chosen again after it was taken out.
          e.currentTarget.value = '';
        }}
      />
      <label htmlFor={id}>
        <IconCamera size={20} stroke={1.7} aria-hidden />
        {busy ? t('portal.attaching') : t('portal.attach')}
      </label>
    </span>
  );
}
