/** The words of an invoice, in each language. */
import type { InEach } from '#kit/language.ts'

interface InvoiceWords {
  /** Of the document before it is opened, by the order's number. */
  ofOrder: (number: string | number | null) => string
  title: (number: string) => string
  issuedOn: (day: string) => string
  order: (number: string | null, day: string) => string
  taxed: (name: string, rate: string, net: string, isIncluded: boolean) => string
  sellersTaxId: (id: string) => string
  supplied: string
}

export const INVOICE: InEach<InvoiceWords> = {
  en: {
    ofOrder: (number) => `Invoice for order ${number}`,
    title: (number) => `Invoice ${number}`,
    issuedOn: (day) => `Date of invoice: ${day}`,
    order: (number, day) => `Order ${number} of ${day}`,
    taxed: (name, rate, net, isIncluded) => `${name} ${rate}${isIncluded ? ', included' : ''}, on ${net} net`,
    sellersTaxId: (id) => `Tax id ${id}`,
    supplied: 'The time of supply is the day on which the goods are sent; the notice of dispatch names it.',
  },
  de: {
    ofOrder: (number) => `Rechnung zur Bestellung ${number}`,
    title: (number) => `Rechnung ${number}`,
    issuedOn: (day) => `Rechnungsdatum: ${day}`,
    order: (number, day) => `Bestellung ${number} vom ${day}`,
    taxed: (name, rate, net, isIncluded) =>
      `${name} ${rate}${isIncluded ? ', enthalten' : ''}, auf ${net} netto`,
    sellersTaxId: (id) => `USt-IdNr. ${id}`,
    supplied: 'Zeitpunkt der Leistung ist der Tag des Versands; ihn nennt die Versandmitteilung.',
  },
  ar: {
    ofOrder: (number) => `فاتورة الطلب ${number}`,
    title: (number) => `فاتورة ${number}`,
    issuedOn: (day) => `تاريخ الفاتورة: ${day}`,
    order: (number, day) => `الطلب ${number} بتاريخ ${day}`,
    taxed: (name, rate, net, isIncluded) => `${name} ${rate}${isIncluded ? '، مشمولة' : ''}، على صافي ${net}`,
    sellersTaxId: (id) => `الرقم الضريبي ${id}`,
    supplied: 'تاريخ التوريد هو يوم إرسال البضاعة، ويُذكر في إشعار الشحن.',
  },
}
