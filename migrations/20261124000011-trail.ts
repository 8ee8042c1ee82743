import { Migration } from '@mikro-orm/migrations';

const HELD = 'region_id = any((select app.capture_scope())::smallint[])';
const OWN_PROVINCE = 'coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null)';

const FIELDS = [
  'new.region_id::text',
  'new.seq::text',
  `to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  ...['new.subject', 'new.role', 'new.request_id', 'new.action', 'new.type', 'new.entity_id::text'],
  ...['new.province_id::text', 'new.version::text', 'new.before::text', 'new.after::text'],
];

/**
 * Who did what: an audit entry for each change, chained by hash in each region; an outbox of the changes; the answers
 * that were given under an idempotency key. Nobody who captures may choose a number or a hash, or change what is written.
 */
export class Trail extends Migration {
  override up(): void {
    this.addAudit();
    this.addHead();
    this.addOutbox();
    this.addKeys();
    this.addChain();
  }

  override down(): void {
    this.addSql('drop table idempotency_key');
    this.addSql('drop table outbox_event');
    this.addSql('drop table audit_entry');
    this.addSql('drop function app.chain_audit()');
    this.addSql('drop function app.prefixed(text)');
    this.addSql('drop table audit_head');
  }

  private guard(table: string, sight: string): void {
    this.addSql(`alter table ${table} enable row level security`);
    this.addSql(`alter table ${table} force row level security`);
    this.addSql(`create policy ${table}_sight on ${table} for select to hiraf_capture using (${sight})`);
  }

  private addAudit(): void {
    this.addSql(`
      create table audit_entry (
        region_id smallint not null,
        seq int not null,
        at timestamptz not null,
        subject text not null,
        role text not null,
        request_id text not null,
        action text not null,
        type text not null,
        entity_id int null,
        province_id smallint null,
        version int null,
        before jsonb null,
        after jsonb null,
        previous_hash bytea not null,
        hash bytea not null,
        primary key (region_id, seq)
      )`);
    this.addSql('create index audit_entry_entity on audit_entry (region_id, type, entity_id, seq)');
    this.addSql('create index audit_entry_province on audit_entry (region_id, province_id, seq)');
    this.addSql('create index audit_entry_subject on audit_entry (region_id, subject, seq)');
    this.guard('audit_entry', `${HELD} and ${OWN_PROVINCE}`);
    this.addSql(`create policy audit_entry_note on audit_entry for insert to hiraf_capture with check (${HELD})`);
    this.addSql('grant select on audit_entry to hiraf_capture');
    this.addSql(`
      grant insert (region_id, subject, role, request_id, action, type, entity_id, province_id, version, before, after)
        on audit_entry to hiraf_capture`);
  }

  private addHead(): void {
    this.addSql(`
      create table audit_head (
        region_id smallint not null,
        seq int not null,
        hash bytea not null,
        primary key (region_id)
      )`);
    this.guard('audit_head', HELD);
    this.addSql('create policy audit_head_tally on audit_head to hiraf_tally using (true) with check (true)');
    this.addSql('grant select on audit_head to hiraf_capture');
    this.addSql('grant select, insert, update on audit_head to hiraf_tally');
  }

  private addOutbox(): void {
    this.addSql(`
      create table outbox_event (
        region_id smallint not null,
        seq int not null,
        at timestamptz not null,
        action text not null,
        type text not null,
        entity_id int not null,
        version int not null,
        changed text[] not null,
        primary key (region_id, seq)
      )`);
    this.guard('outbox_event', HELD);
    this.addSql(`create policy outbox_event_note on outbox_event for insert to hiraf_capture with check (${HELD})`);
    this.addSql('grant select, insert on outbox_event to hiraf_capture');
  }

  private addKeys(): void {
    this.addSql(`
      create table idempotency_key (
        region_id smallint not null,
        subject text not null,
        key text not null,
        action text not null,
        input_hash text not null,
        answer jsonb not null,
        at timestamptz not null default now(),
        primary key (region_id, subject, key)
      )`);
    this.addSql('create index idempotency_key_at on idempotency_key (at)');
    this.guard('idempotency_key', HELD);
    this.addSql(
      `create policy idempotency_key_note on idempotency_key for insert to hiraf_capture with check (${HELD})`,
    );
    this.addSql('grant select, insert on idempotency_key to hiraf_capture');
  }

  /**
   * Each field with its length before it, so that no two entries have the same bytes. The head of the region is locked
   * from here to the end of the transaction: numbers have no hole, and regions do not wait for each other.
   */
  private addChain(): void {
    this.addSql(`
      create function app.prefixed(field text) returns bytea immutable parallel safe language sql as $$
        select case when field is null then int4send(-1)
          else int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8') end
      $$`);
    this.addSql('grant create on schema app to hiraf_tally');
    this.addSql(`
      create function app.chain_audit() returns trigger security definer set search_path = public, pg_temp
      language plpgsql as $$
      begin
        select seq + 1, hash into new.seq, new.previous_hash from audit_head where region_id = new.region_id for update;
        if not found then
          insert into audit_head values (new.region_id, 0, sha256('')) on conflict do nothing;
          select seq + 1, hash into new.seq, new.previous_hash from audit_head where region_id = new.region_id for update;
        end if;
        new.at := clock_timestamp();
        new.hash := sha256(int4send(octet_length(new.previous_hash)) || new.previous_hash
          || ${FIELDS.map((field) => `app.prefixed(${field})`).join('\n          || ')});
        update audit_head set seq = new.seq, hash = new.hash where region_id = new.region_id;
        return new;
      end $$`);
    this.addSql('alter function app.chain_audit() owner to hiraf_tally');
    this.addSql('revoke create on schema app from hiraf_tally');
    this.addSql(
      'create trigger audit_chain before insert on audit_entry for each row execute function app.chain_audit()',
    );
  }
}
