/** More textiles, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const linens: ProductTexts = {
  'floor-cushion': {
    name: 'Bodenkissen',
    subtitle: 'Ein Sitz für den Boden, die Stufe und das Boot',
    description: prose`
      Jedes gute Fest endet auf dem Boden. Dieses Kissen ist so dick wie ein niedriger Sitz und so fest, dass man wieder
      hochkommt, denn es ist mit Wolle gefüllt und nicht mit Luft.

      Der Bezug ist unser schwerstes Leinen, mit dunkelgrünem Keder, der das Quadrat quadratisch hält. Er lässt sich an
      drei Seiten öffnen, Nachfüllen und Waschen dauern zwei Minuten. Drei übereinander sind ein Hocker; auf zweien
      nebeneinander schläft jemand ein.`,
  },
  'linen-throw': {
    name: 'Leinendecke',
    subtitle: 'Für Sommernächte und das Fußende des Betts',
    description: prose`
      Wolle ist für den Januar. Ab Mai möchte man etwas, das auf dem Bett liegt wie ein guter Vorsatz: da, wenn es kühl
      wird, und ohne Gewicht, wenn nicht.

      Das Leinen ist locker gewebt und so lange gewaschen, bis es von selbst in Falten fällt. Es wird jedes Jahr weicher
      und knittert ohne Scham. Die Kanten sind doppelt umgeschlagen und an den Ecken von Hand genäht, der einzigen
      Stelle, an der eine Decke je aufgeht.`,
  },
  'table-runner': {
    name: 'Tischläufer',
    subtitle: 'Kleidet den Tisch, ohne das Holz zu verstecken',
    description: prose`
      Ein Tischtuch kündigt Gäste an. Ein Läufer sagt nur, dass jemand daran gedacht hat. Er liegt in der Mitte des
      Tisches unter Kerzen und Brot und lässt die Teller auf dem blanken Holz.

      An jeder Seite sind zwei schmale Streifen eingewebt, die Enden bleiben Fransen, zu dreien geknotet. Er reicht für
      einen Tisch mit sechs Plätzen und lässt sich für zwei einmal falten. Wein geht in der Wäsche heraus. Bratensoße
      auch, und die ist schlimmer.`,
  },
}
