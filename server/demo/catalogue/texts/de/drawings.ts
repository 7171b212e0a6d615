/** More prints, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const drawings: ProductTexts = {
  'low-tide-3': {
    name: 'Ebbe Nr. 3',
    subtitle: 'Blaues Watt und eine Sonne, die nicht hilft',
    description: prose`
      Für die dritte Zeichnung kamen wir im Februar wieder. Die Bank war nass und das Watt blau wie Schieferdächer, in
      fünf Stufen vom Himmel bis vor unsere Stiefel. Die Sonne war da und machte keinen Unterschied.

      Sie ist die kühlste der vier und die, die in Küchen hängt. Alle fünf Blau sind aus einem Pigment, mit mehr oder
      weniger Weiß, darum streiten sie nie. An grauen Tagen ist sie das Hellste an der Wand.`,
  },
  'low-tide-4': {
    name: 'Ebbe Nr. 4',
    subtitle: 'Sand, Treibholz und eine rote Scheibe',
    description: prose`
      Die letzte der vier entstand aus dem Gedächtnis, drinnen, mit Sand im Malkasten. Grün und Blau sind fort; geblieben
      ist, was bleibt, wenn das Wasser eine Weile weg ist: Sand, Holz, Stein.

      Die Scheibe hat die Farbe eines Blumentopfs. Ob sie auf- oder untergeht, weiß die Person, die sie gezeichnet hat,
      nicht mehr. Zusammen gehen die vier durchs Jahr, und diese hängt rechts von allen.`,
  },
  nets: {
    name: 'Netze',
    subtitle: 'Achtundvierzig Linien und fünf Schwimmer zum Trocknen',
    description: prose`
      Ein Netz ist schon eine Zeichnung. Zum Trocknen an die Wand gehängt, zieht es sich selbst aus der Form, und jede
      Masche wird ein wenig anders als ihre Nachbarin. Wir haben eines vom Kai aus gezeichnet, Faden für Faden, bis der
      Fischer kam, um es zu holen.

      Die Linien sind in einem dunklen Grün gedruckt, die Schwimmer in den drei warmen Farben, die sie neu haben. Von der
      Tür aus wirkt es regelmäßig, vom Sofa aus unruhig, und das mögen wir daran.`,
  },
}
