// The form of a test event: what is chosen and filled in, by the contract.
import { make } from "./dom.ts";
import type { ConsoleContractChannel, ConsoleContractEvent, PublishRequest } from "./wire.ts";

export interface PublishForm {
  readonly form: HTMLFormElement;
  /** What is filled in now. */
  request(): PublishRequest;
  /** Says what came of it. */
  tell(answer: readonly HTMLElement[]): void;
}

/** Makes the form, filled in by the first channel's first event. */
export function makePublishForm(channels: readonly ConsoleContractChannel[]): PublishForm {
  const controls = makeControls(channels);
  followChoices(channels, controls);
  const { result } = controls;
  return {
    form: makeForm(controls),
    request: () => requestOf(controls),
    tell(answer) {
      result.replaceChildren(...answer);
      result.scrollIntoView({ block: "nearest" });
    },
  };
}

interface Controls {
  readonly channelChoice: HTMLSelectElement;
  /** Filled with the events of the channel that is chosen. */
  readonly eventChoice: HTMLSelectElement;
  /** Holds an input for each parameter of that channel. */
  readonly parameters: HTMLElement;
  /** Shows the channel's name on the wire. */
  readonly name: HTMLOutputElement;
  /** Says what the event is. */
  readonly about: HTMLElement;
  readonly payload: HTMLTextAreaElement;
  /** Says what came of the last try. */
  readonly result: HTMLElement;
}

function makeControls(channels: readonly ConsoleContractChannel[]): Controls {
  return {
    channelChoice: select(
      "channel",
      channels.map(({ key, isDeprecated }) => [key, isDeprecated]),
    ),
    eventChoice: select("event", []),
    parameters: make("div", { class: "parameters" }),
    name: make("output", { class: "name target" }),
    about: make("p", { class: "quiet" }),
    payload: make("textarea", {
      id: "publish-payload",
      rows: "11",
      spellcheck: "false",
      class: "name",
    }),
    result: make("div", { class: "result", role: "status" }),
  };
}

function makeForm(controls: Controls): HTMLFormElement {
  const { channelChoice, eventChoice, parameters, name, about, payload, result } = controls;
  return make(
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
}

/** Shows what belongs to the channel and the event that are chosen, now and after each choice. */
function followChoices(channels: readonly ConsoleContractChannel[], controls: Controls): void {
  const { channelChoice, eventChoice, parameters, name, about, payload, result } = controls;
  const channel = () => channels.find(({ key }) => key === channelChoice.value) ?? channels[0];
  const event = () => channel()?.events.find(({ key }) => key === eventChoice.value);
  const showName = () => {
    name.textContent = fillAddress(channel()?.address ?? "", valuesOf(controls));
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
  showChannel();
}

function requestOf(controls: Controls): PublishRequest {
  return {
    channel: controls.channelChoice.value,
    event: controls.eventChoice.value,
    parameters: valuesOf(controls),
    payload: controls.payload.value,
  };
}

function valuesOf({ parameters }: Controls): Readonly<Record<string, string>> {
  const inputs = [...parameters.querySelectorAll("input")];
  return Object.fromEntries(inputs.map((input) => [input.name, input.value]));
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
