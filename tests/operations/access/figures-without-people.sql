select sum(f.registrants)::int as "registrants", sum(f.registered)::int as "registered" from class_figure f where f.region_id = any($1::smallint[]) having sum(f.registrants) > 0 limit 15001
