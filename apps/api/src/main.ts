// The process that `npm start` runs. The check comes before anything that an old Node could not even load.
import "./check-node-version.ts";

import("./start/run.ts").then(({ run }) => run());
