// Drives HighLevel's own client against the address and tokens given; ends with an error at the first answer it does not take.
const assert = require('node:assert/strict');
const { createRequire } = require('node:module');

const [base, token, modules, locationId, companyId, code, clientId, publicKey, delivery, signature] = process.argv.slice(2);
const { HighLevel, LogLevel, MemorySessionStorage } = createRequire(modules + '/')('@gohighlevel/api-client');
HighLevel.BASE_URL = base;
const quiet = { apiVersion: '2021-07-28', logLevel: LogLevel.NONE };
const { contacts, locations, users } = new HighLevel({ privateIntegrationToken: token, ...quiet });
const rejects = (promise, statusCode, check = () => true) =>
  assert.rejects(promise, error => error.statusCode === statusCode && check(error.response, error));

async function run() {
  const tier = (await locations.createCustomField({ locationId }, { name: 'Tier', dataType: 'SINGLE_OPTIONS', model: 'contact', options: ['Gold', 'Silver'] })).customField;
  assert.equal(tier.fieldKey, 'contact.tier');
  assert.deepEqual(tier.picklistOptions, ['Gold', 'Silver']);
  assert.ok((await locations.getCustomFields({ locationId, model: 'contact' })).customFields.some(field => field.id === tier.id));
  assert.equal((await locations.updateCustomField({ locationId, id: tier.id }, { name: 'Level' })).customField.name, 'Level');
  assert.equal((await locations.getCustomField({ locationId, id: tier.id })).customField.name, 'Level');

  const mara = (await contacts.createContact({ locationId, firstName: 'Mara', lastName: 'Odin', email: 'mara@example.com', phone: '(212) 555-0123',
    dateOfBirth: '09/25/1990', tags: ['vip'], customFields: [{ id: tier.id, field_value: 'Gold' }] })).contact;
  assert.equal(mara.phone, '+12125550123');
  assert.deepEqual(mara.customFields, [{ id: tier.id, value: 'Gold' }]);
  assert.equal((await contacts.getContact({ contactId: mara.id })).contact.dateOfBirth, '1990-09-25');
  await rejects(contacts.createContact({ locationId, firstName: 'Twin', email: 'MARA@example.com' }), 400, body => body.meta.contactId === mara.id);
  await rejects(contacts.createContact({ firstName: 'Nowhere' }), 422, body => Array.isArray(body.message));
  await rejects(contacts.getContact({ contactId: 'ctQ0nobody0000000000' }), 400);

  const updated = await contacts.updateContact({ contactId: mara.id }, { city: 'Leeds', dndSettings: { Call: { status: 'active' } } });
  assert.equal(updated.succeded, true);
  assert.equal(updated.contact.dndSettings.Call.status, 'active');
  assert.equal(updated.contact.firstName, 'Mara');
  const upserted = await contacts.upsertContact({ locationId, email: 'mara@example.com', city: 'Lyon' });
  assert.deepEqual([upserted.new, upserted.contact.id, upserted.contact.city], [false, mara.id, 'Lyon']);
  assert.equal((await contacts.upsertContact({ locationId, phone: '+12125550199', firstName: 'Ivo' })).new, true);

  assert.deepEqual((await contacts.addTags({ contactId: mara.id }, { tags: ['new'] })).tags.sort(), ['new', 'vip']);
  assert.deepEqual((await contacts.removeTags({ contactId: mara.id }, { tags: ['vip'] })).tags, ['new']);
  assert.equal((await contacts.getDuplicateContact({ locationId, number: '+12125550123' })).contact.id, mara.id);

  const byUpdate = { locationId, pageLimit: 1, sort: [{ field: 'dateUpdated', direction: 'asc' }] };
  const first = await contacts.searchContactsAdvanced(byUpdate);
  const second = await contacts.searchContactsAdvanced({ ...byUpdate, searchAfter: first.contacts[0].searchAfter });
  assert.equal(first.total, 2);
  assert.notEqual(second.contacts[0].id, first.contacts[0].id);
  await rejects(contacts.searchContactsAdvanced({ locationId, pageLimit: 501 }), 422);
  assert.equal((await contacts.getContacts({ locationId, limit: 1 })).contacts.length, 1);

  const location = (await locations.getLocation({ locationId })).location;
  assert.deepEqual([location.id, location.companyId, location.settings.allowDuplicateContact], [locationId, companyId, false]);
  assert.ok((await locations.getTimezones({ locationId })).timeZones.includes('America/Denver'));
  const found = await users.searchUsers({ companyId, locationId, skip: '0', limit: '25' });
  assert.equal(found.count, 1);
  assert.equal((await users.getUser({ userId: found.users[0].id })).email, 'lee@example.com');
  await rejects(users.searchUsers({ locationId }), 422);

  assert.equal((await contacts.deleteContact({ contactId: mara.id })).succeded, true);
  await locations.deleteCustomField({ locationId, id: tier.id });
  await rejects(new HighLevel({ privateIntegrationToken: 'nonsense', ...quiet }).contacts.getContact({ contactId: mara.id }), 401);

  // Bought with a code; the client refreshes by itself, and the token it refreshed with is worth nothing afterwards.
  const app = new HighLevel({ clientId, clientSecret: 'emulator-secret', sessionStorage: new MemorySessionStorage(), ...quiet });
  const bought = await app.oauth.getAccessToken({ client_id: clientId, client_secret: 'emulator-secret', grant_type: 'authorization_code', code, user_type: 'Location' });
  assert.deepEqual([bought.userType, bought.locationId, bought.expires_in], ['Location', locationId, 86399]);
  const next = await app.oauth.refreshToken(bought.refresh_token, clientId, 'emulator-secret', 'refresh_token', 'Location');
  await rejects(app.oauth.refreshToken(bought.refresh_token, clientId, 'emulator-secret', 'refresh_token', 'Location'), 400);
  const granted = new HighLevel({ locationAccessToken: next.access_token, clientId, clientSecret: 'emulator-secret', ...quiet });
  assert.equal((await granted.contacts.getContacts({ locationId })).contacts.length, 1);

  const { webhooks } = app;
  const body = Buffer.from(delivery, 'base64');
  assert.ok(webhooks.verifyEd25519Signature(body, signature, publicKey));
  body[body.length - 2] ^= 1;
  assert.ok(!webhooks.verifyEd25519Signature(body, signature, publicKey));
  console.log('done');
}

run().catch(error => { console.error(error.message, error.stack, JSON.stringify(error.response)); process.exit(1); });
