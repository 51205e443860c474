import * as migration_20261122_144442_initial from './20261122_144442_initial';

export const migrations = [
  {
    up: migration_20261122_144442_initial.up,
    down: migration_20261122_144442_initial.down,
    name: '20261122_144442_initial'
  },
];
