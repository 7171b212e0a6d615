-- What the tables are for; docs/tables.md is drawn from it.
comment on table catalog.product is 'Something the store sells, in one or more variants.';
comment on table catalog.product_text is 'Name, address and description of a product in one language.';
comment on table catalog.category is 'A place in the tree in which goods are found.';
comment on table catalog.category_text is 'Name and address of a category in one language.';
comment on table catalog.product_category is 'Which product stands in which category, and where.';
comment on table catalog.option_text is 'What an option is called in one language.';
comment on table catalog.option_value is 'A choice of an option, such as a colour.';
comment on table catalog.option_value_text is 'What a choice is called in one language.';
comment on table catalog.product_option is 'In which options the variants of a product differ.';
comment on table catalog.variant is 'What is put in the cart: a product in one choice of each of its options, with a SKU of its own.';
comment on table catalog.variant_value is 'Which choice makes a variant; one of each option.';
comment on table catalog.product_media is 'Pictures of a product or of one of its variants, in order.';
comment on table catalog.product_media_text is 'What a picture shows, in one language, for who does not see it.';
