/** Why tax is charged or not, as it stands beside the sums and on what is printed. */
import type { InEach } from '#kit/language.ts'
import type { TaxOutcome } from './relief.ts'

/** The certificate's number follows its note. */
export const NOTES: InEach<Record<TaxOutcome, string>> = {
  en: {
    reverse_charge:
      'Reverse charge: no VAT is charged, the buyer accounts for it (Directive 2006/112/EC, Article 138 for goods and Article 196 for services).',
    certificate: 'Exempt from tax by certificate',
    domestic: 'Tax is charged: the tax id is of the shop’s own country.',
    not_abroad: 'Tax is charged: the order does not go to another member state of the European Union.',
    outside_union: 'Tax is charged: reverse charge is for VAT ids of the European Union.',
    invalid_id: 'Tax is charged: this tax id is not known to the tax office.',
    unchecked: 'Tax is charged until the tax office has confirmed the tax id.',
  },
  de: {
    reverse_charge:
      'Steuerschuldnerschaft des Leistungsempfängers: Es wird keine Umsatzsteuer berechnet, die Käuferin oder der Käufer schuldet sie (Richtlinie 2006/112/EG, Artikel 138 für Waren und Artikel 196 für Leistungen).',
    certificate: 'Steuerfrei nach Bescheinigung',
    domestic: 'Steuer wird berechnet: Die USt-IdNr. gehört zum Land des Shops.',
    not_abroad:
      'Steuer wird berechnet: Die Bestellung geht nicht in einen anderen Mitgliedstaat der Europäischen Union.',
    outside_union:
      'Steuer wird berechnet: Die Umkehr der Steuerschuld gilt für USt-IdNrn. der Europäischen Union.',
    invalid_id: 'Steuer wird berechnet: Diese USt-IdNr. ist dem Finanzamt nicht bekannt.',
    unchecked: 'Steuer wird berechnet, bis das Finanzamt die USt-IdNr. bestätigt hat.',
  },
  ar: {
    reverse_charge:
      'الاحتساب العكسي: لا تُحتسب ضريبة القيمة المضافة، ويتحملها المشتري (التوجيه 2006/112/EC، المادة 138 للسلع والمادة 196 للخدمات).',
    certificate: 'معفى من الضريبة بموجب الشهادة',
    domestic: 'تُحتسب الضريبة: الرقم الضريبي من بلد المتجر نفسه.',
    not_abroad: 'تُحتسب الضريبة: لا يذهب الطلب إلى دولة عضو أخرى في الاتحاد الأوروبي.',
    outside_union: 'تُحتسب الضريبة: الاحتساب العكسي للأرقام الضريبية في الاتحاد الأوروبي.',
    invalid_id: 'تُحتسب الضريبة: هذا الرقم الضريبي غير معروف لدى مصلحة الضرائب.',
    unchecked: 'تُحتسب الضريبة إلى أن تؤكد مصلحة الضرائب الرقم الضريبي.',
  },
}
