// The frame of every page: skip link, header, title, and the main part.
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { AccountMenu } from "../session/account-menu.tsx";

export interface PageProps {
  readonly title: string;
  /** A line above the title, such as the hotel's name. */
  readonly eyebrow?: string;
  /** Beside the title: the page's state and its main action. */
  readonly aside?: ReactNode;
  readonly width?: "narrow" | "wide";
  readonly children: ReactNode;
}

export function Page({ title, eyebrow, aside, width = "wide", children }: PageProps) {
  const heading = useFocusAfterNavigation();
  return (
    <>
      <title>{`${[title, eyebrow].filter(Boolean).join(" · ")} – Lockstep demo`}</title>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="site-header">
        <div className="frame">
          <Link className="brand" href="/">
            Lockstep <span>demo</span>
          </Link>
          <AccountMenu />
        </div>
      </header>
      <main className={`frame is-${width}`} id="main" tabIndex={-1}>
        <div className="page-title">
          <div>
            {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
          </div>
          {aside ? <div className="page-aside">{aside}</div> : null}
        </div>
        {children}
      </main>
    </>
  );
}

let isFirstPage = true;

/** After a navigation inside the page nothing tells a screen reader so; focus on the new title does. */
function useFocusAfterNavigation() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus();
    return () => {
      isFirstPage = false;
    };
  }, []);
  return heading;
}
