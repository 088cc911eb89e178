import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interaction, ok, scene, work } from '../support/scene.js';

const people = scene();

test('An e-mail through workbin, queue and another agent to its end', async t => {
  const { gateway, agent1, agent2, admin1 } = people;
  await work(t, [agent1]);
  const id = await gateway.receiveEmail();
  const offer = await agent1.notifications.expect('flat Invited');
  assert.deepEqual([offer.id, offer.channel, offer.currentQueue, offer.capabilities], [id, 'email', 'default', ['Accept', 'Reject']]);
  assert.equal(offer.email_object.subject, 'Question about my invoice');

  await agent1.succeed(interaction(id), { operationName: 'Accept' }, ok);
  await agent1.notifications.expect('flat Processing');
  const mine = await agent1.get('/api/v2/me/interactions?fields=*');
  assert.deepEqual(mine.body.interactions.map(item => [item.id, item.state]), [[id, 'Processing']]);
  const uri = `${people.program.url}/api/v2/interactions/${id}`;
  assert.deepEqual((await agent1.get('/api/v2/me/interactions')).body, { statusCode: 0, uris: [uri] });
  assert.ok((await admin1.get('/api/v2/interactions')).body.uris.includes(uri));

  await agent1.succeed(interaction(id), { operationName: 'UpdateProperties', properties: { field1: 'value1', field3: { fieldA: 'valueA' } } }, ok);
  const properties = await agent1.notifications.expect('PropertiesUpdated');
  assert.deepEqual(properties.userData, { Subject: 'Question about my invoice', field1: 'value1', field3: { fieldA: 'valueA' } });
  const put = await agent1.request('PUT', `/api/v2/interactions/${id}`, { Priority: 7 });
  assert.deepEqual(put.body, { statusCode: 0 });
  await agent1.notifications.expect('PropertiesUpdated');
  assert.equal((await agent1.get(`/api/v2/interactions/${id}`)).body.interaction.userData.Priority, 7);

  await agent1.fail(interaction(id), { operationName: 'PlaceInWorkbin', workbin: 'nowhere' }, 400, undefined);
  await agent1.succeed(interaction(id), { operationName: 'PlaceInWorkbin', workbin: 'drafts' }, ok);
  await agent1.notifications.expect('flat InWorkbin');
  await agent1.succeed(interaction(id), { operationName: 'GetWorkbinContent', workbin: 'drafts' }, ok);
  const content = await agent1.notifications.expect('WorkbinContentMessage');
  assert.deepEqual(content.interactions.map(item => [item.id, item.state]), [[id, 'InWorkbin']]);
  await agent1.succeed(interaction(id), { operationName: 'Accept' }, ok);
  await agent1.notifications.expect('flat Processing');

  await work(t, [agent2]);
  await agent1.fail(interaction(id), { operationName: 'PlaceInQueue', queue: 'nowhere' }, 400, undefined);
  await agent1.succeed(interaction(id), { operationName: 'PlaceInQueue', queue: 'billing' }, ok);
  const queued = await agent1.notifications.expect('flat Completed');
  assert.equal(queued.currentQueue, 'billing');
  const again = await agent2.notifications.expect('flat Invited');
  assert.deepEqual([again.id, again.currentQueue, again.userData.Priority], [id, 'billing', 7]);
  await agent2.succeed(interaction(id), { operationName: 'Accept' }, ok);
  await agent2.notifications.expect('flat Processing');

  await agent2.succeed(interaction(id), { operationName: 'Transfer', targetId: agent1.userId }, ok);
  await agent2.notifications.expect('flat Completed');
  await agent1.notifications.expect('flat Invited');
  await agent1.succeed(interaction(id), { operationName: 'Accept' }, ok);
  await agent1.notifications.expect('flat Processing');

  await agent1.succeed(interaction(id), { operationName: 'StartConference', agentId: agent2.userId }, ok);
  await agent2.notifications.expect('flat InvitedConference');
  await agent2.succeed(interaction(id), { operationName: 'Accept' }, ok);
  await agent2.notifications.expect('flat Processing');
  await agent2.succeed(interaction(id), { operationName: 'LeaveConference', agentId: agent2.userId }, ok);
  await agent1.notifications.expect('flat LeftConference');
  await agent2.notifications.expect('flat Completed');

  await agent1.succeed(interaction(id), { operationName: 'StopProcessing' }, ok);
  await agent1.notifications.expect('flat Completed');
  await agent1.fail(interaction(id), { operationName: 'StopProcessing' }, 400, undefined);
  assert.deepEqual((await agent1.get('/api/v2/me/interactions')).body, { statusCode: 0, uris: [] });
});

test('Reject offers an e-mail to another agent', async t => {
  const { gateway, agent1, agent2 } = people;
  await work(t, [agent1]);
  const id = await gateway.receiveEmail();
  await agent1.notifications.expect('flat Invited');
  await work(t, [agent2]);
  await agent1.succeed(interaction(id), { operationName: 'Reject' }, ok);
  await agent1.notifications.expect('flat Completed');
  await agent2.notifications.expect('flat Invited');
  await agent2.succeed(interaction(id), { operationName: 'Accept' }, ok);
  await agent2.succeed(interaction(id), { operationName: 'StopProcessing' }, ok);
});
