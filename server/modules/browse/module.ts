import { defineModule } from '#kit/module.ts'
import { categories } from './categories.ts'
import { category } from './category.ts'
import { products } from './products.ts'
import { keepUp, reactions } from './keep-up.ts'
import { product } from './product.ts'
import { search } from './search.ts'

export default defineModule({
  name: 'browse',
  operations: [categories, category, products, product, search],
  reactions,
  jobs: [keepUp],
})
