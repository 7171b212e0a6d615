/** Was erfundene Leute sagen, auf Deutsch. */
import type { Opinions } from './types.ts'

export const german: Opinions = {
  names: [
    'Katrin',
    'Hans-Jörg',
    'Mia S.',
    'Ferdinand',
    'Ulrike B.',
    'Deniz',
    'Lena',
    'Matthias K.',
    'Swantje',
    'Paul',
  ],
  anything: [
    {
      stars: 5,
      title: 'Genau wie abgebildet',
      text: 'Die Farbe stimmt, die Größe auch, und verpackt war es so gut, dass ich die Schachtel behalten habe.',
    },
    {
      stars: 4,
      title: 'Schön, aber nicht billig',
      text: 'Man sieht, dass es jemand mit der Hand gemacht hat. Ein Schnäppchen ist es nicht.',
    },
    {
      stars: 5,
      title: 'Kam gut an',
      text: 'Ein Geschenk zum Einzug. Seither fragt jeder Besuch, woher es ist.',
    },
    {
      stars: 3,
      title: 'Kleiner als gedacht',
      text: 'Die Maße standen da, ich habe sie nur nicht gelesen. Sonst tadellos.',
    },
    {
      stars: 2,
      title: 'Zu lange gewartet',
      text: 'Acht Tage statt drei. Das Stück selbst ist in Ordnung.',
      reply: 'Das war uns auch zu lang. Das Paket lag beim Boten; wir haben uns dort beschwert.',
    },
    {
      stars: 5,
      title: 'Gern wieder',
      text: 'Ich habe inzwischen drei davon, eines für jede Wohnung der Familie.',
    },
  ],
  shelves: {
    ceramics: [
      {
        stars: 5,
        title: 'Liegt gut in der Hand',
        text: 'Der Henkel ist groß genug für drei Finger, und sie tropft nicht. Mehr will ich nicht.',
      },
      {
        stars: 4,
        title: 'Jede ein wenig anders',
        text: 'Wer zwei gleiche möchte, ist hier falsch. Mir gefällt gerade das.',
      },
    ],
    light: [
      {
        stars: 5,
        title: 'Angenehmes Licht',
        text: 'Nicht zu weiß, nicht zu gelb. Der Schirm wird auch nach Stunden nicht heiß.',
      },
      {
        stars: 3,
        title: 'Stecker im Weg',
        text: 'Das Licht ist schön, das Netzteil aber so breit, dass daneben nichts mehr passt.',
      },
    ],
    textiles: [
      {
        stars: 5,
        title: 'Wird immer weicher',
        text: 'Nach dem fünften Waschen am schönsten. Läuft kaum ein.',
      },
      {
        stars: 4,
        title: 'Fusselt anfangs',
        text: 'Die ersten zwei Wäschen allein waschen, danach ist Ruhe.',
      },
    ],
    prints: [
      {
        stars: 5,
        title: 'Hängt im Flur',
        text: 'Gutes Papier, satte Farbe, und der Rand ist so breit, dass es ohne Passepartout geht.',
      },
    ],
    tea: [
      {
        stars: 5,
        title: 'Der beste seit Jahren',
        text: 'Rund, ohne bitter zu sein. Der zweite Aufguss lohnt sich.',
      },
      { stars: 3, title: 'Geschmackssache', text: 'Mir etwas zu blumig. Frisch ist er auf jeden Fall.' },
    ],
    stationery: [
      {
        stars: 5,
        title: 'Für den Füller gemacht',
        text: 'Nichts schlägt durch, nichts franst aus. Liegt vom ersten Tag an flach.',
      },
    ],
    kitchen: [
      {
        stars: 4,
        title: 'Solide',
        text: 'Schwerer, als es aussieht, und gerade deshalb gut. Von Hand spülen.',
      },
    ],
    outdoors: [
      {
        stars: 5,
        title: 'Hält dicht',
        text: 'Zwei Wochen an der Nordsee, alles blieb trocken. Der Verschluss ist leise geworden.',
      },
    ],
  },
  questions: {
    ceramics: [
      {
        text: 'Ist sie für die Mikrowelle geeignet?',
        answer: 'Ja, solange kein Goldrand daran ist, und den hat hier keine.',
      },
    ],
    light: [
      { text: 'Wie lang ist das Kabel?', answer: 'Zwei Meter, mit einem Schalter nach sechzig Zentimetern.' },
    ],
    textiles: [
      {
        text: 'Bei wie viel Grad wird es gewaschen?',
        answer: 'Bei 40 Grad. In den Trockner sollte es nicht.',
      },
    ],
    tea: [{ text: 'Ist er aromatisiert?', answer: 'Nein, darin ist nur Tee.' }],
    outdoors: [{ text: 'Passt ein Laptop mit 15 Zoll hinein?', answer: null }],
  },
  staff: 'Ada von Quayside',
}
