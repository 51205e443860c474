#!/usr/bin/env bash
# Makes the replica set and the portal's user. May run again: what is there stays.
set -euo pipefail
root=$(cat /run/secrets/mongo_root)
portal=$(cat /run/secrets/mongo_portal)
# passwords go by the environment of this shell, never by the list of processes
export ROOT_PASSWORD="$root" PORTAL_PASSWORD="$portal"
mongosh --quiet --nodb --eval '
  const admin = () => new Mongo(`mongodb://root:${encodeURIComponent(process.env.ROOT_PASSWORD)}@mongo1:27017/admin?directConnection=true`).getDB("admin")
  let db = admin()
  const isSet = () => { try { return db.adminCommand({ replSetGetStatus: 1 }).ok === 1 } catch (error) { return false } }
  if (!isSet()) {
    db.adminCommand({ replSetInitiate: { _id: "portal", members: [1, 2, 3].map((n) => ({ _id: n, host: `mongo${n}:27017`, priority: n === 1 ? 2 : 1 })) } })
  }
  for (let tries = 0; tries < 60 && !db.hello().isWritablePrimary; tries += 1) { sleep(1000); db = admin() }
  if (!db.getUser("portal")) db.createUser({ user: "portal", pwd: process.env.PORTAL_PASSWORD, roles: [{ role: "readWrite", db: "portal" }, { role: "dbAdmin", db: "portal" }] })
'
