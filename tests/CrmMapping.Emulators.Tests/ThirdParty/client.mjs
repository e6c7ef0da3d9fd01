// Drives HubSpot's own client against the address and token given; ends with an error at the first answer it does not take.
import { createRequire } from 'node:module';
import { strict as assert } from 'node:assert';

const [basePath, accessToken, modules] = process.argv.slice(2);
const { Client } = createRequire(modules + '/')('@hubspot/api-client');
const hubspot = new Client({ accessToken, basePath, numberOfApiCallRetries: 0 });
const { basicApi, batchApi, searchApi } = hubspot.crm.contacts;
const rejects = (promise, code) => assert.rejects(promise, error => error.code === code);

const ada = await basicApi.create({ properties: { email: 'ada@example.com', firstname: 'Ada' }, associations: [] });
assert.ok(ada.id && ada.createdAt instanceof Date);
assert.equal((await basicApi.getById(ada.id, ['email', 'phone'], ['firstname'])).properties.email, 'ada@example.com');
assert.equal((await basicApi.getById('ada@example.com', ['email'], undefined, undefined, false, 'email')).id, ada.id);
assert.equal((await basicApi.update(ada.id, { properties: { phone: '+12125550123' } })).properties.phone, '+12125550123');
await rejects(basicApi.update(ada.id, { properties: { nonsense: '1' } }), 400);
await rejects(basicApi.create({ properties: { email: 'ADA@example.com' }, associations: [] }), 409);
await rejects(basicApi.getById('999999'), 404);

const many = await batchApi.create({ inputs: [1, 2, 3].map(n => ({ properties: { email: `c${n}@example.com`, firstname: `C${n}` }, associations: [] })) });
assert.equal(many.results.length, 3);
const ids = many.results.map(one => one.id);
const read = await batchApi.read({ inputs: [...ids, '999999'].map(id => ({ id })), properties: ['email'], propertiesWithHistory: [] });
assert.equal(read.results.length, 3);
assert.equal(read.numErrors, 1);
await batchApi.update({ inputs: ids.map(id => ({ id, properties: { company: 'Bluebird Bakery' } })) });
const upserted = await batchApi.upsert({ inputs: [{ id: 'c1@example.com', idProperty: 'email', properties: { city: 'Leeds' } }, { id: 'new@example.com', idProperty: 'email', properties: { city: 'Lyon' } }] });
assert.deepEqual(upserted.results.map(one => one._new).sort(), [false, true]);

const byAddress = await batchApi.read({ idProperty: 'email', inputs: [{ id: 'C2@example.com' }], properties: ['email'], propertiesWithHistory: [] });
assert.equal(byAddress.results[0].id, many.results.find(one => one.properties.email === 'c2@example.com').id);
const history = await batchApi.read({ inputs: [{ id: ada.id }], properties: [], propertiesWithHistory: ['phone'] });
assert.equal(history.results[0].propertiesWithHistory.phone[0].sourceType, 'INTEGRATION');
const partial = await batchApi.update({ inputs: [
  { id: ids[0], objectWriteTraceId: 't1', properties: { city: 'Leeds' } }, { id: ids[1], objectWriteTraceId: 't2', properties: { nonsense: '1' } }] });
assert.equal(partial.results[0].properties.city, 'Leeds');
assert.deepEqual(partial.errors[0].context.objectWriteTraceId, ['t2']);
await rejects(batchApi.update({ inputs: [{ id: ids[0], properties: { nonsense: '1' } }] }), 400);
await rejects(batchApi.read({ inputs: [{ id: ids[0] }, { id: ids[0] }], properties: [], propertiesWithHistory: [] }), 400);

const page = await basicApi.getPage(2, undefined, ['email']);
assert.equal(page.results.length, 2);
assert.ok((await basicApi.getPage(2, page.paging.next.after, ['email'])).results.every(one => !page.results.some(other => other.id === one.id)));
assert.equal((await hubspot.crm.contacts.getAll()).length, 5);

const found = await searchApi.doSearch({ filterGroups: [{ filters: [{ propertyName: 'company', operator: 'EQ', value: 'Bluebird Bakery' }] }], sorts: ['-createdate'], properties: ['email'], limit: 2 });
assert.equal(found.total, 3);
assert.equal(found.paging.next.after, '2');

const search = (filters, more) => searchApi.doSearch({ filterGroups: [{ filters }], sorts: [], properties: ['email'], limit: 100, ...more });
const totals = await Promise.all([
  search([{ propertyName: 'email', operator: 'IN', values: ['c1@example.com', 'c3@example.com'] }]),
  search([{ propertyName: 'phone', operator: 'HAS_PROPERTY' }]),
  search([{ propertyName: 'hs_searchable_calculated_phone_number', operator: 'EQ', value: '2125550123' }]),
  search([{ propertyName: 'createdate', operator: 'BETWEEN', value: '1000000000000', highValue: `${Date.now() + 60_000}` }]),
  search([], { query: 'c2@example.com' }),
]);
assert.deepEqual(totals.map(one => one.total), [2, 1, 1, 5, 1]);
assert.equal((await search([{ propertyName: 'company', operator: 'EQ', value: 'Bluebird Bakery' }], { limit: 2, after: '2' })).results.length, 1);

