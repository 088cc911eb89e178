// Decides instances with Ajv: each line of the input is {"schema", "instances": [text]}, each line of the output {"verdicts": [boolean]} or {"refusal"}.
import { createInterface } from 'node:readline';
import Ajv2020 from 'ajv/dist/2020.js';

const ajv = new Ajv2020.default({ strict: false, logger: false, validateFormats: false });

function decide({ schema, instances }) {
  try {
    const validate = ajv.compile(schema);
    return { verdicts: instances.map((text) => validate(JSON.parse(text))) };
  } catch (error) {
    return { refusal: error.message };
  } finally {
    // Else every schema would be kept. A boolean is not, and cannot be removed.
    if (typeof schema === 'object') ajv.removeSchema(schema);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(decide(JSON.parse(line)))}\n`);
}
