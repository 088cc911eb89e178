// Faye under the same commands as the other servers: see Servers/ControlLoop.cs.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import faye from 'faye';

const server = createServer();
const bayeux = new faye.NodeAdapter({ mount: '/load', timeout: 30 });
bayeux.attach(server);
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));

const client = bayeux.getClient();
const text = length => 'x'.repeat(Math.max(0, length));

const commands = {
  publish(sequence) {
    // As long as the events of the other servers: see Servers/EventPayload.cs.
    const bare = JSON.stringify({ seq: sequence, text: '' }).length;
    client.publish('/load', { seq: sequence, text: text(300 - bare) });
  },
  usage() {
    const { user, system } = process.cpuUsage();
    console.log(`usage ${user + system}`);
  },
  memory() {
    global.gc();
    console.log(`memory ${process.memoryUsage().rss}`);
  },
};

createInterface({ input: process.stdin })
  .on('line', line => {
    const [command, argument] = line.split(' ');
    commands[command](Number(argument));
  })
  .on('close', () => process.exit(0));
