/** More glass, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const glassware: ProductTexts = {
  'wine-glasses': {
    name: 'Weingläser',
    subtitle: 'Eine Form für Rot, Weiß und das Wasser dazwischen',
    description: prose`
      Es gibt Läden, die Ihnen für jedes Tal in Frankreich ein anderes Glas verkaufen. Wir haben eines. Es ist weit
      genug, dass ein Roter atmet, eng genug, dass ein Weißer kühl bleibt, und es passt aufrecht in eine gewöhnliche
      Spülmaschine, was über mehr Abende entscheidet als alles andere.

      Der Stiel ist aus dem Kelch gezogen und nicht angesetzt, es gibt also keine Naht, die nachgeben könnte. Schnippen
      Sie mit dem Fingernagel an den Rand: Er singt ein A, ungefähr.`,
  },
  'highball-glasses': {
    name: 'Longdrinkgläser',
    subtitle: 'Hoch, gerade und schwer an der richtigen Stelle',
    description: prose`
      Ein langes Getränk besteht vor allem aus Eis und Geduld, und beides braucht Platz. In diese passen vier Würfel,
      eine Scheibe und ein langer Löffel, und der zwei Finger dicke Boden hält alles aufrecht, wenn jemand nach den
      Oliven greift.

      Sie sind die großen Verwandten der Wassergläser, von denselben Leuten in eine anderthalbmal so hohe Form geblasen.
      Tagsüber nehmen sie Eiskaffee auf und, bei Menschen mit Geschmack, Zahnbürsten.`,
  },
  'oil-bottle': {
    name: 'Ölflasche',
    subtitle: 'Steht am Herd und tropft nicht an sich herunter',
    description: prose`
      Gutes Öl kommt im Kanister, und den will niemand auf dem Tisch. Diese Flasche fasst einen halben Liter und gießt
      in einem Faden: Der Hals ist eng und die Lippe scharf geschnitten, darum läuft der letzte Tropfen zurück und nicht
      außen hinunter.

      Der Korken ist aus einem Stück gedreht. Soll das Öl grün bleiben, halten Sie die Flasche aus der Sonne; soll man
      es bewundern, stellen Sie sie ans Fenster und verbrauchen es schneller.`,
  },
  'glass-bud-vase': {
    name: 'Knospenvase aus Glas',
    subtitle: 'Zeigt den Stiel, und der ist die halbe Blume',
    description: prose`
      In einer Vase aus Ton sieht man die Blume, in einer aus Glas auch, wie sie trinkt. Der Bauch dieser kleinen Vase
      ist rund wie ein Tropfen und biegt alles, was dahinter ist: das Fenster, den Garten, die Katze.

      Sie ist aus Flaschenglas geblasen und hat davon einen Hauch Grün behalten. Wechseln Sie das Wasser, wenn man
      sieht, dass es nötig ist; das ist der Vorzug von Glas. Drei in einer Reihe schmücken einen Tisch mehr als ein
      großer Strauß.`,
  },
  cloche: {
    name: 'Käseglocke',
    subtitle: 'Eine Glocke aus Glas über einem Teller aus Eiche',
    description: prose`
      Käse möchte weder in den Kühlschrank noch an die Luft. Unter der Glocke hat er einen Abend und den halben nächsten
      Tag sein eigenes Klima, und alle sehen, was noch da ist.

      Der Eichenteller hat eine flache Stufe, in der das Glas steht, so rutscht beim Tragen nichts. Der Knauf ist massiv
      und passt auch in eine Hand, die schon ein Glas hält. Ein kleiner Kuchen findet darunter Platz und, zur rechten
      Zeit, ein einzelner vollkommener Pfirsich.`,
  },
  'glass-bowl': {
    name: 'Glasschale',
    subtitle: 'Weit, dick und nie ganz leer',
    description: prose`
      Eine Schale Obst ist der einzige Schmuck, der gegessen wird. Diese ist dick geblasen, man sieht die Kante der Wand,
      und sie wirft einen Ring aus Licht auf den Tisch, der im Lauf des Tages wandert.

      Sie entsteht frei, ohne Form, darum hebt und senkt sich der Rand um ein paar Millimeter. Das Glas hat einen Anflug
      von Grün. Auch ein Salat für vier passt hinein oder, an solchen Abenden, schwimmende Kerzen.`,
  },
}
