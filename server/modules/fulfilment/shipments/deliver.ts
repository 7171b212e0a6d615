/** Staff note that a parcel has arrived. With the last one the order is completed. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { NotOnTheWay, arrive } from '../arriving.ts'
import { Shipment } from '../shipment.ts'

export const deliver = command({
  id: 'fulfilment.shipments.deliver',
  summary: 'Note that a parcel has arrived',
  rest: 'POST /shipments/:shipmentId/delivery',
  audience: 'staff',
  access: permission('fulfilment.write'),
  input: Type.Object({ shipmentId: Id, expectedVersion: Type.Optional(Version) }),
  output: Shipment,
  failures: [NotOnTheWay],

  async run({ shipmentId, expectedVersion }, ctx) {
    const parcel = await arrive(ctx, shipmentId, { cause: 'fulfilment.shipments.deliver', expectedVersion })
    ctx.audit({
      subject: 'fulfilment.shipment',
      subjectId: shipmentId,
      before: { state: 'shipped' },
      after: { state: parcel.state, returnableUntil: parcel.returnableUntil },
    })
    return parcel
  },
})
