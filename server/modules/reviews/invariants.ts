/** What must always hold of reviews. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'

const of = (star: number) => `count(r.id) filter (where r.stars = ${star})`

export const invariants: Invariant[] = [
  {
    id: 'reviews.rating',
    says: 'A product’s rating is how many published reviews give it each number of stars.',
    sql: `select coalesce(b.product_id, c.product_id) as product_id, b.ratings, c.all as reviews
      from browse.rating b full join (
        select r.product_id, count(*) as all, ${[1, 2, 3, 4, 5].map((star) => `${of(star)} as stars_${star}`).join(', ')}
        from reviews.review r where r.state = 'published' group by r.product_id) c on c.product_id = b.product_id
      where (coalesce(b.stars_1, 0), coalesce(b.stars_2, 0), coalesce(b.stars_3, 0), coalesce(b.stars_4, 0), coalesce(b.stars_5, 0))
        <> (coalesce(c.stars_1, 0), coalesce(c.stars_2, 0), coalesce(c.stars_3, 0), coalesce(c.stars_4, 0), coalesce(c.stars_5, 0))`,
  },
  {
    id: 'reviews.votes',
    says: 'No review has fewer helpful votes than people who are known to have voted, nor other reports than are open.',
    sql: `select r.id from reviews.review r
      where r.helpful < (select count(*) from reviews.vote v where v.review_id = r.id)
        or r.reports <> (select count(*) from reviews.report p where p.review_id = r.id)`,
  },
  {
    id: 'reviews.photos',
    says: 'Only photos of published reviews have a public copy, and no review has more than four.',
    sql: `select r.id, r.state from reviews.review r
      where (r.state = 'refused' and exists (select from reviews.photo p where p.review_id = r.id and p.shown_id is not null))
        or (select count(*) from reviews.photo p where p.review_id = r.id) > 4`,
  },
]
