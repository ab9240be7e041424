// What this API publishes is what the contract says, to the letter; who receives it is a plain client of pusher-js.
import { contractTests } from "@lockstep/testing/vitest";
import * as publishers from "@lockstep-demo/publishers";

const contract = new URL("../../../asyncapi/asyncapi.yaml", import.meta.url);

await contractTests({ contract, publishers });
