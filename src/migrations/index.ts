import * as migration_20261122_175127_initial from './20261122_175127_initial';
import * as migration_20261122_213429_reviewers from './20261122_213429_reviewers';
import * as migration_20261123_022533_half_days from './20261123_022533_half_days';
import * as migration_20261123_091014_trust from './20261123_091014_trust';
import * as migration_20261123_154759_services from './20261123_154759_services';
import * as migration_20261123_155905_pages from './20261123_155905_pages';
import * as migration_20261123_161255_notices from './20261123_161255_notices';

export const migrations = [
  {
    up: migration_20261122_175127_initial.up,
    down: migration_20261122_175127_initial.down,
    name: '20261122_175127_initial',
  },
  {
    up: migration_20261122_213429_reviewers.up,
    down: migration_20261122_213429_reviewers.down,
    name: '20261122_213429_reviewers',
  },
  {
    up: migration_20261123_022533_half_days.up,
    down: migration_20261123_022533_half_days.down,
    name: '20261123_022533_half_days',
  },
  {
    up: migration_20261123_091014_trust.up,
    down: migration_20261123_091014_trust.down,
    name: '20261123_091014_trust',
  },
  {
    up: migration_20261123_154759_services.up,
    down: migration_20261123_154759_services.down,
    name: '20261123_154759_services',
  },
  {
    up: migration_20261123_155905_pages.up,
    down: migration_20261123_155905_pages.down,
    name: '20261123_155905_pages',
  },
  {
    up: migration_20261123_161255_notices.up,
    down: migration_20261123_161255_notices.down,
    name: '20261123_161255_notices'
  },
];
