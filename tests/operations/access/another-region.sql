select 0 as ord, sum(x.n)::int as total from (select count(*) as n from artisan t where t.region_id = $1) x
