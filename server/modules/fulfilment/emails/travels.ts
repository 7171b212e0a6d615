/** How a parcel travels, and where it is followed. */
import { isolated, type InEach } from '#kit/language.ts'

interface Words {
  /** `Your parcel travels by Post under T-1.` */
  parcel: (carrier: string | null, code: string | null) => string
  follow: string
}

export const TRAVELS: InEach<Words> = {
  en: {
    parcel: (carrier, code) =>
      `Your parcel travels${carrier ? ` by ${carrier}` : ''}${code ? ` under ${code}` : ''}.`,
    follow: 'Follow it here',
  },
  de: {
    parcel: (carrier, code) =>
      `Ihr Paket reist${carrier ? ` mit ${carrier}` : ''}${code ? ` unter der Nummer ${code}` : ''}.`,
    follow: 'Hier verfolgen Sie es',
  },
  ar: {
    parcel: (carrier, code) =>
      `طردك في الطريق${carrier ? ` مع ${isolated(carrier)}` : ''}${code ? ` برقم ${isolated(code)}` : ''}.`,
    follow: 'تتبّعه هنا',
  },
}
