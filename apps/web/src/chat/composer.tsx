// Where a message is written: Enter sends it, Shift and Enter begin a new line.
import { type FormEvent, type KeyboardEvent, useId, useRef } from "react";
import { drafts } from "../services.ts";
import type { DraftKey } from "./draft-store.ts";

export interface ComposerProps {
  /** To whom, such as “Message to Room 101”. */
  readonly label: string;
  /** What was written there before is there again. */
  readonly draft: DraftKey;
  /** Gets what was written, without blanks around it, and never nothing. */
  readonly onSend: (text: string) => void;
  /** Called with each change that leaves some text. */
  readonly onTyping?: () => void;
  readonly maxLength?: number;
}

export function Composer({ label, draft, onSend, onTyping, maxLength = 2_000 }: ComposerProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);

  function send(): void {
    const element = field.current;
    const text = element?.value.trim();
    if (!element || !text) return;
    element.value = "";
    drafts.keep(draft, "");
    element.focus();
    onSend(text);
  }

  function sendByKey(event: KeyboardEvent): void {
    // while a word is composed, Enter chooses among its writings
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      className="composer"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={1}
        defaultValue={drafts.read(draft)}
        maxLength={maxLength}
        placeholder={label}
        enterKeyHint="send"
        onKeyDown={sendByKey}
        onChange={({ target }) => {
          drafts.keep(draft, target.value);
          if (target.value.trim() !== "") onTyping?.();
        }}
      />
      <button className="button is-primary" type="submit">
        Send
      </button>
    </form>
  );
}
