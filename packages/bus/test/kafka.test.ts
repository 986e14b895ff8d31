import { test } from 'node:test'
import { eventBusConformance } from '../src/conformance.ts'
import { openOnNewTopics, skip } from './kafka-cluster.ts'

if (skip) test('the Kafka adapter', { skip }, () => undefined)
else eventBusConformance('the Kafka adapter', openOnNewTopics)
