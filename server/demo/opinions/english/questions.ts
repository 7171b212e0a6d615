/** What people ask, and what the shop answers, in English. */
import type { Opinions } from '../types.ts'

export const questions: Opinions['questions'] = {
  ceramics: [
    {
      text: 'Does it go into the dishwasher?',
      answer: 'It does. By hand the glaze stays bright for longer.',
    },
    {
      text: 'Are two of a colour alike?',
      answer: 'Nearly. Each is dipped by hand, so the line is a little different every time.',
    },
  ],
  light: [
    {
      text: 'Which bulb does it take?',
      answer: 'The size and the most it may draw stand under “Bulb”; any LED of that size will do.',
    },
    { text: 'Can it be hung from a sloping ceiling?', answer: null },
  ],
  textiles: [
    {
      text: 'How much does it shrink?',
      answer: 'About three per cent at the first wash, which is in the measures already.',
    },
  ],
  prints: [
    {
      text: 'Is the frame of real wood?',
      answer: 'Yes, oiled oak, with acrylic glass so that it survives the post.',
    },
  ],
  tea: [
    {
      text: 'When was it harvested?',
      answer: 'The day stands on the tin; what we send today is from this spring.',
    },
  ],
  stationery: [
    {
      text: 'Is the paper good for a fountain pen?',
      answer: 'It is, 100 g and sized. Very wet nibs dry in ten seconds.',
    },
  ],
  kitchen: [
    {
      text: 'Which oil do you use for the wood?',
      answer: 'Linseed oil, the kind one may eat. Walnut oil is fine, too.',
    },
    { text: 'Is there a smaller one to come?', answer: null },
  ],
  outdoors: [
    {
      text: 'May it stay outside all summer?',
      answer: 'It may. Bring it in before the first frost, and dry it before you put it away.',
    },
  ],
  candles: [
    { text: 'Is there palm oil in it?', answer: 'No: rapeseed and beeswax, nothing else.' },
    { text: 'Are refills planned?', answer: null },
  ],
  glass: [
    {
      text: 'Can it take boiling water?',
      answer: 'Warm it first, and it can. Straight from the refrigerator it should not.',
    },
  ],
  baskets: [
    {
      text: 'May it stand outdoors?',
      answer: 'Under a roof, yes. Rain makes willow grey and, in the end, brittle.',
    },
  ],
  bath: [
    { text: 'Is it tested on animals?', answer: 'Only on us, our families and the workshop’s neighbours.' },
  ],
  furniture: [
    { text: 'Does it come assembled?', answer: 'Nearly: the legs are put in by hand, without a tool.' },
    { text: 'Is it made in ash, too?', answer: null },
  ],
}
