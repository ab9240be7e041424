// The form that publishes a test event by the contract.
import { find, make } from "./dom.ts";
import { plural } from "./format.ts";
import type {
  ConsoleContract,
  ConsoleContractChannel,
  ConsoleContractEvent,
  PublishAnswer,
  PublishRequest,
} from "./wire.ts";

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
  const channelChoice = select(
    "channel",
    channels.map(({ key, isDeprecated }) => [key, isDeprecated]),
  );
  const eventChoice = select("event", []);
  const parameters = make("div", { class: "parameters" });
  const name = make("output", { class: "name target" });
  const about = make("p", { class: "quiet" });
  const payload = make("textarea", {
    id: "publish-payload",
    rows: "11",
    spellcheck: "false",
    class: "name",
  });
  const result = make("div", { class: "result", role: "status" });

  const channel = () => channels.find(({ key }) => key === channelChoice.value) ?? channels[0];
  const event = () => channel()?.events.find(({ key }) => key === eventChoice.value);
  const values = () =>
    Object.fromEntries(
      [...parameters.querySelectorAll("input")].map((input) => [input.name, input.value]),
    );
  const showName = () => {
    name.textContent = fillAddress(channel()?.address ?? "", values());
  };
  const showEvent = () => {
    about.textContent = event()?.description ?? "";
    payload.value = event()?.example ?? "";
    result.replaceChildren();
  };
  const showChannel = () => {
    const chosen = channel();
    parameters.replaceChildren(...(chosen ? parameterFields(chosen) : []));
    eventChoice.replaceChildren(...(chosen?.events ?? []).map(eventOption));
    showName();
    showEvent();
  };
  channelChoice.addEventListener("change", showChannel);
  eventChoice.addEventListener("change", showEvent);
  parameters.addEventListener("input", showName);
  const form = make(
    "form",
    { class: "publish", autocomplete: "off" },
    field("Channel", "publish-channel", channelChoice),
    parameters,
    make("p", { class: "wire" }, make("span", { class: "label" }, "Name on the wire"), name),
    field("Event", "publish-event", eventChoice),
    about,
    field("Payload, as JSON", "publish-payload", payload),
    make("button", { type: "submit", class: "primary" }, "Publish"),
    result,
  );
  form.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    const request = {
      channel: channelChoice.value,
      event: eventChoice.value,
      parameters: values(),
      payload: payload.value,
    };
    result.replaceChildren(...describeAnswer(await publish(request)));
    result.scrollIntoView({ block: "nearest" });
  });
  find("view-publish").replaceChildren(form);
  showChannel();
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

function parameterFields(channel: ConsoleContractChannel): HTMLElement[] {
  return channel.parameters.map(({ name, hint, example }) => {
    const id = `publish-parameter-${name}`;
    const input = make("input", {
      id,
      name,
      class: "name",
      value: example,
      title: hint,
      required: "",
      spellcheck: "false",
    });
    return field(name, id, input, hint);
  });
}

function fillAddress(address: string, values: Readonly<Record<string, string>>): string {
  return address.replaceAll(
    /\{([A-Za-z0-9_-]+)\}/g,
    (place, name: string) => values[name] || place,
  );
}

function field(label: string, id: string, control: HTMLElement, hint?: string): HTMLElement {
  return make(
    "p",
    { class: "field" },
    make("label", { for: id }, label),
    control,
    hint === undefined ? undefined : make("span", { class: "quiet hint" }, hint),
  );
}

function select(name: string, options: readonly (readonly [string, boolean])[]): HTMLSelectElement {
  const made = options.map(([key, isDeprecated]) =>
    make("option", { value: key }, isDeprecated ? `${key} (deprecated)` : key),
  );
  return make("select", { id: `publish-${name}`, class: "name" }, ...made);
}

function eventOption({ key, name, isDeprecated }: ConsoleContractEvent): HTMLElement {
  return make("option", { value: key }, isDeprecated ? `${name} (deprecated)` : name);
}
