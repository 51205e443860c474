import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`service_items_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`service_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`service_items_audience_order_idx\` ON \`service_items_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`service_items_audience_parent_idx\` ON \`service_items_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_items_materials\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`form\` text DEFAULT 'original',
  	\`copies\` numeric,
  	\`sample_id\` text,
  	FOREIGN KEY (\`sample_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`service_items_materials_order_idx\` ON \`service_items_materials\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`service_items_materials_parent_id_idx\` ON \`service_items_materials\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`service_items_materials_sample_idx\` ON \`service_items_materials\` (\`sample_id\`);`)
  await db.run(sql`CREATE TABLE \`service_items_materials_locales\` (
  	\`name\` text,
  	\`note\` text,
  	\`from\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_items_materials\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`service_items_materials_locales_locale_parent_id_unique\` ON \`service_items_materials_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_items_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`service_items_steps_order_idx\` ON \`service_items_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`service_items_steps_parent_id_idx\` ON \`service_items_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_items_steps_locales\` (
  	\`title\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_items_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`service_items_steps_locales_locale_parent_id_unique\` ON \`service_items_steps_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_items_forms\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`href\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`service_items_forms_order_idx\` ON \`service_items_forms\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`service_items_forms_parent_id_idx\` ON \`service_items_forms\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_items_forms_locales\` (
  	\`name\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_items_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`service_items_forms_locales_locale_parent_id_unique\` ON \`service_items_forms_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_items\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text,
  	\`aliases\` text,
  	\`visits\` numeric,
  	\`phone\` text,
  	\`online\` text DEFAULT 'none',
  	\`online_type_id\` text,
  	\`online_href\` text,
  	\`agent_type_id\` text,
  	\`official_code\` text,
  	\`valid_from\` text,
  	\`valid_until\` text,
  	\`order\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`online_type_id\`) REFERENCES \`matter_types\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agent_type_id\`) REFERENCES \`matter_types\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`service_items_office_idx\` ON \`service_items\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`service_items_code_idx\` ON \`service_items\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`service_items_online_type_idx\` ON \`service_items\` (\`online_type_id\`);`)
  await db.run(sql`CREATE INDEX \`service_items_agent_type_idx\` ON \`service_items\` (\`agent_type_id\`);`)
  await db.run(sql`CREATE INDEX \`service_items_updated_at_idx\` ON \`service_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`service_items_created_at_idx\` ON \`service_items\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`service_items__status_idx\` ON \`service_items\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`service_items_locales\` (
  	\`name\` text,
  	\`summary\` text,
  	\`basis\` text,
  	\`conditions\` text,
  	\`place\` text,
  	\`body\` text,
  	\`fee\` text,
  	\`legal_limit\` text,
  	\`promised_limit\` text,
  	\`hours\` text,
  	\`remedy\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`service_items_locales_locale_parent_id_unique\` ON \`service_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_items_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`life_events_id\` text,
  	\`grid_units_id\` text,
  	\`service_counters_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`service_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`life_events_id\`) REFERENCES \`life_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`service_counters_id\`) REFERENCES \`service_counters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`service_items_rels_order_idx\` ON \`service_items_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`service_items_rels_parent_idx\` ON \`service_items_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`service_items_rels_path_idx\` ON \`service_items_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`service_items_rels_life_events_id_idx\` ON \`service_items_rels\` (\`life_events_id\`);`)
  await db.run(sql`CREATE INDEX \`service_items_rels_grid_units_id_idx\` ON \`service_items_rels\` (\`grid_units_id\`);`)
  await db.run(sql`CREATE INDEX \`service_items_rels_service_counters_id_idx\` ON \`service_items_rels\` (\`service_counters_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v_version_audience\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_service_items_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_audience_order_idx\` ON \`_service_items_v_version_audience\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_audience_parent_idx\` ON \`_service_items_v_version_audience\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v_version_materials\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`form\` text DEFAULT 'original',
  	\`copies\` numeric,
  	\`sample_id\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`sample_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_service_items_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_materials_order_idx\` ON \`_service_items_v_version_materials\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_materials_parent_id_idx\` ON \`_service_items_v_version_materials\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_materials_sample_idx\` ON \`_service_items_v_version_materials\` (\`sample_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v_version_materials_locales\` (
  	\`name\` text,
  	\`note\` text,
  	\`from\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_service_items_v_version_materials\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_service_items_v_version_materials_locales_locale_parent_id_\` ON \`_service_items_v_version_materials_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v_version_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_service_items_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_steps_order_idx\` ON \`_service_items_v_version_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_steps_parent_id_idx\` ON \`_service_items_v_version_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v_version_steps_locales\` (
  	\`title\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_service_items_v_version_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_service_items_v_version_steps_locales_locale_parent_id_uniq\` ON \`_service_items_v_version_steps_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v_version_forms\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`href\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_service_items_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_forms_order_idx\` ON \`_service_items_v_version_forms\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_forms_parent_id_idx\` ON \`_service_items_v_version_forms\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v_version_forms_locales\` (
  	\`name\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_service_items_v_version_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_service_items_v_version_forms_locales_locale_parent_id_uniq\` ON \`_service_items_v_version_forms_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_office_id\` text,
  	\`version_code\` text,
  	\`version_aliases\` text,
  	\`version_visits\` numeric,
  	\`version_phone\` text,
  	\`version_online\` text DEFAULT 'none',
  	\`version_online_type_id\` text,
  	\`version_online_href\` text,
  	\`version_agent_type_id\` text,
  	\`version_official_code\` text,
  	\`version_valid_from\` text,
  	\`version_valid_until\` text,
  	\`version_order\` numeric DEFAULT 0,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`service_items\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_online_type_id\`) REFERENCES \`matter_types\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agent_type_id\`) REFERENCES \`matter_types\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_items_v_parent_idx\` ON \`_service_items_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_version_office_idx\` ON \`_service_items_v\` (\`version_office_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_version_code_idx\` ON \`_service_items_v\` (\`version_code\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_version_online_type_idx\` ON \`_service_items_v\` (\`version_online_type_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_version_agent_type_idx\` ON \`_service_items_v\` (\`version_agent_type_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_version_updated_at_idx\` ON \`_service_items_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_version_created_at_idx\` ON \`_service_items_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_version_version__status_idx\` ON \`_service_items_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_created_at_idx\` ON \`_service_items_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_updated_at_idx\` ON \`_service_items_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_snapshot_idx\` ON \`_service_items_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_published_locale_idx\` ON \`_service_items_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_latest_idx\` ON \`_service_items_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v_locales\` (
  	\`version_name\` text,
  	\`version_summary\` text,
  	\`version_basis\` text,
  	\`version_conditions\` text,
  	\`version_place\` text,
  	\`version_body\` text,
  	\`version_fee\` text,
  	\`version_legal_limit\` text,
  	\`version_promised_limit\` text,
  	\`version_hours\` text,
  	\`version_remedy\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_service_items_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_service_items_v_locales_locale_parent_id_unique\` ON \`_service_items_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_service_items_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`life_events_id\` text,
  	\`grid_units_id\` text,
  	\`service_counters_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_service_items_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`life_events_id\`) REFERENCES \`life_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`service_counters_id\`) REFERENCES \`service_counters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_service_items_v_rels_order_idx\` ON \`_service_items_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_rels_parent_idx\` ON \`_service_items_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_rels_path_idx\` ON \`_service_items_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_rels_life_events_id_idx\` ON \`_service_items_v_rels\` (\`life_events_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_rels_grid_units_id_idx\` ON \`_service_items_v_rels\` (\`grid_units_id\`);`)
  await db.run(sql`CREATE INDEX \`_service_items_v_rels_service_counters_id_idx\` ON \`_service_items_v_rels\` (\`service_counters_id\`);`)
  await db.run(sql`CREATE TABLE \`life_events\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`order\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`life_events_office_idx\` ON \`life_events\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`life_events_code_idx\` ON \`life_events\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`life_events_updated_at_idx\` ON \`life_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`life_events_created_at_idx\` ON \`life_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`life_events_locales\` (
  	\`name\` text NOT NULL,
  	\`hint\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`life_events\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`life_events_locales_locale_parent_id_unique\` ON \`life_events_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`service_counters\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`unit_id\` text,
  	\`phone\` text,
  	\`week\` text,
  	\`slot_minutes\` numeric DEFAULT 30 NOT NULL,
  	\`capacity\` numeric DEFAULT 2 NOT NULL,
  	\`lead_minutes\` numeric DEFAULT 60 NOT NULL,
  	\`horizon_days\` numeric DEFAULT 14 NOT NULL,
  	\`contact\` text DEFAULT 'optional' NOT NULL,
  	\`keep_days\` numeric DEFAULT 1 NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`order\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`service_counters_office_idx\` ON \`service_counters\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`service_counters_code_idx\` ON \`service_counters\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`service_counters_unit_idx\` ON \`service_counters\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`service_counters_updated_at_idx\` ON \`service_counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`service_counters_created_at_idx\` ON \`service_counters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`service_counters_locales\` (
  	\`name\` text NOT NULL,
  	\`address\` text,
  	\`note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`service_counters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`service_counters_locales_locale_parent_id_unique\` ON \`service_counters_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`bookings\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`counter_id\` text NOT NULL,
  	\`item_id\` text,
  	\`date\` text NOT NULL,
  	\`minute\` numeric NOT NULL,
  	\`length\` numeric NOT NULL,
  	\`seat\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`word_hash\` text NOT NULL,
  	\`idempotency_key\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`cipher\` text,
  	\`masked\` text,
  	\`key_id\` text,
  	\`lang\` text,
  	\`reminded_at\` text,
  	\`erase_after\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`counter_id\`) REFERENCES \`service_counters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`item_id\`) REFERENCES \`service_items\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`bookings_office_idx\` ON \`bookings\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`bookings_counter_idx\` ON \`bookings\` (\`counter_id\`);`)
  await db.run(sql`CREATE INDEX \`bookings_item_idx\` ON \`bookings\` (\`item_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`bookings_seat_idx\` ON \`bookings\` (\`seat\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`bookings_code_idx\` ON \`bookings\` (\`code\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`bookings_idempotency_key_idx\` ON \`bookings\` (\`idempotency_key\`);`)
  await db.run(sql`CREATE INDEX \`bookings_key_id_idx\` ON \`bookings\` (\`key_id\`);`)
  await db.run(sql`CREATE INDEX \`bookings_erase_after_idx\` ON \`bookings\` (\`erase_after\`);`)
  await db.run(sql`CREATE INDEX \`bookings_updated_at_idx\` ON \`bookings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bookings_created_at_idx\` ON \`bookings\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`counter_date_idx\` ON \`bookings\` (\`counter_id\`,\`date\`);`)
  await db.run(sql`CREATE TABLE \`booking_days\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`counter_id\` text NOT NULL,
  	\`date\` text NOT NULL,
  	\`came\` numeric NOT NULL,
  	\`missed\` numeric NOT NULL,
  	\`cancelled\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`counter_id\`) REFERENCES \`service_counters\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`booking_days_office_idx\` ON \`booking_days\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`booking_days_counter_idx\` ON \`booking_days\` (\`counter_id\`);`)
  await db.run(sql`CREATE INDEX \`booking_days_date_idx\` ON \`booking_days\` (\`date\`);`)
  await db.run(sql`CREATE INDEX \`booking_days_updated_at_idx\` ON \`booking_days\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`booking_days_created_at_idx\` ON \`booking_days\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`counter_date_1_idx\` ON \`booking_days\` (\`counter_id\`,\`date\`);`)
  await db.run(sql`CREATE TABLE \`counter_closings\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`counter_id\` text NOT NULL,
  	\`date\` text NOT NULL,
  	\`from\` numeric NOT NULL,
  	\`to\` numeric NOT NULL,
  	\`reason\` text NOT NULL,
  	\`by_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`counter_id\`) REFERENCES \`service_counters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`counter_closings_office_idx\` ON \`counter_closings\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`counter_closings_counter_idx\` ON \`counter_closings\` (\`counter_id\`);`)
  await db.run(sql`CREATE INDEX \`counter_closings_date_idx\` ON \`counter_closings\` (\`date\`);`)
  await db.run(sql`CREATE INDEX \`counter_closings_by_idx\` ON \`counter_closings\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`counter_closings_updated_at_idx\` ON \`counter_closings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`counter_closings_created_at_idx\` ON \`counter_closings\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`counter_date_2_idx\` ON \`counter_closings\` (\`counter_id\`,\`date\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`service_items_id\` text REFERENCES service_items(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`life_events_id\` text REFERENCES life_events(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`service_counters_id\` text REFERENCES service_counters(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_service_items_id_idx\` ON \`payload_locked_documents_rels\` (\`service_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_life_events_id_idx\` ON \`payload_locked_documents_rels\` (\`life_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_service_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`service_counters_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`service_items_audience\`;`)
  await db.run(sql`DROP TABLE \`service_items_materials\`;`)
  await db.run(sql`DROP TABLE \`service_items_materials_locales\`;`)
  await db.run(sql`DROP TABLE \`service_items_steps\`;`)
  await db.run(sql`DROP TABLE \`service_items_steps_locales\`;`)
  await db.run(sql`DROP TABLE \`service_items_forms\`;`)
  await db.run(sql`DROP TABLE \`service_items_forms_locales\`;`)
  await db.run(sql`DROP TABLE \`service_items\`;`)
  await db.run(sql`DROP TABLE \`service_items_locales\`;`)
  await db.run(sql`DROP TABLE \`service_items_rels\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v_version_audience\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v_version_materials\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v_version_materials_locales\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v_version_steps\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v_version_steps_locales\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v_version_forms\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v_version_forms_locales\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_service_items_v_rels\`;`)
  await db.run(sql`DROP TABLE \`life_events\`;`)
  await db.run(sql`DROP TABLE \`life_events_locales\`;`)
  await db.run(sql`DROP TABLE \`service_counters\`;`)
  await db.run(sql`DROP TABLE \`service_counters_locales\`;`)
  await db.run(sql`DROP TABLE \`bookings\`;`)
  await db.run(sql`DROP TABLE \`booking_days\`;`)
  await db.run(sql`DROP TABLE \`counter_closings\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`grid_levels_id\` text,
  	\`grid_units_id\` text,
  	\`risk_categories_id\` text,
  	\`matter_types_id\` text,
  	\`forms_id\` text,
  	\`workflows_id\` text,
  	\`limit_sets_id\` text,
  	\`routing_sets_id\` text,
  	\`calendar_days_id\` text,
  	\`registers_id\` text,
  	\`routines_id\` text,
  	\`sources_id\` text,
  	\`standard_replies_id\` text,
  	\`tags_id\` text,
  	\`teams_id\` text,
  	\`posts_id\` text,
  	\`memberships_id\` text,
  	\`users_id\` text,
  	\`rule_documents_id\` text,
  	\`notice_columns_id\` text,
  	\`notices_id\` text,
  	\`pages_id\` text,
  	\`media_id\` text,
  	\`offices_id\` text,
  	\`roles_id\` text,
  	\`grants_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_levels_id\`) REFERENCES \`grid_levels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`risk_categories_id\`) REFERENCES \`risk_categories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`matter_types_id\`) REFERENCES \`matter_types\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forms_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`workflows_id\`) REFERENCES \`workflows\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`limit_sets_id\`) REFERENCES \`limit_sets\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`routing_sets_id\`) REFERENCES \`routing_sets\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calendar_days_id\`) REFERENCES \`calendar_days\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`registers_id\`) REFERENCES \`registers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`routines_id\`) REFERENCES \`routines\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`standard_replies_id\`) REFERENCES \`standard_replies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`tags_id\`) REFERENCES \`tags\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`teams_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`posts_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`memberships_id\`) REFERENCES \`memberships\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`rule_documents_id\`) REFERENCES \`rule_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notice_columns_id\`) REFERENCES \`notice_columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`offices_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`roles_id\`) REFERENCES \`roles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grants_id\`) REFERENCES \`grants\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "grid_levels_id", "grid_units_id", "risk_categories_id", "matter_types_id", "forms_id", "workflows_id", "limit_sets_id", "routing_sets_id", "calendar_days_id", "registers_id", "routines_id", "sources_id", "standard_replies_id", "tags_id", "teams_id", "posts_id", "memberships_id", "users_id", "rule_documents_id", "notice_columns_id", "notices_id", "pages_id", "media_id", "offices_id", "roles_id", "grants_id") SELECT "id", "order", "parent_id", "path", "grid_levels_id", "grid_units_id", "risk_categories_id", "matter_types_id", "forms_id", "workflows_id", "limit_sets_id", "routing_sets_id", "calendar_days_id", "registers_id", "routines_id", "sources_id", "standard_replies_id", "tags_id", "teams_id", "posts_id", "memberships_id", "users_id", "rule_documents_id", "notice_columns_id", "notices_id", "pages_id", "media_id", "offices_id", "roles_id", "grants_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_grid_levels_id_idx\` ON \`payload_locked_documents_rels\` (\`grid_levels_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_grid_units_id_idx\` ON \`payload_locked_documents_rels\` (\`grid_units_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_risk_categories_id_idx\` ON \`payload_locked_documents_rels\` (\`risk_categories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_matter_types_id_idx\` ON \`payload_locked_documents_rels\` (\`matter_types_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_forms_id_idx\` ON \`payload_locked_documents_rels\` (\`forms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_workflows_id_idx\` ON \`payload_locked_documents_rels\` (\`workflows_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_limit_sets_id_idx\` ON \`payload_locked_documents_rels\` (\`limit_sets_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_routing_sets_id_idx\` ON \`payload_locked_documents_rels\` (\`routing_sets_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_calendar_days_id_idx\` ON \`payload_locked_documents_rels\` (\`calendar_days_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_registers_id_idx\` ON \`payload_locked_documents_rels\` (\`registers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_routines_id_idx\` ON \`payload_locked_documents_rels\` (\`routines_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sources_id_idx\` ON \`payload_locked_documents_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_standard_replies_id_idx\` ON \`payload_locked_documents_rels\` (\`standard_replies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_tags_id_idx\` ON \`payload_locked_documents_rels\` (\`tags_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_teams_id_idx\` ON \`payload_locked_documents_rels\` (\`teams_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_posts_id_idx\` ON \`payload_locked_documents_rels\` (\`posts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_memberships_id_idx\` ON \`payload_locked_documents_rels\` (\`memberships_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_rule_documents_id_idx\` ON \`payload_locked_documents_rels\` (\`rule_documents_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notice_columns_id_idx\` ON \`payload_locked_documents_rels\` (\`notice_columns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_offices_id_idx\` ON \`payload_locked_documents_rels\` (\`offices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_roles_id_idx\` ON \`payload_locked_documents_rels\` (\`roles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_grants_id_idx\` ON \`payload_locked_documents_rels\` (\`grants_id\`);`)
}
