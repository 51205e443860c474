import { onMongo } from '../helpers/mongo'

onMongo(() => import('./routines.spec'))
