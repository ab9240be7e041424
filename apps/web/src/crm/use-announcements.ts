// Says by a toast that somebody has written, where the page does not show it by itself.
import type { CrmPerson } from "@lockstep-demo/api";
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { toasts } from "../services.ts";
import { nameOf } from "../session/name-of.ts";
import { inboxPage } from "../session/page-after-sign-in.ts";
import { useIsVisible } from "./use-is-visible.ts";

/**
 * Answers what is to be called for a new message: one toast a person, which goes when their messages are read.
 *
 * @param openId whose conversation is open
 */
export function useAnnouncements(openId: number | undefined): (sender: CrmPerson) => void {
  const [, navigate] = useLocation();
  const isVisible = useIsVisible();
  const shown = useRef(new Map<number, number>());
  const readId = isVisible ? openId : undefined;

  useEffect(() => {
    const toast = readId === undefined ? undefined : shown.current.get(readId);
    if (toast !== undefined) toasts.dismiss(toast);
  }, [readId]);

  return (sender) => {
    if (sender.id === readId) return;
    const earlier = shown.current.get(sender.id);
    if (earlier !== undefined) toasts.dismiss(earlier);
    const action = { label: "Read", run: () => navigate(inboxPage(sender.id)) };
    const text = `New message from ${nameOf(sender)}.`;
    shown.current.set(sender.id, toasts.show({ kind: "info", text, action }));
  };
}
