// Drives jsforce against the address and token given; ends with an error at the first answer it does not take.
const { strict: assert } = require('node:assert');
const [instanceUrl, accessToken, modules, clientId, clientSecret, refreshToken] = process.argv.slice(2);
const { Connection, OAuth2 } = require(modules + '/node_modules/jsforce');

async function main() {
  const sf = new Connection({ instanceUrl, accessToken, version: '66.0' });
  const refused = (promise, code) => assert.rejects(promise, error => error.errorCode === code || error.name === code);

  const describe = await sf.describe('Contact');
  assert.equal(describe.keyPrefix, '003');
  assert.equal(describe.fields.find(field => field.name === 'LastName').nillable, false);
  assert.equal((await sf.describe('Lead')).fields.find(field => field.name === 'OwnerId').referenceTo.join(), 'Group,User');
  assert.ok((await sf.describeGlobal()).sobjects.some(one => one.name === 'Lead'));

  const ada = await sf.sobject('Contact').create({ LastName: 'Byron', FirstName: 'Ada', Email: 'ada@example.com' });
  assert.ok(ada.success && ada.id.length === 18);
  assert.equal((await sf.sobject('Contact').retrieve(ada.id)).Name, 'Ada Byron');
  assert.ok((await sf.sobject('Contact').update({ Id: ada.id, Phone: '+12125550123' })).success);
  await refused(sf.sobject('Contact').create({ FirstName: 'Nobody' }), 'REQUIRED_FIELD_MISSING');
  await refused(sf.sobject('Contact').update({ Id: ada.id, Nonsense: '1' }), 'INVALID_FIELD');
  await refused(sf.query('SELECT Nonsense FROM Contact'), 'INVALID_FIELD');
  await refused(sf.query('SELECT FROM Contact'), 'MALFORMED_QUERY');

  const people = Array.from({ length: 450 }, (_, n) => ({ LastName: `Quill ${n}`, Email: `c${n}@example.com`, Phone: `+1212555${1000 + n}` }));
  const created = await sf.sobject('Contact').create(people, { allowRecursive: true, allOrNone: false });
  assert.ok(created.every(one => one.success));
  const mixed = await sf.sobject('Contact').create([{ LastName: 'Good' }, { FirstName: 'Bad' }]);
  assert.deepEqual(mixed.map(one => one.success), [true, false]);
  assert.equal(mixed[1].errors[0].statusCode, 'REQUIRED_FIELD_MISSING');
  const changed = await sf.sobject('Contact').update(created.slice(0, 3).map(one => ({ Id: one.id, Title: 'Buyer' })));
  assert.ok(changed.every(one => one.success));

  const page = await sf.query("SELECT Id, LastName, Owner.Email FROM Contact WHERE Email LIKE 'c%@example.com' ORDER BY SystemModstamp, Id",
    { headers: { 'Sforce-Query-Options': 'batchSize=200' }, autoFetch: false });
  assert.equal(page.totalSize, 450);
  assert.equal(page.done, false);
  assert.equal(page.records.length, 200);
  assert.ok(page.records[0].Owner.Email.includes('@'));
  const seen = page.records.map(one => one.Id);
  for (let next = page.nextRecordsUrl; next;) {
    const more = await sf.queryMore(next);
    seen.push(...more.records.map(one => one.Id));
    next = more.nextRecordsUrl;
  }
  assert.equal(new Set(seen).size, 450);
  assert.equal(await sf.sobject('Contact').count({ Title: 'Buyer' }), 3);
  assert.equal((await sf.sobject('Contact').find({ Email: { $in: ['c1@example.com', 'C3@example.com'] } }, 'Id, Email').limit(10)).length, 2);
  assert.equal((await sf.sobject('Contact').retrieve([created[0].id, created[1].id])).length, 2);
  assert.equal((await sf.search('FIND {2125551007} IN PHONE FIELDS RETURNING Contact(Id, Phone)')).searchRecords.length, 1);

  const first = await sf.sobject('Contact').upsert({ CrmMapping_Id__c: 'A-1', LastName: 'Upsert' }, 'CrmMapping_Id__c');
  assert.equal(first.created, true);
  assert.equal((await sf.sobject('Contact').upsert({ CrmMapping_Id__c: 'A-1', LastName: 'Again' }, 'CrmMapping_Id__c')).created, false);
  const upserts = await sf.sobject('Contact').upsert([{ CrmMapping_Id__c: 'A-1', Title: 'Owner' }, { CrmMapping_Id__c: 'A-2', LastName: 'Two' }], 'CrmMapping_Id__c');
  assert.deepEqual(upserts.map(one => one.created), [false, true]);

  const base = '/services/data/v66.0';
  const composite = await sf.request({ method: 'POST', url: `${base}/composite`, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ allOrNone: true, compositeRequest: [
    { method: 'POST', url: `${base}/sobjects/Account`, referenceId: 'a1', body: { Name: 'Bluebird Bakery' } },
    { method: 'POST', url: `${base}/sobjects/Contact`, referenceId: 'c1', body: { LastName: 'Baker', AccountId: '@{a1.id}' } },
    { method: 'GET', url: `${base}/query?q=SELECT+Account.Name+FROM+Contact+WHERE+Id='@{c1.id}'`, referenceId: 'q1' }] }) });
  assert.deepEqual(composite.compositeResponse.map(one => one.httpStatusCode), [201, 201, 200]);
  assert.equal(composite.compositeResponse[2].body.records[0].Account.Name, 'Bluebird Bakery');

  const job = sf.bulk2.createJob({ object: 'Contact', operation: 'insert' });
  await job.open();
  await job.uploadData([{ LastName: 'Bulk "One", Esq.', Birthdate: '1985-04-01' }, { LastName: '', Birthdate: '1985-04-01' }]);
  await job.close();
  await job.poll(10, 20000);
  const results = await job.getAllResults();
  assert.deepEqual([results.successfulResults.length, results.failedResults.length, results.unprocessedRecords.length], [1, 1, 0]);
  assert.ok(results.failedResults[0].sf__Error.startsWith('REQUIRED_FIELD_MISSING:'));
  const loaded = await sf.bulk2.loadAndWaitForResults({ object: 'Contact', operation: 'update', input: [{ Id: ada.id, Phone: '#N/A' }], pollTimeout: 20000, pollInterval: 10 });
  assert.equal(loaded.successfulResults[0].sf__Created, 'false');
  assert.equal((await sf.sobject('Contact').retrieve(ada.id)).Phone, null);
  const rows = await (await sf.bulk2.query("SELECT Id, LastName, CreatedDate, Owner.Email FROM Contact WHERE LastName LIKE 'Bulk%'", { pollTimeout: 20000, pollInterval: 10 })).toArray();
  assert.equal(rows[0].LastName, 'Bulk "One", Esq.');
  assert.ok(rows[0].CreatedDate.endsWith('Z') && rows[0]['Owner.Email'].includes('@'));

  const gone = await sf.sobject('Contact').destroy(created.slice(0, 2).map(one => one.id));
  assert.ok(gone.every(one => one.success));
  assert.ok((await sf.sobject('Contact').destroy(ada.id)).success);
  await refused(sf.sobject('Contact').retrieve(ada.id), 'ENTITY_IS_DELETED');
  const [start, end] = [new Date(Date.now() - 3600000), new Date(Date.now() + 120000)];
  assert.ok((await sf.sobject('Contact').updated(start, end)).ids.includes(created[5].id));
  assert.ok((await sf.sobject('Contact').deleted(start, end)).deletedRecords.some(one => one.id === ada.id));
  assert.equal((await sf.query("SELECT Id FROM Contact WHERE IsDeleted = true", { scanAll: true })).totalSize, 3);
  assert.ok(sf.limitInfo.apiUsage.used > 10);
  assert.ok((await sf.request(`${base}/limits`)).DailyApiRequests.Remaining < 100000);

  const oauth2 = new OAuth2({ loginUrl: instanceUrl, clientId, clientSecret });
  const renewed = await oauth2.refreshToken(refreshToken);
  const again = new Connection({ instanceUrl: renewed.instance_url, accessToken: renewed.access_token, version: '66.0' });
  assert.equal((await again.query('SELECT COUNT() FROM Contact')).totalSize > 400, true);
  console.log('done');
}

main().catch(error => { console.error(error); process.exit(1); });
