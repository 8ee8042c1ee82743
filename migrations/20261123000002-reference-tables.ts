import { Migration } from '@mikro-orm/migrations';

/** Territory, nomenclature, offices, rules and published figures: readable without a token. */
export class ReferenceTables extends Migration {
  override up(): void {
    this.addSql(`
      create table region (
        id smallint not null,
        code text not null,
        iso text not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        name_zgh text not null,
        name_zgh_mark text not null,
        population int not null,
        primary key (id)
      )`);
    this.addSql('alter table region add constraint region_code_unique unique (code)');
    this.addSql('alter table region add constraint region_iso_unique unique (iso)');
    this.addSql('grant select on region to hiraf_public, hiraf_tally');
    this.addSql(`
      create table province (
        id smallint not null,
        region_id smallint not null,
        code text not null,
        iso text not null,
        kind text not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        aliases_ar text[] not null,
        population int not null,
        primary key (id)
      )`);
    this.addSql('alter table province add constraint province_code_unique unique (code)');
    this.addSql('alter table province add constraint province_iso_unique unique (iso)');
    this.addSql('alter table province add constraint province_region_key unique (region_id, id)');
    this.addSql(`alter table province add constraint province_kind_check check (kind in ('PREFECTURE', 'PROVINCE'))`);
    this.addSql('alter table province add foreign key (region_id) references region (id)');
    this.addSql('grant select on province to hiraf_public, hiraf_tally');
    this.addSql(`
      create table institution (
        id smallint not null,
        region_id smallint not null,
        province_id smallint null,
        kind text not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        primary key (id)
      )`);
    this.addSql('create index institution_territory on institution (region_id, province_id)');
    this.addSql(
      `alter table institution add constraint institution_kind_check check (kind in ('CHAMBER', 'REGIONAL_DIRECTORATE', 'PROVINCIAL_DIRECTORATE', 'STATE_SECRETARIAT'))`,
    );
    this.addSql('alter table institution add foreign key (region_id) references region (id)');
    this.addSql('alter table institution add foreign key (region_id, province_id) references province (region_id, id)');
    this.addSql('grant select on institution to hiraf_public, hiraf_tally');
    this.addSql(`
      create table family (
        id smallint not null,
        code text not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        primary key (id)
      )`);
    this.addSql('alter table family add constraint family_code_unique unique (code)');
    this.addSql('grant select on family to hiraf_public, hiraf_tally');
    this.addSql(`
      create table sector (
        id smallint not null,
        code text not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        family_id smallint not null,
        primary key (id)
      )`);
    this.addSql('alter table sector add constraint sector_code_unique unique (code)');
    this.addSql('create index sector_family on sector (family_id)');
    this.addSql('alter table sector add foreign key (family_id) references family (id)');
    this.addSql('grant select on sector to hiraf_public, hiraf_tally');
    this.addSql(`
      create table profession (
        id smallint not null,
        code text not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        sector_id smallint not null,
        primary key (id)
      )`);
    this.addSql('alter table profession add constraint profession_code_unique unique (code)');
    this.addSql('create index profession_sector on profession (sector_id)');
    this.addSql('alter table profession add foreign key (sector_id) references sector (id)');
    this.addSql('grant select on profession to hiraf_public, hiraf_tally');
    this.addSql(`
      create table wave (
        id smallint not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        opens_on date null,
        closes_on date null,
        mark text not null,
        source text null,
        primary key (id)
      )`);
    this.addSql(`alter table wave add constraint wave_mark_check check (mark in ('REPORTED', 'ASSUMED'))`);
    this.addSql('grant select on wave to hiraf_public, hiraf_tally');
    this.addSql(`
      create table body_class (
        id smallint not null,
        code text not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        wave_id smallint not null,
        mark text not null,
        source text null,
        primary key (id)
      )`);
    this.addSql('alter table body_class add constraint body_class_code_unique unique (code)');
    this.addSql('create index body_class_wave on body_class (wave_id)');
    this.addSql(`alter table body_class add constraint body_class_mark_check check (mark in ('REPORTED', 'ASSUMED'))`);
    this.addSql('alter table body_class add foreign key (wave_id) references wave (id)');
    this.addSql('grant select on body_class to hiraf_public, hiraf_tally');
    this.addSql(`
      create table body_class_profession (
        profession_id smallint not null,
        body_class_id smallint not null,
        primary key (profession_id)
      )`);
    this.addSql('create index body_class_profession_class on body_class_profession (body_class_id)');
    this.addSql('alter table body_class_profession add foreign key (profession_id) references profession (id)');
    this.addSql('alter table body_class_profession add foreign key (body_class_id) references body_class (id)');
    this.addSql('grant select on body_class_profession to hiraf_public, hiraf_tally');
    this.addSql(`
      create table office (
        id smallint not null,
        code text not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        primary key (id)
      )`);
    this.addSql('alter table office add constraint office_code_unique unique (code)');
    this.addSql('grant select on office to hiraf_public, hiraf_tally');
    this.addSql(`
      create table rule (
        id smallint not null,
        code text not null,
        "level" text not null,
        value double precision not null,
        rank smallint not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        valid_from date not null,
        valid_to date null,
        mark text not null,
        source text not null,
        primary key (id)
      )`);
    this.addSql(`alter table rule add constraint rule_dated unique (code, "level", valid_from)`);
    this.addSql(
      `alter table rule add constraint rule_level_check check ("level" in ('PROVINCIAL', 'REGIONAL', 'NATIONAL'))`,
    );
    this.addSql(`alter table rule add constraint rule_mark_check check (mark in ('REPORTED', 'ASSUMED'))`);
    this.addSql('grant select on rule to hiraf_public, hiraf_tally');
    this.addSql(`
      create table published_figure (
        id smallint not null,
        measure text not null,
        region_id smallint not null,
        province_id smallint null,
        value double precision not null,
        unit text not null,
        as_of text null,
        note text null,
        source text not null,
        primary key (id)
      )`);
    this.addSql('create index published_figure_territory on published_figure (region_id, province_id, measure)');
    this.addSql('alter table published_figure add foreign key (region_id) references region (id)');
    this.addSql(
      'alter table published_figure add foreign key (region_id, province_id) references province (region_id, id)',
    );
    this.addSql('grant select on published_figure to hiraf_public, hiraf_tally');
  }

  override down(): void {
    this.addSql('drop table published_figure');
    this.addSql('drop table rule');
    this.addSql('drop table office');
    this.addSql('drop table body_class_profession');
    this.addSql('drop table body_class');
    this.addSql('drop table wave');
    this.addSql('drop table profession');
    this.addSql('drop table sector');
    this.addSql('drop table family');
    this.addSql('drop table institution');
    this.addSql('drop table province');
    this.addSql('drop table region');
  }
}
