/** What invented people say, in English. */
import type { Opinions } from '../types.ts'
import { questions } from './questions.ts'
import { under } from './under.ts'

export const english: Opinions = {
  names: [
    'Maeve',
    'Tom R.',
    'Priya',
    'Jonas',
    'Ellen W.',
    'Sam',
    'Beatrice',
    'Callum',
    'Noor',
    'Hattie',
    'Owen',
    'Grace L.',
  ],
  anything: [
    {
      stars: 5,
      title: 'Exactly as shown',
      text: 'The colour is the one in the pictures, which is rarer than it should be. Packed so well that I kept the box.',
    },
    {
      stars: 4,
      title: 'Good, took a while',
      text: 'Four days instead of two, but worth it. I would buy it again.',
    },
    {
      stars: 5,
      title: 'A present that was kept',
      text: 'Bought for my sister, who never keeps presents. She kept this one.',
    },
    {
      stars: 3,
      title: 'Nice, but smaller than I thought',
      text: 'My own fault: the measures are on the page. Measure before you order.',
    },
    {
      stars: 2,
      title: 'A mark on the underside',
      text: 'Mine had a small mark underneath. You do not see it, I know that it is there.',
      reply: 'That should have been caught here. We have sent you another one; please keep the first.',
    },
    {
      stars: 4,
      title: 'Does what it should',
      text: 'Six months in daily use, and it looks the same. One star less as the paper tag left some glue.',
    },
    {
      stars: 1,
      title: 'Arrived broken',
      text: 'The parcel had been thrown about. The shop sent a new one the same day, so this star is for the carrier.',
      reply: 'We are sorry. We have changed the padding since then, and that carrier.',
    },
    {
      stars: 5,
      title: 'Second one',
      text: 'I bought the first a year ago and came back for its twin. Nothing more to say.',
    },
  ],
  under,
  questions,
  staff: 'Ada at Quayside',
}
