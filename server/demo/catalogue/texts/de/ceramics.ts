/** Ceramics, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const ceramics: ProductTexts = {
  'tide-mug': {
    name: 'Gezeitenbecher',
    subtitle: 'Ein großzügiger Becher, von Hand bis zu seiner eigenen Wasserlinie getaucht',
    description: prose`
      Jeder Gezeitenbecher wird am Fuß gehalten, in die Glasur gesenkt und wieder herausgehoben, ehe er es sich
      anders überlegt. Die Linie, die bleibt, ist nie ganz gerade: Keine zwei sind gleich, und Ihrer findet sich
      auch auf einem vollen Tisch.

      Die Wand ist an der Lippe dünn und am Boden dick, das hält den Kaffee warm, ohne den Becher schwer zu machen.
      In den Henkel passen drei Finger. Der Fuß bleibt roh und ist glatt geschliffen, damit er auf Holz keine
      Spuren lässt.`,
  },
  'pilot-mug': {
    name: 'Lotsenbecher',
    subtitle: 'Gerade Wand, niedrig und schwer umzustoßen',
    description: prose`
      Hafenlotsen trinken im Stehen, auf Decks, die nicht stillhalten. Für sie ist dieser Becher gemacht: breit im
      Fuß, gerade in der Wand und so niedrig, dass er bleibt, wo man ihn hinstellt.

      Die Glasur ist eher seidig als glänzend und fasst sich gut an. Wo sie über den Rand dünn ausläuft, scheint der
      Ton als feine braune Linie durch. Zwei lassen sich stapeln, einer mehr als bei den meisten Bechern, und am
      Henkel ist Platz für einen Handschuh.`,
  },
  'espresso-cup': {
    name: 'Espressotasse',
    subtitle: 'Klein, dick und warm bis zum letzten Schluck',
    description: prose`
      Ein Espresso ist in vier Schlucken getrunken, und die Tasse sollte mithalten. Unsere ist innen gerundet, damit
      sich die Crema über sich selbst legt, und dick in der Wand, damit der letzte Schluck so warm ist wie der erste.

      Sie kommt ohne Untertasse, denn die wäre nur noch etwas zum Abwaschen. Der Henkel ist eine kleine Schlaufe für
      einen Finger; der Daumen hält den Rand. Zu zweit oder zu viert, in einer Schachtel aus Altkarton.`,
  },
  'harbour-bowl': {
    name: 'Hafenschale',
    subtitle: 'Eine weite, offene Schale für die Mitte des Tisches',
    description: prose`
      Das ist die Schale, die draußen bleibt. Am Montag liegen Schlüssel und Zitronen darin, am Freitag ein Salat
      für sechs, und niemand findet je die Zeit, sie in den Schrank zu räumen.

      Sie steht auf einem schmalen Fuß und öffnet sich in einem einzigen Bogen, darum sieht sie leichter aus, als
      sie ist. Die Glasur sammelt sich zur Mitte hin und darf dort machen, was sie will. Jede Schale kommt ein wenig
      dunkler oder heller aus dem Ofen als ihre Nachbarin.`,
  },
  'breakfast-bowl': {
    name: 'Frühstücksschale',
    subtitle: 'Tief genug für Haferbrei, klein genug für die Hand',
    description: prose`
      Eine Schale, aus der man isst, während beide Hände darum liegen. Über dem runden Bauch steigt die Wand fast
      gerade auf, so bleibt die Milch darin, auch wenn Sie am Tisch lesen.

      Innen ist sie immer gebrochen weiß, welche Farbe sie außen auch hat: Obst sieht auf hellem Grund am besten
      aus. Vier ergeben einen ordentlichen Turm, nicht höher als eine Milchflasche. Der rohe Ring unter dem Fuß ist
      poliert, damit sie einander nicht zerkratzen.`,
  },
  'dinner-plate': {
    name: 'Essteller',
    subtitle: 'Flach, still und nicht ganz rund',
    description: prose`
      Ein Teller soll das Essen rahmen und dann vergessen werden. Dieser ist in der Mitte flach und hat einen
      niedrigen, aufrechten Rand, gegen den die Gabel schieben kann und der die Soße bei sich behält.

      Der Rand wird von Hand auf einer langsamen Scheibe beschnitten und schwankt um einen Millimeter oder zwei. Das
      fällt einmal auf, beim ersten Abtrocknen, und danach wirken andere Teller ein wenig streng. Sechs brauchen so
      viel Platz wie fünf gewöhnliche.`,
  },
  'breakfast-set': {
    name: 'Frühstücksset',
    subtitle: 'Ein gedeckter Tisch für eine Person, in Ihren Farben',
    description: prose`
      Becher, Schale und Teller sind alles, was ein Frühstück braucht, und alles, was in einer ersten Küche auf das
      Brett passt. Wir haben sie zusammengestellt, weil die Leute es am Ladentisch ohnehin taten: die Schale an den
      Becher gehalten und den Blick zum Fenster.

      Sie wählen Becher und Schale; der Teller ist kreideweiß und passt zu beidem. Nichts muss zueinander passen.
      Zusammen kosten die drei weniger als einzeln, und jedes lässt sich allein ersetzen, wenn es jemand fallen
      lässt. Jemand wird.`,
  },
  'bottle-vase': {
    name: 'Flaschenvase',
    subtitle: 'Runder Bauch und enger Hals, für einen guten Zweig',
    description: prose`
      Die meisten Blumen werden zu sehr arrangiert. In die Flaschenvase passt ein Zweig oder höchstens drei Stiele,
      und ihr Hals, nicht weiter als ein Daumen, hält sie aufrecht.

      Der Körper ist aus einem Stück gedreht und bis zur Schulter getaucht wie der Gezeitenbecher; auf einem Tisch
      gehören die beiden zusammen. Innen ist sie glasiert und schwitzt nicht auf Holz. An Tagen ohne Zweig sieht sie
      auch für sich fertig aus, was man von den wenigsten Vasen sagen kann.`,
  },
  'moon-vase': {
    name: 'Mondvase',
    subtitle: 'Zwei Schalen, Rand an Rand, mit einer Naht, die man fühlt',
    description: prose`
      Ein Mondgefäß entsteht aus zwei Schalen, von denen eine umgedreht auf die andere gesetzt wird. Die Naht
      verschwindet nie ganz, und vor etwa vierhundert Jahren haben die Töpfer aufgehört, sie zu verstecken.

      Fahren Sie mit der Hand um die Mitte, dann finden Sie unsere. Die Oberfläche ist matt und etwas kreidig, die
      Öffnung weit genug für einen lockeren Strauß aus dem Garten. Die kleine gehört auf den Nachttisch, die große
      auf den Boden im Flur oder an den Fuß einer Treppe.`,
  },
  teapot: {
    name: 'Runde Teekanne',
    subtitle: 'Gießt bis zum letzten Tropfen und tropft nicht',
    description: prose`
      Eine Teekanne hat eine Aufgabe, an der die meisten scheitern. Wir haben unsere dreihundertmal gefüllt und den
      Winkel der Tülle Grad um Grad geändert, bis sie aufhörte zu gießen, sobald das Handgelenk aufhörte.

      Sie reicht für vier Tassen. Hinter der Tülle ist ein Sieb aus feinen Löchern in den Ton geschnitten, lose
      Blätter dürfen also frei schwimmen. Der Deckel sitzt tief in seinem Kragen und bleibt dort bis zum Schluss.`,
  },
}
