import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`legal_holds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`matter_id\` text,
  	\`entry_id\` text,
  	\`reason\` text NOT NULL,
  	\`set_by_id\` text,
  	\`set_at\` text NOT NULL,
  	\`review_by\` text NOT NULL,
  	\`lifted_at\` text,
  	\`lifted_by_id\` text,
  	\`lift_reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matter_id\`) REFERENCES \`matters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entry_id\`) REFERENCES \`register_entries\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`set_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lifted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`legal_holds_office_idx\` ON \`legal_holds\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_matter_idx\` ON \`legal_holds\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_entry_idx\` ON \`legal_holds\` (\`entry_id\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_set_by_idx\` ON \`legal_holds\` (\`set_by_id\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_review_by_idx\` ON \`legal_holds\` (\`review_by\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_lifted_at_idx\` ON \`legal_holds\` (\`lifted_at\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_lifted_by_idx\` ON \`legal_holds\` (\`lifted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_updated_at_idx\` ON \`legal_holds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_created_at_idx\` ON \`legal_holds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`erasure_runs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`state\` text NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`finished_at\` text,
  	\`started_by_id\` text,
  	\`rules\` text NOT NULL,
  	\`rules_digest\` text NOT NULL,
  	\`planned\` numeric NOT NULL,
  	\`planned_digest\` text NOT NULL,
  	\`deleted\` numeric NOT NULL,
  	\`anonymised\` numeric NOT NULL,
  	\`photos\` numeric NOT NULL,
  	\`held\` numeric NOT NULL,
  	\`failed\` numeric NOT NULL,
  	\`digest\` text NOT NULL,
  	\`claim\` text,
  	\`claimed_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`started_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`erasure_runs_office_idx\` ON \`erasure_runs\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`erasure_runs_state_idx\` ON \`erasure_runs\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`erasure_runs_started_at_idx\` ON \`erasure_runs\` (\`started_at\`);`)
  await db.run(sql`CREATE INDEX \`erasure_runs_started_by_idx\` ON \`erasure_runs\` (\`started_by_id\`);`)
  await db.run(sql`CREATE INDEX \`erasure_runs_updated_at_idx\` ON \`erasure_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`erasure_runs_created_at_idx\` ON \`erasure_runs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`tombstones\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`run_id\` text,
  	\`kind\` text NOT NULL,
  	\`target\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`type_name\` text,
  	\`category\` text,
  	\`mode\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`rule\` text,
  	\`outcome\` text,
  	\`received_at\` text,
  	\`closed_at\` text,
  	\`last_at\` text,
  	\`erased_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`erasure_runs\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`tombstones_office_idx\` ON \`tombstones\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`tombstones_run_idx\` ON \`tombstones\` (\`run_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`tombstones_target_idx\` ON \`tombstones\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`tombstones_code_idx\` ON \`tombstones\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`tombstones_erased_at_idx\` ON \`tombstones\` (\`erased_at\`);`)
  await db.run(sql`CREATE INDEX \`tombstones_updated_at_idx\` ON \`tombstones\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tombstones_created_at_idx\` ON \`tombstones\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`privacy_versions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`number\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`digest\` text NOT NULL,
  	\`activities\` text NOT NULL,
  	\`changed\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`privacy_versions_office_idx\` ON \`privacy_versions\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`privacy_versions_updated_at_idx\` ON \`privacy_versions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`privacy_versions_created_at_idx\` ON \`privacy_versions\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`office_number_1_idx\` ON \`privacy_versions\` (\`office_id\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`webhooks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`name\` text NOT NULL,
  	\`address\` text NOT NULL,
  	\`events\` text,
  	\`active\` integer,
  	\`revision\` numeric NOT NULL,
  	\`secret\` text,
  	\`secret_at\` text,
  	\`changed_by_id\` text,
  	\`last_sent_at\` text,
  	\`last_fault_at\` text,
  	\`last_fault\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`changed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_office_idx\` ON \`webhooks\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_changed_by_idx\` ON \`webhooks\` (\`changed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_updated_at_idx\` ON \`webhooks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_created_at_idx\` ON \`webhooks\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`office_active_idx\` ON \`webhooks\` (\`office_id\`,\`active\`);`)
  await db.run(sql`CREATE TABLE \`staff_sessions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`person_id\` text NOT NULL,
  	\`sid\` text NOT NULL,
  	\`since\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`last_seen_at\` text NOT NULL,
  	\`proven_at\` text NOT NULL,
  	\`passed_at\` text,
  	\`tries\` numeric,
  	\`way\` text,
  	\`address\` text,
  	\`browser\` text,
  	\`system\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`staff_sessions_office_idx\` ON \`staff_sessions\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`staff_sessions_person_idx\` ON \`staff_sessions\` (\`person_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`staff_sessions_sid_idx\` ON \`staff_sessions\` (\`sid\`);`)
  await db.run(sql`CREATE INDEX \`staff_sessions_expires_at_idx\` ON \`staff_sessions\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`staff_sessions_updated_at_idx\` ON \`staff_sessions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`staff_sessions_created_at_idx\` ON \`staff_sessions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`second_factors\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`person_id\` text NOT NULL,
  	\`cipher\` text,
  	\`key_id\` text,
  	\`recovery\` text,
  	\`last_step\` numeric,
  	\`revision\` numeric,
  	\`failed\` numeric,
  	\`locked_until\` text,
  	\`confirmed_at\` text,
  	\`reset_at\` text,
  	\`reset_by\` text,
  	\`told_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`second_factors_office_idx\` ON \`second_factors\` (\`office_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`second_factors_person_idx\` ON \`second_factors\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_updated_at_idx\` ON \`second_factors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_created_at_idx\` ON \`second_factors\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_anchors\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`day\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`hash\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`line\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_anchors_office_idx\` ON \`audit_anchors\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_anchors_updated_at_idx\` ON \`audit_anchors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_anchors_created_at_idx\` ON \`audit_anchors\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`office_day_idx\` ON \`audit_anchors\` (\`office_id\`,\`day\`);`)
  await db.run(sql`CREATE TABLE \`audit_segments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`office_id\` text,
  	\`from_seq\` numeric NOT NULL,
  	\`to_seq\` numeric NOT NULL,
  	\`first_hash\` text NOT NULL,
  	\`last_hash\` text NOT NULL,
  	\`anchor_line\` text NOT NULL,
  	\`anchored_at\` text NOT NULL,
  	\`cut_at\` text NOT NULL,
  	\`cut_by\` text NOT NULL,
  	\`days\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_segments_office_idx\` ON \`audit_segments\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_segments_updated_at_idx\` ON \`audit_segments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_segments_created_at_idx\` ON \`audit_segments\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`office_toSeq_idx\` ON \`audit_segments\` (\`office_id\`,\`to_seq\`);`)
  await db.run(sql`ALTER TABLE \`matter_types\` ADD \`retention_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`matter_types\` ADD \`retention_mode\` text;`)
  await db.run(sql`ALTER TABLE \`matters\` ADD \`erase_asked_at\` text;`)
  await db.run(sql`ALTER TABLE \`matters\` ADD \`erase_answer_by\` text;`)
  await db.run(sql`ALTER TABLE \`matters\` ADD \`anonymised_at\` text;`)
  await db.run(sql`CREATE INDEX \`matters_erase_asked_at_idx\` ON \`matters\` (\`erase_asked_at\`);`)
  await db.run(sql`ALTER TABLE \`attachments\` ADD \`boxes\` text;`)
  await db.run(sql`ALTER TABLE \`attachments\` ADD \`redacted_at\` text;`)
  await db.run(sql`ALTER TABLE \`attachments\` ADD \`redacted_by_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`attachments\` ADD \`redaction\` numeric;`)
  await db.run(sql`CREATE INDEX \`attachments_redacted_by_idx\` ON \`attachments\` (\`redacted_by_id\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`password_history\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`withheld\` integer;`)
  await db.run(sql`ALTER TABLE \`offices\` ADD \`retention_on\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`offices\` ADD \`retention_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`offices\` ADD \`retention_mode\` text DEFAULT 'anonymise';`)
  await db.run(sql`ALTER TABLE \`offices\` ADD \`erasure_reply_days\` numeric DEFAULT 15;`)
  await db.run(sql`ALTER TABLE \`offices\` ADD \`processing\` text;`)
  await db.run(sql`ALTER TABLE \`roles\` ADD \`second_factor\` text;`)
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`outcome\` text;`)
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`before\` text;`)
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`after\` text;`)
  await db.run(sql`CREATE INDEX \`audit_log_outcome_idx\` ON \`audit_log\` (\`outcome\`);`)
  await db.run(sql`CREATE INDEX \`office_at_1_idx\` ON \`audit_log\` (\`office_id\`,\`at\`);`)
  await db.run(sql`ALTER TABLE \`register_entries\` ADD \`anonymised_at\` text;`)
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`consent\` text;`)
  await db.run(sql`CREATE INDEX \`contacts_key_id_idx\` ON \`contacts\` (\`key_id\`);`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`key\` text;`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`target\` text;`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`answer\` numeric;`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`first_tried_at\` text;`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`tried_at\` text;`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`dead_at\` text;`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`ended_at\` text;`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`ended_why\` text;`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`ended_by_id\` text REFERENCES users(id);`)
  await db.run(sql`CREATE UNIQUE INDEX \`outbox_key_idx\` ON \`outbox\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`outbox_target_idx\` ON \`outbox\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`outbox_dead_at_idx\` ON \`outbox\` (\`dead_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_ended_by_idx\` ON \`outbox\` (\`ended_by_id\`);`)
  await db.run(sql`CREATE INDEX \`office_deadAt_idx\` ON \`outbox\` (\`office_id\`,\`dead_at\`);`)
  await db.run(sql`CREATE INDEX \`matter_target_idx\` ON \`outbox\` (\`matter_id\`,\`target\`);`)
  await db.run(sql`ALTER TABLE \`audit_heads\` ADD \`fault_kind\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`legal_holds\`;`)
  await db.run(sql`DROP TABLE \`erasure_runs\`;`)
  await db.run(sql`DROP TABLE \`tombstones\`;`)
  await db.run(sql`DROP TABLE \`privacy_versions\`;`)
  await db.run(sql`DROP TABLE \`webhooks\`;`)
  await db.run(sql`DROP TABLE \`staff_sessions\`;`)
  await db.run(sql`DROP TABLE \`second_factors\`;`)
  await db.run(sql`DROP TABLE \`audit_anchors\`;`)
  await db.run(sql`DROP TABLE \`audit_segments\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_attachments\` (
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
  await db.run(sql`INSERT INTO \`__new_attachments\`("id", "office_id", "matter_id", "draft", "stage", "file", "mime", "width", "height", "bytes", "sha256", "visibility", "added_by", "person_id", "added_at", "erased_at", "updated_at", "created_at") SELECT "id", "office_id", "matter_id", "draft", "stage", "file", "mime", "width", "height", "bytes", "sha256", "visibility", "added_by", "person_id", "added_at", "erased_at", "updated_at", "created_at" FROM \`attachments\`;`)
  await db.run(sql`DROP TABLE \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`__new_attachments\` RENAME TO \`attachments\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`attachments_office_idx\` ON \`attachments\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_matter_idx\` ON \`attachments\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_draft_idx\` ON \`attachments\` (\`draft\`);`)
  await db.run(sql`CREATE INDEX \`attachments_person_idx\` ON \`attachments\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_updated_at_idx\` ON \`attachments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`attachments_created_at_idx\` ON \`attachments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_outbox\` (
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
  await db.run(sql`INSERT INTO \`__new_outbox\`("id", "office_id", "kind", "matter_id", "seq", "payload", "due_at", "sent_at", "tries", "claim", "claimed_at", "error", "updated_at", "created_at") SELECT "id", "office_id", "kind", "matter_id", "seq", "payload", "due_at", "sent_at", "tries", "claim", "claimed_at", "error", "updated_at", "created_at" FROM \`outbox\`;`)
  await db.run(sql`DROP TABLE \`outbox\`;`)
  await db.run(sql`ALTER TABLE \`__new_outbox\` RENAME TO \`outbox\`;`)
  await db.run(sql`CREATE INDEX \`outbox_office_idx\` ON \`outbox\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`outbox_matter_idx\` ON \`outbox\` (\`matter_id\`);`)
  await db.run(sql`CREATE INDEX \`outbox_due_at_idx\` ON \`outbox\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_sent_at_idx\` ON \`outbox\` (\`sent_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_updated_at_idx\` ON \`outbox\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_created_at_idx\` ON \`outbox\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`matters_erase_asked_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`matters\` DROP COLUMN \`erase_asked_at\`;`)
  await db.run(sql`ALTER TABLE \`matters\` DROP COLUMN \`erase_answer_by\`;`)
  await db.run(sql`ALTER TABLE \`matters\` DROP COLUMN \`anonymised_at\`;`)
  await db.run(sql`DROP INDEX \`audit_log_outcome_idx\`;`)
  await db.run(sql`DROP INDEX \`office_at_1_idx\`;`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`outcome\`;`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`before\`;`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`after\`;`)
  await db.run(sql`DROP INDEX \`contacts_key_id_idx\`;`)
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`consent\`;`)
  await db.run(sql`ALTER TABLE \`matter_types\` DROP COLUMN \`retention_days\`;`)
  await db.run(sql`ALTER TABLE \`matter_types\` DROP COLUMN \`retention_mode\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`password_history\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`withheld\`;`)
  await db.run(sql`ALTER TABLE \`offices\` DROP COLUMN \`retention_on\`;`)
  await db.run(sql`ALTER TABLE \`offices\` DROP COLUMN \`retention_days\`;`)
  await db.run(sql`ALTER TABLE \`offices\` DROP COLUMN \`retention_mode\`;`)
  await db.run(sql`ALTER TABLE \`offices\` DROP COLUMN \`erasure_reply_days\`;`)
  await db.run(sql`ALTER TABLE \`offices\` DROP COLUMN \`processing\`;`)
  await db.run(sql`ALTER TABLE \`roles\` DROP COLUMN \`second_factor\`;`)
  await db.run(sql`ALTER TABLE \`register_entries\` DROP COLUMN \`anonymised_at\`;`)
  await db.run(sql`ALTER TABLE \`audit_heads\` DROP COLUMN \`fault_kind\`;`)
}
