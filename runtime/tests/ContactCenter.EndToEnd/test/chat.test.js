import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interaction, ok, scene, work } from '../support/scene.js';

const people = scene();

for (const transport of ['long-polling', 'websocket']) {
  test(`A chat from the customer's first word to Complete, over ${transport}`, async t => {
    const { gateway, agent1 } = people;
    await work(t, [agent1], { transport });
    const { notifications } = agent1;

    const id = await gateway.openChat({ userData: { CustomerSegment: 'default' } });
    const offer = await notifications.expect('chat StatusChange Invited');
    assert.deepEqual([offer.chat.id, offer.chat.capabilities, offer.chat.participants], [id, ['Accept', 'Reject'], []]);
    assert.deepEqual(offer.chat.userData, { CustomerSegment: 'default', Subject: 'GMS Chat' });
    assert.equal(offer.chat.uri, `${people.program.url}/api/v2/chats/${id}`);
    assert.equal((await gateway.chat(id)).state, 'WaitingForAgent');

    await agent1.succeed(interaction(id), { operationName: 'Accept', nickname: 'Anna' });
    const accepted = await notifications.expect('chat StatusChange Chatting');
    assert.deepEqual(accepted.chat.participants, []);
    const joined = await notifications.expect('chat ParticipantsUpdated Chatting');
    assert.deepEqual(joined.chat.participants.map(({ type, nickname }) => [type, nickname]), [['Customer', 'Maria'], ['Agent', 'Anna']]);
    assert.ok(!joined.chat.capabilities.includes('LeaveConference'), 'There is no conference to leave.');
    const history = await notifications.expect('log Maria ParticipantJoined | Maria: My invoice is wrong. | Anna ParticipantJoined');
    assert.equal(history.chatPath, `/chats/${id}`);

    await gateway.succeed(`/media-gateway/chats/${id}`, { operationName: 'StartTyping' });
    await gateway.succeed(`/media-gateway/chats/${id}`, { operationName: 'StopTyping' });
    await gateway.succeed(`/media-gateway/chats/${id}`, { operationName: 'SendMessage', text: 'Hello? Ünïcödé 😀' });
    await notifications.expect('log Maria TypingStarted', 'log Maria TypingStopped', 'log Maria: Hello? Ünïcödé 😀');

    await agent1.succeed(interaction(id), { operationName: 'SendStartTypingNotification' });
    await agent1.succeed(interaction(id), { operationName: 'SendStopTypingNotification' });
    await agent1.succeed(interaction(id), { operationName: 'SendMessage', text: 'How can I help you?' });
    const sent = await notifications.expect('log Anna: How can I help you?');
    assert.deepEqual((await gateway.chat(id)).messages.map(message => message.text ?? message.type), [
      'ParticipantJoined', 'My invoice is wrong.', 'ParticipantJoined', 'TypingStarted', 'TypingStopped', 'Hello? Ünïcödé 😀', 'TypingStarted', 'TypingStopped', 'How can I help you?',
    ]);

    await agent1.succeed(interaction(id), { operationName: 'RequestChatHistory', eventId: sent.messages[0].index });
    await notifications.expect('log Anna: How can I help you?');

    await agent1.succeed(interaction(id), { operationName: 'EndChatSession' }, ok);
    const ended = await notifications.expect('chat StatusChange LeftChat');
    assert.deepEqual([...ended.chat.capabilities].sort(), ['Complete', 'RequestChatHistory', 'SingleStepTransfer']);
    await notifications.expect('log Anna ParticipantLeft');
    assert.equal((await gateway.chat(id)).state, 'Completed');
    await agent1.fail(interaction(id), { operationName: 'SendMessage', text: 'Too late' }, 400, 2);

    await agent1.succeed(interaction(id), { operationName: 'Complete' });
    const completed = await notifications.expect('chat StatusChange Completed');
    assert.deepEqual(completed.chat.capabilities, []);
    await agent1.fail(interaction(id), { operationName: 'Complete' }, 400, 2);
    notifications.assertNone();
  });
}

