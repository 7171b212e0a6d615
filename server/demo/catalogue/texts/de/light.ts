/** Lamps and candles, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const light: ProductTexts = {
  'pebble-lamp': {
    name: 'Kiesellampe',
    subtitle: 'Eine Tischleuchte, rund wie vom Meer geschliffen',
    description: prose`
      Der Fuß der Kiesellampe wird als geschlossene Form gedreht, wie ein Stein mit nichts darin, und dann gerade
      so weit geöffnet, dass die Fassung hineinpasst. Die Glasur setzt sich in der unteren Hälfte ab und lässt die
      Schulter hell.

      Der Schirm ist aus Leinen, mit Baumwolle gefüttert. Er gibt ein warmes, gleichmäßiges Licht, das bis zur
      Buchseite reicht und vor der anderen Seite des Zimmers haltmacht. Der Dimmer sitzt am Kabel, wo ihn eine Hand
      im Dunkeln findet.`,
  },
  'buoy-lamp': {
    name: 'Bojenlampe',
    subtitle: 'Ein hoher, schlanker Fuß mit einem hellen Band',
    description: prose`
      Fahrwassertonnen sind so gestrichen, dass ein müder Rudergänger sie in der Dämmerung lesen kann: eine kräftige
      Farbe, ein helles Band, sonst nichts. Wir haben uns das für eine Leselampe geliehen.

      Der Fuß ist aus gedrechselter Esche, in vier dünnen Schichten lackiert, sodass man die Maserung noch sieht,
      wenn Licht darauf fällt. Eine Scheibe aus Gusseisen beschwert ihn, er steht auch auf einem schmalen Brett
      fest. Der gerade Schirm wirft das meiste Licht nach unten, auf die Arbeit.`,
  },
  'dome-pendant': {
    name: 'Kuppelleuchte',
    subtitle: 'Gedrückter Stahl über dem Tisch, Messing am Hals',
    description: prose`
      Eine einzige Stahlscheibe wird gegen eine drehende Form gedrückt, bis sie eine Kuppel ist. Der ganze Schirm
      entsteht in weniger als einer Minute und wird danach zwei Tage lang lackiert.

      Außen ist er matt, innen weiß: Der Tisch bekommt das Licht, und die Decke behält ihre Ruhe. Die mittlere
      hängt gut über einem Tisch für zwei oder zu dritt über der Arbeitsfläche, die große deckt einen Tisch für
      sechs ab. Die Kappe aus Messing dunkelt mit der Zeit nach.`,
  },
  'bell-pendant': {
    name: 'Glockenleuchte',
    subtitle: 'Eine schmale Glocke für Ecken, Bretter und Treppen',
    description: prose`
      Manche Orte brauchen Licht und haben keinen Platz für eine Lampe: die Ecke mit den Mänteln, das Ende der
      Arbeitsplatte, die Biegung der Treppe. Die Glocke misst nur achtzehn Zentimeter und lässt ihr Licht gerade
      nach unten fallen.

      Ihr Profil stammt von einer Schiffsglocke und wurde so lange schlanker, bis es nicht mehr läuten wollte. Sie
      ist aus demselben Stahl wie die Kuppel, in dunkleren Farben, und beide vertragen sich in einem Raum. Ein
      schlichter Deckenbaldachin liegt bei.`,
  },
  'reading-lamp': {
    name: 'Leselampe',
    subtitle: 'Neigt sich über die Seite und bleibt, wo man sie lässt',
    description: prose`
      Der Arm dieser Lampe hat ein einziges Gelenk, gehalten von einer Federscheibe, die Sie nie sehen werden. Er
      bewegt sich mit einem Finger und bleibt jahrelang stehen; das ist die ganze Technik und hat am längsten
      gedauert.

      Der Kegel ist tief, von der anderen Seite des Tisches sieht man die Birne nicht. Mit ihrem schweren runden Fuß
      kann sich die Lampe weit über ein großes Buch beugen. Sie nimmt eine gewöhnliche Birne, denn eine Lampe soll
      ihr Leuchtmittel viele Male überleben.`,
  },
  'stoneware-candle': {
    name: 'Steinzeugkerze',
    subtitle: 'Brennt fünfzig Stunden und wird dann ein Becher',
    description: prose`
      Eine Kerze in einem Gefäß, das bleiben soll. Der Becher kommt aus derselben Werkstatt wie unsere Becher zum
      Trinken, gesprenkelt und am Fuß roh. Wenn das Wachs verbrannt ist, spülen Sie ihn mit heißem Wasser aus und
      nehmen ihn für Stifte, Zahnbürsten oder Tee.

      Meerfenchel ist grün und ein wenig salzig. Treibholz riecht nach trockenem Holz, Rauch und einer Spur Teer.
      Die duftfreie riecht nach fast nichts und gehört darum auf den Esstisch.`,
  },
  'smoked-glass-candle': {
    name: 'Rauchglaskerze',
    subtitle: 'Ein kleines Feuer hinter braunem Glas',
    description: prose`
      Das Glas ist aus alten Flaschen geblasen, daher die Farbe von dünnem Kaffee und hin und wieder eine Blase.
      Dahinter wird die Flamme bernsteinfarben und der Tisch ringsum zum Abend.

      Gegossen wird an zwei Tagen in zwei Güssen, damit das Wachs beim Abkühlen in der Mitte nicht einsinkt. Der
      Boden ist dick und wird nie zu warm zum Anfassen. Danach ist das Glas ein sehr guter Becher für etwas
      Starkes.`,
  },
  'taper-candles': {
    name: 'Spitzkerzen',
    subtitle: 'Ein Paar, dreißigmal getaucht und noch am Docht verbunden',
    description: prose`
      Spitzkerzen macht man aus Geduld. Ein Stück Docht wird getaucht, gehoben, abgekühlt und wieder getaucht,
      dreißigmal, bis zwei Kerzen daran hängen wie ein Paar Socken. Wir lassen den Docht heil, so können Sie sie an
      einen Nagel hängen, bis sie gebraucht werden.

      Die Farbe geht ganz hindurch. Sie brennen acht Stunden, ohne zu tropfen, solange sie nicht im Zug stehen, und
      passen in jeden üblichen Leuchter.`,
  },
}
