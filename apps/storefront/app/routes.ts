/** Every address of the shop. */
import { index, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),
  route('products', 'routes/products.tsx'),
  route('c/:slug', 'routes/category.tsx'),
  route('collections/:slug', 'routes/collection.tsx'),
  route('p/:slug', 'routes/product.tsx'),
  route('preview/:token', 'routes/preview.tsx'),
  route('cart', 'routes/cart.tsx'),
  route('checkout', 'routes/checkout.tsx'),
  route('checkout/return', 'routes/checkout-return.tsx'),
  route('orders/:orderId', 'routes/order.tsx'),
  route('orders/:orderId/keep', 'routes/keep-order.tsx'),
  route('account/orders', 'routes/my-orders.tsx'),
  route('account/claim', 'routes/claim-orders.tsx'),
  route('account/password', 'routes/change-password.tsx'),
  route('signup', 'routes/signup.tsx'),
  route('login', 'routes/login.tsx'),
  route('forgot-password', 'routes/forgot-password.tsx'),
  route('set-password', 'routes/set-password.tsx'),
  route('logout', 'routes/logout.ts'),
  route('viewed', 'routes/viewed.ts'),
  route('preferences', 'routes/preferences.ts'),
  route('form-refused', 'routes/form-refused.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
