// The page for addresses that lead nowhere.
import { Link } from "wouter";
import { Page } from "../ui/page.tsx";

export function NotFoundPage() {
  return (
    <Page title="There is no such page" width="narrow">
      <p className="lead">
        The address may be mistyped. <Link href="/">Start again from the home page.</Link>
      </p>
    </Page>
  );
}
