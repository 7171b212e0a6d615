create schema promotions;

create table promotions.promotion (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  kind text not null check (kind in ('percentage', 'amount', 'free_delivery', 'buy_x_get_y', 'tiers')),
  needs_code boolean not null,
  exclusive boolean not null,                  -- stands alone
  priority int not null default 0,
  basis_points int check (basis_points between 1 and 10000),
  buy_quantity int check (buy_quantity > 0),
  get_quantity int check (get_quantity > 0),
  minimum_quantity int check (minimum_quantity > 0),
  first_order_only boolean not null default false,
  channel_ids uuid[] not null default '{}',    -- empty: everywhere
  usage_limit int check (usage_limit > 0),
  customer_limit int check (customer_limit > 0),
  used int not null default 0 check (used >= 0),
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  constraint promotion_kind check ((basis_points is not null) = (kind in ('percentage', 'buy_x_get_y'))
    and (buy_quantity is not null) = (kind = 'buy_x_get_y') and (get_quantity is not null) = (kind = 'buy_x_get_y')),
  constraint promotion_time check (ends_at > starts_at),
  constraint promotion_limit check (used <= usage_limit)
);
create index promotion_newest on promotions.promotion (store_id, created_at desc, id desc);  -- promotions.list
create index promotion_present on promotions.promotion (store_id, ends_at) where archived_at is null;  -- what is held in memory

create table promotions.promotion_text (
  store_id uuid not null,
  promotion_id uuid not null,
  locale text not null,
  name text not null,
  primary key (promotion_id, locale),
  foreign key (store_id, promotion_id) references promotions.promotion (store_id, id)
);

-- What differs by currency: what is taken off, from which subtotal on, and how much may be given away in all.
create table promotions.sum (
  store_id uuid not null,
  promotion_id uuid not null,
  currency char(3) not null,
  off_amount kit.minor check (off_amount > 0),
  minimum_amount kit.minor check (minimum_amount > 0),
  budget_amount kit.minor check (budget_amount > 0),
  spent_amount kit.minor not null default 0 check (spent_amount >= 0),
  primary key (promotion_id, currency),
  foreign key (store_id, promotion_id) references promotions.promotion (store_id, id),
  constraint sum_budget check (spent_amount <= budget_amount)
);

-- The more is bought, the more is taken off: from so many pieces, or from such a subtotal.
create table promotions.tier (
  store_id uuid not null,
  promotion_id uuid not null,
  position int not null,
  from_quantity int check (from_quantity > 0),
  from_amount kit.minor check (from_amount > 0),
  currency char(3),
  basis_points int not null check (basis_points between 1 and 10000),
  primary key (promotion_id, position),
  foreign key (store_id, promotion_id) references promotions.promotion (store_id, id),
  constraint tier_from check (num_nonnulls(from_quantity, from_amount) = 1 and (from_amount is null) = (currency is null))
);

-- What it is for; without a row, the whole order.
create table promotions.target (
  store_id uuid not null,
  promotion_id uuid not null,
  position int not null,
  product_id uuid,
  category_id uuid,                            -- with all categories below it
  primary key (promotion_id, position),
  foreign key (store_id, promotion_id) references promotions.promotion (store_id, id),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, category_id) references catalog.category (store_id, id),
  constraint target_one check (num_nonnulls(product_id, category_id) = 1)
);

create table promotions.code (
  id uuid primary key,
  store_id uuid not null,
  promotion_id uuid not null,
  code text not null check (code = upper(code)),
  usage_limit int check (usage_limit > 0),
  used int not null default 0 check (used >= 0),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, promotion_id) references promotions.promotion (store_id, id),
  constraint code_limit check (used <= usage_limit)
);
create unique index code_once on promotions.code (store_id, code) where archived_at is null;
create index code_listed on promotions.code (promotion_id, created_at desc, id desc);  -- promotions.codes.list

-- How often somebody has used a promotion: an account, or an e-mail address of which only the hash is kept.
create table promotions.customer_use (
  store_id uuid not null,
  promotion_id uuid not null,
  who text not null,
  used int not null check (used >= 0),
  primary key (promotion_id, who),
  foreign key (store_id, promotion_id) references promotions.promotion (store_id, id)
);

-- An order holds a promotion. Given back exactly once, when the order is off.
create table promotions.redemption (
  store_id uuid not null,
  holder_kind text not null,
  holder_id uuid not null,
  promotion_id uuid not null,
  code_id uuid,
  currency char(3) not null,
  amount kit.minor not null check (amount > 0),
  who text[] not null,
  state text not null check (state in ('used', 'released')),
  created_at timestamptz(3) not null,
  released_at timestamptz(3),
  primary key (holder_id, holder_kind, promotion_id),
  foreign key (store_id, promotion_id) references promotions.promotion (store_id, id),
  foreign key (store_id, code_id) references promotions.code (store_id, id),
  constraint redemption_released check ((released_at is not null) = (state = 'released'))
);
create index redemption_promotion on promotions.redemption (promotion_id, state);

create function promotions.redemption_step() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'used' or new.state <> 'released'
    or to_jsonb(new) - '{state,released_at}'::text[] is distinct from to_jsonb(old) - '{state,released_at}'::text[] then
    raise exception 'a redemption is only ever released, and only once' using errcode = '23514', constraint = 'redemption_step';
  end if;
  return new;
end $$;
create trigger redemption_step before update or delete on promotions.redemption for each row execute function promotions.redemption_step();

-- What the tables are for; docs/tables.md is drawn from it.
comment on table promotions.promotion is 'A reason to pay less: what it takes off, when, for whom and how often.';
comment on table promotions.promotion_text is 'What a promotion is called in one language.';
comment on table promotions.sum is 'What a promotion takes off, asks for and may give away in one currency.';
comment on table promotions.tier is 'A step of a promotion that takes off the more, the more is bought.';
comment on table promotions.target is 'A product or category that a promotion is for.';
comment on table promotions.code is 'A word by which a shopper asks for a promotion.';
comment on table promotions.customer_use is 'How often somebody has used a promotion that everybody may use only so often.';
comment on table promotions.redemption is 'A promotion that an order holds, or held until it was off.';
