/** Films of a product: how they are said by staff, and how pages read them. */
import { Id, List, Locale, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import { filmText } from '../../media/index.ts'
import { MOST_LOCALES } from '../limits.ts'

export const MOST_FILMS = 5

export const FilmTitles = List(shape('ProductFilmTitle', { locale: Locale, title: Text(300) }), MOST_LOCALES)

export const ProductFilm = shape(
  'ProductFilm',
  {
    fileId: Id,
    posterId: Type.Optional(Nullable(Id)),
    titles: Type.Optional(FilmTitles),
  },
  {
    description:
      'A public video of the store; `posterId` is a picture that stands for it until it is played, else one of its own frames does.',
  },
)
export type ProductFilm = Static<typeof ProductFilm>

export const CatalogFilm = shape('CatalogFilm', {
  id: Id,
  fileId: Id,
  posterId: Nullable(Id),
  titles: FilmTitles,
})

/** JSON of the CatalogFilms of a product. */
export const filmsOf = (product: string) => `coalesce((
  select json_agg(json_build_object('id', pf.id, 'fileId', pf.file_id, 'posterId', pf.poster_id,
    'titles', coalesce((select json_agg(json_build_object('locale', t.locale, 'title', t.title) order by t.locale)
      from catalog.product_film_text t where t.product_film_id = pf.id), '[]')) order by pf.position, pf.id)
  from catalog.product_film pf where pf.product_id = ${product}), '[]')`

/** JSON of what shoppers see of them, or null; `chain` are their languages. */
export const filmsText = (product: string, chain: string) => `(
  select json_agg(${filmText(
    'f',
    'poster',
    `(select t.title from catalog.product_film_text t where t.product_film_id = pf.id and t.locale = any(${chain}) order by array_position(${chain}, t.locale) limit 1)`,
  )} order by pf.position, pf.id)
  from catalog.product_film pf join media.file f on f.id = pf.file_id and f.state = 'ready' and f.archived_at is null and f.width is not null and f.duration_ms is not null
  left join media.file poster on poster.id = pf.poster_id and poster.archived_at is null and poster.width is not null
  where pf.product_id = ${product})`
