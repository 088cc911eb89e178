// One CometD client in a process of its own: the Node adapter keeps one cookie jar for each process and host, so that several clients in one
// process would look like several tabs of one browser and overwrite each other's session cookie.
import { adapt } from 'cometd-nodejs-client';
import { CometD } from 'cometd';
import { AckExtension } from 'cometd/AckExtension.js';

adapt();
const cometd = new CometD();
const [url, transport, authorization, ...channels] = process.argv.slice(2);
const say = message => process.connected && process.send(message, () => {});

for (const type of cometd.getTransportTypes()) {
  if (type !== transport) cometd.unregisterTransport(type);
}
cometd.registerExtension('ack', new AckExtension());
cometd.configure({ url, requestHeaders: { Authorization: authorization }, backoffIncrement: 100, maxBackoff: 500, logLevel: 'error' });

cometd.addListener('/meta/handshake', message => {
  if (!message.successful) return say({ what: 'handshakeFailed', message });
  // As applications do: what was subscribed is subscribed again after every handshake.
  cometd.batch(() => {
    let open = channels.length;
    for (const channel of channels) {
      cometd.subscribe(channel, event => {
        // Patterns are told of the client's own meta messages and of replies to publishing too; only events have data.
        if ('data' in event && !event.channel.startsWith('/meta/')) say({ what: 'event', channel: event.channel, data: event.data });
      }, reply => {
        say({ what: 'subscribed', channel, successful: reply.successful, error: reply.error });
        if (--open === 0) say({ what: 'ready' });
      });
    }
    if (open === 0) say({ what: 'ready' });
  });
});

process.on('message', ({ id, call, channel, data }) => {
  if (call === 'remoteCall') cometd.remoteCall(channel, data, 10_000, reply => say({ what: 'reply', id, reply }));
  else if (call === 'publish') cometd.publish(channel, data, reply => say({ what: 'reply', id, reply }));
  else if (call === 'disconnect') cometd.disconnect(reply => say({ what: 'reply', id, reply }));
});
process.on('disconnect', () => process.exit(0));
cometd.handshake();
