// The view that publishes a test event by the contract.
import { find, make } from "./dom.ts";
import { plural } from "./format.ts";
import { makePublishForm } from "./publish-form.ts";
import type { ConsoleContract, PublishAnswer, PublishRequest } from "./wire.ts";

/** Draws the form for a contract. */
export function drawPublish(contract: ConsoleContract | null): void {
  const channels = contract?.channels.filter(({ events }) => events.length > 0) ?? [];
  if (channels.length === 0) {
    find("view-publish").replaceChildren(
      make(
        "p",
        { class: "nothing" },
        "There is no contract to publish by. Start lockstep dev beside asyncapi/asyncapi.yaml, or name a document by --input.",
      ),
    );
    return;
  }
  const { form, request, tell } = makePublishForm(channels);
  form.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    tell(describeAnswer(await publish(request())));
  });
  find("view-publish").replaceChildren(form);
}

async function publish(request: PublishRequest): Promise<PublishAnswer> {
  const token =
    document.querySelector<HTMLMetaElement>('meta[name="lockstep-token"]')?.content ?? "";
  try {
    const response = await fetch("/console/publish", {
      method: "POST",
      headers: { "content-type": "application/json", "x-lockstep-token": token },
      body: JSON.stringify(request),
    });
    if (response.status === 200 || response.status === 422) return await response.json();
    return { problems: [await response.text()] };
  } catch {
    return { problems: ["the server does not answer"] };
  }
}

function describeAnswer(answer: PublishAnswer): HTMLElement[] {
  if ("problems" in answer) {
    return [
      make("p", { class: "failed" }, "Not published:"),
      make("ul", {}, ...answer.problems.map((problem) => make("li", {}, problem))),
    ];
  }
  const { event, channel, subscribers } = answer;
  const reached =
    subscribers === 0 ? "nobody is subscribed" : `it reached ${plural(subscribers, "subscriber")}`;
  return [make("p", { class: "sent" }, `Published ${event} on ${channel}: ${reached}.`)];
}
