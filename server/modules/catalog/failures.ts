/** What the catalogue refuses, besides faults of single fields. */
import { failure } from '#kit/failure.ts'
import type { InEach, Language } from '#kit/language.ts'
import { Count, Key, List, OneOf, Text, Type } from '#kit/types.ts'
import { LONGEST_SKU } from './limits.ts'

const Closed = { additionalProperties: false }

export const Archived = failure('catalog.archived', 409, Type.Object({}, Closed), {
  en: 'This is archived. Restore it first.',
  de: 'Das ist archiviert. Stellen Sie es zuerst wieder her.',
  ar: 'هذا مؤرشف. استعِده أولاً.',
})

const NEEDS: InEach<{
  text: string
  variant: string
  attribute: (names: string) => string
  all: (needs: string[]) => string
}> = {
  en: {
    text: 'a text in the store’s language',
    variant: 'a variant',
    attribute: (names) => `what its type asks for: ${names}`,
    all: (needs) => `Before it can be published the product needs ${needs.join(' and ')}.`,
  },
  de: {
    text: 'einen Text in der Sprache des Shops',
    variant: 'eine Variante',
    attribute: (names) => `was sein Typ verlangt: ${names}`,
    all: (needs) => `Bevor es veröffentlicht werden kann, braucht das Produkt ${needs.join(' und ')}.`,
  },
  ar: {
    text: 'نص بلغة المتجر',
    variant: 'تنويعة',
    attribute: (names) => `ما يطلبه نوعه: ${names}`,
    all: (needs) => `قبل النشر يحتاج المنتج إلى: ${needs.join('، ')}.`,
  },
}

function needsInWords(language: Language, missing: string[], attributes: string[]): string {
  const words = NEEDS[language]
  return words.all(
    missing.map((each) =>
      each === 'text' || each === 'variant' ? words[each] : words.attribute(attributes.join(', ')),
    ),
  )
}

export const NotReady = failure(
  'catalog.not_ready',
  409,
  Type.Object({ missing: List(OneOf('text', 'variant', 'attribute'), 3), attributes: List(Key, 60) }, Closed),
  {
    en: ({ missing, attributes }) => needsInWords('en', missing, attributes),
    de: ({ missing, attributes }) => needsInWords('de', missing, attributes),
    ar: ({ missing, attributes }) => needsInWords('ar', missing, attributes),
  },
)

export const CombinationTaken = failure(
  'catalog.combination_taken',
  409,
  Type.Object({ sku: Text(80) }, Closed),
  {
    en: ({ sku }) => `The variant ${sku} has the same choices already.`,
    de: ({ sku }) => `Die Variante ${sku} hat schon dieselbe Auswahl.`,
    ar: ({ sku }) => `للتنويعة ${sku} الخيارات نفسها من قبل.`,
  },
)

export const LastVariant = failure('catalog.last_variant', 409, Type.Object({}, Closed), {
  en: 'This is the last variant of a published product. Unpublish the product first.',
  de: 'Das ist die letzte Variante eines veröffentlichten Produkts. Nehmen Sie zuerst das Produkt aus dem Shop.',
  ar: 'هذه آخر تنويعة لمنتج منشور. ألغِ نشر المنتج أولاً.',
})

export const OptionsInUse = failure('catalog.options_in_use', 409, Type.Object({}, Closed), {
  en: 'The product has variants that choose among its options, so these stay as they are.',
  de: 'Das Produkt hat Varianten, die unter seinen Optionen wählen; diese bleiben deshalb, wie sie sind.',
  ar: 'للمنتج تنويعات تختار من خياراته، لذلك تبقى الخيارات كما هي.',
})

export const SkuTaken = failure(
  'catalog.sku_taken',
  409,
  Type.Object({ skus: List(Text(80), 100) }, Closed),
  {
    en: ({ skus }) => `Other variants have these article numbers by now: ${skus.join(', ')}.`,
    de: ({ skus }) => `Andere Varianten tragen inzwischen diese Artikelnummern: ${skus.join(', ')}.`,
    ar: ({ skus }) => `تحمل تنويعات أخرى الآن أرقام الأصناف هذه: ${skus.join('، ')}.`,
  },
)

export const Full = failure('catalog.full', 409, Type.Object({ limit: Count }, Closed), {
  en: ({ limit }) => `There may be at most ${limit}.`,
  de: ({ limit }) => `Es darf höchstens ${limit} geben.`,
  ar: ({ limit }) => `الحد الأقصى ${limit}.`,
})