test('The customer leaves: the agent does after-work', async t => {
  const { gateway, agent1 } = people;
  await work(t, [agent1]);
  const id = await gateway.openChat({ text: 'Bye.' });
  await agent1.notifications.expect('chat StatusChange Invited');
  await agent1.succeed(interaction(id), { operationName: 'Accept', nickname: 'Anna' });
  await agent1.notifications.expect('chat StatusChange Chatting', 'chat ParticipantsUpdated Chatting', 'log Maria ParticipantJoined | Maria: Bye. | Anna ParticipantJoined');

  await gateway.succeed(`/media-gateway/chats/${id}`, { operationName: 'Leave' });
  await agent1.notifications.expect('chat StatusChange LeftChat', 'log Maria ParticipantLeft');
  await agent1.succeed(interaction(id), { operationName: 'Complete' });
  await agent1.notifications.expect('chat StatusChange Completed');
});

test('Reject offers the chat to another agent', async t => {
  const { gateway, agent1, agent2 } = people;
  await work(t, [agent1]);
  const id = await gateway.openChat();
  await agent1.notifications.expect('chat StatusChange Invited');
  await work(t, [agent2]);

  await agent1.succeed(interaction(id), { operationName: 'Reject' }, ok);
  await agent1.notifications.expect('chat StatusChange Completed');
  await agent2.notifications.expect('chat StatusChange Invited');
  await agent2.succeed(interaction(id), { operationName: 'Accept', nickname: 'Ben' });
  await agent2.notifications.expect('chat StatusChange Chatting');
  await agent2.succeed(interaction(id), { operationName: 'Complete' });
});

test('A conference: in, talk, out', async t => {
  const { gateway, agent1, agent2 } = people;
  await work(t, [agent1]);
  const id = await gateway.openChat({ text: 'Hi.' });
  await agent1.notifications.expect('chat StatusChange Invited');
  await agent1.succeed(interaction(id), { operationName: 'Accept', nickname: 'Anna' });
  await agent1.notifications.expect('chat StatusChange Chatting', 'chat ParticipantsUpdated Chatting', 'log Maria ParticipantJoined | Maria: Hi. | Anna ParticipantJoined');
  await work(t, [agent2]);

  await agent1.succeed(interaction(id), { operationName: 'InviteUser', agentId: agent2.userId }, ok);
  const invitation = await agent2.notifications.expect('flat InvitedConference');
  assert.equal(invitation.id, id);
  await agent2.succeed(interaction(id), { operationName: 'Accept', nickname: 'Ben' });
  await agent2.notifications.expect(
    'chat StatusChange Chatting', 'chat ParticipantsUpdated Chatting',
    'log Maria ParticipantJoined | Maria: Hi. | Anna ParticipantJoined | Ben ParticipantJoined');
  await agent1.notifications.expect('chat ParticipantsUpdated Chatting', 'log Ben ParticipantJoined');

  await agent2.succeed(interaction(id), { operationName: 'SendMessage', text: 'I am here too.' });
  await agent1.notifications.expect('log Ben: I am here too.');
  await agent2.notifications.expect('log Ben: I am here too.');

  await agent2.fail(interaction(id), { operationName: 'LeaveConference', agentId: agent1.userId }, 400, undefined);
  await agent2.succeed(interaction(id), { operationName: 'LeaveConference', agentId: agent2.userId }, ok);
  const left = await agent1.notifications.expect('flat LeftConference');
  assert.equal(left.id, id);
  await agent1.notifications.expect('chat ParticipantsUpdated Chatting', 'log Ben ParticipantLeft');
  await agent2.notifications.expect('chat StatusChange Completed');
  await agent1.fail(interaction(id), { operationName: 'LeaveConference', agentId: agent1.userId }, 400, undefined);

  await agent1.succeed(interaction(id), { operationName: 'Complete' });
  await agent1.notifications.expect('chat StatusChange Completed');
});

