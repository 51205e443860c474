import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`grid_levels\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`order\` numeric NOT NULL,
  	\`staffing\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`grid_levels_office_idx\` ON \`grid_levels\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`grid_levels_code_idx\` ON \`grid_levels\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`grid_levels_updated_at_idx\` ON \`grid_levels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`grid_levels_created_at_idx\` ON \`grid_levels\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`grid_levels_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`grid_levels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`grid_levels_locales_locale_parent_id_unique\` ON \`grid_levels_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`grid_units\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`level_id\` text NOT NULL,
  	\`parent_id\` text,
  	\`path\` text,
  	\`kind\` text DEFAULT 'area',
  	\`lead_id\` text,
  	\`public_name\` text,
  	\`public_phone\` text,
  	\`boundary\` text,
  	\`closed_at\` text,
  	\`order\` numeric DEFAULT 0,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`level_id\`) REFERENCES \`grid_levels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`grid_units_office_idx\` ON \`grid_units\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_code_idx\` ON \`grid_units\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_level_idx\` ON \`grid_units\` (\`level_id\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_parent_idx\` ON \`grid_units\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_path_idx\` ON \`grid_units\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_lead_idx\` ON \`grid_units\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_active_idx\` ON \`grid_units\` (\`active\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_updated_at_idx\` ON \`grid_units\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_created_at_idx\` ON \`grid_units\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`grid_units_locales\` (
  	\`name\` text NOT NULL,
  	\`address\` text,
  	\`public_hours\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`grid_units_locales_locale_parent_id_unique\` ON \`grid_units_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`grid_units_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	\`grid_units_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`grid_units_rels_order_idx\` ON \`grid_units_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_rels_parent_idx\` ON \`grid_units_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_rels_path_idx\` ON \`grid_units_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_rels_users_id_idx\` ON \`grid_units_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`grid_units_rels_grid_units_id_idx\` ON \`grid_units_rels\` (\`grid_units_id\`);`)
  await db.run(sql`CREATE TABLE \`risk_categories\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`parent_id\` text,
  	\`path\` text,
  	\`severity\` numeric DEFAULT 2,
  	\`keywords\` text,
  	\`matter_type_id\` text,
  	\`lead_id\` text,
  	\`publicity\` text DEFAULT 'reporter',
  	\`examples\` text,
  	\`order\` numeric DEFAULT 0,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`risk_categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_type_id\`) REFERENCES \`matter_types\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`risk_categories_office_idx\` ON \`risk_categories\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`risk_categories_code_idx\` ON \`risk_categories\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`risk_categories_parent_idx\` ON \`risk_categories\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`risk_categories_path_idx\` ON \`risk_categories\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`risk_categories_matter_type_idx\` ON \`risk_categories\` (\`matter_type_id\`);`)
  await db.run(sql`CREATE INDEX \`risk_categories_lead_idx\` ON \`risk_categories\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`risk_categories_active_idx\` ON \`risk_categories\` (\`active\`);`)
  await db.run(sql`CREATE INDEX \`risk_categories_updated_at_idx\` ON \`risk_categories\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`risk_categories_created_at_idx\` ON \`risk_categories\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`risk_categories_locales\` (
  	\`name\` text NOT NULL,
  	\`help\` text,
  	\`not_ours\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`risk_categories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`risk_categories_locales_locale_parent_id_unique\` ON \`risk_categories_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`matter_types_open_by\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`matter_types\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`matter_types_open_by_order_idx\` ON \`matter_types_open_by\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`matter_types_open_by_parent_idx\` ON \`matter_types_open_by\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`matter_types\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`prefix\` text NOT NULL,
  	\`form_id\` text NOT NULL,
  	\`workflow_id\` text NOT NULL,
  	\`publicity\` text DEFAULT 'reporter' NOT NULL,
  	\`confidentiality\` text DEFAULT 'normal' NOT NULL,
  	\`reopen_days\` numeric DEFAULT 30 NOT NULL,
  	\`contact_retention_days\` numeric,
  	\`max_photos\` numeric DEFAULT 6 NOT NULL,
  	\`listed\` integer DEFAULT false,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`form_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`workflow_id\`) REFERENCES \`workflows\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`matter_types_office_idx\` ON \`matter_types\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`matter_types_code_idx\` ON \`matter_types\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`matter_types_form_idx\` ON \`matter_types\` (\`form_id\`);`)
  await db.run(sql`CREATE INDEX \`matter_types_workflow_idx\` ON \`matter_types\` (\`workflow_id\`);`)
  await db.run(sql`CREATE INDEX \`matter_types_updated_at_idx\` ON \`matter_types\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`matter_types_created_at_idx\` ON \`matter_types\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`matter_types_locales\` (
  	\`name\` text NOT NULL,
  	\`intro\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`matter_types\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`matter_types_locales_locale_parent_id_unique\` ON \`matter_types_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`forms\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`definition\` text NOT NULL,
  	\`current_id\` text,
  	\`current_number\` numeric,
  	\`published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`current_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`forms_office_idx\` ON \`forms\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`forms_code_idx\` ON \`forms\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`forms_current_idx\` ON \`forms\` (\`current_id\`);`)
  await db.run(sql`CREATE INDEX \`forms_updated_at_idx\` ON \`forms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`forms_created_at_idx\` ON \`forms\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`forms_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`forms_locales_locale_parent_id_unique\` ON \`forms_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`workflows\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`definition\` text NOT NULL,
  	\`current_id\` text,
  	\`current_number\` numeric,
  	\`published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`current_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`workflows_office_idx\` ON \`workflows\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`workflows_code_idx\` ON \`workflows\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`workflows_current_idx\` ON \`workflows\` (\`current_id\`);`)
  await db.run(sql`CREATE INDEX \`workflows_updated_at_idx\` ON \`workflows\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`workflows_created_at_idx\` ON \`workflows\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`workflows_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`workflows\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`workflows_locales_locale_parent_id_unique\` ON \`workflows_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`limit_sets\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`definition\` text NOT NULL,
  	\`current_id\` text,
  	\`current_number\` numeric,
  	\`published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`current_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`limit_sets_office_idx\` ON \`limit_sets\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`limit_sets_code_idx\` ON \`limit_sets\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`limit_sets_current_idx\` ON \`limit_sets\` (\`current_id\`);`)
  await db.run(sql`CREATE INDEX \`limit_sets_updated_at_idx\` ON \`limit_sets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`limit_sets_created_at_idx\` ON \`limit_sets\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`limit_sets_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`limit_sets\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`limit_sets_locales_locale_parent_id_unique\` ON \`limit_sets_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`routing_sets\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`definition\` text NOT NULL,
  	\`current_id\` text,
  	\`current_number\` numeric,
  	\`published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`current_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`routing_sets_office_idx\` ON \`routing_sets\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`routing_sets_code_idx\` ON \`routing_sets\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`routing_sets_current_idx\` ON \`routing_sets\` (\`current_id\`);`)
  await db.run(sql`CREATE INDEX \`routing_sets_updated_at_idx\` ON \`routing_sets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`routing_sets_created_at_idx\` ON \`routing_sets\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`routing_sets_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`routing_sets\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`routing_sets_locales_locale_parent_id_unique\` ON \`routing_sets_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`calendar_days\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`date\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`source_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`rule_documents\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`calendar_days_office_idx\` ON \`calendar_days\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`calendar_days_date_idx\` ON \`calendar_days\` (\`date\`);`)
  await db.run(sql`CREATE INDEX \`calendar_days_source_idx\` ON \`calendar_days\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`calendar_days_updated_at_idx\` ON \`calendar_days\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`calendar_days_created_at_idx\` ON \`calendar_days\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`calendar_days_locales\` (
  	\`name\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`calendar_days\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`calendar_days_locales_locale_parent_id_unique\` ON \`calendar_days_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`registers\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`definition\` text NOT NULL,
  	\`current_id\` text,
  	\`current_number\` numeric,
  	\`published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`current_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`registers_office_idx\` ON \`registers\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`registers_code_idx\` ON \`registers\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`registers_current_idx\` ON \`registers\` (\`current_id\`);`)
  await db.run(sql`CREATE INDEX \`registers_updated_at_idx\` ON \`registers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`registers_created_at_idx\` ON \`registers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`registers_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`registers\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`registers_locales_locale_parent_id_unique\` ON \`registers_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`routines\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`definition\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`next_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`routines_office_idx\` ON \`routines\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`routines_code_idx\` ON \`routines\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`routines_updated_at_idx\` ON \`routines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`routines_created_at_idx\` ON \`routines\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`routines_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`routines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`routines_locales_locale_parent_id_unique\` ON \`routines_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`routine_runs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`routine_id\` text NOT NULL,
  	\`title\` text,
  	\`due_at\` text NOT NULL,
  	\`opened_at\` text,
  	\`state\` text NOT NULL,
  	\`missed\` numeric,
  	\`error\` text,
  	\`matter_id\` text,
  	\`plan\` text,
  	\`team_id\` text,
  	\`unit_id\` text,
  	\`person_id\` text,
  	\`limit_at\` text,
  	\`total\` numeric,
  	\`done\` numeric,
  	\`finished_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`routine_id\`) REFERENCES \`routines\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`team_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`routine_runs_office_idx\` ON \`routine_runs\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`routine_runs_routine_idx\` ON \`routine_runs\` (\`routine_id\`);`)
  await db.run(sql`CREATE INDEX \`routine_runs_state_idx\` ON \`routine_runs\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`routine_runs_matter_idx\` ON \`routine_runs\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`routine_runs_team_idx\` ON \`routine_runs\` (\`team_id\`);`)
  await db.run(sql`CREATE INDEX \`routine_runs_unit_idx\` ON \`routine_runs\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`routine_runs_person_idx\` ON \`routine_runs\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`routine_runs_updated_at_idx\` ON \`routine_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`routine_runs_created_at_idx\` ON \`routine_runs\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`routine_dueAt_idx\` ON \`routine_runs\` (\`routine_id\`,\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`sources\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`open_to_staff\` integer DEFAULT true,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`sources_office_idx\` ON \`sources\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`sources_code_idx\` ON \`sources\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`sources_updated_at_idx\` ON \`sources\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sources_created_at_idx\` ON \`sources\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sources_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`sources_locales_locale_parent_id_unique\` ON \`sources_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`definition_versions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`kind\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`label\` text,
  	\`number\` numeric NOT NULL,
  	\`definition\` text NOT NULL,
  	\`digest\` text,
  	\`published_at\` text,
  	\`published_by_id\` text,
  	\`reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`published_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`definition_versions_office_idx\` ON \`definition_versions\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`definition_versions_code_idx\` ON \`definition_versions\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`definition_versions_published_by_idx\` ON \`definition_versions\` (\`published_by_id\`);`)
  await db.run(sql`CREATE INDEX \`definition_versions_updated_at_idx\` ON \`definition_versions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`definition_versions_created_at_idx\` ON \`definition_versions\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`office_kind_code_number_idx\` ON \`definition_versions\` (\`office_id\`,\`kind\`,\`code\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`matters\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`number\` text NOT NULL,
  	\`receipt_code\` text,
  	\`word_hash\` text,
  	\`idempotency_key\` text,
  	\`type_id\` text NOT NULL,
  	\`category_id\` text,
  	\`category_path\` text,
  	\`severity\` numeric,
  	\`source_id\` text,
  	\`registered_by_id\` text,
  	\`unit_id\` text,
  	\`path\` text,
  	\`address\` text,
  	\`entry_id\` text,
  	\`lng\` numeric,
  	\`lat\` numeric,
  	\`title\` text NOT NULL,
  	\`text\` text,
  	\`answers\` text,
  	\`form_version_id\` text,
  	\`workflow_version_id\` text,
  	\`search_text\` text,
  	\`tags\` text,
  	\`lang\` text,
  	\`step\` text NOT NULL,
  	\`phase\` text NOT NULL,
  	\`previous_step\` text,
  	\`revision\` numeric NOT NULL,
  	\`round\` numeric NOT NULL,
  	\`returns\` numeric NOT NULL,
  	\`event_count\` numeric NOT NULL,
  	\`last_digest\` text,
  	\`open\` integer,
  	\`outcome\` text,
  	\`rating\` numeric,
  	\`handlers\` text,
  	\`verified_by_id\` text,
  	\`parent_id\` text,
  	\`open_parts\` numeric,
  	\`merged_into_id\` text,
  	\`confidentiality\` text NOT NULL,
  	\`has_contact\` integer,
  	\`owner_unit_id\` text,
  	\`owner_team_id\` text,
  	\`owner_person_id\` text,
  	\`participants\` text,
  	\`first_unit_id\` text,
  	\`received_at\` text NOT NULL,
  	\`touched_at\` text,
  	\`step_since\` text,
  	\`archived_at\` text,
  	\`reopen_until\` text,
  	\`silence_at\` text,
  	\`next_clock\` text,
  	\`due_at\` text,
  	\`warn_at\` text,
  	\`paused\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`type_id\`) REFERENCES \`matter_types\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`risk_categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`registered_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entry_id\`) REFERENCES \`register_entries\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`form_version_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`workflow_version_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`verified_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`merged_into_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_team_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`first_unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`matters_office_idx\` ON \`matters\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_number_idx\` ON \`matters\` (\`number\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`matters_receipt_code_idx\` ON \`matters\` (\`receipt_code\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`matters_idempotency_key_idx\` ON \`matters\` (\`idempotency_key\`);`)
  await db.run(sql`CREATE INDEX \`matters_type_idx\` ON \`matters\` (\`type_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_category_idx\` ON \`matters\` (\`category_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_category_path_idx\` ON \`matters\` (\`category_path\`);`)
  await db.run(sql`CREATE INDEX \`matters_source_idx\` ON \`matters\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_registered_by_idx\` ON \`matters\` (\`registered_by_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_unit_idx\` ON \`matters\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_path_idx\` ON \`matters\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`matters_entry_idx\` ON \`matters\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_form_version_idx\` ON \`matters\` (\`form_version_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_workflow_version_idx\` ON \`matters\` (\`workflow_version_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_step_idx\` ON \`matters\` (\`step\`);`)
  await db.run(sql`CREATE INDEX \`matters_open_idx\` ON \`matters\` (\`open\`);`)
  await db.run(sql`CREATE INDEX \`matters_verified_by_idx\` ON \`matters\` (\`verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_parent_idx\` ON \`matters\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_merged_into_idx\` ON \`matters\` (\`merged_into_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_owner_unit_idx\` ON \`matters\` (\`owner_unit_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_owner_team_idx\` ON \`matters\` (\`owner_team_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_owner_person_idx\` ON \`matters\` (\`owner_person_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_first_unit_idx\` ON \`matters\` (\`first_unit_id\`);`)
  await db.run(sql`CREATE INDEX \`matters_touched_at_idx\` ON \`matters\` (\`touched_at\`);`)
  await db.run(sql`CREATE INDEX \`matters_archived_at_idx\` ON \`matters\` (\`archived_at\`);`)
  await db.run(sql`CREATE INDEX \`matters_silence_at_idx\` ON \`matters\` (\`silence_at\`);`)
  await db.run(sql`CREATE INDEX \`matters_due_at_idx\` ON \`matters\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`matters_warn_at_idx\` ON \`matters\` (\`warn_at\`);`)
  await db.run(sql`CREATE INDEX \`matters_updated_at_idx\` ON \`matters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`matters_created_at_idx\` ON \`matters\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`office_number_idx\` ON \`matters\` (\`office_id\`,\`number\`);`)
  await db.run(sql`CREATE INDEX \`office_open_dueAt_idx\` ON \`matters\` (\`office_id\`,\`open\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`office_receivedAt_id_idx\` ON \`matters\` (\`office_id\`,\`received_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`office_phase_receivedAt_idx\` ON \`matters\` (\`office_id\`,\`phase\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`path_receivedAt_idx\` ON \`matters\` (\`path\`,\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`ownerTeam_open_dueAt_idx\` ON \`matters\` (\`owner_team_id\`,\`open\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`ownerPerson_open_dueAt_idx\` ON \`matters\` (\`owner_person_id\`,\`open\`,\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`matter_events\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`matter_id\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`round\` numeric,
  	\`at\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`action\` text NOT NULL,
  	\`name\` text,
  	\`step_from\` text,
  	\`step_to\` text,
  	\`phase_to\` text,
  	\`actor_kind\` text NOT NULL,
  	\`actor_id\` text,
  	\`actor_name\` text,
  	\`signals\` text,
  	\`data\` text,
  	\`reason\` text,
  	\`resident_line\` text,
  	\`rule_version_id\` text,
  	\`texts\` text,
  	\`previous\` text,
  	\`digest\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`actor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`rule_version_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`matter_events_office_idx\` ON \`matter_events\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`matter_events_matter_idx\` ON \`matter_events\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`matter_events_actor_idx\` ON \`matter_events\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`matter_events_rule_version_idx\` ON \`matter_events\` (\`rule_version_id\`);`)
  await db.run(sql`CREATE INDEX \`matter_events_updated_at_idx\` ON \`matter_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`matter_events_created_at_idx\` ON \`matter_events\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`matter_seq_idx\` ON \`matter_events\` (\`matter_id\`,\`seq\`);`)
  await db.run(sql`CREATE INDEX \`office_at_idx\` ON \`matter_events\` (\`office_id\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`assignments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`matter_id\` text NOT NULL,
  	\`role\` text NOT NULL,
  	\`unit_id\` text,
  	\`team_id\` text,
  	\`person_id\` text,
  	\`note\` text,
  	\`due_at\` text,
  	\`from\` text NOT NULL,
  	\`until\` text,
  	\`active\` integer,
  	\`round\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`team_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`assignments_office_idx\` ON \`assignments\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`assignments_matter_idx\` ON \`assignments\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`assignments_unit_idx\` ON \`assignments\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`assignments_team_idx\` ON \`assignments\` (\`team_id\`);`)
  await db.run(sql`CREATE INDEX \`assignments_person_idx\` ON \`assignments\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`assignments_updated_at_idx\` ON \`assignments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`assignments_created_at_idx\` ON \`assignments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`team_active_idx\` ON \`assignments\` (\`team_id\`,\`active\`);`)
  await db.run(sql`CREATE INDEX \`person_active_idx\` ON \`assignments\` (\`person_id\`,\`active\`);`)
  await db.run(sql`CREATE TABLE \`clocks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`matter_id\` text NOT NULL,
  	\`clock\` text NOT NULL,
  	\`limit\` text NOT NULL,
  	\`limit_version_id\` text,
  	\`state\` text NOT NULL,
  	\`started_at\` text,
  	\`due_at\` text,
  	\`warn_at\` text,
  	\`stopped_at\` text,
  	\`done\` text,
  	\`next_percent\` numeric,
  	\`next_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`limit_version_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`clocks_office_idx\` ON \`clocks\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`clocks_matter_idx\` ON \`clocks\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`clocks_limit_version_idx\` ON \`clocks\` (\`limit_version_id\`);`)
  await db.run(sql`CREATE INDEX \`clocks_due_at_idx\` ON \`clocks\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`clocks_next_at_idx\` ON \`clocks\` (\`next_at\`);`)
  await db.run(sql`CREATE INDEX \`clocks_updated_at_idx\` ON \`clocks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`clocks_created_at_idx\` ON \`clocks\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`matter_clock_idx\` ON \`clocks\` (\`matter_id\`,\`clock\`);`)
  await db.run(sql`CREATE TABLE \`attachments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`matter_id\` text,
  	\`draft\` text,
  	\`stage\` text NOT NULL,
  	\`file\` text,
  	\`mime\` text,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`bytes\` numeric,
  	\`sha256\` text,
  	\`visibility\` text NOT NULL,
  	\`added_by\` text NOT NULL,
  	\`person_id\` text,
  	\`added_at\` text NOT NULL,
  	\`erased_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`attachments_office_idx\` ON \`attachments\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_matter_idx\` ON \`attachments\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_draft_idx\` ON \`attachments\` (\`draft\`);`)
  await db.run(sql`CREATE INDEX \`attachments_person_idx\` ON \`attachments\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_updated_at_idx\` ON \`attachments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`attachments_created_at_idx\` ON \`attachments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`standard_replies\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`steps\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`standard_replies_office_idx\` ON \`standard_replies\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`standard_replies_code_idx\` ON \`standard_replies\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`standard_replies_updated_at_idx\` ON \`standard_replies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`standard_replies_created_at_idx\` ON \`standard_replies\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`standard_replies_locales\` (
  	\`title\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`standard_replies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`standard_replies_locales_locale_parent_id_unique\` ON \`standard_replies_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`standard_replies_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`risk_categories_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`standard_replies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`risk_categories_id\`) REFERENCES \`risk_categories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`standard_replies_rels_order_idx\` ON \`standard_replies_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`standard_replies_rels_parent_idx\` ON \`standard_replies_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`standard_replies_rels_path_idx\` ON \`standard_replies_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`standard_replies_rels_risk_categories_id_idx\` ON \`standard_replies_rels\` (\`risk_categories_id\`);`)
  await db.run(sql`CREATE TABLE \`tags\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`tags_office_idx\` ON \`tags\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`tags_code_idx\` ON \`tags\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`tags_updated_at_idx\` ON \`tags\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tags_created_at_idx\` ON \`tags\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`tags_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`tags\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`tags_locales_locale_parent_id_unique\` ON \`tags_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`teams\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`kind\` text DEFAULT 'team',
  	\`seats\` text,
  	\`min_size\` numeric,
  	\`max_size\` numeric,
  	\`phone\` text,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`teams_office_idx\` ON \`teams\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`teams_code_idx\` ON \`teams\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`teams_updated_at_idx\` ON \`teams\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`teams_created_at_idx\` ON \`teams\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`teams_locales\` (
  	\`name\` text NOT NULL,
  	\`duty\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`teams_locales_locale_parent_id_unique\` ON \`teams_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`teams_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`grid_units_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`teams_rels_order_idx\` ON \`teams_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`teams_rels_parent_idx\` ON \`teams_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`teams_rels_path_idx\` ON \`teams_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`teams_rels_grid_units_id_idx\` ON \`teams_rels\` (\`grid_units_id\`);`)
  await db.run(sql`CREATE TABLE \`posts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_office_idx\` ON \`posts\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_code_idx\` ON \`posts\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`posts_locales\` (
  	\`name\` text NOT NULL,
  	\`duty\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`posts_locales_locale_parent_id_unique\` ON \`posts_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`memberships\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`title\` text,
  	\`person_id\` text NOT NULL,
  	\`team_id\` text,
  	\`post_id\` text,
  	\`seat\` text,
  	\`from\` text,
  	\`until\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`team_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`post_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`memberships_office_idx\` ON \`memberships\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`memberships_person_idx\` ON \`memberships\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`memberships_team_idx\` ON \`memberships\` (\`team_id\`);`)
  await db.run(sql`CREATE INDEX \`memberships_post_idx\` ON \`memberships\` (\`post_id\`);`)
  await db.run(sql`CREATE INDEX \`memberships_updated_at_idx\` ON \`memberships\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`memberships_created_at_idx\` ON \`memberships\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`memberships_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`grid_units_id\` text,
  	\`risk_categories_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`memberships\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`risk_categories_id\`) REFERENCES \`risk_categories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`memberships_rels_order_idx\` ON \`memberships_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`memberships_rels_parent_idx\` ON \`memberships_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`memberships_rels_path_idx\` ON \`memberships_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`memberships_rels_grid_units_id_idx\` ON \`memberships_rels\` (\`grid_units_id\`);`)
  await db.run(sql`CREATE INDEX \`memberships_rels_risk_categories_id_idx\` ON \`memberships_rels\` (\`risk_categories_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`name\` text NOT NULL,
  	\`public_name\` text,
  	\`unit_id\` text,
  	\`phone\` text,
  	\`active\` integer DEFAULT true,
  	\`must_change_password\` integer DEFAULT true,
  	\`password_changed_at\` text,
  	\`last_sign_in_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text,
  	\`username\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_office_idx\` ON \`users\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`users_unit_idx\` ON \`users\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`users_active_idx\` ON \`users\` (\`active\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_username_idx\` ON \`users\` (\`username\`);`)
  await db.run(sql`CREATE TABLE \`rule_documents_clauses\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`code\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rule_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rule_documents_clauses_order_idx\` ON \`rule_documents_clauses\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`rule_documents_clauses_parent_id_idx\` ON \`rule_documents_clauses\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rule_documents_clauses_locales\` (
  	\`heading\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rule_documents_clauses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`rule_documents_clauses_locales_locale_parent_id_unique\` ON \`rule_documents_clauses_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rule_documents\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text,
  	\`number\` text,
  	\`kind\` text DEFAULT 'system',
  	\`audience\` text DEFAULT 'public',
  	\`edition\` text DEFAULT '1',
  	\`effective_at\` text,
  	\`must_acknowledge\` integer DEFAULT false,
  	\`order\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`rule_documents_office_idx\` ON \`rule_documents\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`rule_documents_code_idx\` ON \`rule_documents\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`rule_documents_updated_at_idx\` ON \`rule_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rule_documents_created_at_idx\` ON \`rule_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`rule_documents__status_idx\` ON \`rule_documents\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`rule_documents_locales\` (
  	\`title\` text,
  	\`summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rule_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`rule_documents_locales_locale_parent_id_unique\` ON \`rule_documents_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rule_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`teams_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rule_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`teams_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rule_documents_rels_order_idx\` ON \`rule_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`rule_documents_rels_parent_idx\` ON \`rule_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`rule_documents_rels_path_idx\` ON \`rule_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`rule_documents_rels_teams_id_idx\` ON \`rule_documents_rels\` (\`teams_id\`);`)
  await db.run(sql`CREATE TABLE \`_rule_documents_v_version_clauses\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_rule_documents_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_version_clauses_order_idx\` ON \`_rule_documents_v_version_clauses\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_version_clauses_parent_id_idx\` ON \`_rule_documents_v_version_clauses\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_rule_documents_v_version_clauses_locales\` (
  	\`heading\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_rule_documents_v_version_clauses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_rule_documents_v_version_clauses_locales_locale_parent_id_u\` ON \`_rule_documents_v_version_clauses_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_rule_documents_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_office_id\` text,
  	\`version_code\` text,
  	\`version_number\` text,
  	\`version_kind\` text DEFAULT 'system',
  	\`version_audience\` text DEFAULT 'public',
  	\`version_edition\` text DEFAULT '1',
  	\`version_effective_at\` text,
  	\`version_must_acknowledge\` integer DEFAULT false,
  	\`version_order\` numeric DEFAULT 0,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rule_documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_parent_idx\` ON \`_rule_documents_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_version_version_office_idx\` ON \`_rule_documents_v\` (\`version_office_id\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_version_version_code_idx\` ON \`_rule_documents_v\` (\`version_code\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_version_version_updated_at_idx\` ON \`_rule_documents_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_version_version_created_at_idx\` ON \`_rule_documents_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_version_version__status_idx\` ON \`_rule_documents_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_created_at_idx\` ON \`_rule_documents_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_updated_at_idx\` ON \`_rule_documents_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_snapshot_idx\` ON \`_rule_documents_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_published_locale_idx\` ON \`_rule_documents_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_latest_idx\` ON \`_rule_documents_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_rule_documents_v_locales\` (
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_rule_documents_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_rule_documents_v_locales_locale_parent_id_unique\` ON \`_rule_documents_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_rule_documents_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`teams_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_rule_documents_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`teams_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_rels_order_idx\` ON \`_rule_documents_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_rels_parent_idx\` ON \`_rule_documents_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_rels_path_idx\` ON \`_rule_documents_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_rule_documents_v_rels_teams_id_idx\` ON \`_rule_documents_v_rels\` (\`teams_id\`);`)
  await db.run(sql`CREATE TABLE \`acknowledgements\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`document_id\` text NOT NULL,
  	\`edition\` text NOT NULL,
  	\`person_id\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`rule_documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`acknowledgements_office_idx\` ON \`acknowledgements\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`acknowledgements_document_idx\` ON \`acknowledgements\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`acknowledgements_person_idx\` ON \`acknowledgements\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`acknowledgements_updated_at_idx\` ON \`acknowledgements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`acknowledgements_created_at_idx\` ON \`acknowledgements\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`document_edition_person_idx\` ON \`acknowledgements\` (\`document_id\`,\`edition\`,\`person_id\`);`)
  await db.run(sql`CREATE TABLE \`notice_columns\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`stale_days\` numeric DEFAULT 180,
  	\`order\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notice_columns_office_idx\` ON \`notice_columns\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_code_idx\` ON \`notice_columns\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_updated_at_idx\` ON \`notice_columns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_created_at_idx\` ON \`notice_columns\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`notice_columns_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notice_columns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notice_columns_locales_locale_parent_id_unique\` ON \`notice_columns_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text,
  	\`column_id\` text,
  	\`published_at\` text,
  	\`pinned\` integer,
  	\`alert\` integer,
  	\`alert_until\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`column_id\`) REFERENCES \`notice_columns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_office_idx\` ON \`notices\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_code_idx\` ON \`notices\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`notices_column_idx\` ON \`notices\` (\`column_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`notices__status_idx\` ON \`notices\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`notices_locales\` (
  	\`title\` text,
  	\`body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_locales_locale_parent_id_unique\` ON \`notices_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notices_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`grid_units_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_rels_order_idx\` ON \`notices_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_parent_idx\` ON \`notices_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_path_idx\` ON \`notices_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_grid_units_id_idx\` ON \`notices_rels\` (\`grid_units_id\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_office_id\` text,
  	\`version_code\` text,
  	\`version_column_id\` text,
  	\`version_published_at\` text,
  	\`version_pinned\` integer,
  	\`version_alert\` integer,
  	\`version_alert_until\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_column_id\`) REFERENCES \`notice_columns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_parent_idx\` ON \`_notices_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_office_idx\` ON \`_notices_v\` (\`version_office_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_code_idx\` ON \`_notices_v\` (\`version_code\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_column_idx\` ON \`_notices_v\` (\`version_column_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_updated_at_idx\` ON \`_notices_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_created_at_idx\` ON \`_notices_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version__status_idx\` ON \`_notices_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_created_at_idx\` ON \`_notices_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_updated_at_idx\` ON \`_notices_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_snapshot_idx\` ON \`_notices_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_published_locale_idx\` ON \`_notices_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_latest_idx\` ON \`_notices_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v_locales\` (
  	\`version_title\` text,
  	\`version_body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_notices_v_locales_locale_parent_id_unique\` ON \`_notices_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`grid_units_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_order_idx\` ON \`_notices_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_parent_idx\` ON \`_notices_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_path_idx\` ON \`_notices_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_grid_units_id_idx\` ON \`_notices_v_rels\` (\`grid_units_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_rich_text\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_rich_text_order_idx\` ON \`pages_blocks_rich_text\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_rich_text_parent_id_idx\` ON \`pages_blocks_rich_text\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_rich_text_path_idx\` ON \`pages_blocks_rich_text\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_rich_text_locales\` (
  	\`heading\` text,
  	\`body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_rich_text\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_rich_text_locales_locale_parent_id_unique\` ON \`pages_blocks_rich_text_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_facts_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_facts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_facts_items_order_idx\` ON \`pages_blocks_facts_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_facts_items_parent_id_idx\` ON \`pages_blocks_facts_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_facts_items_locales\` (
  	\`value\` text,
  	\`label\` text,
  	\`note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_facts_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_facts_items_locales_locale_parent_id_unique\` ON \`pages_blocks_facts_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_facts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_facts_order_idx\` ON \`pages_blocks_facts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_facts_parent_id_idx\` ON \`pages_blocks_facts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_facts_path_idx\` ON \`pages_blocks_facts\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_facts_locales\` (
  	\`heading\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_facts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_facts_locales_locale_parent_id_unique\` ON \`pages_blocks_facts_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_steps_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_steps_items_order_idx\` ON \`pages_blocks_steps_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_steps_items_parent_id_idx\` ON \`pages_blocks_steps_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_steps_items_locales\` (
  	\`title\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_steps_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_steps_items_locales_locale_parent_id_unique\` ON \`pages_blocks_steps_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_steps_order_idx\` ON \`pages_blocks_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_steps_parent_id_idx\` ON \`pages_blocks_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_steps_path_idx\` ON \`pages_blocks_steps\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_steps_locales\` (
  	\`heading\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_steps_locales_locale_parent_id_unique\` ON \`pages_blocks_steps_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_people_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`post_id\` text,
  	FOREIGN KEY (\`post_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_people_items_order_idx\` ON \`pages_blocks_people_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_people_items_parent_id_idx\` ON \`pages_blocks_people_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_people_items_post_idx\` ON \`pages_blocks_people_items\` (\`post_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_people_items_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_people_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_people_items_locales_locale_parent_id_unique\` ON \`pages_blocks_people_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_people\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_people_order_idx\` ON \`pages_blocks_people\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_people_parent_id_idx\` ON \`pages_blocks_people\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_people_path_idx\` ON \`pages_blocks_people\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_people_locales\` (
  	\`heading\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_people_locales_locale_parent_id_unique\` ON \`pages_blocks_people_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_links_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`href\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_links_items_order_idx\` ON \`pages_blocks_links_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_links_items_parent_id_idx\` ON \`pages_blocks_links_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_links_items_locales\` (
  	\`label\` text,
  	\`note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_links_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_links_items_locales_locale_parent_id_unique\` ON \`pages_blocks_links_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_links_order_idx\` ON \`pages_blocks_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_links_parent_id_idx\` ON \`pages_blocks_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_links_path_idx\` ON \`pages_blocks_links\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_links_locales\` (
  	\`heading\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_links_locales_locale_parent_id_unique\` ON \`pages_blocks_links_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_callout\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`tone\` text DEFAULT 'info',
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_callout_order_idx\` ON \`pages_blocks_callout\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_callout_parent_id_idx\` ON \`pages_blocks_callout\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_callout_path_idx\` ON \`pages_blocks_callout\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_callout_locales\` (
  	\`heading\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_callout\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_blocks_callout_locales_locale_parent_id_unique\` ON \`pages_blocks_callout_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`pages\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_office_idx\` ON \`pages\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_code_idx\` ON \`pages\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`pages_updated_at_idx\` ON \`pages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_created_at_idx\` ON \`pages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`pages__status_idx\` ON \`pages\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`pages_locales\` (
  	\`title\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_locales_locale_parent_id_unique\` ON \`pages_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_rich_text\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_rich_text_order_idx\` ON \`_pages_v_blocks_rich_text\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_rich_text_parent_id_idx\` ON \`_pages_v_blocks_rich_text\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_rich_text_path_idx\` ON \`_pages_v_blocks_rich_text\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_rich_text_locales\` (
  	\`heading\` text,
  	\`body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_rich_text\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_rich_text_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_rich_text_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_facts_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_facts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_facts_items_order_idx\` ON \`_pages_v_blocks_facts_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_facts_items_parent_id_idx\` ON \`_pages_v_blocks_facts_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_facts_items_locales\` (
  	\`value\` text,
  	\`label\` text,
  	\`note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_facts_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_facts_items_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_facts_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_facts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_facts_order_idx\` ON \`_pages_v_blocks_facts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_facts_parent_id_idx\` ON \`_pages_v_blocks_facts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_facts_path_idx\` ON \`_pages_v_blocks_facts\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_facts_locales\` (
  	\`heading\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_facts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_facts_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_facts_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_steps_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_steps_items_order_idx\` ON \`_pages_v_blocks_steps_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_steps_items_parent_id_idx\` ON \`_pages_v_blocks_steps_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_steps_items_locales\` (
  	\`title\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_steps_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_steps_items_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_steps_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_steps_order_idx\` ON \`_pages_v_blocks_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_steps_parent_id_idx\` ON \`_pages_v_blocks_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_steps_path_idx\` ON \`_pages_v_blocks_steps\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_steps_locales\` (
  	\`heading\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_steps_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_steps_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_people_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`post_id\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`post_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_people_items_order_idx\` ON \`_pages_v_blocks_people_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_people_items_parent_id_idx\` ON \`_pages_v_blocks_people_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_people_items_post_idx\` ON \`_pages_v_blocks_people_items\` (\`post_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_people_items_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_people_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_people_items_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_people_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_people\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_people_order_idx\` ON \`_pages_v_blocks_people\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_people_parent_id_idx\` ON \`_pages_v_blocks_people\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_people_path_idx\` ON \`_pages_v_blocks_people\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_people_locales\` (
  	\`heading\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_people_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_people_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_links_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`href\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_links_items_order_idx\` ON \`_pages_v_blocks_links_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_links_items_parent_id_idx\` ON \`_pages_v_blocks_links_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_links_items_locales\` (
  	\`label\` text,
  	\`note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_links_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_links_items_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_links_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_links_order_idx\` ON \`_pages_v_blocks_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_links_parent_id_idx\` ON \`_pages_v_blocks_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_links_path_idx\` ON \`_pages_v_blocks_links\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_links_locales\` (
  	\`heading\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_links_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_links_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_callout\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`tone\` text DEFAULT 'info',
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_callout_order_idx\` ON \`_pages_v_blocks_callout\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_callout_parent_id_idx\` ON \`_pages_v_blocks_callout\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_callout_path_idx\` ON \`_pages_v_blocks_callout\` (\`_path\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_callout_locales\` (
  	\`heading\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_callout\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_blocks_callout_locales_locale_parent_id_unique\` ON \`_pages_v_blocks_callout_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_office_id\` text,
  	\`version_code\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_parent_idx\` ON \`_pages_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_office_idx\` ON \`_pages_v\` (\`version_office_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_code_idx\` ON \`_pages_v\` (\`version_code\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_updated_at_idx\` ON \`_pages_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_created_at_idx\` ON \`_pages_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version__status_idx\` ON \`_pages_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_created_at_idx\` ON \`_pages_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_updated_at_idx\` ON \`_pages_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_snapshot_idx\` ON \`_pages_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_published_locale_idx\` ON \`_pages_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_latest_idx\` ON \`_pages_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_locales\` (
  	\`version_title\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_locales_locale_parent_id_unique\` ON \`_pages_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`media_office_idx\` ON \`media\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`media_locales\` (
  	\`alt\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`media_locales_locale_parent_id_unique\` ON \`media_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`offices\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`seal\` text,
  	\`phone\` text,
  	\`duty_phone\` text,
  	\`time_zone\` text DEFAULT 'Asia/Shanghai',
  	\`week\` text,
  	\`calendar_years\` text,
  	\`footer_icp\` text,
  	\`footer_police\` text,
  	\`footer_site_code\` text,
  	\`contact_retention_days\` numeric DEFAULT 90,
  	\`draft_hours\` numeric DEFAULT 24,
  	\`near_boundary_metres\` numeric DEFAULT 30,
  	\`code_pattern\` text DEFAULT 'free',
  	\`brand\` text,
  	\`appointments_open\` integer,
  	\`preset\` text,
  	\`setup\` text,
  	\`report_door\` text DEFAULT 'open',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`offices_code_idx\` ON \`offices\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`offices_updated_at_idx\` ON \`offices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`offices_created_at_idx\` ON \`offices\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`offices_locales\` (
  	\`name\` text NOT NULL,
  	\`short_name\` text,
  	\`address\` text,
  	\`hours\` text,
  	\`footer_host\` text,
  	\`report_closed_words\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`offices_locales_locale_parent_id_unique\` ON \`offices_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`roles_permissions\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`roles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`roles_permissions_order_idx\` ON \`roles_permissions\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`roles_permissions_parent_idx\` ON \`roles_permissions\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`roles\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`code\` text NOT NULL,
  	\`exclusive\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`roles_office_idx\` ON \`roles\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`roles_code_idx\` ON \`roles\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`roles_updated_at_idx\` ON \`roles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`roles_created_at_idx\` ON \`roles\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`roles_locales\` (
  	\`name\` text NOT NULL,
  	\`description\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`roles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`roles_locales_locale_parent_id_unique\` ON \`roles_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`grants\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`title\` text,
  	\`person_id\` text NOT NULL,
  	\`role_id\` text NOT NULL,
  	\`unit_id\` text,
  	\`team_id\` text,
  	\`from\` text,
  	\`until\` text,
  	\`reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`role_id\`) REFERENCES \`roles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`team_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`grants_office_idx\` ON \`grants\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_person_idx\` ON \`grants\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_role_idx\` ON \`grants\` (\`role_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_unit_idx\` ON \`grants\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_team_idx\` ON \`grants\` (\`team_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_updated_at_idx\` ON \`grants\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`grants_created_at_idx\` ON \`grants\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`grants_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`risk_categories_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`grants\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`risk_categories_id\`) REFERENCES \`risk_categories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`grants_rels_order_idx\` ON \`grants_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`grants_rels_parent_idx\` ON \`grants_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_rels_path_idx\` ON \`grants_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`grants_rels_risk_categories_id_idx\` ON \`grants_rels\` (\`risk_categories_id\`);`)
  await db.run(sql`CREATE TABLE \`audit_log\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`seq\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`action\` text NOT NULL,
  	\`actor_kind\` text NOT NULL,
  	\`actor_id\` text,
  	\`actor_name\` text,
  	\`target_kind\` text,
  	\`target\` text,
  	\`detail\` text,
  	\`address\` text,
  	\`previous\` text,
  	\`hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`actor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_log_office_idx\` ON \`audit_log\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_action_idx\` ON \`audit_log\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_actor_idx\` ON \`audit_log\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_target_idx\` ON \`audit_log\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_updated_at_idx\` ON \`audit_log\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_created_at_idx\` ON \`audit_log\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`office_seq_idx\` ON \`audit_log\` (\`office_id\`,\`seq\`);`)
  await db.run(sql`CREATE TABLE \`change_sets\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`at\` text NOT NULL,
  	\`actor_id\` text,
  	\`table\` text NOT NULL,
  	\`target\` text NOT NULL,
  	\`label\` text,
  	\`reason\` text,
  	\`before\` text,
  	\`after\` text,
  	\`batch\` text,
  	\`count\` numeric,
  	\`undoes\` text,
  	\`undone_by\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`actor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`change_sets_office_idx\` ON \`change_sets\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_at_idx\` ON \`change_sets\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_actor_idx\` ON \`change_sets\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_target_idx\` ON \`change_sets\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_batch_idx\` ON \`change_sets\` (\`batch\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_updated_at_idx\` ON \`change_sets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`change_sets_created_at_idx\` ON \`change_sets\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`tasks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`subject\` text,
  	\`input\` text,
  	\`cursor\` text,
  	\`done\` numeric NOT NULL,
  	\`total\` numeric,
  	\`tries\` numeric NOT NULL,
  	\`error\` text,
  	\`claim\` text,
  	\`claimed_at\` text,
  	\`due_at\` text NOT NULL,
  	\`requested_by_id\` text,
  	\`requested_at\` text NOT NULL,
  	\`finished_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`requested_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`tasks_office_idx\` ON \`tasks\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`tasks_state_idx\` ON \`tasks\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`tasks_requested_by_idx\` ON \`tasks\` (\`requested_by_id\`);`)
  await db.run(sql`CREATE INDEX \`tasks_updated_at_idx\` ON \`tasks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tasks_created_at_idx\` ON \`tasks\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`office_state_kind_idx\` ON \`tasks\` (\`office_id\`,\`state\`,\`kind\`);`)
  await db.run(sql`CREATE TABLE \`register_entries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`register_id\` text NOT NULL,
  	\`version_id\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`answers\` text NOT NULL,
  	\`unit_id\` text,
  	\`path\` text,
  	\`address\` text,
  	\`lng\` numeric,
  	\`lat\` numeric,
  	\`search_text\` text,
  	\`revision\` numeric NOT NULL,
  	\`reviewed_at\` text,
  	\`review_due\` text,
  	\`reminded_at\` text,
  	\`active\` integer,
  	\`edited_by_id\` text,
  	\`edited_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`register_id\`) REFERENCES \`registers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`edited_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`register_entries_office_idx\` ON \`register_entries\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`register_entries_register_idx\` ON \`register_entries\` (\`register_id\`);`)
  await db.run(sql`CREATE INDEX \`register_entries_version_idx\` ON \`register_entries\` (\`version_id\`);`)
  await db.run(sql`CREATE INDEX \`register_entries_code_idx\` ON \`register_entries\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`register_entries_unit_idx\` ON \`register_entries\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`register_entries_path_idx\` ON \`register_entries\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`register_entries_review_due_idx\` ON \`register_entries\` (\`review_due\`);`)
  await db.run(sql`CREATE INDEX \`register_entries_edited_by_idx\` ON \`register_entries\` (\`edited_by_id\`);`)
  await db.run(sql`CREATE INDEX \`register_entries_updated_at_idx\` ON \`register_entries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`register_entries_created_at_idx\` ON \`register_entries\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`office_register_code_idx\` ON \`register_entries\` (\`office_id\`,\`register_id\`,\`code\`);`)
  await db.run(sql`CREATE INDEX \`register_active_title_idx\` ON \`register_entries\` (\`register_id\`,\`active\`,\`title\`);`)
  await db.run(sql`CREATE TABLE \`round_checks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`run_id\` text NOT NULL,
  	\`entry_id\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`unit_id\` text,
  	\`path\` text,
  	\`state\` text NOT NULL,
  	\`form_version_id\` text,
  	\`answers\` text,
  	\`note\` text,
  	\`matter_id\` text,
  	\`done_by_id\` text,
  	\`done_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`routine_runs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entry_id\`) REFERENCES \`register_entries\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`unit_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`form_version_id\`) REFERENCES \`definition_versions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`done_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`round_checks_office_idx\` ON \`round_checks\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`round_checks_run_idx\` ON \`round_checks\` (\`run_id\`);`)
  await db.run(sql`CREATE INDEX \`round_checks_entry_idx\` ON \`round_checks\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`round_checks_unit_idx\` ON \`round_checks\` (\`unit_id\`);`)
  await db.run(sql`CREATE INDEX \`round_checks_path_idx\` ON \`round_checks\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`round_checks_form_version_idx\` ON \`round_checks\` (\`form_version_id\`);`)
  await db.run(sql`CREATE INDEX \`round_checks_matter_idx\` ON \`round_checks\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`round_checks_done_by_idx\` ON \`round_checks\` (\`done_by_id\`);`)
  await db.run(sql`CREATE INDEX \`round_checks_updated_at_idx\` ON \`round_checks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`round_checks_created_at_idx\` ON \`round_checks\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`run_entry_idx\` ON \`round_checks\` (\`run_id\`,\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`run_state_idx\` ON \`round_checks\` (\`run_id\`,\`state\`);`)
  await db.run(sql`CREATE TABLE \`structure_imports\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`kind\` text NOT NULL,
  	\`name\` text,
  	\`subject\` text,
  	\`state\` text NOT NULL,
  	\`staged\` text,
  	\`problems\` text,
  	\`diff\` text,
  	\`base\` text,
  	\`batch\` text,
  	\`reason\` text,
  	\`error\` text,
  	\`done\` numeric,
  	\`total\` numeric,
  	\`requested_by_id\` text,
  	\`requested_at\` text NOT NULL,
  	\`applied_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`requested_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`structure_imports_office_idx\` ON \`structure_imports\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`structure_imports_state_idx\` ON \`structure_imports\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`structure_imports_requested_by_idx\` ON \`structure_imports\` (\`requested_by_id\`);`)
  await db.run(sql`CREATE INDEX \`structure_imports_updated_at_idx\` ON \`structure_imports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`structure_imports_created_at_idx\` ON \`structure_imports\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`matter_texts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`matter_id\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`text\` text,
  	\`key\` text,
  	\`erased_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`matter_texts_office_idx\` ON \`matter_texts\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`matter_texts_matter_idx\` ON \`matter_texts\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`matter_texts_updated_at_idx\` ON \`matter_texts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`matter_texts_created_at_idx\` ON \`matter_texts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`contacts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`matter_id\` text NOT NULL,
  	\`cipher\` text,
  	\`masked\` text,
  	\`key_id\` text,
  	\`erase_after\` text,
  	\`erased_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`contacts_office_idx\` ON \`contacts\` (\`office_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`contacts_matter_idx\` ON \`contacts\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`contacts_erase_after_idx\` ON \`contacts\` (\`erase_after\`);`)
  await db.run(sql`CREATE INDEX \`contacts_updated_at_idx\` ON \`contacts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`contacts_created_at_idx\` ON \`contacts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`report_drafts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`token\` text,
  	\`cipher\` text,
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`report_drafts_office_idx\` ON \`report_drafts\` (\`office_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`report_drafts_token_idx\` ON \`report_drafts\` (\`token\`);`)
  await db.run(sql`CREATE INDEX \`report_drafts_expires_at_idx\` ON \`report_drafts\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`report_drafts_updated_at_idx\` ON \`report_drafts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`report_drafts_created_at_idx\` ON \`report_drafts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`saved_views\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`person_id\` text,
  	\`team_id\` text,
  	\`name\` text NOT NULL,
  	\`query\` text NOT NULL,
  	\`order\` numeric,
  	\`shared\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`team_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`saved_views_office_idx\` ON \`saved_views\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`saved_views_person_idx\` ON \`saved_views\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`saved_views_team_idx\` ON \`saved_views\` (\`team_id\`);`)
  await db.run(sql`CREATE INDEX \`saved_views_updated_at_idx\` ON \`saved_views\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`saved_views_created_at_idx\` ON \`saved_views\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`key\` text NOT NULL,
  	\`value\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`counters_office_idx\` ON \`counters\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`counters_updated_at_idx\` ON \`counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`counters_created_at_idx\` ON \`counters\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`office_key_idx\` ON \`counters\` (\`office_id\`,\`key\`);`)
  await db.run(sql`CREATE TABLE \`outbox\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`kind\` text NOT NULL,
  	\`matter_id\` text,
  	\`seq\` numeric,
  	\`payload\` text,
  	\`due_at\` text NOT NULL,
  	\`sent_at\` text,
  	\`tries\` numeric,
  	\`claim\` text,
  	\`claimed_at\` text,
  	\`error\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`outbox_office_idx\` ON \`outbox\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`outbox_matter_idx\` ON \`outbox\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`outbox_due_at_idx\` ON \`outbox\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_sent_at_idx\` ON \`outbox\` (\`sent_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_updated_at_idx\` ON \`outbox\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_created_at_idx\` ON \`outbox\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_heads\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`seq\` numeric NOT NULL,
  	\`hash\` text NOT NULL,
  	\`verified_seq\` numeric,
  	\`verified_at\` text,
  	\`fault_seq\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_heads_office_idx\` ON \`audit_heads\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_heads_updated_at_idx\` ON \`audit_heads\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_heads_created_at_idx\` ON \`audit_heads\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
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
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`grid_levels\`;`)
  await db.run(sql`DROP TABLE \`grid_levels_locales\`;`)
  await db.run(sql`DROP TABLE \`grid_units\`;`)
  await db.run(sql`DROP TABLE \`grid_units_locales\`;`)
  await db.run(sql`DROP TABLE \`grid_units_rels\`;`)
  await db.run(sql`DROP TABLE \`risk_categories\`;`)
  await db.run(sql`DROP TABLE \`risk_categories_locales\`;`)
  await db.run(sql`DROP TABLE \`matter_types_open_by\`;`)
  await db.run(sql`DROP TABLE \`matter_types\`;`)
  await db.run(sql`DROP TABLE \`matter_types_locales\`;`)
  await db.run(sql`DROP TABLE \`forms\`;`)
  await db.run(sql`DROP TABLE \`forms_locales\`;`)
  await db.run(sql`DROP TABLE \`workflows\`;`)
  await db.run(sql`DROP TABLE \`workflows_locales\`;`)
  await db.run(sql`DROP TABLE \`limit_sets\`;`)
  await db.run(sql`DROP TABLE \`limit_sets_locales\`;`)
  await db.run(sql`DROP TABLE \`routing_sets\`;`)
  await db.run(sql`DROP TABLE \`routing_sets_locales\`;`)
  await db.run(sql`DROP TABLE \`calendar_days\`;`)
  await db.run(sql`DROP TABLE \`calendar_days_locales\`;`)
  await db.run(sql`DROP TABLE \`registers\`;`)
  await db.run(sql`DROP TABLE \`registers_locales\`;`)
  await db.run(sql`DROP TABLE \`routines\`;`)
  await db.run(sql`DROP TABLE \`routines_locales\`;`)
  await db.run(sql`DROP TABLE \`routine_runs\`;`)
  await db.run(sql`DROP TABLE \`sources\`;`)
  await db.run(sql`DROP TABLE \`sources_locales\`;`)
  await db.run(sql`DROP TABLE \`definition_versions\`;`)
  await db.run(sql`DROP TABLE \`matters\`;`)
  await db.run(sql`DROP TABLE \`matter_events\`;`)
  await db.run(sql`DROP TABLE \`assignments\`;`)
  await db.run(sql`DROP TABLE \`clocks\`;`)
  await db.run(sql`DROP TABLE \`attachments\`;`)
  await db.run(sql`DROP TABLE \`standard_replies\`;`)
  await db.run(sql`DROP TABLE \`standard_replies_locales\`;`)
  await db.run(sql`DROP TABLE \`standard_replies_rels\`;`)
  await db.run(sql`DROP TABLE \`tags\`;`)
  await db.run(sql`DROP TABLE \`tags_locales\`;`)
  await db.run(sql`DROP TABLE \`teams\`;`)
  await db.run(sql`DROP TABLE \`teams_locales\`;`)
  await db.run(sql`DROP TABLE \`teams_rels\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`DROP TABLE \`posts_locales\`;`)
  await db.run(sql`DROP TABLE \`memberships\`;`)
  await db.run(sql`DROP TABLE \`memberships_rels\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`rule_documents_clauses\`;`)
  await db.run(sql`DROP TABLE \`rule_documents_clauses_locales\`;`)
  await db.run(sql`DROP TABLE \`rule_documents\`;`)
  await db.run(sql`DROP TABLE \`rule_documents_locales\`;`)
  await db.run(sql`DROP TABLE \`rule_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`_rule_documents_v_version_clauses\`;`)
  await db.run(sql`DROP TABLE \`_rule_documents_v_version_clauses_locales\`;`)
  await db.run(sql`DROP TABLE \`_rule_documents_v\`;`)
  await db.run(sql`DROP TABLE \`_rule_documents_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_rule_documents_v_rels\`;`)
  await db.run(sql`DROP TABLE \`acknowledgements\`;`)
  await db.run(sql`DROP TABLE \`notice_columns\`;`)
  await db.run(sql`DROP TABLE \`notice_columns_locales\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`notices_locales\`;`)
  await db.run(sql`DROP TABLE \`notices_rels\`;`)
  await db.run(sql`DROP TABLE \`_notices_v\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_rels\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_rich_text\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_rich_text_locales\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_facts_items\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_facts_items_locales\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_facts\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_facts_locales\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_steps_items\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_steps_items_locales\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_steps\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_steps_locales\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_people_items\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_people_items_locales\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_people\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_people_locales\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_links_items\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_links_items_locales\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_links\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_links_locales\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_callout\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_callout_locales\`;`)
  await db.run(sql`DROP TABLE \`pages\`;`)
  await db.run(sql`DROP TABLE \`pages_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_rich_text\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_rich_text_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_facts_items\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_facts_items_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_facts\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_facts_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_steps_items\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_steps_items_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_steps\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_steps_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_people_items\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_people_items_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_people\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_people_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_links_items\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_links_items_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_links\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_links_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_callout\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_callout_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_locales\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`media_locales\`;`)
  await db.run(sql`DROP TABLE \`offices\`;`)
  await db.run(sql`DROP TABLE \`offices_locales\`;`)
  await db.run(sql`DROP TABLE \`roles_permissions\`;`)
  await db.run(sql`DROP TABLE \`roles\`;`)
  await db.run(sql`DROP TABLE \`roles_locales\`;`)
  await db.run(sql`DROP TABLE \`grants\`;`)
  await db.run(sql`DROP TABLE \`grants_rels\`;`)
  await db.run(sql`DROP TABLE \`audit_log\`;`)
  await db.run(sql`DROP TABLE \`change_sets\`;`)
  await db.run(sql`DROP TABLE \`tasks\`;`)
  await db.run(sql`DROP TABLE \`register_entries\`;`)
  await db.run(sql`DROP TABLE \`round_checks\`;`)
  await db.run(sql`DROP TABLE \`structure_imports\`;`)
  await db.run(sql`DROP TABLE \`matter_texts\`;`)
  await db.run(sql`DROP TABLE \`contacts\`;`)
  await db.run(sql`DROP TABLE \`report_drafts\`;`)
  await db.run(sql`DROP TABLE \`saved_views\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`outbox\`;`)
  await db.run(sql`DROP TABLE \`audit_heads\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
