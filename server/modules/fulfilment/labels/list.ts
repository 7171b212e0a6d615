/** The labels of parcels, the newest first. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, shape } from '#kit/types.ts'
import { Label, readLabels } from './label.ts'

const MOST = 50

/** Those that were given back or refused too, newest first. */
export const list = query({
  id: 'fulfilment.labels.list',
  summary: 'Labels of a parcel',
  rest: 'GET /shipments/:shipmentId/labels',
  audience: 'staff',
  access: permission('fulfilment.write'),
  input: Type.Object({ shipmentId: Id }),
  output: shape('ShippingLabelList', { items: List(Label, MOST) }),
  run: async ({ shipmentId }, ctx) => ({
    items: await readLabels(ctx, sql`l.shipment_id = ${shipmentId}`, MOST),
  }),
})
