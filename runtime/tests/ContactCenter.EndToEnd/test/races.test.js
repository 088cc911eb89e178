import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interaction, ok, scene, work } from '../support/scene.js';

const people = scene(['--ContactCenter:Routing:OffersAtOnce=2']);

test('Of two Accepts at once exactly one wins, 200 times', async t => {
  const { gateway, agent1, agent2 } = people;
  await work(t, [agent1, agent2]);
  const agents = [agent1, agent2];
  for (let race = 0; race < 200; race++) {
    const id = await gateway.receiveEmail();
    for (const agent of agents) assert.equal((await agent.notifications.expect('flat Invited')).id, id);

    const answers = await Promise.all(agents.map(agent => agent.post(interaction(id), { operationName: 'Accept' })));
    assert.deepEqual(answers.map(answer => answer.status).sort(), [200, 400], `race ${race}: ${answers.map(answer => answer.text)}`);
    const winner = agents[answers.findIndex(answer => answer.status === 200)];
    const loser = agents.find(agent => agent !== winner);
    await winner.notifications.expect('flat Processing');
    await loser.notifications.expect('flat Revoked');
    await winner.succeed(interaction(id), { operationName: 'StopProcessing' }, ok);
    await winner.notifications.expect('flat Completed');
  }
});