test('The owner leaves a conference: the other keeps the chat', async t => {
  const { gateway, agent1, agent2 } = people;
  await work(t, [agent1]);
  const id = await gateway.openChat();
  await agent1.notifications.expect('chat StatusChange Invited');
  await agent1.succeed(interaction(id), { operationName: 'Accept', nickname: 'Anna' });
  await work(t, [agent2]);
  await agent1.succeed(interaction(id), { operationName: 'InviteUser', agentId: agent2.userId }, ok);
  await agent2.notifications.expect('flat InvitedConference');
  await agent2.succeed(interaction(id), { operationName: 'Accept', nickname: 'Ben' });

  await agent1.succeed(interaction(id), { operationName: 'LeaveConference', agentId: agent1.userId }, ok);
  await agent1.fail(interaction(id), { operationName: 'SendMessage', text: 'Gone' }, 400, 2);
  await agent2.succeed(interaction(id), { operationName: 'SendMessage', text: 'I go on.' });
  await agent2.succeed(interaction(id), { operationName: 'Complete' });
});

test('A transfer to an agent', async t => {
  const { gateway, agent1, agent4 } = people;
  await work(t, [agent1]);
  const id = await gateway.openChat({ text: 'Hi.' });
  await agent1.notifications.expect('chat StatusChange Invited');
  await agent1.succeed(interaction(id), { operationName: 'Accept', nickname: 'Anna' });
  await agent1.notifications.expect('chat StatusChange Chatting', 'chat ParticipantsUpdated Chatting', 'log Maria ParticipantJoined | Maria: Hi. | Anna ParticipantJoined');
  await work(t, [agent4]);

  await agent1.fail(interaction(id), { operationName: 'SingleStepTransfer', targetId: '0'.repeat(32) }, 400, undefined);
  await agent1.fail(interaction(id), { operationName: 'SingleStepTransfer', targetId: agent4.userId, skill: 'billing' }, 400, undefined);
  await agent1.succeed(interaction(id), { operationName: 'SingleStepTransfer', targetId: agent4.userId }, ok);
  await agent1.notifications.expect('chat StatusChange Completed');
  await agent4.notifications.expect('chat StatusChange Invited');
  await agent4.succeed(interaction(id), { operationName: 'Accept', nickname: 'David' });
  await agent4.notifications.expect(
    'chat StatusChange Chatting', 'chat ParticipantsUpdated Chatting',
    'log Maria ParticipantJoined | Maria: Hi. | Anna ParticipantJoined | Anna ParticipantLeft | David ParticipantJoined');
  await agent4.succeed(interaction(id), { operationName: 'Complete' });
});

test('A transfer to the agents with a skill', async t => {
  const { gateway, agent1, agent3, agent4 } = people;
  await work(t, [agent1]);
  const id = await gateway.openChat();
  await agent1.notifications.expect('chat StatusChange Invited');
  await agent1.succeed(interaction(id), { operationName: 'Accept', nickname: 'Anna' });
  await work(t, [agent4, agent3]);

  await agent1.fail(interaction(id), { operationName: 'SingleStepTransfer', skill: 'juggling' }, 400, undefined);
  await agent1.succeed(interaction(id), { operationName: 'SingleStepTransfer', skill: 'billing' }, ok);
  await agent3.notifications.expect('chat StatusChange Invited');
  agent4.notifications.assertNone();
  await agent3.succeed(interaction(id), { operationName: 'Accept', nickname: 'Clara' });
  await agent3.succeed(interaction(id), { operationName: 'Complete' });
});

test('A chat that needs a skill goes to an agent who has it', async t => {
  const { gateway, agent1, agent2 } = people;
  await work(t, [agent1, agent2]);
  const id = await gateway.openChat({ skill: 'billing' });
  await agent2.notifications.expect('chat StatusChange Invited');
  agent1.notifications.assertNone();
  await agent2.succeed(interaction(id), { operationName: 'Accept', nickname: 'Ben' });
  await agent2.succeed(interaction(id), { operationName: 'Complete' });
});