const survivor = await basicApi.merge({ primaryObjectId: ids[0], objectIdToMerge: ids[1] });
assert.notEqual(survivor.id, ids[0]);
assert.equal((await basicApi.getById(ids[1])).id, survivor.id);
await basicApi.purge({ objectId: ids[2] });
await rejects(basicApi.getById(ids[2]), 404);
await basicApi.archive(ada.id);
assert.equal((await basicApi.getById(ada.id, undefined, undefined, undefined, true)).archived, true);
await batchApi.archive({ inputs: [{ id: survivor.id }] });
assert.ok((await basicApi.getPage(100, undefined, ['email'], undefined, undefined, true)).results.some(one => one.id === survivor.id));
assert.equal((await batchApi.read({ inputs: [{ id: survivor.id }], properties: [], propertiesWithHistory: [] }, true)).results.length, 1);
await rejects(basicApi.getById(survivor.id), 404);

const tier = { name: 'tier', label: 'Tier', type: 'enumeration', fieldType: 'select', groupName: 'contactinformation', options: [{ label: 'Gold', value: 'gold', displayOrder: 0, hidden: false }] };
assert.equal((await hubspot.crm.properties.coreApi.create('contacts', tier)).name, 'tier');
assert.ok((await hubspot.crm.properties.coreApi.getAll('contacts')).results.some(property => property.name === 'tier'));
assert.equal((await hubspot.crm.properties.coreApi.getByName('contacts', 'tier')).options[0].value, 'gold');
await hubspot.crm.properties.coreApi.update('contacts', 'tier', { label: 'Level' });
await hubspot.crm.properties.batchApi.read('contacts', { inputs: [{ name: 'tier' }], archived: false });
await hubspot.crm.properties.coreApi.archive('contacts', 'tier');
const flags = ['one', 'two'].map(name => ({ ...tier, name, label: name }));
assert.equal((await hubspot.crm.properties.batchApi.create('contacts', { inputs: flags })).results.length, 2);
await hubspot.crm.properties.batchApi.archive('contacts', { inputs: [{ name: 'one' }, { name: 'two' }] });
await rejects(hubspot.crm.properties.coreApi.getByName('contacts', 'one'), 404);
assert.equal((await hubspot.crm.properties.groupsApi.getAll('contacts')).results[0].name, 'contactinformation');

const owners = await hubspot.crm.owners.ownersApi.getPage();
assert.equal(owners.results[0].email, 'lee@example.com');
assert.equal((await hubspot.crm.owners.ownersApi.getPage('LEE@example.com')).results.length, 1);
assert.equal((await hubspot.crm.owners.ownersApi.getPage(undefined, undefined, undefined, true)).results.length, 0);
assert.equal((await hubspot.crm.owners.ownersApi.getById(Number(owners.results[0].id))).id, owners.results[0].id);

const mia = await basicApi.create({ properties: { email: 'mia@example.com' }, associations: [] });
const call = await hubspot.crm.objects.basicApi.create('calls', { properties: { hs_timestamp: '2026-11-20T10:15:30.000Z', hs_call_title: 'Hello' }, associations: [{ to: { id: mia.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }] }] });
assert.equal((await hubspot.crm.associations.v4.basicApi.getPage('calls', call.id, 'contacts')).results.length, 1);

const links = hubspot.crm.associations.v4;
const eve = await basicApi.create({ properties: { email: 'eve@example.com' }, associations: [] });
await links.basicApi.createDefault('calls', call.id, 'contacts', eve.id);
const linked = await links.batchApi.getPage('calls', 'contacts', { inputs: [{ id: call.id }] });
assert.ok(linked.results[0].to.some(to => `${to.toObjectId}` === eve.id));
assert.deepEqual((await links.basicApi.getPage('contacts', eve.id, 'calls')).results.map(one => `${one.toObjectId}`), [call.id]);
await links.basicApi.archive('calls', call.id, 'contacts', eve.id);
assert.equal((await links.basicApi.getPage('contacts', eve.id, 'calls')).results.length, 0);
assert.equal((await (await hubspot.apiRequest({ path: '/account-info/v3/details' })).json()).timeZone, 'US/Eastern');

const tokens = await hubspot.oauth.tokensApi.create('refresh_token', undefined, undefined, 'emulator-client', 'emulator-secret', process.argv[5]);
assert.equal(tokens.expiresIn, 1800);
console.log('done');
