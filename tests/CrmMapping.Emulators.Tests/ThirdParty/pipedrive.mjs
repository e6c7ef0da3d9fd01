// Drives Pipedrive's own client against the address and token given; ends with an error at the first answer it does not take.
import { createRequire } from 'node:module';
import { strict as assert } from 'node:assert';

const [address, apiKey, modules, accessToken, code] = process.argv.slice(2);
const { v1, v2 } = createRequire(modules + '/')('pipedrive');
const newer = new v2.Configuration({ apiKey, basePath: `${address}/api/v2` });
const older = new v1.Configuration({ apiKey, basePath: `${address}/v1` });
const [persons, fields] = [new v2.PersonsApi(newer), new v2.PersonFieldsApi(newer)];
const [users, webhooks] = [new v1.UsersApi(older), new v1.WebhooksApi(older)];
// The client throws the body of the refusal, not its status.
const rejects = (promise, words) => assert.rejects(promise, error => error.success === false && words.test(error.error));

const tier = (await fields.addPersonField({ AddPersonFieldRequest: { field_name: 'Tier', field_type: 'enum', options: [{ label: 'Gold' }] } })).data;
assert.match(tier.field_code, /^[0-9a-f]{40}$/);
const silver = (await fields.addPersonFieldOptions({ field_code: tier.field_code, AddDealFieldOptionsRequestInner: [{ label: 'Silver' }] })).data[0];
assert.equal((await fields.updatePersonFieldOptions({ field_code: tier.field_code, UpdateDealFieldOptionsRequestInner: [{ id: silver.id, label: 'Platinum' }] })).data[0].label, 'Platinum');
assert.equal((await fields.updatePersonField({ field_code: tier.field_code, UpdatePersonFieldRequest: { field_name: 'Level' } })).data.field_name, 'Level');
assert.equal((await fields.getPersonField({ field_code: tier.field_code })).data.options.length, 2);
assert.ok((await fields.getPersonFields({ limit: 500 })).data.some(field => field.field_code === 'phone' && !field.is_custom_field));
await rejects(fields.deletePersonField({ field_code: 'phone' }), /default field/);

const ines = (await persons.addPerson({ AddPersonRequest: {
  name: 'Ines Falk', emails: [{ value: 'ines@example.org', primary: true, label: 'work' }], phones: [{ value: '+1 555 010 7788', primary: true, label: 'mobile' }],
  custom_fields: { [tier.field_code]: silver.id } } })).data;
assert.deepEqual([ines.first_name, ines.last_name, ines.custom_fields[tier.field_code]], ['Ines', 'Falk', silver.id]);
assert.equal((await persons.updatePerson({ id: ines.id, UpdatePersonRequest: { name: 'Ines Berg' } })).data.phones[0].value, '+1 555 010 7788');
assert.equal((await persons.updatePerson({ id: ines.id, UpdatePersonRequest: { custom_fields: { [tier.field_code]: null } } })).data.custom_fields[tier.field_code], null);
await rejects(persons.addPerson({ AddPersonRequest: {} }), /name: Required/);
await rejects(persons.updatePerson({ id: ines.id, UpdatePersonRequest: { job_title: 'Manager' } }), /contact sync/);
await rejects(persons.getPerson({ id: 999999 }), /Person not found/);

for (let n = 0; n < 4; n++) await persons.addPerson({ AddPersonRequest: { name: `Person ${n}` } });
const page = await persons.getPersons({ limit: 3, sort_by: 'update_time', sort_direction: 'asc', updated_since: '2020-01-01T00:00:00Z' });
const rest = await persons.getPersons({ limit: 3, sort_by: 'update_time', sort_direction: 'asc', updated_since: '2020-01-01T00:00:00Z', cursor: page.additional_data.next_cursor });
assert.equal(new Set([...page.data, ...rest.data].map(one => one.id)).size, 5);
assert.equal(rest.additional_data.next_cursor, null);
assert.equal((await persons.getPersons({ ids: `${ines.id},999999`, custom_fields: tier.field_code, include_fields: 'notes_count' })).data[0].notes_count, 0);
assert.equal((await persons.searchPersons({ term: 'INES@example.org', fields: 'email', exact_match: true })).data.items[0].item.id, ines.id);
assert.deepEqual((await persons.deletePerson({ id: ines.id })).data, { id: ines.id });
assert.equal((await persons.searchPersons({ term: 'ines@example.org', fields: 'email', exact_match: true })).data.items.length, 0);
await fields.deletePersonFieldOptions({ field_code: tier.field_code, DeleteDealFieldOptionsRequestInner: [{ id: silver.id }] });
await fields.deletePersonField({ field_code: tier.field_code });

assert.deepEqual((await users.getUsers()).data.map(user => user.email), ['admin@example.com', 'lee@example.com']);
assert.equal((await users.getCurrentUser()).data.company_domain, 'acme-sandbox');
const lee = (await users.findUsersByName({ term: 'lee@example.com', search_by_email: 1 })).data[0];
assert.equal((await users.getUser({ id: lee.id })).data.name, 'Lee Ng');

const hook = (await webhooks.addWebhook({ AddWebhookRequest: { subscription_url: 'https://app.example.com/hook', event_action: 'change', event_object: 'person', name: 'Sync', version: '2.0' } })).data;
assert.equal((await webhooks.getWebhooks()).data[0].id, hook.id);
await webhooks.deleteWebhook({ id: hook.id });
await assert.rejects(webhooks.deleteWebhook({ id: hook.id }), { errors: { id: ['not found'] } });

const byToken = new v2.PersonsApi(new v2.Configuration({ accessToken, basePath: `${address}/api/v2` }));
assert.equal((await byToken.getPersons()).data.length, 4);
const app = new v2.OAuth2Configuration({ clientId: 'emulator-client', clientSecret: 'emulator-secret', redirectUri: 'https://app.example.com/back', host: address });
assert.equal((await app.authorize(code)).api_domain, address);
assert.equal((await app.tokenRefresh()).token_type, 'Bearer');
assert.equal((await new v2.PersonsApi(new v2.Configuration({ accessToken: app.getAccessToken, basePath: `${address}/api/v2` })).getPersons()).data.length, 4);
await rejects(new v2.PersonsApi(new v2.Configuration({ apiKey: 'unknown', basePath: `${address}/api/v2` })).getPersons(), /unauthorized access/);
console.log('done');
