import * as migration_20261122_175127_initial from './20261122_175127_initial';
import * as migration_20261122_213429_reviewers from './20261122_213429_reviewers';

export const migrations = [
  {
    up: migration_20261122_175127_initial.up,
    down: migration_20261122_175127_initial.down,
    name: '20261122_175127_initial',
  },
  {
    up: migration_20261122_213429_reviewers.up,
    down: migration_20261122_213429_reviewers.down,
    name: '20261122_213429_reviewers'
  },
];
