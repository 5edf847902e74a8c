/** Tells the shortest story that ends in a redeemed voucher: one review, one payer, nothing asked twice. */
import { demoPeople } from "@multihelix/local/seed/seed-steps.ts";
import { type Client, createClient } from "../../scenario/client.ts";
import { demoSetting, people } from "../../scenario/people.ts";
import type { Story } from "../../scenario/story.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "../../scenario/voucher-steps.ts";
import { accepted, checked, paid, reported } from "../../scenario/voucher-use-steps.ts";

const price = 900_000;
/** 80 % of the price: below the amount up to which one review is enough. */
const award = 720_000;

export interface Teller {
  readonly url: string;
  /** Resolves when nothing is due and no execution moves. */
  settled(): Promise<void>;
}

/** A story that waits for the product to come to rest, then looks once: what people do, not what polling does. */
export function quietStory({ url, settled }: Teller): Story & { signInAll(): Promise<void>; requests(): number } {
  let requests = 0;
  const clients = new Map<string, Promise<Client>>();
  const enter = async (email: string): Promise<Client> => {
    const client = createClient(url);
    const persona = demoPeople.find((one) => one.email === email)?.persona;
    const { status } = await client.post("/api/demo/session", { persona });
    if (status !== 200) throw new Error(`${email} could not enter: ${status}`);
    return counted(client, () => {
      requests += 1;
    });
  };
  const as = (email: string) => {
    const client = clients.get(email) ?? enter(email);
    clients.set(email, client);
    return client;
  };
  let steps = 0;
  return {
    ...demoSetting,
    world: { name: "bench", url, origin: new URL(url).origin, mails: async () => [] },
    as,
    async step(_what, work) {
      steps += 1;
      return (await work()).value;
    },
    async caseUntil(email, caseId, what, fits) {
      await settled();
      const { status, body } = await (await as(email)).get(`/api/cases/${caseId}`);
      if (status !== 200 || !fits(body)) throw new Error(`${caseId} came to rest without ${what}`);
      return body;
    },
    steps: () => steps,
    async signInAll() {
      const { sme, provider, manager, secondManager, approver, finance, secondFinance, reviewers } = people;
      const all = [
        sme,
        provider,
        manager,
        secondManager,
        approver,
        finance,
        secondFinance,
        ...Object.values(reviewers),
      ];
      for (const email of all) await as(email);
    },
    requests: () => requests,
  };
}

/** The same client; each use of one of its methods is one request. */
function counted(client: Client, count: () => void): Client {
  return new Proxy(client, {
    get(target, name) {
      // `then` is asked of whatever is awaited.
      if (name !== "then") count();
      return Reflect.get(target, name);
    },
  });
}

/** Draft and submission: reported apart from what follows. */
export const draftAndSubmit = (story: Story): Promise<Told> => applied(story, price);

/** `at` is awaited when the case is in screening, review, approval and use, and when it is redeemed. */
export async function submittedToRedeemed(
  story: Story,
  told: Told,
  at: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await at();
  await screened(story, told);
  await at();
  await reviewed(story, told);
  await proposed(story, told, "award", award);
  await at();
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  await at();
  await reported(story, told, price);
  await checked(story, told, award);
  await paid(story, told, award);
  await at();
}

/** Tell it once and take what it had left at each of these stages. */
export async function snapshots<S>(story: Story, take: (caseId: string) => Promise<S>): Promise<S[]> {
  const taken: S[] = [];
  const told = await draftAndSubmit(story);
  await submittedToRedeemed(story, told, async () => void taken.push(await take(told.caseId)));
  return taken;
}
