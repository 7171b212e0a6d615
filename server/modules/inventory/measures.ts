import { figure, type Measure } from '#kit/measure.ts'

export const measures: Measure[] = [
  figure(
    'quayside_items_sold_out',
    'Items of which nothing can be sold at this moment.',
    [],
    `select count(*) as value from (
       select from inventory.level group by store_id, item_id
       having sum(on_hand + backorder_limit - safety_stock - reserved) <= 0) sold_out`,
  ),
]
