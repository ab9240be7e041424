// A sentence that explains the page's state: announced when it appears.
import type { ReactNode } from "react";

export interface NoticeProps {
  readonly kind: "info" | "error";
  readonly children: ReactNode;
}

export function Notice({ kind, children }: NoticeProps) {
  return (
    <div className={`notice is-${kind}`} role={kind === "error" ? "alert" : "status"}>
      {children}
    </div>
  );
}
