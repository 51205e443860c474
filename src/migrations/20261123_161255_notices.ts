import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`notice_columns_reviews\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`role_id\` text NOT NULL,
  	FOREIGN KEY (\`role_id\`) REFERENCES \`roles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notice_columns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notice_columns_reviews_order_idx\` ON \`notice_columns_reviews\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_reviews_parent_id_idx\` ON \`notice_columns_reviews\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_reviews_role_idx\` ON \`notice_columns_reviews\` (\`role_id\`);`)
  await db.run(sql`CREATE TABLE \`notice_columns_needs\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notice_columns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notice_columns_needs_order_idx\` ON \`notice_columns_needs\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_needs_parent_idx\` ON \`notice_columns_needs\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notice_files\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`withheld\` integer,
  	\`internal\` integer,
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
  await db.run(sql`CREATE INDEX \`notice_files_office_idx\` ON \`notice_files\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_files_updated_at_idx\` ON \`notice_files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notice_files_created_at_idx\` ON \`notice_files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`notice_files_filename_idx\` ON \`notice_files\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`notice_files_locales\` (
  	\`title\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notice_files\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notice_files_locales_locale_parent_id_unique\` ON \`notice_files_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notice_chains\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`notice\` text NOT NULL,
  	\`code\` text,
  	\`step\` text NOT NULL,
  	\`live\` text NOT NULL,
  	\`level\` numeric NOT NULL,
  	\`levels\` numeric NOT NULL,
  	\`round\` numeric NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`digest\` text,
  	\`writers\` text,
  	\`submitted\` text,
  	\`publish_at\` text,
  	\`valid_until\` text,
  	\`first_published_at\` text,
  	\`reminded_at\` text,
  	\`changed_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notice_chains_office_idx\` ON \`notice_chains\` (\`office_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`notice_chains_notice_idx\` ON \`notice_chains\` (\`notice\`);`)
  await db.run(sql`CREATE INDEX \`notice_chains_code_idx\` ON \`notice_chains\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`notice_chains_step_idx\` ON \`notice_chains\` (\`step\`);`)
  await db.run(sql`CREATE INDEX \`notice_chains_live_idx\` ON \`notice_chains\` (\`live\`);`)
  await db.run(sql`CREATE INDEX \`notice_chains_publish_at_idx\` ON \`notice_chains\` (\`publish_at\`);`)
  await db.run(sql`CREATE INDEX \`notice_chains_valid_until_idx\` ON \`notice_chains\` (\`valid_until\`);`)
  await db.run(sql`CREATE INDEX \`notice_chains_updated_at_idx\` ON \`notice_chains\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notice_chains_created_at_idx\` ON \`notice_chains\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`notice_steps\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`notice\` text NOT NULL,
  	\`act\` text NOT NULL,
  	\`round\` numeric NOT NULL,
  	\`level\` numeric NOT NULL,
  	\`person_id\` text,
  	\`person_name\` text,
  	\`note\` text,
  	\`at\` text NOT NULL,
  	\`digest\` text,
  	\`content\` text,
  	\`findings\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notice_steps_office_idx\` ON \`notice_steps\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_steps_notice_idx\` ON \`notice_steps\` (\`notice\`);`)
  await db.run(sql`CREATE INDEX \`notice_steps_person_idx\` ON \`notice_steps\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_steps_updated_at_idx\` ON \`notice_steps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notice_steps_created_at_idx\` ON \`notice_steps\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`notice_at_idx\` ON \`notice_steps\` (\`notice\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`notice_reads\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`notice_id\` text NOT NULL,
  	\`edition\` text NOT NULL,
  	\`person_id\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`notice_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notice_reads_office_idx\` ON \`notice_reads\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_reads_notice_idx\` ON \`notice_reads\` (\`notice_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_reads_person_idx\` ON \`notice_reads\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_reads_updated_at_idx\` ON \`notice_reads\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notice_reads_created_at_idx\` ON \`notice_reads\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`notice_edition_person_idx\` ON \`notice_reads\` (\`notice_id\`,\`edition\`,\`person_id\`);`)
  await db.run(sql`CREATE TABLE \`typo_words\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`wrong\` text NOT NULL,
  	\`right\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`typo_words_office_idx\` ON \`typo_words\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`typo_words_wrong_idx\` ON \`typo_words\` (\`wrong\`);`)
  await db.run(sql`CREATE INDEX \`typo_words_updated_at_idx\` ON \`typo_words\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`typo_words_created_at_idx\` ON \`typo_words\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`alerts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`zh\` text NOT NULL,
  	\`en\` text,
  	\`path\` text,
  	\`from\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`ended_at\` text,
  	\`started_by_id\` text,
  	\`ended_by_id\` text,
  	\`revision\` numeric NOT NULL,
  	\`moved_from\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`started_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ended_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`alerts_office_idx\` ON \`alerts\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`alerts_from_idx\` ON \`alerts\` (\`from\`);`)
  await db.run(sql`CREATE INDEX \`alerts_until_idx\` ON \`alerts\` (\`until\`);`)
  await db.run(sql`CREATE INDEX \`alerts_started_by_idx\` ON \`alerts\` (\`started_by_id\`);`)
  await db.run(sql`CREATE INDEX \`alerts_ended_by_idx\` ON \`alerts\` (\`ended_by_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`alerts_moved_from_idx\` ON \`alerts\` (\`moved_from\`);`)
  await db.run(sql`CREATE INDEX \`alerts_updated_at_idx\` ON \`alerts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`alerts_created_at_idx\` ON \`alerts\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`notice_columns\` ADD \`owner_team_id\` text REFERENCES teams(id);`)
  await db.run(sql`ALTER TABLE \`notice_columns\` ADD \`owner_unit_id\` text REFERENCES grid_units(id);`)
  await db.run(sql`ALTER TABLE \`notice_columns\` ADD \`numbering\` text;`)
  await db.run(sql`ALTER TABLE \`notice_columns\` ADD \`internal\` integer DEFAULT false;`)
  await db.run(sql`CREATE INDEX \`notice_columns_owner_team_idx\` ON \`notice_columns\` (\`owner_team_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_owner_unit_idx\` ON \`notice_columns\` (\`owner_unit_id\`);`)
  await db.run(sql`ALTER TABLE \`notice_columns_locales\` ADD \`purpose\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`written_at\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`cover_id\` text REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`importance\` text DEFAULT 'normal';`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`valid_from\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`valid_until\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`kind\` text DEFAULT 'notice';`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`starts_at\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`ends_at\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`must_read\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`pinned_until\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`number\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`archived\` integer;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`for_units\` integer;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`internal\` integer;`)
  await db.run(sql`CREATE INDEX \`notices_cover_idx\` ON \`notices\` (\`cover_id\`);`)
  await db.run(sql`ALTER TABLE \`notices_locales\` ADD \`issuer\` text;`)
  await db.run(sql`ALTER TABLE \`notices_locales\` ADD \`place\` text;`)
  await db.run(sql`ALTER TABLE \`notices_rels\` ADD \`notice_files_id\` text REFERENCES notice_files(id);`)
  await db.run(sql`ALTER TABLE \`notices_rels\` ADD \`teams_id\` text REFERENCES teams(id);`)
  await db.run(sql`ALTER TABLE \`notices_rels\` ADD \`roles_id\` text REFERENCES roles(id);`)
  await db.run(sql`CREATE INDEX \`notices_rels_notice_files_id_idx\` ON \`notices_rels\` (\`notice_files_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_teams_id_idx\` ON \`notices_rels\` (\`teams_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_roles_id_idx\` ON \`notices_rels\` (\`roles_id\`);`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_written_at\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_cover_id\` text REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_importance\` text DEFAULT 'normal';`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_valid_from\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_valid_until\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_kind\` text DEFAULT 'notice';`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_starts_at\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_ends_at\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_must_read\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_pinned_until\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_number\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_archived\` integer;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_for_units\` integer;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_internal\` integer;`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_cover_idx\` ON \`_notices_v\` (\`version_cover_id\`);`)
  await db.run(sql`ALTER TABLE \`_notices_v_locales\` ADD \`version_issuer\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v_locales\` ADD \`version_place\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v_rels\` ADD \`notice_files_id\` text REFERENCES notice_files(id);`)
  await db.run(sql`ALTER TABLE \`_notices_v_rels\` ADD \`teams_id\` text REFERENCES teams(id);`)
  await db.run(sql`ALTER TABLE \`_notices_v_rels\` ADD \`roles_id\` text REFERENCES roles(id);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_notice_files_id_idx\` ON \`_notices_v_rels\` (\`notice_files_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_teams_id_idx\` ON \`_notices_v_rels\` (\`teams_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_roles_id_idx\` ON \`_notices_v_rels\` (\`roles_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`notice_files_id\` text REFERENCES notice_files(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`typo_words_id\` text REFERENCES typo_words(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notice_files_id_idx\` ON \`payload_locked_documents_rels\` (\`notice_files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_typo_words_id_idx\` ON \`payload_locked_documents_rels\` (\`typo_words_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`notice_columns_reviews\`;`)
  await db.run(sql`DROP TABLE \`notice_columns_needs\`;`)
  await db.run(sql`DROP TABLE \`notice_files\`;`)
  await db.run(sql`DROP TABLE \`notice_files_locales\`;`)
  await db.run(sql`DROP TABLE \`notice_chains\`;`)
  await db.run(sql`DROP TABLE \`notice_steps\`;`)
  await db.run(sql`DROP TABLE \`notice_reads\`;`)
  await db.run(sql`DROP TABLE \`typo_words\`;`)
  await db.run(sql`DROP TABLE \`alerts\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_notice_columns\` (
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
  await db.run(sql`INSERT INTO \`__new_notice_columns\`("id", "office_id", "code", "stale_days", "order", "updated_at", "created_at") SELECT "id", "office_id", "code", "stale_days", "order", "updated_at", "created_at" FROM \`notice_columns\`;`)
  await db.run(sql`DROP TABLE \`notice_columns\`;`)
  await db.run(sql`ALTER TABLE \`__new_notice_columns\` RENAME TO \`notice_columns\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`notice_columns_office_idx\` ON \`notice_columns\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_code_idx\` ON \`notice_columns\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_updated_at_idx\` ON \`notice_columns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notice_columns_created_at_idx\` ON \`notice_columns\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_notices\` (
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
  await db.run(sql`INSERT INTO \`__new_notices\`("id", "office_id", "code", "column_id", "published_at", "pinned", "alert", "alert_until", "updated_at", "created_at", "_status") SELECT "id", "office_id", "code", "column_id", "published_at", "pinned", "alert", "alert_until", "updated_at", "created_at", "_status" FROM \`notices\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`ALTER TABLE \`__new_notices\` RENAME TO \`notices\`;`)
  await db.run(sql`CREATE INDEX \`notices_office_idx\` ON \`notices\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_code_idx\` ON \`notices\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`notices_column_idx\` ON \`notices\` (\`column_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`notices__status_idx\` ON \`notices\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new_notices_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`grid_units_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_notices_rels\`("id", "order", "parent_id", "path", "grid_units_id") SELECT "id", "order", "parent_id", "path", "grid_units_id" FROM \`notices_rels\`;`)
  await db.run(sql`DROP TABLE \`notices_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_notices_rels\` RENAME TO \`notices_rels\`;`)
  await db.run(sql`CREATE INDEX \`notices_rels_order_idx\` ON \`notices_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_parent_idx\` ON \`notices_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_path_idx\` ON \`notices_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_grid_units_id_idx\` ON \`notices_rels\` (\`grid_units_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__notices_v\` (
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
  await db.run(sql`INSERT INTO \`__new__notices_v\`("id", "parent_id", "version_office_id", "version_code", "version_column_id", "version_published_at", "version_pinned", "version_alert", "version_alert_until", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest") SELECT "id", "parent_id", "version_office_id", "version_code", "version_column_id", "version_published_at", "version_pinned", "version_alert", "version_alert_until", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest" FROM \`_notices_v\`;`)
  await db.run(sql`DROP TABLE \`_notices_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__notices_v\` RENAME TO \`_notices_v\`;`)
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
  await db.run(sql`CREATE TABLE \`__new__notices_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`grid_units_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grid_units_id\`) REFERENCES \`grid_units\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__notices_v_rels\`("id", "order", "parent_id", "path", "grid_units_id") SELECT "id", "order", "parent_id", "path", "grid_units_id" FROM \`_notices_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__notices_v_rels\` RENAME TO \`_notices_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_order_idx\` ON \`_notices_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_parent_idx\` ON \`_notices_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_path_idx\` ON \`_notices_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_grid_units_id_idx\` ON \`_notices_v_rels\` (\`grid_units_id\`);`)
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
  	\`service_items_id\` text,
  	\`life_events_id\` text,
  	\`service_counters_id\` text,
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
  	FOREIGN KEY (\`service_items_id\`) REFERENCES \`service_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`life_events_id\`) REFERENCES \`life_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`service_counters_id\`) REFERENCES \`service_counters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`offices_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`roles_id\`) REFERENCES \`roles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`grants_id\`) REFERENCES \`grants\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "grid_levels_id", "grid_units_id", "risk_categories_id", "matter_types_id", "forms_id", "workflows_id", "limit_sets_id", "routing_sets_id", "calendar_days_id", "registers_id", "routines_id", "sources_id", "standard_replies_id", "tags_id", "teams_id", "posts_id", "memberships_id", "users_id", "rule_documents_id", "notice_columns_id", "notices_id", "pages_id", "service_items_id", "life_events_id", "service_counters_id", "media_id", "offices_id", "roles_id", "grants_id") SELECT "id", "order", "parent_id", "path", "grid_levels_id", "grid_units_id", "risk_categories_id", "matter_types_id", "forms_id", "workflows_id", "limit_sets_id", "routing_sets_id", "calendar_days_id", "registers_id", "routines_id", "sources_id", "standard_replies_id", "tags_id", "teams_id", "posts_id", "memberships_id", "users_id", "rule_documents_id", "notice_columns_id", "notices_id", "pages_id", "service_items_id", "life_events_id", "service_counters_id", "media_id", "offices_id", "roles_id", "grants_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_service_items_id_idx\` ON \`payload_locked_documents_rels\` (\`service_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_life_events_id_idx\` ON \`payload_locked_documents_rels\` (\`life_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_service_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`service_counters_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_offices_id_idx\` ON \`payload_locked_documents_rels\` (\`offices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_roles_id_idx\` ON \`payload_locked_documents_rels\` (\`roles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_grants_id_idx\` ON \`payload_locked_documents_rels\` (\`grants_id\`);`)
  await db.run(sql`ALTER TABLE \`notice_columns_locales\` DROP COLUMN \`purpose\`;`)
  await db.run(sql`ALTER TABLE \`notices_locales\` DROP COLUMN \`issuer\`;`)
  await db.run(sql`ALTER TABLE \`notices_locales\` DROP COLUMN \`place\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v_locales\` DROP COLUMN \`version_issuer\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v_locales\` DROP COLUMN \`version_place\`;`)
}
