import type { CollectionConfig } from 'payload'
import { GridLevels } from '@collections/GridLevels'
import { GridUnits } from '@collections/GridUnits'
import { RiskCategories } from '@collections/RiskCategories'
import { MatterTypes } from '@collections/MatterTypes'
import { Forms } from '@collections/Forms'
import { Workflows } from '@collections/Workflows'
import { LimitSets } from '@collections/LimitSets'
import { RoutingSets } from '@collections/RoutingSets'
import { CalendarDays } from '@collections/CalendarDays'
import { Sources } from '@collections/Sources'
import { DefinitionVersions } from '@collections/DefinitionVersions'
import { Matters } from '@collections/Matters'
import { MatterEvents } from '@collections/MatterEvents'
import { Assignments } from '@collections/Assignments'
import { Clocks } from '@collections/Clocks'
import { Attachments } from '@collections/Attachments'
import { StandardReplies } from '@collections/StandardReplies'
import { Tags } from '@collections/Tags'
import { Teams } from '@collections/Teams'
import { Posts } from '@collections/Posts'
import { Memberships } from '@collections/Memberships'
import { Users } from '@collections/Users'
import { RuleDocuments } from '@collections/RuleDocuments'
import { Acknowledgements } from '@collections/Acknowledgements'
import { NoticeColumns } from '@collections/NoticeColumns'
import { Notices } from '@collections/Notices'
import { NoticeChains } from '@collections/NoticeChains'
import { NoticeSteps } from '@collections/NoticeSteps'
import { NoticeReads } from '@collections/NoticeReads'
import { NoticeFiles } from '@collections/NoticeFiles'
import { TypoWords } from '@collections/TypoWords'
import { Alerts } from '@collections/Alerts'
import { Pages } from '@collections/Pages'
import { Media } from '@collections/Media'
import { Offices } from '@collections/Offices'
import { Roles } from '@collections/Roles'
import { Grants } from '@collections/Grants'
import { AuditLog } from '@collections/AuditLog'
import { ChangeSets } from '@collections/ChangeSets'
import { MatterTexts } from '@collections/MatterTexts'
import { Contacts } from '@collections/Contacts'
import { ReportDrafts } from '@collections/ReportDrafts'
import { SavedViews } from '@collections/SavedViews'
import { Counters } from '@collections/Counters'
import { Outbox } from '@collections/Outbox'
import { Webhooks } from '@collections/Webhooks'
import { AuditAnchors } from '@collections/AuditAnchors'
import { AuditSegments } from '@collections/AuditSegments'
import { AuditHeads } from '@collections/AuditHeads'
import { Tasks } from '@collections/Tasks'
import { Registers } from '@collections/Registers'
import { RegisterEntries } from '@collections/RegisterEntries'
import { Routines } from '@collections/Routines'
import { RoutineRuns } from '@collections/RoutineRuns'
import { RoundChecks } from '@collections/RoundChecks'
import { StructureImports } from '@collections/StructureImports'
import { LegalHolds } from '@collections/LegalHolds'
import { ErasureRuns } from '@collections/ErasureRuns'
import { Tombstones } from '@collections/Tombstones'
import { PrivacyVersions } from '@collections/PrivacyVersions'
import { StaffSessions } from '@collections/StaffSessions'
import { SecondFactors } from '@collections/SecondFactors'
import { LifeEvents } from '@collections/LifeEvents'
import { ServiceItems } from '@collections/ServiceItems'
import { ServiceCounters } from '@collections/ServiceCounters'
import { Bookings } from '@collections/Bookings'
import { BookingDays } from '@collections/BookingDays'
import { CounterClosings } from '@collections/CounterClosings'
import { guardQuestions } from './access/questions'

const all: CollectionConfig[] = [
  GridLevels,
  GridUnits,
  RiskCategories,
  MatterTypes,
  Forms,
  Workflows,
  LimitSets,
  RoutingSets,
  CalendarDays,
  Registers,
  Routines,
  RoutineRuns,
  Sources,
  DefinitionVersions,
  Matters,
  MatterEvents,
  Assignments,
  Clocks,
  Attachments,
  StandardReplies,
  Tags,
  Teams,
  Posts,
  Memberships,
  Users,
  RuleDocuments,
  Acknowledgements,
  NoticeColumns,
  Notices,
  NoticeFiles,
  NoticeChains,
  NoticeSteps,
  NoticeReads,
  TypoWords,
  Alerts,
  Pages,
  ServiceItems,
  LifeEvents,
  ServiceCounters,
  Media,
  Offices,
  Roles,
  Grants,
  AuditLog,
  ChangeSets,
  Tasks,
  RegisterEntries,
  RoundChecks,
  StructureImports,
  LegalHolds,
  ErasureRuns,
  Tombstones,
  PrivacyVersions,
  MatterTexts,
  Contacts,
  ReportDrafts,
  SavedViews,
  Counters,
  Outbox,
  Webhooks,
  AuditHeads,
  StaffSessions,
  SecondFactors,
  AuditAnchors,
  AuditSegments,
  Bookings,
  BookingDays,
  CounterClosings,
]

/** Every collection, in the order of the admin's navigation: 结构 · 事项 · 队伍 · 制度 · 发布 · 系统. */
export const collections: CollectionConfig[] = all.map(guardQuestions)
