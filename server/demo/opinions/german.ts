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
  under: {
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
        title: 'Kabel etwas kurz',
        text: 'Das Licht ist schön, zur Steckdose fehlt mir ein halber Meter.',
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
        title: 'Hält etwas aus',
        text: 'Zwei Wochen an der Nordsee, und es sieht aus wie am ersten Tag. Sand schüttelt man heraus.',
      },
    ],
    candles: [
      {
        stars: 5,
        title: 'Brennt gerade herunter',
        text: 'Kein Loch in der Mitte, kein Ruß an der Decke. Ich kaufe wieder Kerzen.',
      },
      {
        stars: 4,
        title: 'Schön auch ohne Flamme',
        text: 'Steht im Sommer einfach da und gefällt mir. Etwas teuer für den Alltag.',
      },
    ],
    tableware: [
      {
        stars: 5,
        title: 'Jeden Tag auf dem Tisch',
        text: 'Zwei Kinder, ein Steinbecken, noch kein Splitter ab. Mehr muss ich nicht sagen.',
      },
      {
        stars: 3,
        title: 'Kratzer vom Besteck',
        text: 'Auf der hellen Glasur sieht man graue Striche. Mit Scheuermilch gehen sie weg.',
        reply: 'Das ist Abrieb vom Messer, die Glasur selbst bleibt heil. Scheuermilch ist richtig.',
      },
    ],
    vases: [
      {
        stars: 5,
        title: 'Ein Zweig genügt',
        text: 'Früher habe ich Sträuße gekauft. Jetzt hole ich einen Ast aus dem Garten.',
      },
    ],
    glass: [
      {
        stars: 5,
        title: 'Man sieht das Blasen',
        text: 'Kein Rand ist wie der andere, und das Licht darin bewegt sich. Spülmaschine kein Problem.',
      },
      {
        stars: 4,
        title: 'Gut verpackt',
        text: 'Zwei Kartons ineinander, nichts gebrochen. Die Wand dürfte etwas dünner sein.',
      },
    ],
    baskets: [
      {
        stars: 5,
        title: 'Knarzt, wie es sich gehört',
        text: 'Hat schon Holz, Äpfel und einmal die Katze getragen. Keine Rute ist locker.',
      },
    ],
    desk: [
      {
        stars: 5,
        title: 'Kleines, das Freude macht',
        text: 'Ich benutze es jeden Tag und denke jedes Mal, dass es eine gute Idee war.',
      },
    ],
    bath: [
      {
        stars: 5,
        title: 'Endlich ruhige Haut',
        text: 'Der zweite Winter ohne Handcreme. Riecht sauber und nicht nach Parfüm.',
      },
      {
        stars: 4,
        title: 'Trocken lagern',
        text: 'Auf dem nassen Rand war das Stück schnell weg, auf der Schale hält es fünf Wochen.',
      },
    ],
    furniture: [
      {
        stars: 5,
        title: 'Steht sofort gerade',
        text: 'Auf Dielen, die alles andere als gerade sind. Die Keile sieht man, und das ist das Schöne.',
      },
      {
        stars: 4,
        title: 'Einmal nachölen',
        text: 'Ein Rotweinring in der ersten Woche, nach dem Ölen keiner mehr.',
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
      {
        text: 'Kann ich das Kabel tauschen lassen?',
        answer: 'Ja, jedes Kabel gibt es einzeln, auch länger. Schreiben Sie uns.',
      },
    ],
    textiles: [
      {
        text: 'Bei wie viel Grad wird es gewaschen?',
        answer: 'Bei 40 Grad. In den Trockner sollte es nicht.',
      },
    ],
    tea: [{ text: 'Ist er aromatisiert?', answer: 'Nein, darin ist nur Tee.' }],
    outdoors: [{ text: 'Kann es den Sommer über draußen bleiben?', answer: null }],
    candles: [{ text: 'Ist Palmöl darin?', answer: 'Nein, nur Raps- und Bienenwachs.' }],
    baskets: [
      {
        text: 'Darf er draußen stehen?',
        answer: 'Unter einem Dach ja. Regen macht Weide grau und mit der Zeit spröde.',
      },
    ],
    bath: [
      { text: 'Ist sie für das Gesicht geeignet?', answer: 'Die mit Hafermilch ja, sie ist die mildeste.' },
    ],
    furniture: [
      {
        text: 'Wird es aufgebaut geliefert?',
        answer: 'Fast: Die Beine steckt man von Hand ein, ohne Werkzeug.',
      },
    ],
  },
  staff: 'Ada von Quayside',
}
