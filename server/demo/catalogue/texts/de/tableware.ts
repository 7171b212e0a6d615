/** More stoneware, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const tableware: ProductTexts = {
  'ramen-bowl': {
    name: 'Ramenschale',
    subtitle: 'Tief, weit und sicher auf hohem Fuß',
    description: prose`
      Eine Schale für ein ganzes Abendessen: Brühe, Nudeln, ein Ei und Platz für das Gemüse. Der Fuß ist hoch genug,
      dass man sie mit beiden Händen hebt, wenn die Suppe heiß ist, und so breit, dass nichts kippelt.

      Der Rand ist in helle Glasur getaucht, die dort braun aufbricht, wo sie dünn liegt. Darunter läuft die Farbe zum
      Fuß hin dunkler, wie es ihr gefällt, und hört bei jeder Schale woanders auf.`,
  },
  'side-plate': {
    name: 'Kuchenteller',
    subtitle: 'Für Brot, für Kuchen, für den Nachschlag',
    description: prose`
      Die kleine Schwester des Esstellers, von denselben Händen gedreht und ebenso ein wenig unrund. Groß genug für ein
      belegtes Brot und so klein, dass ein Stück Kuchen nach viel aussieht.

      Eine flache Stufe hält Krümel und Sauce, wo sie hingehören, und gibt dem Daumen Halt. Die Teller stapeln sich leise,
      weil der Fuß geschliffen ist. Sie kommen zu zweit, wie die meisten, die Kuchen essen.`,
  },
  'bud-vase': {
    name: 'Knospenvase',
    subtitle: 'Eine kleine Vase für das, was am Weg wuchs',
    description: prose`
      Nicht jede Blume braucht einen Strauß um sich. Diese Vase hält einen Stiel aufrecht, einen Zweig oder die eine Rose,
      die die Woche überstanden hat. Der Hals ist so eng, dass auch ein krummer Stängel bleibt, wie man ihn stellt.

      Sie ist aus einem Stück gedreht, am Fuß unglasiert und hinterlässt auf der Fensterbank keine Spuren. Im Seitenlicht
      sieht man die Ringe der Finger. Drei nebeneinander sind schon eine Tafel.`,
  },
  'tea-bowl': {
    name: 'Teeschale',
    subtitle: 'Ohne Henkel: Was sich halten lässt, lässt sich trinken',
    description: prose`
      Ein Henkel ist für Leute, die es eilig haben. Diese Schale hat keinen und sagt deshalb von selbst, wann der Tee weit
      genug abgekühlt ist. Im Januar füllt sie zwei Hände, im Juni eine, und für beides ist die Wand dick genug.

      Das obere Drittel bleibt hell, der Rest ist getaucht. Der Fuß wird lederhart abgedreht und behält die Spur des
      Werkzeugs. Sie passt zu Sencha und Oolong.`,
  },
}
