// The demo's contract, proved by the kit that users have, through the generated packages and the official clients.
import { contractTests } from "@lockstep/testing/vitest";
import * as publishers from "@lockstep-demo/publishers";
import * as subscribers from "@lockstep-demo/subscribers";

const contract = new URL("../../../asyncapi/asyncapi.yaml", import.meta.url);

await contractTests({ contract, publishers, subscribers });
