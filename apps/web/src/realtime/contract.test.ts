// What the pages take for an event is what the contract says, whoever sends it; here that is a plain client of pusher.
import { contractTests } from "@lockstep/testing/vitest";
import * as subscribers from "@lockstep-demo/subscribers";

const contract = new URL("../../../../asyncapi/asyncapi.yaml", import.meta.url);

await contractTests({ contract, subscribers });
