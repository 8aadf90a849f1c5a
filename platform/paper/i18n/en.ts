/** What reading and printing papers has to say. */
const en = {
  paper: {
    too_large: 'The file is larger than {{megabytes}} MB.',
    not_word: 'This is no Word file (.docx).',
    old_word: 'This is a Word file of the old format (.doc). Save it as .docx and send that.',
    encrypted: 'The file is protected by a password. Remove the protection and send it again.',
    broken_archive: 'The Word file is damaged: its contents cannot be unpacked.',
    broken_word: 'The Word file is damaged and cannot be read: {{detail}}',
    inflates_too_far: 'The text of the file unpacks to more than {{megabytes}} MB.',
    unsafe: 'The file defines XML entities, which no Word file does. It is not read.',
    not_text: 'This is no text file in UTF-8 or GB18030.',
    front_matter: 'The lines between the dashes at the top cannot be read: {{detail}}',
    took_too_long: 'Reading the file took longer than {{seconds}} seconds and was stopped.',
    lost: {
      images: '{{count}} images were left out',
      merged: '{{count}} merged table cells were divided',
      footnotes: '{{count}} footnotes now stand at the end',
      comments: '{{count}} comments were left out',
      styles: '{{count}} styles of the file are not known here; their text is kept as plain text',
      objects: '{{count}} tables within tables were flattened',
      lines: '{{count}} table cells of several lines became one line',
    },
  },
} as const;
export default en;
