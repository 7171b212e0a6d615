/** More lamps, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const lamps: ProductTexts = {
  'lantern-lamp': {
    name: 'Laternenlampe',
    subtitle: 'Ein Zylinder aus Papier in sechs dünnen Stäben',
    description: prose`
      Papier kann mit Licht etwas, das Stoff nicht kann: Es nimmt ihm die Schärfe und lässt ihm die Helligkeit. Der
      Schirm dieser Lampe ist ein einziger Bogen Maulbeerpapier, und die Naht findet man nur, wenn sie aus ist.

      Der Rahmen besteht aus sechs Stäben, nicht dicker als ein Bleistift und ohne einen Nagel in den gedrechselten Fuß
      gesetzt. Sie zeichnen leise Linien auf die Wand. Die Lampe steht auf dem Nachttisch, auf einem niedrigen Bord oder
      im Flur auf dem Boden; der Schalter sitzt am Kabel.`,
  },
  'cone-pendant': {
    name: 'Kegelleuchte',
    subtitle: 'Ein flacher Kegel, der sein Licht weit verteilt',
    description: prose`
      Die Kuppel behält ihr Licht auf dem Tisch. Der Kegel lässt es bis an die Ränder laufen und gehört darum über eine
      lange Arbeitsplatte, eine Leseecke oder den Platz, an dem man den Mantel auszieht.

      Er ist aus einem Stück Stahl geschnitten, gerollt und geschlossen, und die Naht wird geschliffen, bis kein
      Daumennagel sie mehr findet. Innen ist er warmweiß. Hängen Sie ihn tiefer, als Sie denken: Augenhöhe im Sitzen ist
      etwa richtig, und niemand wird geblendet.`,
  },
  'paper-globe': {
    name: 'Papierkugel',
    subtitle: 'Flach gefaltet, fast ohne Gewicht, Licht für ein Zimmer',
    description: prose`
      Sie kommt in einem Umschlag. Man zieht sie auf, setzt den Drahtbügel ein, und aus dem Umschlag wird ein Mond. So
      beleuchtet man Zimmer seit tausend Jahren, und etwas Sanfteres ist noch niemandem eingefallen.

      Die Rippen sind aus Bambus, in einer einzigen Spirale von oben nach unten gewickelt, das Papier kommt aus Gifu.
      Sollte es reißen: Ein Streifen davon liegt im Umschlag, und etwas Kleister aus Mehl und Wasser tut den Rest.`,
  },
  'floor-lamp': {
    name: 'Stehlampe',
    subtitle: 'Drei Beine aus Eiche und ein Leinenschirm am Sessel',
    description: prose`
      Ein Dreibein steht auf jedem Boden, auch auf einem von 1890. Die drei Beine sind aus Eiche gedrechselt, treffen
      sich unter dem Schirm in einem Ring aus Stahl und lassen sich für den Umzug ohne Werkzeug lösen.

      Der Schirm aus Leinen, mit Baumwolle gefüttert, sitzt auf der Schulterhöhe des Lesenden: Das Licht fällt auf die
      Seite und nicht in die Augen gegenüber. Geschaltet wird mit dem Fuß, denn einer ist fast immer frei.`,
  },
}
