/** Small furniture, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const furniture: ProductTexts = {
  'bar-stool': {
    name: 'Barhocker',
    subtitle: 'Vier gedrechselte Beine und ein Messingring für die Füße',
    description: prose`
      Auf einem hohen Hocker sitzt man nicht, man bleibt ein wenig. Die Sitzfläche ist um ein paar Millimeter gemuldet,
      damit man nicht rutscht, und klein genug, dass man schnell aufsteht, wenn etwas überkocht.

      Der Messingring hält die Beine zusammen und nimmt die Schuhe auf. Sie polieren ihn auf der einen Seite, auf der
      anderen dunkelt er nach, und nach einem Jahr weiß man, wer wo sitzt. Fünfundsechzig Zentimeter, für Arbeitsplatten
      von neunzig.`,
  },
  'low-stool': {
    name: 'Dreibeinhocker',
    subtitle: 'Drei Beine, und darum wackelt er nie',
    description: prose`
      Drei Punkte berühren immer den Boden, der vierte ist Ansichtssache. Dieser Hocker zieht durchs Haus: sonntags Platz
      am Tisch, ab Montag Nachttisch, niemals Leiter, obwohl es alle tun.

      Die Beine sind von oben mit einem Span aus dunklerem Holz in den Sitz gekeilt. Man sieht, wie er gemacht ist und
      dass er keine Schraube braucht. Hoch ist er wie ein Stuhl.`,
  },
  'milking-stool': {
    name: 'Melkschemel',
    subtitle: 'Niedrig genug für Schuhe, Kinder und das Feuer',
    description: prose`
      Wir kennen niemanden, der melkt. Aber alle binden Schuhe, jäten ein Beet oder füttern einen Ofen, und dafür ist ein
      Sitz in Schienbeinhöhe der richtige.

      Die Sitzfläche ist dick und leicht gemuldet, die Beine sind kurz und stehen weit auseinander; so kippt er nicht
      einmal unter einer Dreijährigen mit Plänen. Im Flur steht binnen einer Stunde eine Tasche darauf. Er ist unser
      kleinstes Möbel und das, das wir am häufigsten zum Ausbessern bekommen, nach zwanzig Jahren.`,
  },
  bench: {
    name: 'Eichenbank',
    subtitle: 'Eine Bohle, vier Beine, zwei Menschen',
    description: prose`
      Ein Stuhl ist für einen. Eine Bank ist für alle, die kommen. Auf dieser sitzen zwei am Tisch und drei, wenn sie
      sich mögen; sie steht am Fußende des Betts oder wartet im Flur mit Stiefeln darunter.

      Die Bohle ist aus der ganzen Breite eines Baums geschnitten und liegt auf vier gedrechselten Beinen mit einer
      Strebe dazwischen. Die Enden sind rund, denn dort kommen die Schienbeine vorbei. Sie kommt in einem Karton und
      wird mit acht Holzkeilen und einem Schuh zusammengebaut.`,
  },
  'side-table': {
    name: 'Beistelltisch',
    subtitle: 'Eine Scheibe Eiche auf drei gebogenen Stahlstäben',
    description: prose`
      Jeder Sessel braucht einen Platz für die Tasse, und die Lehne ist keiner. Die Platte ist so groß wie ein Essteller
      mit einem Buch daneben; die Beine schwingen in der Mitte nach innen und lassen den Füßen Raum.

      Der Stahl ist kalt gebogen, an einem Ring verschweißt und lackiert. Die Kante der Eiche ist unten gerundet, so hebt
      man ihn mit einer Hand und trägt ihn der Sonne nach.`,
  },
  'step-stool': {
    name: 'Tritthocker',
    subtitle: 'Zwei Stufen bis zum obersten Fach',
    description: prose`
      Die guten Schüsseln stehen immer oben. Zwei Stufen bringen sie in Reichweite; sie sind tief genug für den ganzen
      Fuß und leicht gebürstet, damit Socken nicht rutschen.

      Die Wangen sind aus je einem Brett geschnitten, die Stufen eingelassen, verleimt und verdübelt. Eine Leiste hinten
      hält alles für die nächsten Jahrzehnte im Winkel. Dazwischen trägt er Pflanzen, auf drei Etagen, wenn man den
      Boden mitzählt.`,
  },
  'coat-stand': {
    name: 'Garderobenständer',
    subtitle: 'Ein kleiner Baum für nasse Mäntel',
    description: prose`
      Steht ein Garderobenständer an der Tür, fragt niemand mehr, wohin mit den Sachen. Dieser hat sechs Haken auf zwei
      Höhen, damit kein Schal unter einem Mantel verschwindet, und drei Füße, die auch für den schwersten weit genug
      auseinanderstehen.

      Die Stange ist aus einem Stück Eiche gedrechselt, und die Haken stehen in einem Winkel, in dem Schlaufen bleiben und
      Hüte nicht. Er lässt sich in fünf Teile zerlegen und ohne Werkzeug zusammensetzen.`,
  },
  'wall-shelf': {
    name: 'Wandbord',
    subtitle: 'Ein Brett und zwei Konsolen, richtig gemacht',
    description: prose`
      An einem Bord ist nicht viel dran, darum sieht man jedes Teil. Das Brett ist ein Stück Eiche mit gerader Maserung
      von Ende zu Ende; die Vorderkante ist nur so weit gebrochen, dass sie nicht scharf aussieht. Die Konsolen sind aus
      Messing gegossen und sitzen eine Handbreit vom Rand.

      Es ist tief genug für Tassen und Taschenbücher und schmal genug zum Vorbeigehen. Nehmen Sie eine Wasserwaage: Ein
      schiefes Bord sieht jeder, immer.`,
  },
  'peg-rail': {
    name: 'Hakenleiste',
    subtitle: 'Fünf Knäufe für alles, was eine Schlaufe hat',
    description: prose`
      Die Shaker hängten ihre Stühle an die Wand, um darunter zu fegen. Wir hängen Handtücher, Schürzen, Körbe, einen
      Kindermantel und die Hundeleine auf, und dafür genügen fünf. Sonst setzt man zwei Leisten aneinander, und sie sehen
      aus wie eine.

      Jeder Knauf ist gedrechselt, mit einem Kopf, über den kein Riemen rutscht, und mit leichter Neigung nach oben
      eingeleimt. Die Schrauben sitzen hinter den äußeren, wo man sie nicht sieht.`,
  },
  'round-mirror': {
    name: 'Runder Spiegel',
    subtitle: 'Ein Bullauge für drinnen',
    description: prose`
      Ein runder Spiegel zeigt das Gesicht und lässt den Rest weg, und das ist an den meisten Morgen das Freundlichere.
      Außerdem macht er ein Fenster, wo keines ist: Hängen Sie ihn dem echten gegenüber, und das Zimmer bekommt den
      doppelten Himmel.

      Der Rahmen ist ein gedrechselter Ring aus Eiche, aus acht Stücken verleimt, damit er auch im feuchten Bad rund
      bleibt. Das Glas ist ohne Kupfer versilbert und wird am Rand nicht schwarz. Er hängt an einem Haken oder lehnt.`,
  },
}
