import { Migration } from '@mikro-orm/migrations';

const HELD = 'region_id = any((select app.capture_scope())::smallint[])';
const OWN = 'coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null)';
const NEAR = 'coalesce(province_id = (select app.province_scope()), true)';

/** The move of a person to another region: each of the two regions holds its own side of it. */
export class HandOvers extends Migration {
  override up(): void {
    this.addSql(`
      create table hand_over (
        region_id smallint not null,
        id serial not null,
        direction text not null,
        state text not null,
        province_id smallint not null,
        other_region_id smallint not null,
        other_province_id smallint not null,
        number int not null,
        artisan_region_id smallint not null,
        artisan_id int not null,
        profession_id smallint not null,
        name_ar text not null,
        name_latin text not null,
        offered_on date not null,
        decided_on date null,
        reason text null,
        version int not null default 1,
        primary key (region_id, id)
      )`);
    this.addSql('create index hand_over_province on hand_over (region_id, province_id, id)');
    this.addSql('create index hand_over_state on hand_over (region_id, state, id)');
    this.addSql('create index hand_over_artisan on hand_over (artisan_region_id, artisan_id)');
    this.addSql(`create unique index hand_over_one_open on hand_over (region_id, artisan_id) where state = 'OFFERED'`);
    this.addSql('alter table hand_over add constraint hand_over_number unique (region_id, number)');
    this.addSql(
      `alter table hand_over add constraint hand_over_direction_check check (direction in ('OUTGOING', 'INCOMING'))`,
    );
    this.addSql(
      `alter table hand_over add constraint hand_over_state_check check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table hand_over add constraint hand_over_decided check ((state = 'OFFERED') = (decided_on is null))`,
    );
    this.addSql('alter table hand_over add constraint hand_over_regions check (region_id <> other_region_id)');
    this.guard();
  }

  override down(): void {
    this.addSql('drop table hand_over');
  }

  private guard(): void {
    this.addSql('alter table hand_over enable row level security');
    this.addSql('alter table hand_over force row level security');
    this.addSql('create policy hand_over_sight on hand_over to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy hand_over_read on hand_over as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy hand_over_insert on hand_over as restrictive for insert with check (${HELD} and ${OWN})`);
    this.addSql(`
      create policy hand_over_update on hand_over as restrictive for update
        using (${HELD} and ${OWN}) with check (${HELD} and ${OWN})`);
    this.addSql(`
      create policy hand_over_delete on hand_over as restrictive for delete using (${HELD} and ${OWN})`);
    this.addSql(`
      create policy hand_over_province on hand_over as restrictive using (${NEAR}) with check (${NEAR})`);
    this.addSql('alter table hand_over add foreign key (region_id) references region (id)');
    this.addSql('alter table hand_over add foreign key (region_id, province_id) references province (region_id, id)');
    this.addSql(
      'alter table hand_over add foreign key (other_region_id, other_province_id) references province (region_id, id)',
    );
    this.addSql('alter table hand_over add foreign key (profession_id) references profession (id)');
    this.addSql(
      'alter table hand_over add foreign key (artisan_region_id, artisan_id) references artisan (region_id, id) on update cascade',
    );
    this.addSql('grant select on hand_over to hiraf_records');
    this.addSql('grant insert, update, delete on hand_over to hiraf_capture');
    this.addSql('grant usage on sequence hand_over_id_seq to hiraf_capture');
  }
}
