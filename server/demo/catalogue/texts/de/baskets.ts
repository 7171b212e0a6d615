/** Baskets for the house, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const baskets: ProductTexts = {
  'laundry-basket': {
    name: 'Wäschekorb',
    subtitle: 'Hoch, mit Deckel und zu schön zum Verstecken',
    description: prose`
      Eine Woche Hemden verschwindet darin, und niemand muss sie ansehen. Das Geflecht ist offen genug für feuchte
      Handtücher und dicht genug für Socken. Das dunkle Band ist geräucherte Weide, keine Beize.

      Der Deckel liegt ohne Scharnier im Rand, denn Scharniere brechen zuerst, und hat eine Lederschlaufe. Zu zweit trägt
      man ihn auch voll; die Katze hält ihn für einen Ausguck.`,
  },
  'bread-basket': {
    name: 'Brotkorb',
    subtitle: 'Flach und oval, für Brötchen, die noch warm sind',
    description: prose`
      Brot mag Luft, und ein Korb gibt ihm welche, ohne dass es austrocknet. Dieser ist so flach, dass man über den Tisch
      reicht, ohne Gläser umzustoßen, und oval, damit ein Laib ebenso hineinpasst wie ein Dutzend Brötchen.

      Er ist in einem Zug vom Boden bis zum Rand geflochten, ohne Nägel, die in der Butter landen könnten.`,
  },
  'bicycle-basket': {
    name: 'Fahrradkorb',
    subtitle: 'Zwei Lederriemen und keine Halter, die man verliert',
    description: prose`
      Er hängt mit zwei Lederriemen am Lenker und stützt sich am Steuerrohr, mehr braucht ein Korb nicht. Morgens
      anschnallen, am Markt abnehmen, durchtragen und mit Lauch vor sich heimfahren.

      Der Rücken ist gerade, die Front weiter, damit die Bremszüge frei bleiben. Er trägt bis zu sechs Kilogramm; für
      alles Schwerere gibt es Freunde mit Autos.`,
  },
  'plant-basket': {
    name: 'Pflanzenkorb',
    subtitle: 'Verbirgt den Plastiktopf und schmeichelt der Pflanze',
    description: prose`
      Jede gute Pflanze kommt in einem hässlichen Topf nach Hause, und dies kommt darum herum. Der Bauch ist weit, damit
      innen ein Untersetzer Platz hat, und die Öffnung eng, damit ihn niemand sieht.

      Die untere Hälfte ist aus weißer Weide, im Frühjahr geschält, die obere aus gesottener. Gefärbt ist keine. Er ist so
      leicht, dass man ihn einmal in der Woche mit dem Fuß zur Sonne dreht.`,
  },
  'woven-tray': {
    name: 'Geflochtenes Tablett',
    subtitle: 'Frühstück für zwei, mit beiden Händen getragen',
    description: prose`
      Oval, leicht und mit einem Rand, der eine Kanne Tee auch auf der Treppe hält. Der Boden ist so eben, dass Gläser
      stehen, und die Griffe sind aus Leder, angenäht, wo das Gewicht ist.

      Zwischen den Frühstücken bleibt es auf der Anrichte und sammelt Schlüssel, Briefe und Orangen. Ein feuchtes Tuch
      genügt; in die Spülmaschine gehört es nicht.`,
  },
  'nest-of-three': {
    name: 'Drei Körbe im Nest',
    subtitle: 'Einer für Brot, einer für Zwiebeln, einer für den Rest',
    description: prose`
      Drei runde Körbe einer Familie, jeder so klein, dass er im nächsten schläft. Dieselbe Hand flicht sie nacheinander
      aus demselben Bund Ruten, darum stimmt die Farbe auch noch, wenn sie über die Jahre dunkler wird.

      Der größte fasst einen Laib, der mittlere Zwiebeln, der kleinste alles, was keinen Platz hat. Weggeräumt brauchen
      sie den Raum von einem.`,
  },
  'wall-basket': {
    name: 'Wandkorb',
    subtitle: 'Ein halber Korb, hinten flach, an einem Nagel',
    description: prose`
      An der Tür ist nie eine Fläche frei und immer etwas in der Hand. Dieser Korb nimmt es auf: Post, Handschuhe, die
      Leine, den Einkaufszettel. Er hängt an einer Lederschlaufe und liegt flach an der Wand, kein Ärmel bleibt hängen.

      Einen halben Korb zu flechten ist schwerer als einen ganzen, denn man kommt nicht herum. Die Staken werden an beiden
      Kanten zurückgebogen, und nur zwei unserer Flechterinnen tun es gern. In der Küche nimmt er Zwiebeln auf, im
      Schuppen Schnur.`,
  },
}
