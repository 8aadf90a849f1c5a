/** Of the pages in web/. */
const en = {
  resource_page: {
    menu: 'Resources',
    guidance: {
      need: {
        wants:
          'Determine and provide the people, technology, information and money for the system and for running the services.',
        good: 'A few lines for each service and year with a figure for what is needed and what is there; each gap has a decision of top management, also when it is no.',
        asks: 'Which resource shortage did you find last year, and what was decided?',
      },
      benefit: {
        wants: 'Top management supplies resources and sees that what was intended is reached.',
        good: 'One figure that exists already, its value of before, the value that is promised, and the day on which it is measured again.',
        asks: 'What did you get for the money of last year, and how do you know?',
      },
    },
    benefits: 'Benefit cases',
    benefits_of: 'Paid back by',
    choose: 'Choose a figure',
  },
};
export default en;
