/** The words of a receipt, in each language. */
import type { InEach } from '#kit/language.ts'

export interface ReceiptWords {
  title: (number: string | number | null) => string
  taxed: (name: string, rate: string, isIncluded: boolean) => string
  payments: string
  paidOn: (day: string) => string
  refundedOn: (day: string, tax: string | null) => string
  notInvoice: string
}

export const RECEIPT: InEach<ReceiptWords> = {
  en: {
    title: (number) => `Receipt ${number}`,
    taxed: (name, rate, isIncluded) => `${name} ${rate}${isIncluded ? ', included' : ''}`,
    payments: 'Payments',
    paidOn: (day) => `Paid on ${day}`,
    refundedOn: (day, tax) => `Refunded on ${day}${tax ? `, with ${tax} of tax` : ''}`,
    notInvoice: 'This receipt says what was bought and paid; it is not a tax invoice.',
  },
  de: {
    title: (number) => `Beleg ${number}`,
    taxed: (name, rate, isIncluded) => `${name} ${rate}${isIncluded ? ', enthalten' : ''}`,
    payments: 'Zahlungen',
    paidOn: (day) => `Bezahlt am ${day}`,
    refundedOn: (day, tax) => `Erstattet am ${day}${tax ? `, davon ${tax} Steuer` : ''}`,
    notInvoice:
      'Dieser Beleg sagt, was gekauft und bezahlt wurde; er ist keine Rechnung im Sinne des Steuerrechts.',
  },
  ar: {
    title: (number) => `إيصال ${number}`,
    taxed: (name, rate, isIncluded) => `${name} ${rate}${isIncluded ? '، مشمولة' : ''}`,
    payments: 'المدفوعات',
    paidOn: (day) => `دُفع في ${day}`,
    refundedOn: (day, tax) => `رُدّ في ${day}${tax ? `، منه ضريبة ${tax}` : ''}`,
    notInvoice: 'يبيّن هذا الإيصال ما اشتُري ودُفع، وليس فاتورة ضريبية.',
  },
}
