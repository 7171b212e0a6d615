import { bundleSamples } from './bundles.ts'
import { contentSamples } from './content.ts'
import { digitalSamples } from './digital.ts'
import { enquirySamples } from './enquiries.ts'
import { newsletterSamples } from './newsletter.ts'
import { orderSamples } from './orders.ts'
import { passkeySamples } from './passkeys.ts'
import { promiseSamples } from './promises.ts'
import { exchangeSamples } from './staff-exchange.ts'
import { promotionSamples } from './promotions.ts'
import { returnSamples } from './returns.ts'
import { reviewSamples } from './reviews.ts'
import type { Samples } from './sample.ts'
import { lookingSamples } from './shop-looking.ts'
import { shopSamples } from './shop.ts'
import { staffDeliverySamples } from './staff-delivery.ts'
import { staffCatalogSamples } from './staff-catalog.ts'
import { staffGoodsSamples } from './staff-goods.ts'
import { staffMoneySamples } from './staff-money.ts'
import { staffPeopleSamples } from './staff-people.ts'
import { priceSamples } from './staff-prices.ts'
import { stockSamples } from './staff-stock.ts'
import { staffSamples } from './staff.ts'
import { taxSamples } from './staff-taxes.ts'
import { webhookSamples } from './webhooks.ts'

export const samples: Samples = {
  ...bundleSamples,
  ...contentSamples,
  ...lookingSamples,
  ...digitalSamples,
  ...newsletterSamples,
  ...orderSamples,
  ...passkeySamples,
  ...promiseSamples,
  ...promotionSamples,
  ...enquirySamples,
  ...exchangeSamples,
  ...priceSamples,
  ...returnSamples,
  ...reviewSamples,
  ...shopSamples,
  ...staffDeliverySamples,
  ...staffCatalogSamples,
  ...staffGoodsSamples,
  ...staffMoneySamples,
  ...staffPeopleSamples,
  ...staffSamples,
  ...stockSamples,
  ...taxSamples,
  ...webhookSamples,
}
export type { Sample, Samples } from './sample.ts'
