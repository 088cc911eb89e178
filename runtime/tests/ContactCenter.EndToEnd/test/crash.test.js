import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Notifications } from '../support/notifications.js';
import { interaction, ok, scene, work } from '../support/scene.js';

const people = scene();

for (const transport of ['long-polling', 'websocket']) {
  test(`kill -9: nothing acknowledged is lost, and undelivered notifications arrive in order, over ${transport}`, async t => {
    const { program, gateway, agent1, agent2 } = people;
    await work(t, [agent1], { transport });
    const id = await gateway.openChat({ text: 'First.' });
    await agent1.notifications.expect('chat StatusChange Invited');
    await agent1.succeed(interaction(id), { operationName: 'Accept', nickname: 'Anna' });
    await agent1.notifications.expect('chat StatusChange Chatting', 'chat ParticipantsUpdated Chatting', 'log Maria ParticipantJoined | Maria: First. | Anna ParticipantJoined');
    const email = await gateway.receiveEmail();
    await work(t, [agent2], { transport });
    await agent2.notifications.expect('flat Invited');
    await agent2.succeed(interaction(email), { operationName: 'Accept' }, ok);
    await agent2.notifications.expect('flat Processing');

    // The agent's machine goes down; what happens meanwhile has to wait for it, through a crash of the program.
    await agent1.notifications.crash();
    for (let i = 0; i < 20; i++) await gateway.succeed(`/media-gateway/chats/${id}`, { operationName: 'SendMessage', text: `Number ${i}` });
    await program.restart();
    for (let i = 20; i < 25; i++) await gateway.succeed(`/media-gateway/chats/${id}`, { operationName: 'SendMessage', text: `Number ${i}` });

    const texts = (await gateway.chat(id)).messages.flatMap(message => message.text ?? []);
    assert.deepEqual(texts, ['First.', ...Array.from({ length: 25 }, (_, i) => `Number ${i}`)]);
    assert.deepEqual((await agent2.get('/api/v2/me/interactions?fields=*')).body.interactions.map(item => [item.id, item.state]), [[email, 'Processing']]);

    agent1.notifications = await Notifications.open(agent1, { transport });
    // What was delivered but not yet confirmed may come again; everything else comes once and in order.
    const seen = [];
    while (seen.at(-1) !== 'Number 24') {
      const data = await agent1.notifications.next('Number 24');
      for (const message of data.messages ?? []) if (message.text?.startsWith('Number')) seen.push(message.text);
    }
    assert.deepEqual(seen, Array.from({ length: 25 }, (_, i) => `Number ${i}`));

    await agent1.succeed(interaction(id), { operationName: 'Complete' });
    await agent1.notifications.expect('chat StatusChange Completed');
    await agent2.succeed(interaction(email), { operationName: 'StopProcessing' }, ok);
    // The other client has found the new process by itself only if the port is the same; it comes back as a user would.
    await agent2.notifications.close();
    agent2.notifications = await Notifications.open(agent2, { transport });
    let last;
    do last = await agent2.notifications.next('Completed'); while (last.state !== 'Completed');
  });
}

test('Whatever was answered before a crash has happened', async t => {
  const { program, gateway, agent1 } = people;
  await work(t, [agent1]);
  const id = await gateway.openChat({ text: 'First.' });
  await agent1.notifications.expect('chat StatusChange Invited');
  await agent1.succeed(interaction(id), { operationName: 'Accept', nickname: 'Anna' });

  // Messages are sent while the program is killed: each that was answered must be there afterwards, none twice.
  const answered = [];
  let sent = 0;
  const sending = (async () => {
    for (;;) {
      const text = `Message ${sent++}`;
      const answer = await gateway.post(`/media-gateway/chats/${id}`, { operationName: 'SendMessage', text }).catch(() => null);
      if (answer === null) return;
      assert.equal(answer.status, 200, answer.text);
      answered.push(text);
      if (answered.length === 30) program.process.kill('SIGKILL');
    }
  })();
  await sending;
  await program.restart();
  const kept = (await gateway.chat(id)).messages.flatMap(message => (message.text?.startsWith('Message') ? message.text : []));
  assert.deepEqual(kept.slice(0, answered.length), answered);
  assert.ok(kept.length <= answered.length + 1, 'Only the one message that was under way may be there unanswered.');
  await agent1.succeed(interaction(id), { operationName: 'Complete' });
});
