/** Kitchen and glass, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const kitchen: ProductTexts = {
  carafe: {
    name: 'Karaffe',
    subtitle: 'Ein Liter Wasser, ohne Spritzer eingeschenkt',
    description: prose`
      Der Hals dieser Karaffe ist gerade weit genug für Eis und gerade eng genug für eine Hand. An der Lippe öffnet
      er sich ein wenig; das wirft das Wasser frei aus und holt den letzten Tropfen zurück.

      Jede wird in eine Holzform geblasen, die jedes Mal etwas mehr verkohlt, darum hat die Oberfläche eine leichte
      Welle und das Licht auf dem Tisch auch. Das Rauchglas ist durch und durch mit Eisen und Mangan gefärbt. Sie
      gehört zu den Gläsern und entstand am selben Tag.`,
  },
  tumblers: {
    name: 'Wassergläser',
    subtitle: 'Vier Gläser, schwer im Boden',
    description: prose`
      Nichts auf dem Tisch nimmt man so oft in die Hand wie ein Wasserglas, also darf es sich nach etwas anfühlen.
      Diese sind am Rand dünn und im Boden dick, mit einer weichen Kante, die im Feuer poliert und nicht geschliffen
      ist.

      Sie sind einander nicht ganz gleich. Von vieren in einer Reihe ist eines eine Spur höher, darum verkaufen wir
      sie zu viert. Die kleinen passen zu Wein unter Freunden, die großen zu Wasser und allem mit Eis.`,
  },
  'storage-jar': {
    name: 'Vorratsglas',
    subtitle: 'Unten Glas, oben Kork, sonst nichts, was kaputtgeht',
    description: prose`
      An diesem Glas ist kein Bügel, kein Gummiring und kein Etikett: nur ein gerades Glas und ein Stopfen aus einem
      einzigen Stück Kork, der sich anpasst und mit dem Alter dichter wird.

      Die drei Größen haben denselben Durchmesser, sie stehen in einer Linie, und die Stopfen lassen sich tauschen.
      Das kleine ist für Salz und Gewürze, das mittlere für Reis und Hafer, das große für Spaghetti, aufrecht, wie
      es sich gehört.`,
  },
  'cutting-board': {
    name: 'Schneidebrett',
    subtitle: 'Eine Bohle, ein Griff und eine Lederschlaufe',
    description: prose`
      Viele Bretter sind aus Leisten verleimt, denn Leisten sind billig und brav. Dieses ist aus einer einzigen Bohle
      geschnitten und zeigt den Baum, wie er war; wir suchen die Bohlen einzeln aus.

      Es hat zwei Seiten: eine für Brot, die andere für Zwiebeln. Die Kanten sind gerade so weit gerundet, dass man es
      von einer nassen Platte heben kann. Wenn es müde aussieht, ölen Sie es und hängen es eine Nacht an seiner
      Schlaufe auf; dann sieht es besser aus als am ersten Tag.`,
  },
  'wooden-spoons': {
    name: 'Kochlöffel',
    subtitle: 'Drei Formen für fast alles, was man kocht',
    description: prose`
      Ein runder zum Rühren. Einer mit Ecke für den Rand der Pfanne. Ein flacher zum Wenden. Einen vierten, der seinen
      Platz verdient hätte, haben wir nicht getroffen.

      Sie sind aus Buche geschnitzt, die gespalten und nicht gesägt wurde; die Fasern laufen von Ende zu Ende, und die
      Stiele brechen nicht. Die Oberfläche kommt vom Messer, ohne Lack. Nach einem Monat Suppe sind sie glatt, an der
      Spitze dunkel und ganz die Ihren.`,
  },
  'rolling-pin': {
    name: 'Teigrolle',
    subtitle: 'Schmale Enden, keine Griffe, gut in der Hand',
    description: prose`
      Griffe an einer Teigrolle halten die Hände vom Teig fern, und das ist schade, denn der Teig hat etwas zu sagen.
      Diese ist ein einziges Stück Eiche, das sich zu den Enden verjüngt. Man drückt mit den Handflächen und lenkt mit
      den Fingern, und der Teig wird fast von allein rund.

      Sie ist geölt und poliert, bis kein Mehl mehr haftet. Zwei braune Ringe sind im Abstand von achtzehn Zentimetern
      mit einem Draht eingebrannt, um eine Tarte daran zu messen.`,
  },
  'salt-pig': {
    name: 'Salztopf',
    subtitle: 'Salz in Reichweite, und trocken',
    description: prose`
      Köche benutzen keine Salzstreuer, sie benutzen die Finger. Ein Salztopf steht mit offenem Mund neben dem Herd,
      weit genug für drei Finger und so gedreht, dass der Dampf vorbeizieht.

      Innen bleibt er unglasiert, denn der rohe Ton trinkt die Feuchtigkeit, ehe das Salz es tut. Er fasst ein halbes
      Kilo grobes Salz. Auf Englisch heißt er Salzschwein, und wir wissen nicht, warum. Von der Seite, an manchen
      Morgen, ahnt man es.`,
  },
  'pepper-mill': {
    name: 'Pfeffermühle',
    subtitle: 'Gedrechseltes Holz um ein keramisches Mahlwerk',
    description: prose`
      Das Mahlwerk ist aus Keramik, rostet nie und mahlt Salz so gern wie Pfeffer. Eingestellt wird es an der
      Messingmutter oben: fest für Staub, locker für etwas, das man zwischen den Zähnen hört.

      Der Körper ist dort tailliert, wo die Finger es wünschen. Gefüllt wird von oben, ohne Werkzeug, und auf dem Tisch
      bleibt kein Pfefferring, weil die untere Kante um einen Millimeter zurückgesetzt ist. Auf das Mahlwerk geben wir
      fünfundzwanzig Jahre, länger als die meisten Küchen halten.`,
  },
}
