/** What invented people say, in English. */
import type { Opinions } from './types.ts'

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
  shelves: {
    ceramics: [
      {
        stars: 5,
        title: 'The glaze is alive',
        text: 'It is darker where the fingers rest. You can see that somebody turned it, and it still stands level.',
      },
      {
        stars: 4,
        title: 'Heavy, in a good way',
        text: 'Keeps the coffee hot for long. Not for people with weak wrists.',
      },
      {
        stars: 3,
        title: 'Pretty, stains a little',
        text: 'Black tea leaves a ring on the light glaze. Baking soda takes it off again.',
        reply: 'It does, and soda is the right cure. The dark glazes do not show it.',
      },
    ],
    light: [
      {
        stars: 5,
        title: 'Warm light, no glare',
        text: 'I read under it every evening. The dimmer goes low enough to fall asleep.',
      },
      {
        stars: 4,
        title: 'Lovely, short cable',
        text: 'The lamp is beautiful. The cable could be half a metre longer.',
        reply: 'We hear that often, so from spring on it will be 2.5 metres.',
      },
    ],
    textiles: [
      {
        stars: 5,
        title: 'Better with each wash',
        text: 'Stiff for the first week, then soft as an old shirt. I dry it outside.',
      },
      {
        stars: 3,
        title: 'Creases, as linen does',
        text: 'If you want it smooth you must iron it. I have given up and like it so.',
      },
    ],
    prints: [
      {
        stars: 5,
        title: 'Deep black, fine paper',
        text: 'The black is really black, and the paper has a tooth. Framed it takes the whole wall.',
      },
      {
        stars: 4,
        title: 'Good print, thin tube',
        text: 'It arrived flat after two days under books. A stiffer tube would be better.',
      },
    ],
    tea: [
      {
        stars: 5,
        title: 'Three infusions',
        text: 'The third is the best. I make it a little cooler than it says on the tin.',
      },
      {
        stars: 2,
        title: 'Not mine',
        text: 'Too smoky for me. That is taste and no fault; my neighbour was delighted.',
      },
    ],
    stationery: [
      {
        stars: 5,
        title: 'Takes any ink',
        text: 'No bleeding with a broad nib, and it stays open on every page.',
      },
      {
        stars: 4,
        title: 'Nearly perfect',
        text: 'I wish that the pages had numbers. All else is as it should be.',
      },
    ],
    kitchen: [
      {
        stars: 5,
        title: 'The one I reach for',
        text: 'I own better-known ones, and they lie in the drawer since this came.',
      },
      {
        stars: 3,
        title: 'Wants some care',
        text: 'Do not put it into the dishwasher. With oil every other month it stays beautiful.',
      },
    ],
    outdoors: [
      {
        stars: 5,
        title: 'Ten days of rain',
        text: 'It was with us on the west coast, and everything in it stayed dry.',
      },
      {
        stars: 4,
        title: 'Sturdy',
        text: 'The buckle is loud when you run for the bus. Otherwise I have nothing to say against it.',
      },
    ],
  },
  questions: {
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
      { text: 'Which bulb does it take?', answer: 'E27, at most 40 W as LED. One is in the box.' },
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
      { text: 'Is it safe on induction?', answer: null },
      {
        text: 'What is the handle made of?',
        answer: 'Beech, oiled. Oil it twice a year and it stays as it is.',
      },
    ],
    outdoors: [
      {
        text: 'Is it waterproof, or only nearly?',
        answer: 'The seams are taped: it stands in rain for hours. It does not dive.',
      },
    ],
  },
  staff: 'Ada at Quayside',
}
