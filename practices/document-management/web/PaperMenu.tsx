import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeDocx, IconFileTypePdf, IconFileZip } from '@tabler/icons-react';
import { paperUrl, papersUrl, useT } from './papers.web.ts';

type Language = 'en' | 'zh-CN';
const names = { en: 'paper_page.english', 'zh-CN': 'paper_page.chinese' } as const;

/** One document as Word and PDF, in the languages that it is kept in. */
export function PaperMenu({ number, languages }: { number: string; languages: readonly Language[] }) {
  const t = useT();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
          {t('paper_page.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.flatMap((language) => [
          <Menu.Item key={`pdf${language}`} component="a" href={paperUrl(number, 'pdf', language)} download leftSection={<IconFileTypePdf size={16} aria-hidden />}>
            {`${t('paper_page.pdf')} · ${t(names[language])}`}
          </Menu.Item>,
          <Menu.Item key={`docx${language}`} component="a" href={paperUrl(number, 'docx', language)} download leftSection={<IconFileTypeDocx size={16} aria-hidden />}>
            {`${t('paper_page.word')} · ${t(names[language])}`}
          </Menu.Item>,
        ])}
      </Menu.Dropdown>
    </Menu>
  );
} // prettier-ignore

/** All that somebody may see, as one archive. */
export function PapersMenu() {
  const t = useT();
  const both = 'en,zh-CN';
  const item = (label: string, formats: string, languages: string) => (
    <Menu.Item key={label} component="a" href={papersUrl(formats, languages)} download leftSection={<IconFileZip size={16} aria-hidden />}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
          {t('paper_page.export_all')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item(`${t('paper_page.word_and_pdf')} · ${t('paper_page.both')}`, 'pdf,docx', both)}
        {item(`${t('paper_page.word_and_pdf')} · ${t('paper_page.english')}`, 'pdf,docx', 'en')}
        {item(`${t('paper_page.word_and_pdf')} · ${t('paper_page.chinese')}`, 'pdf,docx', 'zh-CN')}
        {item(`${t('paper_page.pdf')} · ${t('paper_page.both')}`, 'pdf', both)}
        {item(`${t('paper_page.word')} · ${t('paper_page.both')}`, 'docx', both)}
      </Menu.Dropdown>
    </Menu>
  );
} // prettier-ignore
