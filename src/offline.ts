/**
 * Takes away what Node offers for the network, before anything else is loaded. Nothing here uses it; a library that one day
 * does fails in a test instead of telling somebody about a draft. Imported first by the program and by each of its threads.
 */
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