export const CategoryCircle = failure('catalog.category_circle', 409, Type.Object({}, Closed), {
  en: 'A category cannot be inside itself or one of its own subcategories.',
  de: 'Eine Kategorie kann nicht in sich selbst oder in einer ihrer Unterkategorien liegen.',
  ar: 'لا يمكن أن تكون الفئة داخل نفسها أو داخل إحدى فئاتها الفرعية.',
})

export const CategoryNotEmpty = failure(
  'catalog.category_not_empty',
  409,
  Type.Object({ subcategories: Count }, Closed),
  {
    en: ({ subcategories }) => `The category has ${subcategories} subcategories. Move or archive them first.`,
    de: ({ subcategories }) =>
      `Die Kategorie hat noch Unterkategorien (${subcategories}). Verschieben oder archivieren Sie diese zuerst.`,
    ar: ({ subcategories }) => `في الفئة فئات فرعية (${subcategories}). انقلها أو أرشِفها أولاً.`,
  },
)

export const AttributeInUse = failure(
  'catalog.attribute_in_use',
  409,
  Type.Object({ types: List(Key, 20) }, Closed),
  {
    en: ({ types }) => `Types of products have this attribute: ${types.join(', ')}. Take it from them first.`,
    de: ({ types }) => `Produkttypen haben dieses Merkmal: ${types.join(', ')}. Nehmen Sie es ihnen zuerst.`,
    ar: ({ types }) => `هذه السمة مستخدمة في أنواع منتجات: ${types.join('، ')}. أزِلها منها أولاً.`,
  },
)

export const AttributeHasValues = failure(
  'catalog.attribute_has_values',
  409,
  Type.Object({ attributes: List(Key, 60) }, Closed),
  {
    en: ({ attributes }) => `Products of this type still have values of: ${attributes.join(', ')}.`,
    de: ({ attributes }) => `Produkte dieses Typs haben noch Werte von: ${attributes.join(', ')}.`,
    ar: ({ attributes }) => `لا تزال لمنتجات هذا النوع قيم في: ${attributes.join('، ')}.`,
  },
)

export const TypeInUse = failure('catalog.type_in_use', 409, Type.Object({}, Closed), {
  en: 'Products are of this type. Give them another one first.',
  de: 'Es gibt Produkte dieses Typs. Geben Sie ihnen zuerst einen anderen.',
  ar: 'هناك منتجات من هذا النوع. أعطِها نوعاً آخر أولاً.',
})

export const FoundByRule = failure('catalog.found_by_rule', 409, Type.Object({}, Closed), {
  en: 'A rule finds the products of this collection. Change the rule instead.',
  de: 'Die Produkte dieser Kollektion findet eine Regel. Ändern Sie stattdessen die Regel.',
  ar: 'تحدد قاعدةٌ منتجات هذه المجموعة. غيّر القاعدة بدلاً من ذلك.',
})

export const Purged = failure('catalog.purged', 409, Type.Object({}, Closed), {
  en: 'This was archived so long ago that what it was is gone. Make it anew.',
  de: 'Das wurde vor so langer Zeit archiviert, dass nichts mehr davon da ist. Legen Sie es neu an.',
  ar: 'أُرشف هذا منذ زمن طويل ولم يبقَ منه شيء. أنشئه من جديد.',
})

export const PartOfBundle = failure(
  'catalog.part_of_bundle',
  409,
  Type.Object({ bundles: List(Text(LONGEST_SKU), 20) }, Closed),
  {
    en: ({ bundles }) =>
      `This is in bundles: ${bundles.join(', ')}. Take it out of them, or archive them first.`,
    de: ({ bundles }) =>
      `Das ist Teil von Sets: ${bundles.join(', ')}. Nehmen Sie es heraus oder archivieren Sie diese zuerst.`,
    ar: ({ bundles }) => `هذا جزء من مجموعات: ${bundles.join('، ')}. أزِله منها أو أرشِفها أولاً.`,
  },
)

export const PreviewOver = failure('catalog.preview_over', 403, Type.Object({}, Closed), {
  en: 'This link was good for a while, and is over. Ask for a new one.',
  de: 'Dieser Link galt eine Zeit lang und ist abgelaufen. Bitten Sie um einen neuen.',
  ar: 'كان هذا الرابط صالحاً لمدة وانتهت. اطلب رابطاً جديداً.',
})
