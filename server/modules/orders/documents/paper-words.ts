/** The words that all papers of an order share, in each language. */
import type { InEach } from '#kit/language.ts'

interface PaperWords {
  orderedOn: (day: string) => string
  billedTo: string
  fetchedAt: string
  sentTo: string
  taxId: (company: string | null, id: string) => string
  item: string
  quantity: string
  each: string
  amount: string
}

export const PAPER: InEach<PaperWords> = {
  en: {
    orderedOn: (day) => `Ordered on ${day}`,
    billedTo: 'Billed to',
    fetchedAt: 'Fetched at',
    sentTo: 'Sent to',
    taxId: (company, id) => `${company}, tax id ${id}`,
    item: 'Item',
    quantity: 'Quantity',
    each: 'Each',
    amount: 'Amount',
  },
  de: {
    orderedOn: (day) => `Bestellt am ${day}`,
    billedTo: 'Rechnungsadresse',
    fetchedAt: 'Abgeholt bei',
    sentTo: 'Lieferadresse',
    taxId: (company, id) => `${company}, USt-IdNr. ${id}`,
    item: 'Artikel',
    quantity: 'Menge',
    each: 'Einzelpreis',
    amount: 'Betrag',
  },
  ar: {
    orderedOn: (day) => `تاريخ الطلب: ${day}`,
    billedTo: 'عنوان الفاتورة',
    fetchedAt: 'مكان الاستلام',
    sentTo: 'عنوان التوصيل',
    taxId: (company, id) => `${company}، الرقم الضريبي ${id}`,
    item: 'المنتج',
    quantity: 'الكمية',
    each: 'سعر القطعة',
    amount: 'المبلغ',
  },
}
