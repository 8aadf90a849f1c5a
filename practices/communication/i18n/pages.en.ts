/** Of the pages in web/. */
const en = {
  communication_page: {
    menu: 'Communication',
    guidance: {
      wants:
        'Determine what is communicated about the system and the services, inside and outside: what, when, to whom, how and by whom.',
      good: 'Ten to twenty lines that are really done; each occurrence is on record, and what was missed shows.',
      asks: 'Major outage: who is told what within which time? Who is responsible for customer notices, and through which channel?',
    },
    due: 'Due and done',
    happened: 'It happened',
    occurrences: 'When it was told',
    not_yet: 'Not told yet.',
  },
};
export default en;
